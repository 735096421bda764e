"""Plain values: equal by what they hold, and what they find of themselves is found once."""

import pickle

from extractors.pages.geometry import Box, Word
from extractors.plain import once, plain


@plain
class _Row:
    numbers: tuple[int, ...]

    @once
    def total(self) -> list[int]:
        """Its sum."""
        return [sum(self.numbers)]


def test_values_are_compared_and_hashed_by_what_they_hold() -> None:
    assert Box(0, 1, 2, 3) == Box(0, 1, 2, 3) != Box(0, 1, 2, 4)
    assert {Box(0, 1, 2, 3)} == {Box(0, 1, 2, 3)}


def test_what_a_value_found_of_itself_is_not_found_again_and_is_no_part_of_it() -> None:
    row = _Row((1, 2))

    assert row.total == [3]
    assert row.total is row.total
    assert row == _Row((1, 2))
    assert _Row.total.__doc__ == "Its sum."


def test_words_and_boxes_are_packed_whole() -> None:
    held = (Word("kr", 1.0, 2.0, 3.0, 4.0, 11.0, bold=True, led=True), Box(0, 1, 2, 3))

    assert pickle.loads(pickle.dumps(held)) == held
