"""A section's tint below a row whose label runs over several lines: its cells stand beside the first of them."""

from extractors.pages.geometry import Box, Placed, Word
from extractors.pages.section_tints import is_among_rows
from tests.layout_builders import set_words

SECTION = Box(70, 150, 500, 168)
LABEL = ["Utbildning för alla som arbetar", "med barn och unga i länets norra", "delar under planens tid"]


def row(label: list[str], bottom: float) -> list[Word]:
    """A label and, beside its first line, a mark."""
    lines = [w for i, text in enumerate(label) for w in set_words(text, 74, bottom + 14 * i)]
    return [*lines, *set_words("X", 400, bottom)]


def test_it_is_among_rows_where_the_lines_above_it_are_a_labels():
    words = [*row(LABEL, 118), *set_words("Fritid", 74, 163), *row(["Träffar"], 182)]

    assert is_among_rows(SECTION, [], [], Placed(words))


def test_text_above_it_is_no_label_where_nothing_stands_beside_its_first_lines():
    text = [w for i, line in enumerate(LABEL) for w in set_words(line, 74, 118 + 14 * i)]

    assert not is_among_rows(SECTION, [], [], Placed([*text, *set_words("Fritid", 74, 163), *row(["Träffar"], 182)]))
