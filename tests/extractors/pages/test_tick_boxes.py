"""Drawn tick boxes: which of them have a mark in them, however it is drawn, and what only looks like one."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.pages.geometry import Box
from extractors.pages.page_words import TICK, TICKED, TICKS
from extractors.pages.pdfium_shapes import Shape
from extractors.pages.squares_of_lines import with_whole_squares
from extractors.reading import read_file
from extractors.sheets import read_pages
from models.blocks import Answer, Table
from tests.layout_builders import HEIGHT, DrawnPage, write_pdf

BOXES = [Box(70, 100 + 16.0 * i, 80, 110 + 16.0 * i) for i in range(3)]
"""Ten points wide and high; the second one gets the mark."""
MARKED = BOXES[1]


def circle(drawn: DrawnPage, x: float, top: float, radius: float, paint: str) -> None:
    y, k = HEIGHT - top, 0.55 * radius
    r = radius
    curves = [(-r, k, -k, r, 0, r), (k, r, r, k, r, 0), (r, -k, k, -r, 0, -r), (-k, -r, -r, -k, -r, 0)]
    path = [f"{x - r} {y} m"]
    path += [" ".join(f"{(x, y)[n % 2] + at:.2f}" for n, at in enumerate(curve)) + " c" for curve in curves]
    drawn.operators.append(" ".join([*path, paint]))


def cross(drawn: DrawnPage) -> None:
    drawn.stroked(72, 118, 78, 124).stroked(78, 118, 72, 124)


def wide_cross(drawn: DrawnPage) -> None:
    drawn.stroked(68, 114, 82, 128).stroked(82, 114, 68, 128)


def tick(drawn: DrawnPage) -> None:
    drawn.operators.append(f"1 w 71 {HEIGHT - 121} m 74 {HEIGHT - 125} l 79 {HEIGHT - 117} l S")


def dark_inside(drawn: DrawnPage) -> None:
    drawn.filled(Box(72, 118, 78, 124))


def wholly_dark(drawn: DrawnPage) -> None:
    drawn.filled(MARKED)


def set_cross(drawn: DrawnPage) -> None:
    drawn.text("X", 71.7, 124.5, size=9, font="B")


def bullet_inside(drawn: DrawnPage) -> None:
    circle(drawn, 75, 121, 2.5, "f")


def double_border(drawn: DrawnPage) -> None:
    for box in BOXES:
        drawn.square(Box(box.x0 + 1, box.top + 1, box.x1 - 1, box.bottom - 1))


def pale_ground(drawn: DrawnPage) -> None:
    for box in BOXES[:2]:
        drawn.filled(Box(box.x0 + 0.5, box.top + 0.5, box.x1 - 0.5, box.bottom - 0.5), 0.92)


def nothing(drawn: DrawnPage) -> None:
    assert drawn.operators


def states(folder: Path, drawn: DrawnPage) -> list[str]:
    (page,) = read_pages(write_pdf(folder / "page.pdf", [drawn]))
    assert not any(word.text in "Xx" for word in page.words)
    return [word.text for word in page.words if word.text in TICKS]


@pytest.mark.parametrize("mark", [cross, wide_cross, tick, dark_inside, wholly_dark, set_cross, bullet_inside])
def test_a_mark_in_a_box_ticks_it(tmp_path, mark: Callable[[DrawnPage], None]):
    drawn = DrawnPage()
    for box in BOXES:
        drawn.square(box)
    mark(drawn)

    assert states(tmp_path, drawn) == [TICK, TICKED, TICK]


def four_lines(drawn: DrawnPage, box: Box) -> None:
    corners = [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom), (box.x0, box.top)]
    for (x0, top), (x1, bottom) in pairwise(corners):
        drawn.stroked(x0, top, x1, bottom)


def four_bars(drawn: DrawnPage, box: Box) -> None:
    for bar in (
        Box(box.x0, box.top, box.x1, box.top + 0.6),
        Box(box.x0, box.bottom - 0.6, box.x1, box.bottom),
        Box(box.x0, box.top, box.x0 + 0.6, box.bottom),
        Box(box.x1 - 0.6, box.top, box.x1, box.bottom),
    ):
        drawn.filled(bar)


@pytest.mark.parametrize("mark", [cross, tick, dark_inside, set_cross])
@pytest.mark.parametrize("sides", [four_lines, four_bars])
def test_a_box_drawn_side_by_side_is_one(tmp_path, sides, mark):
    drawn = DrawnPage()
    for box in BOXES:
        sides(drawn, box)
    mark(drawn)

    assert states(tmp_path, drawn) == [TICK, TICKED, TICK]


@pytest.mark.parametrize("left_out", [0, 1, 2, 3])
def test_three_lines_are_no_box(left_out):
    sides = [Box(70, 100, 80, 100), Box(70, 110, 80, 110), Box(70, 100, 70, 110), Box(80, 100, 80, 110)]
    shapes = [Shape("line", box, False, True, "") for i, box in enumerate(sides) if i != left_out]

    assert with_whole_squares(shapes) == shapes


@pytest.mark.parametrize("ornament", [nothing, double_border, pale_ground])
def test_what_belongs_to_the_box_itself_is_no_mark(tmp_path, ornament: Callable[[DrawnPage], None]):
    drawn = DrawnPage()
    for box in BOXES:
        drawn.square(box)
    ornament(drawn)

    assert states(tmp_path, drawn) == [TICK] * 3


def test_round_buttons_are_boxes_too(tmp_path):
    drawn = DrawnPage()
    for box in BOXES:
        circle(drawn, 75, box.top + 5, 5, "S")
    bullet_inside(drawn)

    assert states(tmp_path, drawn) == [TICK, TICKED, TICK]


def test_squares_that_are_all_dark_are_not_chosen(tmp_path):
    drawn = DrawnPage()
    for box in BOXES:
        drawn.filled(box)

    assert states(tmp_path, drawn) == [TICK] * 3


def test_a_ticked_box_in_a_cell_is_told_and_an_empty_one_is_no_text(tmp_path):
    drawn = DrawnPage().grid([60, 250, 300, 350], [90, 110, 130])
    for x, head in [(64, "Insats"), (254, "Ja"), (304, "Nej")]:
        drawn.text(head, x, 104)
    drawn.text("Kurser", 64, 124).square(Box(254, 115, 264, 125)).square(Box(304, 115, 314, 125))
    drawn.stroked(256, 117, 262, 123).stroked(262, 117, 256, 123)

    (table,) = read_file(write_pdf(tmp_path / "t.pdf", [drawn]), "0" * 64, "t.pdf").blocks

    assert isinstance(table, Table)
    assert table.grid() == [["Insats", "Ja", "Nej"], ["Kurser", "☒", ""]]


def test_an_answer_of_options_keeps_the_tick_that_chooses(tmp_path):
    drawn = DrawnPage()
    for i, (label, value) in enumerate([("Kommun:", "Granvik"), ("Ort:", "Ekfors")]):
        drawn.text(label, 70, 180 + 16 * i).text(value, 250, 180 + 16 * i)
    drawn.text("Plan:", 70, 212).text("Ja", 264, 212).text("Nej", 302, 212)
    drawn.square(Box(250, 203, 260, 213)).square(Box(288, 203, 298, 213)).filled(Box(290, 205, 296, 211))

    blocks = read_file(write_pdf(tmp_path / "t.pdf", [drawn]), "0" * 64, "t.pdf").blocks

    assert [(a.label, a.value) for a in blocks if isinstance(a, Answer)][-1] == ("Plan:", "☐ Ja ☒ Nej")


def test_boxes_close_above_each_other_part_no_cell(tmp_path):
    drawn = DrawnPage().grid([60, 500], [90, 110, 151]).text("Vilka har deltagit?", 64, 104)
    for i, option in enumerate(["Kurator", "Fältgrupp", "Lärare"]):
        drawn.text(option, 80, 122 + 13 * i).square(Box(64, 112 + 13 * i, 75, 123 + 13 * i))
    drawn.stroked(66, 127, 73, 134).stroked(73, 127, 66, 134)

    blocks = read_file(write_pdf(tmp_path / "t.pdf", [drawn]), "0" * 64, "t.pdf").blocks

    assert [(getattr(b, "marker", ""), b.text) for b in blocks] == [
        ("", "Vilka har deltagit?"),
        ("☐", "Kurator"),
        ("☒", "Fältgrupp"),
        ("☐", "Lärare"),
    ]


def test_a_round_button_that_is_painted_dark_is_chosen_and_a_ring_is_not(tmp_path):
    drawn = DrawnPage()
    for box in BOXES:
        circle(drawn, 75, box.top + 5, 5, "S")
    circle(drawn, 75, MARKED.top + 5, 5, "f")

    assert states(tmp_path, drawn) == [TICK, TICKED, TICK]


def test_a_large_dark_dot_on_a_white_ground_chooses(tmp_path):
    drawn = DrawnPage()
    for box in BOXES:
        drawn.operators.append("1 g")
        circle(drawn, 75, box.top + 5, 5, "f")
        drawn.operators.append("0 g")
        circle(drawn, 75, box.top + 5, 4.6, "S")
    circle(drawn, 75, MARKED.top + 5, 3.0, "f")

    assert states(tmp_path, drawn) == [TICK, TICKED, TICK]


def test_borders_painted_between_two_circles_leave_the_box_that_is_painted_whole_chosen(tmp_path):
    drawn = DrawnPage()
    for box in BOXES:
        circle(drawn, 75, box.top + 5, 5, "")
        circle(drawn, 75, box.top + 5, 4.2, "f*")
    wholly_dark(drawn)

    assert states(tmp_path, drawn) == [TICK, TICKED, TICK]


def test_rings_that_are_painted_are_not_chosen_beside_squares_that_are_not(tmp_path):
    drawn = DrawnPage()
    for box in BOXES[:2]:
        circle(drawn, 75, box.top + 5, 5, "f")
        drawn.operators.append("1 g")
        circle(drawn, 75, box.top + 5, 4, "f")
        drawn.operators.append("0 g")
    drawn.square(BOXES[2])

    assert states(tmp_path, drawn) == [TICK] * 3


@pytest.mark.parametrize(("grounds", "chosen"), [((1,), [TICK, TICKED, TICK]), ((0, 1, 2), [TICK] * 3)])
@pytest.mark.parametrize("paint", ["1 g", "0.75 g"])
def test_a_gradient_in_one_of_several_rings_is_its_dot(tmp_path, paint, grounds, chosen):
    drawn = DrawnPage()
    for at, box in enumerate(BOXES):
        if at in grounds:
            drawn.operators.append(f"{paint} {box.x0} {HEIGHT - box.bottom} 10 10 re f 0 g")
        circle(drawn, 75, box.top + 5, 4.6, "S")

    assert states(tmp_path, drawn) == chosen


@pytest.mark.parametrize(
    ("fills", "n_boxes"), [(("1 0.7 0", "0.3 0.7 0.3", "0.8 0.8 0.9"), 0), (("0", "0.9", "0.9"), 3)]
)
def test_fills_of_several_colours_tell_of_states_and_tick_nothing(tmp_path, fills, n_boxes):
    drawn = DrawnPage()
    for box, fill in zip(BOXES, fills, strict=True):
        paint = "rg" if " " in fill else "g"
        drawn.operators.append(f"{fill} {paint} {box.x0} {HEIGHT - box.bottom} 10 10 re f 0 g")
        drawn.text("Väntetid", 90, box.bottom - 2)

    assert sum(word in {TICK, TICKED} for word in states(tmp_path, drawn)) == n_boxes
