"""What a file that is not a PDF looks like from its first bytes."""

_ZIPPED = (
    (b"word/", "ett Word-dokument", "a Word document"),
    (b"xl/", "en Excel-bok", "an Excel workbook"),
    (b"ppt/", "en PowerPoint-presentation", "a PowerPoint presentation"),
    (b"opendocument.text", "ett OpenDocument-dokument", "an OpenDocument text"),
    (b"opendocument.spreadsheet", "ett OpenDocument-kalkylblad", "an OpenDocument spreadsheet"),
)
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "ett äldre Office-dokument (Word, Excel)", "an old Office document (Word, Excel)"),
    (b"{\\rtf", "ett RTF-dokument", "an RTF document"),
    (b"\x89PNG", "en bild (PNG)", "an image (PNG)"),
    (b"\xff\xd8\xff", "en bild (JPEG)", "an image (JPEG)"),
    (b"GIF8", "en bild (GIF)", "an image (GIF)"),
    (b"II*\x00", "en bild (TIFF)", "an image (TIFF)"),
    (b"MM\x00*", "en bild (TIFF)", "an image (TIFF)"),
    (b"%!PS", "en PostScript-fil", "a PostScript file"),
    (b"\x1f\x8b", "ett packat arkiv (gzip)", "a packed archive (gzip)"),
    (b"7z\xbc\xaf", "ett packat arkiv (7z)", "a packed archive (7z)"),
    (b"Rar!", "ett packat arkiv (rar)", "a packed archive (rar)"),
)
_MARKUP = (
    (b"<!doctype html", "en webbsida (HTML)", "a web page (HTML)"),
    (b"<html", "en webbsida (HTML)", "a web page (HTML)"),
    (b"<?xml", "en XML-fil", "an XML file"),
)


def looks_like(start: bytes) -> tuple[str, str]:
    """What a file that is not a PDF looks like from its first bytes, in Swedish and English."""
    if start.startswith(b"PK\x03\x04"):
        for mark, swedish, english in _ZIPPED:
            if mark in start:
                return swedish, english
        return (
            "ett packat arkiv (zip) eller ett Office-dokument",
            "a packed archive (zip) or an Office document",
        )
    for mark, swedish, english in _MAGIC:
        if start.startswith(mark):
            return swedish, english
    opening = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, swedish, english in _MARKUP:
        if opening.startswith(mark):
            return swedish, english
    # A control character other than white space means that it is no text, whatever its encoding.
    if not any(byte < 32 and byte not in b"\t\n\r\f" for byte in start):
        return "vanlig text", "plain text"
    return "en fil av okänt slag", "a file of an unknown kind"
