"""Boxes with rounded corners are boxes, whether their border is stroked or filled between two of them."""

import pytest

from extractors.pages.geometry import Box
from extractors.pages.page_words import RawPage
from extractors.sheets import read_pages
from tests.layout_builders import HEIGHT, DrawnPage, write_pdf

_LEFT, _RIGHT = Box(70, 100, 280, 200), Box(300, 100, 510, 230)
_ROUND = 8.0


def _rounded(box: Box, within: float = 0.0) -> str:
    """The path of a box with quarter circles for corners, so many points within another."""
    x0, x1, y0, y1 = box.x0 + within, box.x1 - within, HEIGHT - box.bottom + within, HEIGHT - box.top - within
    r, k = _ROUND, 0.45 * _ROUND
    return (
        f"{x0 + r} {y0} m {x1 - r} {y0} l {x1 - k} {y0} {x1} {y0 + k} {x1} {y0 + r} c {x1} {y1 - r} l "
        f"{x1} {y1 - k} {x1 - k} {y1} {x1 - r} {y1} c {x0 + r} {y1} l {x0 + k} {y1} {x0} {y1 - k} {x0} {y1 - r} c "
        f"{x0} {y0 + r} l {x0} {y0 + k} {x0 + k} {y0} {x0 + r} {y0} c h"
    )


def _page(folder, *operators: str) -> RawPage:
    drawn = DrawnPage().text("Sökande", 80, 120).text("Vad ska göras?", 310, 120)
    drawn.operators.extend(operators)
    return read_pages(write_pdf(folder / "page.pdf", [drawn]))[0]


@pytest.mark.parametrize("within", [None, 1.0], ids=["stroked", "filled-between-two"])
def test_rounded_boxes_beside_each_other_are_two_grids_of_one_cell(tmp_path, within):
    paths = [
        f"0.7 w {_rounded(box)} S" if within is None else f"{_rounded(box)} {_rounded(box, within)} f*"
        for box in (_LEFT, _RIGHT)
    ]

    page = _page(tmp_path, *paths)

    found = [(round(grid.box.x0), round(grid.box.top), round(grid.box.bottom)) for grid in page.grids]
    assert found == [(70, 100, 200), (300, 100, 230)]
    assert page.tints == ()


def test_a_ring_is_no_box(tmp_path):
    circle = "100 600 m 100 627 77 650 50 650 c 22 650 0 627 0 600 c 0 572 22 550 50 550 c 77 550 100 572 100 600 c h S"

    assert _page(tmp_path, f"1 0 0 1 100 0 cm {circle}").grids == ()
