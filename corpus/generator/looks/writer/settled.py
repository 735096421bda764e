"""LibreOffice's PDF with the traces of its hour of making taken out: the same document gives the same bytes."""

import io
from typing import Final

MADE: Final = "D:20250101000000Z"


def settled(pdf: bytes) -> bytes:
    """The same pages, dated MADE, with identifiers that hang on the content alone."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for date in ("/CreationDate", "/ModDate"):
            if date in opened.docinfo:
                opened.docinfo[date] = MADE
        for trace in ("/ID", "/DocChecksum"):
            if trace in opened.trailer:
                del opened.trailer[trace]
        if "/Metadata" in opened.Root:
            del opened.Root.Metadata
        written = io.BytesIO()
        opened.save(written, deterministic_id=True)
    return written.getvalue()
