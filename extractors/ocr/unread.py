"""What to say of pictures of print that were not recognised: which pages, why, and what to do."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from models.blocks import Unread

Reason = Literal["ocr_missing", "ocr_off", "ocr_too_slow", "ocr_failed"]

INSTALL: Final = "sudo apt install tesseract-ocr tesseract-ocr-swe"
"""On Debian and Ubuntu; other systems name the same two things, the program and its Swedish model."""

_WHY: Final[dict[Reason, tuple[str, str]]] = {
    "ocr_missing": (
        f"texttolkning (OCR) på svenska är inte installerad. Installera den med: {INSTALL} och kör igen.",
        f"OCR for Swedish is not installed. Install it with: {INSTALL} and run again.",
    ),
    "ocr_off": (
        "texttolkning (OCR) är avstängd. Sätt PLANKOLL_OCR=auto och kör igen.",
        "OCR is turned off. Set PLANKOLL_OCR=auto and run again.",
    ),
    "ocr_too_slow": (
        "tiden räckte inte. Höj gränsen (PLANKOLL_SECONDS_PER_FILE) eller dela upp filen, och kör igen.",
        "there was not time enough. Raise the limit (PLANKOLL_SECONDS_PER_FILE) or split the file, and run again.",
    ),
    "ocr_failed": (
        f"texttolkningen (OCR) misslyckades. Pröva att installera om den: {INSTALL}",
        f"OCR failed. Try to install it anew: {INSTALL}",
    ),
}


def unread_of(failed: Mapping[int, Reason]) -> Unread:
    """`failed` are page numbers with why nothing was recognised there; at least one."""
    by_reason = {reason: [n for n in sorted(failed) if failed[n] == reason] for reason in _WHY}
    told = [(reason, pages) for reason, pages in by_reason.items() if pages]
    return Unread(
        pages=tuple(sorted(failed)),
        error=told[0][0],
        message_sv=" ".join(f"{_swedish(pages)}: {_WHY[reason][0]}" for reason, pages in told),
        message_en=" ".join(f"{_english(pages)}: {_WHY[reason][1]}" for reason, pages in told),
    )


def _swedish(pages: list[int]) -> str:
    where = f"På sidan {pages[0]}" if len(pages) == 1 else f"På sidorna {_ranges(pages)}"
    return f"{where} finns text som bara går att läsa som bild, och den är inte läst"


def _english(pages: list[int]) -> str:
    where = f"On page {pages[0]}" if len(pages) == 1 else f"On pages {_ranges(pages)}"
    return f"{where} there is text that can only be read as a picture, and it was not read"


def _ranges(pages: Iterable[int]) -> str:
    """`4–6, 9`."""
    stretches: list[list[int]] = []
    for page in pages:
        if stretches and page == stretches[-1][-1] + 1:
            stretches[-1].append(page)
        else:
            stretches.append([page])
    return ", ".join(str(s[0]) if len(s) == 1 else f"{s[0]}–{s[-1]}" for s in stretches)
