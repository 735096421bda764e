"""Bars of a chart: they and the lines of its scale are no cells, what is printed at them is no text."""

from extractors.pages.bar_charts import without_charts
from extractors.pages.geometry import Box, Word
from extractors.pages.pdfium_shapes import Shape
from tests.layout_builders import set_words

FOOT = 300.0
"""The base line's height."""
HEIGHTS = (60.0, 25.0, 42.0, 10.0)
BAR, STEP = 20.0, 40.0


def fill(box: Box) -> Shape:
    return Shape("rectangle", box, filled=True, stroked=False, color="0 90 120 255")


def line(box: Box) -> Shape:
    return Shape("line", box, filled=False, stroked=True, color="")


def bars(heights: tuple[float, ...] = HEIGHTS) -> list[Shape]:
    places = [100 + STEP * i for i in range(len(heights))]
    return [fill(Box(x, FOOT - height, x + BAR, FOOT)) for x, height in zip(places, heights, strict=True)]


SCALE = [line(Box(90, FOOT - y, 250, FOOT - y)) for y in (0, 25, 50, 75)]


def figures_of_scale() -> list[Word]:
    return [word for y in (0, 25, 50, 75) for word in set_words(str(y), 75, FOOT - y + 4, size=7)]


def labels() -> list[Word]:
    places = [98 + STEP * i for i in range(len(HEIGHTS))]
    return [word for x, text in zip(places, "ABCD", strict=True) for word in set_words(text * 4, x, FOOT + 12, size=7)]


def test_bars_and_their_scale_are_taken_out_with_what_stands_at_them():
    text = set_words("Stödet har ökat i kommunen.", 90, FOOT + 60)

    found = without_charts([*bars(), *SCALE], [*figures_of_scale(), *labels(), *text])

    assert found.shapes == ()
    assert found.words == tuple(text)
    assert [w.text for w in found.set_apart] == ["0", "25", "50", "75", "AAAA", "BBBB", "CCCC", "DDDD"]


def test_values_printed_on_the_bars_and_above_the_highest_stand_in_the_chart():
    values = [*set_words("25", 143, FOOT - 5, size=7), *set_words("60", 103, FOOT - 62, size=7)]

    assert without_charts(bars(), values).words == ()


def test_a_table_beside_the_chart_stays_as_it_is():
    cells = [line(Box(300, y, 500, y)) for y in (250, 265, 280)]
    row = [*set_words("Ekfors", 300, 262), *set_words("60", 480, 262)]

    found = without_charts([*bars(), *SCALE, *cells], [*row, *figures_of_scale(), *labels()])

    assert (found.shapes, found.words) == (tuple(cells), tuple(row))


def test_painted_cells_of_one_height_are_no_bars():
    cells = bars((20.0, 20.0, 20.0, 20.0))

    assert without_charts(cells, []).shapes == tuple(cells)


def test_boxes_that_hold_words_are_no_bars():
    words = set_words("Mål", 101, FOOT - 5)

    found = without_charts(bars(), words)

    assert (found.shapes, found.words) == (tuple(bars()), tuple(words))


def test_a_text_below_the_chart_is_none_of_its_labels():
    source = set_words("Källa: kommunens uppföljning", 95, FOOT + 12)

    assert without_charts([*bars(), *SCALE], source).words == tuple(source)
