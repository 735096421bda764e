"""Pages drawn with what was read on them, for people to look at."""
