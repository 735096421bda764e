"""Heads that stand off the one column that they reach over."""

from extractors.tables.head_middles import set_by_middles
from extractors.tables.head_rounds import Head
from tests.layout_builders import set_line


def test_two_heads_over_one_column_leave_each_other_nothing_and_stay_as_they_are() -> None:
    level = [Head(1, 1, [set_line("Utfall", 300)]), Head(1, 1, [set_line("kr", 360)])]
    below = [Head(1, 1, [set_line("2025", 320, 113)])]

    set_by_middles([level, below], [(70.0, 200.0), (290.0, 400.0)])

    assert [(head.first, head.last) for head in level] == [(1, 1), (1, 1)]
