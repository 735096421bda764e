"""What a paper calls the number that it has in somebody's diary, as patterns to be read without regard to case."""

from typing import Final

DIARY_WORD: Final = r"(?:d\.?nr|diarien(?:umme)?r|diariebeteckning|ärenden(?:umme)?r)"
"""A word for nothing else."""
DIARY_NAME: Final = rf"(?:{DIARY_WORD}|(?:ärende)?beteckning)"
"""Any word for it: a `beteckning` may be another thing's where no number stands beside it."""
