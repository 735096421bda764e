"""What repeats beside the text is the page's; what stands in the text, or on one page alone, is not."""

from extractors.layout.margins import part_sides
from extractors.text.lines import Line
from tests.layout_builders import LEFT, STEP, beside, raw_page, set_line, set_lines

SIDE = "Plan"
"""A word that fits in the left margin of the built pages."""


def page_of(n: int, *, shared: bool = False, with_side: bool = True) -> list[Line]:
    """Ten lines of its own; the side's word between two of them, or at the height of one."""
    lines = set_lines([f"Kommunen {chr(97 + n)}{'x' * i} satsar" for i in range(10)], bottom=300)
    if not with_side:
        return lines
    if shared:
        lines[4] = beside(set_line(SIDE, 20, lines[4].bottom), lines[4])
        return lines
    side = set_line(SIDE, 20, lines[4].bottom + STEP / 2, size=7)
    return sorted([*lines, side], key=lambda x: x.bottom)


def sorted_out(pages: list[list[Line]]) -> list[tuple[list[str], list[str]]]:
    sides = part_sides([raw_page(n) for n in range(1, len(pages) + 1)], pages)
    return [([x.text for x in side.text], [x.text for x in side.margin]) for side in sides]


def test_a_head_beside_the_text_of_every_page_is_set_apart():
    pages = [page_of(n) for n in range(4)]

    assert sorted_out(pages) == [([x.text for x in page_of(n, with_side=False)], [SIDE]) for n in range(4)]


def test_it_is_taken_out_of_the_line_that_it_shares_its_height_with():
    pages = [page_of(n, shared=True) for n in range(4)]

    assert sorted_out(pages) == [([x.text for x in page_of(n, with_side=False)], [SIDE]) for n in range(4)]


def test_on_two_pages_it_is_known_by_its_type():
    small = [page_of(n) for n in range(2)]
    plain = [page_of(n, shared=True) for n in range(2)]

    assert [margin for _, margin in sorted_out(small)] == [[SIDE]] * 2
    assert [margin for _, margin in sorted_out(plain)] == [[]] * 2


def test_what_stands_beside_the_text_of_one_page_is_text():
    pages = [page_of(0), *(page_of(n, with_side=False) for n in range(1, 4))]

    assert sorted_out(pages)[0][1] == []


def test_pages_that_are_all_alike_have_text():
    pages = [page_of(0, with_side=False) for _ in range(3)]

    assert [margin for _, margin in sorted_out(pages)] == [[]] * 3


def test_a_label_that_comes_again_in_the_text_is_text():
    pages = [[set_line("Belopp", LEFT, 280), *page_of(n, with_side=False)] for n in range(4)]

    assert [margin for _, margin in sorted_out(pages)] == [[]] * 4


def test_first_column_of_a_table_that_comes_again_is_text():
    rows = ["Personal", "Lokaler", "Resor"]
    pages = [
        [
            beside(set_line(row, LEFT, 300 + i * STEP), set_line(f"{n}{i} 500", 300, 300 + i * STEP))
            for i, row in enumerate(rows)
        ]
        for n in range(3)
    ]
    for n, page in enumerate(pages):
        page.append(set_line(f"Texten {'abc'[n]} börjar i samma kant.", LEFT, 400))

    assert [margin for _, margin in sorted_out(pages)] == [[]] * 3
