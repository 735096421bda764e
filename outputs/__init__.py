"""What comes out: the snapshot dataset, its description, and the summary of a run.

Knows the domain (models) and no other room.
"""
