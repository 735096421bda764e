"""The heading of a wide table below two columns of text, between which and the table the second column is read."""

import pytest

from extractors.layout.table_titles import titled
from models.blocks import Block, Heading, Paragraph, Table
from models.place import Place


def at(x0: float, top: float, x1: float, bottom: float) -> tuple[Place, ...]:
    return (Place(page=1, x0=x0, top=top, x1=x1, bottom=bottom),)


HEADING = Heading(text="Medel per område (tkr)", places=at(57, 488, 200, 500), level=3, size=12)
SECOND_COLUMN = Paragraph(text="Uppföljningen görs i mars.", places=at(306, 72, 540, 140), size=11)


def wide_table(top: float) -> Table:
    return Table(text="", places=at(57, top, 540, top + 90), method="half_ruled", n_rows=2, n_cols=2, cells=())


@pytest.mark.parametrize(
    ("top", "title"), [(508, "Medel per område (tkr)"), (560, "")], ids=["right below", "further down"]
)
def test_a_wide_table_has_the_heading_that_stands_right_above_it(top: float, title: str) -> None:
    blocks: list[Block] = [HEADING, SECOND_COLUMN, wide_table(top)]

    assert titled(blocks)[-1].text == title


def test_a_text_between_the_heading_and_the_table_leaves_it_without_a_title() -> None:
    between = Paragraph(text="Planens insatser kostar 41,7 miljoner.", places=at(57, 501, 300, 507), size=6)

    assert titled([HEADING, between, wide_table(508)])[-1].text == ""
