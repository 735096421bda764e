"""Step 1, take: is it a whole PDF that can be opened, within bounds?"""
