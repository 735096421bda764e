"""Recognised words to words on pages: size, feet, weight; bullets and numbers among them."""

import numpy as np
import pytest

from extractors.ocr.bullets import with_bullets
from extractors.ocr.numbers import in_threes
from extractors.ocr.tesseract import FoundWord
from extractors.ocr.words import SeenWord, mean_confidence, words_of
from extractors.pages.geometry import Box, Word
from tests.ocr_pictures import SCALE, Sheet, seen, seen_line

BODY = [
    word
    for i in range(8)
    for word in seen_line("Kommunerna samverkar om tidiga insatser och redovisar medlen", 200 + 13 * i)
]


def placed(words: list[SeenWord]) -> list[Word]:
    return list(words_of([(1, [*BODY, *words])])[1])[len(BODY) :]


def test_words_of_a_line_stand_on_one_foot_and_have_one_size():
    words = placed(seen_line("och gym upp Åre", 100))

    assert {w.bottom for w in words} == {102.1}
    assert {w.size for w in words} == {10.0}
    assert {round(w.bottom - w.top, 2) for w in words} == {10.0}
    assert [w.text for w in words] == ["och", "gym", "upp", "Åre"]


def test_sizes_that_differ_by_a_pixel_or_two_are_one():
    words = [w for i, size in enumerate((9.8, 10.1, 10.3)) for w in placed(seen_line("samverkar om", 90, size=size))]

    assert {w.size for w in words} == {10.0}


@pytest.mark.parametrize("size", [7.5, 13.0, 18.0])
def test_another_size_is_kept(size):
    (word, *_) = placed(seen_line("Handlingsplanen för länet", 90, size=size))

    assert word.size == pytest.approx(size, rel=0.04)


def test_dirt_over_a_word_does_not_make_its_type_larger():
    word = seen("Beroendemottagningen", 70, 90)
    dirty = SeenWord(
        word.text, word.x0, word.top - 8, word.x1, word.bottom, word.baseline, word.stroke, word.confidence, word.line
    )

    assert placed([dirty])[0].size == 10.0


def test_a_raised_small_figure_keeps_its_own_size():
    line = seen_line("insatser beslutas", 90)
    mark = seen("3", line[-1].x1 + 0.5, 86.5, size=6.0, line=90)

    words = placed([*line, mark])

    assert [w.size < 7.0 for w in words] == [False, False, True]
    assert words[-1].bottom < words[0].bottom - 2


@pytest.mark.parametrize(
    ("stroke", "size", "bold"), [(1.4, 10.0, False), (1.5, 10.0, False), (2.0, 10.0, True), (3.1, 20.0, True)]
)
def test_wide_strokes_are_bold(stroke, size, bold):
    words = placed(seen_line("Kortsiktiga mål i länet", 90, size=size, stroke=stroke))

    assert {w.bold for w in words} == {bold}


def test_a_long_text_in_another_typeface_is_not_bold():
    words = [
        w for i in range(12) for w in seen_line("Texten i tabellen har ett annat snitt", 20 + 9 * i, size=8, stroke=1.9)
    ]

    assert not any(w.bold for w in placed(words))


def test_a_word_too_short_to_tell_is_as_the_one_before_it():
    label = [*seen_line("Avser år", 90, stroke=2.1), seen(":", 120, 90, line=90, stroke=1.0)]

    assert [w.bold for w in placed(label)] == [True, True, True]


def test_a_box_that_reaches_over_the_next_word_is_cut_off():
    first, second = seen("Provverksamhet", 70, 90, line=9), seen("med", 120, 90, line=9)

    words = placed([first, second])

    assert words[0].x1 < words[1].x0


def test_confidence_is_weighed_by_length():
    assert mean_confidence([seen("abcdefgh", confidence=90), seen("ij", confidence=40)]) == 80
    assert mean_confidence([]) == 0


ITEM = seen_line("Kortare väntetider", 100)


@pytest.mark.parametrize("read", ["e", "°", "«", "o"])
def test_a_bullet_that_was_read_as_a_letter_is_a_bullet(read):
    bullet = SeenWord(read, 58, 94.6, 61.5, 98.1, 98, 2, 40, 7)

    told = with_bullets([bullet, *ITEM], [])

    assert [w.text for w in told] == ["•", "Kortare", "väntetider"]
    assert told[0].line == told[1].line


@pytest.mark.parametrize(("height", "width", "sign"), [(3.5, 3.5, "•"), (0.9, 4.5, "–")])
def test_ink_before_a_line_is_a_bullet_or_a_dash(height, width, sign):
    told = with_bullets(ITEM, [Box(56, 96.5 - height / 2, 56 + width, 96.5 + height / 2)])

    assert sorted(w.text for w in told) == sorted([sign, "Kortare", "väntetider"])


@pytest.mark.parametrize(
    "heap", [Box(56, 80, 59, 83), Box(20, 94, 23, 97), Box(108, 94, 111, 97), Box(40, 80, 60, 110)]
)
def test_other_ink_is_no_bullet(heap):
    assert with_bullets(ITEM, [heap]) == ITEM


def test_a_letter_alone_is_a_letter():
    words = [seen("i", 62, 100), *ITEM]

    assert with_bullets(words, []) == words


def number(text: str, shown: str) -> list[str]:
    """What becomes of `text`, read where `shown` stands."""
    sheet = Sheet().text(shown, 20, 20, size=11)
    rows, columns = np.nonzero(sheet.grey < 150)
    box = Box(float(columns.min()), float(rows.min()), float(columns.max() + 1), float(rows.max() + 1))
    return [w.text for w in in_threes([FoundWord(text, box, 90, 1)], sheet.grey)]


@pytest.mark.parametrize(
    ("text", "shown", "parts"),
    [
        ("1740", "1 740", ["1", "740"]),
        ("2739877", "2 739 877", ["2", "739", "877"]),
        ("45000", "45 000", ["45", "000"]),
        ("2025", "2025", ["2025"]),
        ("36072", "36072", ["36072"]),
        ("212000-1199", "212000-1199", ["212000-1199"]),
    ],
)
def test_a_number_is_parted_where_it_is_printed_so(text, shown, parts):
    assert number(text, shown) == parts


@pytest.mark.parametrize(
    ("first", "gap", "parts"),
    [("1740", 2.5, ["1", "740", "000"]), ("2025", 2.5, ["2025", "000"]), ("1740", 30, ["1740", "000"])],
)
def test_a_group_that_follows_tells_of_a_lost_space_unless_the_number_is_a_year(first, gap, parts):
    blank = np.zeros((400, 900), np.uint8)
    left = FoundWord(first, Box(100, 100, 100 + 20 * SCALE, 100 + 7 * SCALE), 90, 1)
    right = FoundWord(
        "000", Box(left.box.x1 + gap * SCALE, 100, left.box.x1 + (gap + 15) * SCALE, 100 + 7 * SCALE), 90, 1
    )

    assert [w.text for w in in_threes([left, right], blank)] == parts
