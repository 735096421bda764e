"""Rows of a table of contents: headings with their pages."""

import re
from collections.abc import Sequence

from extractors.tables.cut_lines import CutLine

_PAGE = re.compile(r"^\d{1,3}$")
_LEADING_NUMBER = re.compile(r"^\d[\d.]*\s+")
_LONG = 8
"""So many page numbers that rise, some twice, go on with the contents of the page before."""
_CONTENTS = re.compile(r"^innehåll", re.IGNORECASE)


def is_contents(rows: Sequence[CutLine], n_cols: int, heading: str | None) -> bool:
    """True where the last column holds pages that rise; `heading` is the text above the rows."""
    heading = _LEADING_NUMBER.sub("", heading) if heading else None
    last = [r.text(n_cols - 1) for r in rows]
    pages = [int(t) for t in last if _PAGE.match(t)]
    if len(pages) < max(2, 0.6 * len(rows)) or pages != sorted(pages):
        return False
    dotted = sum(1 for r in rows if any(w.led for w in r.line.words))
    long = n_cols == 2 and len(pages) >= _LONG and len(set(pages)) < len(pages)
    return dotted >= 2 or long or bool(heading and _CONTENTS.match(heading))
