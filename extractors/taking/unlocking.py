"""Opening files that are locked with a password that is known."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw

_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""


@contextmanager
def readable(path: Path, passwords: Sequence[str]) -> Iterator[Path]:
    """The file itself; where it is locked with one of these passwords a copy without a lock, while it is read.

    What cannot be opened for another reason, or by none of them, is given as it is: taking it in will say why.
    """
    document = _unlocked(path, passwords) if passwords else None
    if document is None:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="plankoll-") as folder:
        copy = Path(folder) / "unlocked.pdf"
        try:
            document.save(copy, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
        finally:
            document.close()
        yield copy


def _unlocked(path: Path, passwords: Sequence[str]) -> pypdfium2.PdfDocument | None:
    """The locked file, opened; None where it is not locked, or not with any of these."""
    for password in (None, *passwords):
        try:
            document = pypdfium2.PdfDocument(path, password=password)
        except FileNotFoundError:
            return None
        except pypdfium2.PdfiumError as error:
            if error.err_code != _PASSWORD:
                return None
            continue
        if password is not None:
            return document
        document.close()
        return None
    return None
