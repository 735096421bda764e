"""Headings in the margin are read before the text that they stand beside; a table's labels are no such headings."""

from extractors.layout.margin_heads import read_with_heads, right_of, text_edge
from extractors.text.lines import Line
from tests.layout_builders import STEP, beside, full_line, raw_page, set_line

EDGE, MARGIN = 200.0, 70.0


def text_lines(n: int, *, page: int = 1, x0: float = EDGE) -> list[Line]:
    return [full_line(f"Rad{page}{i}", x0, 100 + i * STEP, page=page) for i in range(n)]


def with_head(lines: list[Line], at: int, *texts: str, bold: bool = True) -> list[Line]:
    """The lines with a heading's lines in the margin, the first at the height of line `at`."""
    heads = {at + i: set_line(text, MARGIN, lines[at + i].bottom, bold=bold) for i, text in enumerate(texts)}
    return [beside(heads[i], x) if i in heads else x for i, x in enumerate(lines)]


def document(*, bold: bool = True) -> list[list[Line]]:
    return [
        with_head(with_head(text_lines(30, page=n), 3, "Långsiktiga", "mål", bold=bold), 14, "Insatser", bold=bold)
        for n in range(1, 4)
    ]


def edge_of(pages: list[list[Line]]) -> float | None:
    return text_edge([raw_page(n) for n in range(1, len(pages) + 1)], pages)


def test_a_document_with_bold_heads_left_of_its_text_has_a_margin():
    edge = edge_of(document())

    assert edge is not None
    assert EDGE - 4 < edge < EDGE


def test_heads_come_right_before_the_lines_that_they_stand_beside():
    parts = read_with_heads(document()[0], EDGE - 2)

    assert [(part.in_margin, len(part.lines)) for part in parts] == [
        (False, 3),
        (True, 2),
        (False, 11),
        (True, 1),
        (False, 16),
    ]
    assert [x.text for x in parts[1].lines] == ["Långsiktiga", "mål"]
    assert parts[2].lines[0].text.startswith("Rad13 ")


def test_a_numbered_head_right_below_another_is_one_by_itself():
    lines = with_head(text_lines(30), 3, "Löpande aktiviteter", "Aktivitet 1. Kurs", "för alla")
    heads = [[x.text for x in part.lines] for part in read_with_heads(lines, EDGE - 2) if part.in_margin]

    assert heads == [["Löpande aktiviteter"], ["Aktivitet 1. Kurs", "för alla"]]


def test_labels_set_as_the_text_are_no_heads():
    assert edge_of(document(bold=False)) is None


def test_labels_beside_most_lines_are_a_tables():
    pages = [text_lines(30, page=n) for n in range(1, 4)]
    for at in range(0, 30, 2):
        pages = [with_head(lines, at, "Insats") for lines in pages]

    assert edge_of(pages) is None


def test_text_at_the_pages_left_side_has_no_margin():
    pages = document()
    plain = [text_lines(30, page=n, x0=MARGIN) for n in range(4, 6)]

    assert edge_of([*pages, *plain]) is None


def test_a_gutter_between_margin_and_text_parts_no_columns():
    assert right_of(EDGE, (EDGE - 10, EDGE + 150)) == (EDGE + 150,)
    assert right_of(None, (EDGE - 10,)) == (EDGE - 10,)
