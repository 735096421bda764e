"""A tinted head whose cells are unequally high: bands of its rows, and no grid of its own."""

import pytest

from extractors.pages.geometry import Box, Placed
from extractors.pages.head_blocks import head_blocks
from tests.layout_builders import set_words

STUB, LAST = Box(70, 100, 200, 140), Box(320, 100, 440, 140)
OVER, LEFT_ONE, RIGHT_ONE = Box(200, 100, 320, 120), Box(200, 120, 260, 140), Box(260, 120, 320, 140)
HEAD = [STUB, OVER, LAST, LEFT_ONE, RIGHT_ONE]
ROW = [w for text, x0 in (("Sömn", 74), ("12", 220), ("14", 280), ("Enkät", 330)) for w in set_words(text, x0, 156)]


def colours(*boxes: Box) -> dict[Box, str]:
    return dict.fromkeys(boxes, "230") | {LAST: "230"}


def test_a_head_over_columns_and_one_beside_its_rows_are_bands_of_two_rows():
    (found,) = head_blocks(HEAD, colours(*HEAD), Placed(ROW))

    assert found.bands == (Box(70, 100, 440, 120), Box(70, 120, 440, 140))
    assert found.cells == set(HEAD)
    assert {Box(70, 100, 200, 120), Box(70, 120, 200, 140), OVER, LEFT_ONE} <= found.pieces


@pytest.mark.parametrize(
    ("fills", "other", "words"),
    [
        (HEAD, {}, set_words("En text under rutan", 74, 156)),
        ([OVER, LEFT_ONE, RIGHT_ONE], {}, ROW),
        ([STUB, OVER, LEFT_ONE, LAST], {}, ROW),
        (HEAD, {LAST: "90", RIGHT_ONE: "90"}, ROW),
        ([*HEAD, *(Box(70, y, 440, y + 20) for y in (140, 160))], {}, ROW),
    ],
    ids=["no rows below", "no cell over rows", "a hole", "two colours", "more rows"],
)
def test_other_tints_are_no_such_head(fills, other, words):
    assert head_blocks(fills, colours(*fills) | other, Placed(words)) == []
