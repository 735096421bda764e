"""Justified lines of few long words are text; words that stand in columns keep the white between them."""

import itertools

import pytest

from extractors.pages.geometry import Word
from extractors.pages.justified_lines import with_justified_lines

SIZE = 10.0
LEFT, RIGHT = 60.0, 220.0


def justified(*lines: str, left: float = LEFT, right: float = RIGHT) -> list[Word]:
    """Lines from edge to edge, the white in each shared out among its words; the last one as it falls."""
    words: list[Word] = []
    for at, line in enumerate(lines):
        texts = line.split()
        white = (right - left - sum(map(width, texts))) / (len(texts) - 1) if at + 1 < len(lines) else 3.0
        x = left
        for text in texts:
            words.append(word(text, x, at))
            x += width(text) + white
    return words


def width(text: str) -> float:
    return 5.0 * len(text)


def word(text: str, x0: float, line: int) -> Word:
    top = 100.0 + 12.0 * line
    return Word(text, x0, top, x0 + width(text), top + SIZE, SIZE)


def widest(words: list[Word]) -> float:
    """The widest white between two words of one line, after the lines are known."""
    read = with_justified_lines(words)
    return max(b.x0 - a.x1 for a, b in itertools.pairwise(read) if a.bottom == b.bottom)


def test_white_shared_out_among_the_words_of_a_justified_line_parts_nothing():
    words = justified("Personalen får utbildning", "i suicidprevention och i", "lågaffektivt bemötande.")

    assert widest(words) == pytest.approx(3.0)


def test_two_words_at_the_edges_of_a_justified_paragraph_are_one_text():
    words = justified("Vi stärker elevhälsan", "erfarenhetsutbyte mellan", "skolorna fyra gånger per år", "och läger.")

    assert widest(words) == pytest.approx(3.0)


@pytest.mark.parametrize(
    "rows",
    [
        (("Område", 60.0, "Budget", 190.0), ("Skola", 60.0, "575", 190.0, "000", 208.0)),
        (("2026", 60.0, "2027", 120.0, "2028", 180.0), ("x", 60.0, "x", 120.0, "x", 180.0)),
        (("Ansvarig", 60.0, "Elevhälsan", 170.0), ("Deltagare", 60.0, "Elevhälsan", 170.0)),
        (("Mål", 60.0, "Mått", 130.0, "Ansvarig", 195.0), ("Lugn", 60.0, "Andel", 130.0, "Rektor", 195.0)),
    ],
)
def test_cells_of_a_table_stay_apart(rows: tuple[tuple[str | float, ...], ...]):
    words = [
        word(str(text), float(x0), at)
        for at, row in enumerate(rows)
        for text, x0 in zip(row[::2], row[1::2], strict=True)
    ]

    assert with_justified_lines(words) == words


def test_rows_of_two_words_below_heads_that_stand_evenly_stay_apart():
    heads = [("Kön", 70.0), ("Svarat", 97.0), ("Kommundel", 139.0)]
    rows = [
        [("JA", 117.0), ("NORRSKOGA", 139.0)],
        [("NEJ", 112.0), ("LINDVIK", 149.0)],
        [("JA", 117.0), ("BYN", 169.0)],
    ]
    words = [word(text, x0, at) for at, row in enumerate([heads, *rows]) for text, x0 in row]

    assert with_justified_lines(words) == words
