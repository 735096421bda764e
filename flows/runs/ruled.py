"""Where the auditor's rulings on the checks are found."""

from pathlib import Path

from checks.rulings import NO_RULINGS, Rulings, load_rulings
from flows.settings import Settings

USUAL_FILE = Path("checks.toml")
"""In the folder that the command is run in."""


def rulings_of(settings: Settings) -> Rulings:
    """From PLANKOLL_CHECKS, which must then be there, else from checks.toml, where there is one.

    Raises RulingsError, and FileNotFoundError for a file that was named and is not there.
    """
    path = settings.checks or (USUAL_FILE if USUAL_FILE.exists() else None)
    return NO_RULINGS if path is None else load_rulings(path)
