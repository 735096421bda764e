"""Tesseract, the program that recognises print in pictures: whether it is here, and what it reads in one.

It is called itself, once a picture, and not through OCRmyPDF: that would write a new PDF with the words in it, to be
read anew without how sure each of them is, and asks for Ghostscript and a dozen libraries more.
"""

import os
import re
import shutil
import subprocess
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image

from extractors.ocr.picture import Grey
from extractors.pages.geometry import Box

LANGUAGE: Final = "swe"
SPARSE: Final = "11"
"""Page segmentation: words wherever they stand. Lines, columns and tables are found by Plankoll itself, which sees
rules; Tesseract's own search for tables loses words in them."""
ROWS: Final = "6"
"""Page segmentation: rows of print, however short. Reads a number that stands alone, and makes words of dirt."""
_MOST_SECONDS: Final = 120.0
"""A dense page takes three to five on an idle core."""
_ASKING: Final = 20.0
"""Seconds within which the program must tell of itself."""
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SURE = re.compile(r"x_wconf (\d+)")


@dataclass(frozen=True, slots=True)
class FoundWord:
    """A word in a picture: its box in pixels, how sure Tesseract is of it, 0 to 100, and the line that it stands in."""

    text: str
    box: Box
    confidence: int
    line: int


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The installed program."""

    path: str
    version: str


class OcrError(Exception):
    """Tesseract gave nothing for a picture. `slow`: it was not done in time."""

    def __init__(self, reason: str, *, slow: bool = False) -> None:
        super().__init__(reason)
        self.slow = slow


class Clock:
    """The time that a file's pictures may take together."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that the next picture may take. Raises OcrError where there are none."""
        left = min(self._end - time.monotonic(), _MOST_SECONDS)
        if left <= 0:
            raise OcrError("no time left", slow=True)
        return left


@dataclass(frozen=True)
class Engine:
    """Tesseract at work on one file's pictures."""

    tesseract: Tesseract
    clock: Clock

    def words(self, grey: Grey, dpi: int, layout: str = SPARSE) -> list[FoundWord]:
        """The words in a picture, in no order that means anything. Raises OcrError."""
        return recognise(self.tesseract, grey, dpi, self.clock.left(), layout)


@cache
def find_tesseract() -> Tesseract | None:
    """The program with its Swedish model, or None where either is missing."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        told = _ask(path, "--version").split()
        languages = _ask(path, "--list-langs").split()
    except (OSError, subprocess.SubprocessError):
        return None
    if LANGUAGE not in languages or len(told) < 2:
        return None
    return Tesseract(path, told[1])


def recognise(tesseract: Tesseract, grey: Grey, dpi: int, seconds: float, layout: str = SPARSE) -> list[FoundWord]:
    """The words in a picture, in no order that means anything. `seconds`: no longer than this. Raises OcrError."""
    written = BytesIO()
    Image.fromarray(grey).save(written, "PNG", compress_level=1)
    command = [tesseract.path, "stdin", "stdout", "-l", LANGUAGE, "--psm", layout, "--dpi", str(dpi), "hocr"]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and no word of the document among the arguments
            command, input=written.getvalue(), capture_output=True, timeout=seconds, check=True, env=_environment()
        )
    except subprocess.TimeoutExpired as error:
        raise OcrError(f"not done in {seconds:.0f} s", slow=True) from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise OcrError(f"exit status {error.returncode} {' '.join(last)}".strip()) from error
    except OSError as error:
        raise OcrError(str(error)) from error
    try:
        return _words(done.stdout)
    except ET.ParseError as error:
        raise OcrError(f"no hOCR: {error}") from error


def _words(hocr: bytes) -> list[FoundWord]:
    """The words of hOCR, the XHTML in which Tesseract tells what it read and where."""
    words: list[FoundWord] = []
    line = 0
    for element in ET.fromstring(hocr).iter():  # noqa: S314 - Tesseract wrote it
        title = element.get("title", "")
        line += element.get("id", "").startswith("line_")
        box, sure = _BOX.search(title), _SURE.search(title)
        text = "".join(element.itertext()).strip()
        if element.get("class") == "ocrx_word" and box and sure and text:
            words.append(FoundWord(text, Box(*(float(n) for n in box.groups())), int(sure.group(1)), line))
    return words


def _ask(path: str, option: str) -> str:
    done = subprocess.run(  # noqa: S603 - a fixed option
        [path, option], capture_output=True, timeout=_ASKING, check=True, text=True, env=_environment()
    )
    return done.stdout or done.stderr


def _environment() -> dict[str, str]:
    """One thread a picture: several files are read at the same time, and threads only wait for each other."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}
