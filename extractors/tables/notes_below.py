"""Lines right below a table's rows that name its source or explain a sign in its cells: notes, and no rows."""

import re
from collections.abc import Sequence

from extractors.text.lines import Line

_MOST_LINES = 4
"""Lines of such notes."""
_FEWEST_ROWS = 2
_SOURCE = re.compile(
    r"(?:källor|källa|anm(?:ärkning)?|sources?|notes?|quelle|fuente|fonte)\s?\.?\s?[:.]\s?\S", re.IGNORECASE
)
_MISSING = re.compile(r"(\.\.+|…|n\.[ad]\.|[-–—]{1,2})\s?(?=[=:]|\w)(?P<says>.*)")
"""A sign for a figure that is none, and what it says."""
_SAYS = re.compile(r"[=:]|(?:betyder|avser|innebär|står för|represents|means)\b", re.IGNORECASE)
"""What follows a dash that is explained; else it is a list's."""


def without_notes(lines: Sequence[Line], parts: Sequence[Sequence[Line]], first: int, last: int) -> int:
    """Where the region of lines `first` to `last` (exclusive) ends before its notes; `parts` are its lines' texts."""
    at = last
    while at > first + _FEWEST_ROWS and last - at < _MOST_LINES and len(parts[at - 1]) == 1:
        at -= 1
        if _SOURCE.match(lines[at].text) or _explains(lines[at], lines[first:at]):
            return at
    return last


def _explains(line: Line, rows: Sequence[Line]) -> bool:
    """True for `.. Uppgift saknas`, `– betyder inga`, where the rows hold the sign."""
    match = _MISSING.match(line.text)
    if match is None:
        return False
    sign, says = match.group(1), match.group("says")
    is_dash = sign.strip("-–—") == ""
    told = _SAYS.match(says) is not None if is_dash else any(letter.isalpha() for letter in says)
    return told and any(word.text.endswith(sign) for row in rows for word in row.words)
