"""Texts side by side and a list below the first of them: the list is read after all of them."""

import pytest

from extractors.layout.region_columns import drafts_of_columns
from extractors.pages.geometry import NOTHING_DRAWN
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import read_region
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, set_line


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("1. Kunskap:", ["Kunskap", "Skola", "Planer", "1. Kunskap:"]),
        ("och färdighet", ["Kunskap och färdighet", "Skola", "Planer"]),
    ],
    ids=["a-list", "the-first-text-goes-on"],
)
def test_a_list_below_tags_is_none_of_the_first_one(below: str, expected: list[str]) -> None:
    tags = [set_line(text, x0, 100) for text, x0 in (("Kunskap", LEFT), ("Skola", 240), ("Planer", 400))]
    lines = [Line(tuple(word for tag in tags for word in tag.words)), set_line(below, LEFT, 112)]
    (region,) = find_regions(lines, MEASURES)
    found = read_region(1, lines, region, NOTHING_DRAWN, MEASURES, None)

    drafts = drafts_of_columns(found, MEASURES)

    assert found.kind == "columns"
    assert [" ".join(line.text for line in draft.lines) for draft in drafts] == expected
