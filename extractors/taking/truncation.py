"""Whether a PDF's bytes stop before its end.

Readers repair a cut file in silence, and what was cut off is then missing from the data
without a word. So the file's own marks are read: a PDF ends with `startxref`, the offset of
its cross-reference and `%%EOF` (ISO 32000-1, 7.5.5); a linearized one states its length
in its first object (annex F.2).
"""

import mmap
import re
from pathlib import Path

_LINEARIZED = re.compile(rb"/Linearized\b")
_LENGTH = re.compile(rb"/L\s+(\d+)")
_END = re.compile(rb"startxref\s+(\d+)\s*(?:%%EOF)?")
_OBJECT = re.compile(rb"(?:^|[\r\n\s])\d+\s+\d+\s+obj\b")
_FIRST_OBJECT_WITHIN = 1024

Reason = tuple[str, str]
"""Why it is taken to be cut off, in Swedish and in English."""


def truncation(path: Path) -> Reason | None:
    """The reason to hold the file for cut off; None where its end is in place.

    The file must not be empty. Stray bytes after the end (a mail gateway's, padding) and a
    missing last `%%EOF` behind a cross-reference that is there are harmless: nothing of the
    content is gone.
    """
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return _stated_length(content) or _missing_end(content)


def _stated_length(content: mmap.mmap) -> Reason | None:
    opening = content[:_FIRST_OBJECT_WITHIN]
    length = _LENGTH.search(opening) if _LINEARIZED.search(opening) else None
    if length is None or int(length[1]) <= len(content):
        return None
    return (
        f"den ska vara {int(length[1])} byte men är {len(content)}",
        f"it should be {int(length[1])} bytes but is {len(content)}",
    )


def _missing_end(content: mmap.mmap) -> Reason | None:
    ends = list(_END.finditer(content))
    no_end = ("slutet av filen saknas", "the end of the file is missing")
    if not ends:
        return no_end
    last = ends[-1]
    # New objects after the last end mark: a later revision was begun and its end is gone. So is the
    # rest of a linearized file, whose first part bears an end mark of its own.
    if _OBJECT.search(content, last.end()):
        return no_end
    if int(last[1]) >= len(content):
        return (
            "dess innehållsförteckning ska stå efter filens slut",
            "its cross-reference should stand beyond the end of the file",
        )
    return None
