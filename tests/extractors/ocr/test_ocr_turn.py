"""From the page made straight back to the page as it lies in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.ocr.turn import Turn, turned_back
from models.blocks import Cell, Paragraph, Table
from models.place import Place

WIDTH, HEIGHT = 600.0, 800.0


def place(x0: float, top: float, x1: float, bottom: float, page: int = 1) -> Place:
    return Place(page=page, x0=x0, top=top, x1=x1, bottom=bottom)


@pytest.mark.parametrize(
    ("quarters", "straight", "lies"),
    [
        (0, (10, 20, 30, 50), (10, 20, 30, 50)),
        (1, (10, 20, 30, 50), (20, 770, 50, 790)),
        (2, (10, 20, 30, 50), (570, 750, 590, 780)),
        (3, (10, 20, 30, 50), (550, 10, 580, 30)),
    ],
)
def test_right_angles(quarters, straight, lies):
    assert Turn(WIDTH, HEIGHT, quarters).back(place(*straight)) == place(*lies)


def test_lines_that_rise_to_the_right_stand_lower_on_the_left():
    turn = Turn(WIDTH, HEIGHT, skew=1.0)

    left, right = turn.back(place(50, 400, 60, 410)), turn.back(place(540, 400, 550, 410))

    assert left.top - right.top == pytest.approx(490 * 0.01746, abs=0.1)


@given(st.integers(0, 3), st.floats(-5, 5), st.floats(100, 300), st.floats(100, 300))
def test_a_box_stays_on_its_page_and_covers_what_it_covered(quarters, skew, x, y):
    turn = Turn(WIDTH, HEIGHT, quarters, skew)

    back = turn.back(place(x, y, x + 90, y + 12))

    assert 0 <= back.x0 < back.x1 <= WIDTH
    assert 0 <= back.top < back.bottom <= HEIGHT
    wide, high = (90, 12) if quarters % 2 == 0 else (12, 90)
    assert back.x1 - back.x0 >= wide * 0.99
    assert back.bottom - back.top >= high * 0.99


def test_blocks_and_cells_are_turned_back_on_their_own_pages_only():
    here, there = place(10, 20, 30, 50), place(10, 20, 30, 50, page=2)
    table = Table(
        text="",
        places=(here, there),
        method="ruled",
        n_rows=1,
        n_cols=1,
        cells=(Cell(row=0, col=0, text="a", place=here),),
    )
    untouched = Paragraph(text="b", places=(there,))

    turned, same = turned_back([table, untouched], {1: Turn(WIDTH, HEIGHT, 2)})

    assert isinstance(turned, Table)
    assert turned.places == (place(570, 750, 590, 780), there)
    assert turned.cells[0].place == place(570, 750, 590, 780)
    assert same is untouched
