"""Calling Tesseract: found or not, what it says, too slow, failing. A small script stands in for it."""

import stat
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from extractors.ocr.tesseract import Clock, Engine, FoundWord, OcrError, Tesseract, find_tesseract, recognise
from extractors.pages.geometry import Box

HOCR = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="ocr_page">
<span class="ocr_line" id="line_1_1" title="bbox 10 10 90 30">
<span class="ocrx_word" id="word_1_1" title="bbox 10 10 50 30; x_wconf 96">Mål</span>
<span class="ocrx_word" id="word_1_2" title="bbox 60 10 90 30; x_wconf 41"><strong>&amp;</strong></span></span>
<span class="ocr_line" id="line_1_2" title="bbox 10 40 50 60">
<span class="ocrx_word" id="word_1_3" title="bbox 10 40 50 60; x_wconf 90"> </span>
<span class="ocrx_word" id="word_1_4" title="bbox 10 40 50 60; x_wconf 88">5 000</span></span>
</div></body></html>"""
BLANK = np.full((40, 40), 255, np.uint8)


def script(folder: Path, *, languages: str = "swe", reading: str = "cat >/dev/null; cat $0.hocr") -> Path:
    path = folder / "tesseract"
    path.write_text(
        "#!/bin/sh\n"
        'case "$1" in\n'
        "--version) echo 'tesseract 5.3.0';;\n"
        f"--list-langs) printf 'List of languages:\\n{languages}\\n';;\n"
        f"*) {reading};;\n"
        "esac\n",
        encoding="utf-8",
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    Path(f"{path}.hocr").write_text(HOCR, encoding="utf-8")
    return path


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which programs are looked for before all others."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    find_tesseract.cache_clear()
    yield tmp_path
    find_tesseract.cache_clear()


def test_the_program_with_swedish_is_found(alone):
    path = script(alone)

    assert find_tesseract() == Tesseract(str(path), "5.3.0")


@pytest.mark.parametrize("languages", ["eng", "osd"])
def test_the_program_without_swedish_is_as_good_as_none(alone, languages):
    script(alone, languages=languages)

    assert find_tesseract() is None


def test_no_program_is_none(alone, monkeypatch):
    monkeypatch.setenv("PATH", str(alone))

    assert find_tesseract() is None


def test_a_program_that_cannot_run_is_none(alone):
    script(alone).write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")

    assert find_tesseract() is None


def test_words_come_with_place_confidence_and_line(tmp_path):
    found = recognise(Tesseract(str(script(tmp_path)), "5"), BLANK, 300, 10)

    assert found == [
        FoundWord("Mål", Box(10, 10, 50, 30), 96, 1),
        FoundWord("&", Box(60, 10, 90, 30), 41, 1),
        FoundWord("5 000", Box(10, 40, 50, 60), 88, 2),
    ]


def test_the_picture_resolution_and_language_are_handed_over(tmp_path):
    path = script(tmp_path, reading='echo "$@" > $0.asked; cat > $0.picture; cat $0.hocr')

    recognise(Tesseract(str(path), "5"), BLANK, 240, 10)

    assert Path(f"{path}.asked").read_text(encoding="utf-8").split() == (
        ["stdin", "stdout", "-l", "swe", "--psm", "11", "--dpi", "240", "hocr"]
    )
    assert Path(f"{path}.picture").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("reading", "seconds", "slow", "said"),
    [
        ("exec sleep 20", 0.3, True, "not done in 0 s"),
        ("echo no memory >&2; exit 4", 10, False, "exit status 4 no memory"),
        ("kill -9 $$", 10, False, "exit status -9"),
        ("echo no hocr", 10, False, "no hOCR"),
    ],
)
def test_what_goes_wrong_is_an_ocr_error(tmp_path, reading, seconds, slow, said):
    path = script(tmp_path, reading=reading)

    with pytest.raises(OcrError, match=said) as failed:
        recognise(Tesseract(str(path), "5"), BLANK, 300, seconds)

    assert failed.value.slow is slow


def test_the_pictures_of_a_file_share_its_time(tmp_path, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    engine = Engine(Tesseract(str(script(tmp_path)), "5"), Clock(30))

    assert engine.clock.left() == 30
    now[0] = 131.0
    with pytest.raises(OcrError) as out_of_time:
        engine.words(BLANK, 300)

    assert out_of_time.value.slow


def test_one_picture_does_not_take_all_the_time_there_is():
    assert Clock(10_000).left() == 120
