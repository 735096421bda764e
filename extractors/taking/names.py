"""Names of files as they may be told."""

import os
import unicodedata
from pathlib import Path

from extractors.privacy import mask


def source_name(path: Path) -> str:
    """The file's name without folders, as it may be told, the same on every system."""
    return told(path.name)


def told(name: str) -> str:
    """A name or path from the file system as it may be told: printable, and without what is private."""
    return mask(printable(name))


def printable(name: str) -> str:
    """A name or path from the file system as it can be told: NFC, always UTF-8, whatever bytes it is of."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))
