"""Running heads, page numbers and footnotes are set apart; titles, table heads and small tables are not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.layout.framed_heads import with_framed_heads
from extractors.layout.furniture import Furniture, set_apart, without_rule_of_notes
from extractors.pages.geometry import Box, RuledGrid
from extractors.sheets import Sheet
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line
from tests.layout_builders import LEFT, STEP, beside, raw_page, set_line, set_lines, set_right

HEAD, FOOT = 50.0, 810.0
HEIGHTS = [(i, 90.0 + 9 * i) for i in range(26)]


def body_lines(page: int, count: int = 20, bottom: float = 150.0) -> list[Line]:
    """Lines of which no two are alike, not even but for their numbers, 13 points from foot to foot."""
    names = [f"{chr(97 + page)}{'x' * i}" for i in range(count)]
    return set_lines([f"Kommunen satsar på {name}." for name in names], bottom=bottom)


def apart(pages: Sequence[Sequence[Line]]) -> list[Furniture]:
    """Each page's lines sorted; the lines must come from the top."""
    ordered = [sorted(lines, key=lambda x: x.bottom) for lines in pages]
    return set_apart([raw_page(n) for n in range(1, len(pages) + 1)], ordered)


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("3", "3"),
        ("Sida 3 (9)", "3"),
        ("Sida 3", "3"),
        ("3 (9)", "3"),
        ("3(9)", "3"),
        ("- 3 -", "3"),
        ("– 3 –", "3"),
        ("3 av 9", "3"),
        ("Sida 3 av 9", "3"),
        ("3/9", "3"),
        ("Sid 3", "3"),
        ("i", "i"),
        ("iv", "iv"),
        ("ix", None),
        ("iix", None),
        ("I", None),
        ("vi har", None),
        ("[3]", None),
        ("3 kap.", None),
        ("2018", None),
    ],
)
def test_a_page_number_is_set_apart_and_labels_its_page(printed, label):
    (page,) = apart([[*body_lines(1), set_line(printed, 480, FOOT)]])

    assert page.label == label
    assert texts(page.numbers) == ([printed] if label else [])
    assert texts(page.body) == texts(body_lines(1)) + ([] if label else [printed])


def test_a_number_in_the_middle_of_the_page_is_text():
    (page,) = apart([[*body_lines(1), set_line("3", LEFT, 500)]])

    assert page.label is None
    assert "3" in texts(page.body)


def test_a_line_at_the_edge_of_most_pages_is_a_running_head():
    pages = [[set_line("Handlingsplan 2019", LEFT, HEAD), *body_lines(n)] for n in range(1, 5)]

    sorted_pages = apart(pages)

    assert [texts(p.running) for p in sorted_pages] == [["Handlingsplan 2019"]] * 4
    assert [texts(p.body) for p in sorted_pages] == [texts(body_lines(n)) for n in range(1, 5)]


def test_running_heads_may_differ_in_their_numbers():
    pages = [[*body_lines(n), set_line(f"Bilaga 1, blad {n}", LEFT, FOOT)] for n in range(1, 5)]

    assert [texts(p.running) for p in apart(pages)] == [[f"Bilaga 1, blad {n}"] for n in range(1, 5)]


def test_a_head_on_two_neighbouring_pages_is_set_apart_where_white_parts_it_from_the_text():
    pages = [[set_line("Redovisning", LEFT, HEAD), *body_lines(n)] for n in range(1, 9)]
    for n in range(2, 8):
        pages[n] = pages[n][1:]

    sorted_pages = apart(pages)

    assert [texts(p.running) for p in sorted_pages[:3]] == [["Redovisning"], ["Redovisning"], []]


@pytest.mark.parametrize("at", [pytest.param((40.0, 53.0), id="head"), pytest.param((797.0, 810.0), id="foot")])
def test_a_head_or_foot_of_two_lines_on_neighbouring_pages_is_set_apart(at):
    pages = [body_lines(n) for n in range(1, 9)]
    for n in (3, 4):
        pages[n] += [set_line("Utskrift från", LEFT, at[0]), set_line("kommunens formulär", LEFT, at[1])]

    sorted_pages = apart(pages)

    assert [len(p.running) for p in sorted_pages] == [0, 0, 0, 2, 2, 0, 0, 0]


def test_a_heading_that_tops_two_pages_is_text_where_text_goes_on_below_it():
    pages = [body_lines(n, bottom=89) for n in range(1, 9)]
    for n in (3, 4):
        heads = [set_line("Insatser", 320, 60), set_line(f"{n}. Insatsområde", LEFT, 76)]
        pages[n] = [*heads, *pages[n]]

    assert [p.running for p in apart(pages)] == [()] * 8


def test_a_label_that_comes_again_in_the_text_and_tops_two_pages_with_white_below_is_text():
    pages = [body_lines(n) for n in range(1, 9)]
    for n in range(8):
        pages[n] += [set_line("Det vi gör:", LEFT, 460, bold=True)]
    for n in (3, 5):
        pages[n] = [set_line("Det vi gör:", LEFT, 80, bold=True), *pages[n]]

    assert [p.running for p in apart(pages)] == [()] * 8


def test_a_head_on_neighbouring_pages_that_the_text_has_once_or_set_otherwise_is_set_apart():
    pages = [body_lines(n) for n in range(1, 9)]
    pages[0] += [set_line("Lokala satsningar", LEFT, 460)]
    for n in (5, 6, 7):
        pages[n] += [set_line("Lokala satsningar", LEFT, 460, bold=True)]
    for n in (3, 4):
        pages[n] = [set_line("Lokala satsningar", LEFT, HEAD), *pages[n]]

    assert [len(p.running) for p in apart(pages)] == [0, 0, 0, 1, 1, 0, 0, 0]


def test_addresses_in_columns_at_the_foot_of_each_page_are_set_apart():
    rows = [("Postadress", "Telefon"), ("Kommunhuset", "0400-11 22 00"), ("400 12 Granvik", "0400-11 22 33")]
    feet = [
        beside(set_line(a, LEFT, 784 + i * STEP), set_line(b, 300, 784 + i * STEP)) for i, (a, b) in enumerate(rows)
    ]

    sorted_pages = apart([[*body_lines(n), *feet] for n in range(1, 4)])

    assert [texts(p.running) for p in sorted_pages] == [[" ".join(row) for row in rows]] * 3


def test_a_head_over_the_edges_of_a_table_that_counts_the_pages_is_set_apart():
    def page(n: int) -> list[Line]:
        row = beside(set_line(f"Ort {chr(96 + n)}", LEFT, 90), set_right("5 000", 500, 90))
        return [beside(set_line("Plan", LEFT, HEAD), set_right(f"Sida {n}", 500, HEAD)), row, *body_lines(n)]

    sorted_pages = apart([page(n) for n in range(1, 5)])

    assert [texts(p.running) for p in sorted_pages] == [["Plan"]] * 4
    assert [p.label for p in sorted_pages] == ["1", "2", "3", "4"]


def test_a_number_with_that_of_all_pages_numbers_its_page_though_no_other_page_bears_it_out():
    pages = [body_lines(n) for n in range(1, 4)]
    pages[0].insert(0, beside(set_line("Norrby kommun", LEFT, HEAD), set_right("1 (1)", 500.0, HEAD)))

    first = apart(pages)[0]

    assert (first.label, texts(first.body)[0]) == ("1", "Norrby kommun")


def test_a_number_above_that_behind_it_numbers_no_page():
    pages = [body_lines(n) for n in range(1, 4)]
    pages[0].insert(0, beside(set_line("Personer", LEFT, HEAD), set_right("5 (3)", 500.0, HEAD)))

    first = apart(pages)[0]

    assert (first.label, texts(first.body)[0]) == (None, "Personer 5 (3)")


def test_a_line_on_one_page_only_is_text():
    pages = [body_lines(n) for n in range(1, 4)]
    pages[1].insert(0, set_line("Inledning till planen", LEFT, HEAD))

    assert texts(apart(pages)[1].body)[0] == "Inledning till planen"


def test_a_title_repeated_in_larger_type_on_the_next_page_is_text():
    pages = [[set_line("Förslag till beslut", LEFT, 80, size=18), *body_lines(n, bottom=130)] for n in (1, 2)]
    pages += [body_lines(n) for n in range(3, 9)]

    sorted_pages = apart(pages)

    assert [p.running for p in sorted_pages] == [()] * 8
    assert texts(sorted_pages[1].body)[0] == "Förslag till beslut"


def test_a_table_header_that_goes_on_into_its_rows_on_the_next_page_is_text():
    def page(names: Sequence[str]) -> list[Line]:
        rows = [("Kommun", "Belopp"), *((name, "5 000") for name in names)]
        return [
            beside(set_line(a, 70, 90 + i * STEP), set_line(b, 300, 90 + i * STEP)) for i, (a, b) in enumerate(rows)
        ]

    sorted_pages = apart([page(["Granvik", "Ekfors"]), page(["Talludden", "Björkåsa"]), page(["Furuby", "Almnäs"])])

    assert [p.running for p in sorted_pages] == [()] * 3
    assert [texts(p.body)[0] for p in sorted_pages] == ["Kommun Belopp"] * 3


def test_a_repeated_line_with_text_between_it_and_the_edge_is_text():
    pages = [
        [set_line(f"Eget stycke om {w}", LEFT, 40), set_line("Mål", LEFT, 80), *body_lines(n)]
        for n, w in enumerate(["skola", "vård", "arbete", "fritid"], start=1)
    ]

    sorted_pages = apart(pages)

    assert all("Mål" in texts(p.body) for p in sorted_pages)


def test_a_running_foot_and_the_page_number_below_it_are_both_set_apart():
    pages = [
        [*body_lines(n), set_line("Region Nordanskog", LEFT, 795), set_line(f"{n} (4)", 480, FOOT)] for n in range(1, 5)
    ]

    sorted_pages = apart(pages)

    assert [p.label for p in sorted_pages] == ["1", "2", "3", "4"]
    assert [texts(p.running) for p in sorted_pages] == [["Region Nordanskog"]] * 4
    assert all(len(p.body) == 20 for p in sorted_pages)


def note(text: str, mark: str, bottom: float) -> Line:
    return Line(set_line(text, LEFT + 6, bottom, size=8).words, (mark,), mark, (LEFT,))


def test_footnotes_are_cut_off_each_with_its_further_lines():
    notes = [
        note("Lagen om statsbidrag, se bilagan som är", "1", 740),
        set_line("fogad till planen.", LEFT, 750, size=8),
        note("Enligt länets egen uppföljning.", "2", 762),
    ]

    (page,) = apart([[*body_lines(1), *notes]])

    assert [texts(n) for n in page.footnotes] == [
        ["Lagen om statsbidrag, se bilagan som är", "fogad till planen."],
        ["Enligt länets egen uppföljning."],
    ]
    assert texts(page.body) == texts(body_lines(1))


def test_a_footnote_whose_mark_stands_on_a_line_of_its_own_is_one_note():
    mark = Line(set_line("1", LEFT, 740, size=8).words, (), "1")
    notes = [mark, set_line("Uppgift från kommunerna.", LEFT, 750, size=8)]

    (page,) = apart([[*body_lines(1), *notes, set_line("4", 480, FOOT)]])

    assert [texts(n) for n in page.footnotes] == [["1", "Uppgift från kommunerna."]]
    assert page.label == "4"


def test_a_mark_with_a_full_stop_may_stand_on_a_line_of_its_own_too():
    first = Line(set_line("Lagen om statsbidrag.", LEFT, 728, size=8).words, (), "1")
    notes = [first, set_line("2.", LEFT, 740, size=5), set_line("www.kommunen.se/uppgifter", LEFT, 750, size=8)]
    text = [*body_lines(1)[:-1], Line(body_lines(1)[-1].words, ("1", "2"), None, (LEFT, LEFT))]

    (page,) = apart([[*text, *notes, set_line("4", 480, FOOT)]])

    assert [texts(n) for n in page.footnotes] == [["Lagen om statsbidrag."], ["2.", "www.kommunen.se/uppgifter"]]


def marked(line: Line, mark: str) -> Line:
    """The line with a footnote mark in it."""
    return Line(line.words, (mark,), marks_x0=(line.x1,))


UNRAISED = set_line("2 Enligt länets egen uppföljning.", LEFT, 747, size=8)
"""A small line whose number is not raised."""


def test_a_number_that_the_text_above_has_as_a_mark_begins_a_footnote():
    text = [marked(body_lines(1)[0], "1,2"), *body_lines(1)[1:]]

    (page,) = apart([[*text, UNRAISED]])

    assert [texts(n) for n in page.footnotes] == [[UNRAISED.text]]


def test_a_short_rule_above_a_number_tells_a_footnote():
    rule = Box(LEFT, 730, LEFT + 140, 730.5)

    (page,) = set_apart([raw_page(1, rules=[rule])], [[*body_lines(1), UNRAISED]])

    assert [texts(n) for n in page.footnotes] == [[UNRAISED.text]]


LONG_RULE = Box(LEFT, 731, LEFT + 440, 731.5)
STRETCHED = beside(set_line("Läs mer i", LEFT, 760, size=8), set_line("bilagan", 400, 760, size=8))
"""The last footnote's line, set to both margins."""


@pytest.mark.parametrize(("rules", "n_notes"), [([LONG_RULE], 2), ([], 0)], ids=["ruled-off", "no-rule"])
def test_a_rule_as_long_as_the_text_over_a_raised_mark_tells_footnotes_however_they_are_stretched(rules, n_notes):
    notes = [note("Enligt länet.", "1", 741), note("Uppgift från skolan.", "2", 750), STRETCHED]

    (page,) = set_apart([raw_page(1, rules=rules)], [[*body_lines(1), *notes]])

    assert len(page.footnotes) == n_notes
    assert len(page.body) == len(body_lines(1)) + (0 if n_notes else len(notes))


def test_rows_of_small_figures_below_a_rule_are_no_footnotes_though_the_first_has_a_mark():
    rows = [beside(note("Samtal", "1", y), set_line("5 000", 400, y, size=8)) for y in (741, 750, 760)]
    first = Line(rows[0].words, ("1",), "1", (LEFT,))

    (page,) = set_apart([raw_page(1, rules=[LONG_RULE])], [[*body_lines(1), first, *rows[1:]]])

    assert page.footnotes == ()


def test_a_small_label_over_a_forms_box_is_no_footnote():
    box = Box(LEFT, UNRAISED.bottom + 2, LEFT + 300, UNRAISED.bottom + 20)
    page = replace(raw_page(1), grids=(RuledGrid(box, (box,)),))

    (sorted_page,) = set_apart([page], [[*body_lines(1), UNRAISED]])

    assert sorted_page.footnotes == ()


def test_a_small_label_beside_its_box_is_no_footnote():
    rule = Box(LEFT, 730, LEFT + 140, 730.5)
    box = Box(UNRAISED.x1 + 10, UNRAISED.top - 3, UNRAISED.x1 + 60, UNRAISED.bottom + 3)
    page = replace(raw_page(1, rules=[rule]), grids=(RuledGrid(box, (box,)),))

    (sorted_page,) = set_apart([page], [[*body_lines(1), UNRAISED]])

    assert sorted_page.footnotes == ()


def test_bold_questions_below_a_few_large_heads_are_no_footnotes():
    heads = [set_line("Gemensam analys och handlingsplan", LEFT, 300 + 40 * i, size=13, bold=True) for i in range(7)]
    asked = [set_line("1. Har ni granskat analysen i år?", LEFT, 640, bold=True), set_line("Nej", LEFT + 20, 653)]

    (page,) = apart([[*heads, *asked]])

    assert page.footnotes == ()


def test_wide_white_above_a_number_tells_a_footnote():
    (page,) = apart([[*body_lines(1), UNRAISED]])

    assert [texts(n) for n in page.footnotes] == [[UNRAISED.text]]


def test_a_number_right_below_the_text_to_which_nothing_refers_begins_no_footnote():
    (page,) = apart([[*body_lines(1, count=46), UNRAISED]])

    assert page.footnotes == ()


def test_a_small_table_with_numbers_in_its_first_column_is_no_footnote():
    rows = [
        beside(set_line(str(i), LEFT, 500 + 12 * i, size=8), set_line("Samtal", 100, 500 + 12 * i, size=8))
        for i in range(1, 5)
    ]
    sums = [beside(row, set_line("5 000", 400, row.bottom, size=8)) for row in rows]

    head = beside(set_line("Nr", LEFT, 500, size=8), set_line("Kurs", 100, 500, size=8))

    (page,) = apart([[*body_lines(1), head, *sums]])

    assert page.footnotes == ()
    assert texts(page.body)[-4:] == texts(sums)


def test_small_print_without_a_mark_is_text():
    small = set_line("Uppgifterna avser hela länet.", LEFT, 750, size=8)

    (page,) = apart([[*body_lines(1), small]])

    assert page.footnotes == ()
    assert texts(page.body)[-1] == small.text


def test_a_numbered_line_in_the_bodys_size_is_text():
    (page,) = apart([[*body_lines(1), set_line("2 Samverkan med skolan", LEFT, 740)]])

    assert page.footnotes == ()


def test_numbered_rows_of_a_page_in_small_print_are_no_footnotes():
    rows = [
        beside(set_line(f"{i} Åtgärd", LEFT, 120 + 10 * i, size=8), set_line(f"{i} 000", 300, 120 + 10 * i, size=8))
        for i in range(1, 60)
    ]

    (page,) = apart([rows])

    assert page.footnotes == ()
    assert len(page.body) == 59


def test_every_line_of_a_page_is_sorted_exactly_once():
    pages = [
        [
            set_line("Länsplan", LEFT, HEAD),
            *body_lines(n),
            note("En not.", "1", 760),
            set_line(f"Sida {n}", 480, FOOT),
        ]
        for n in range(1, 4)
    ]

    for lines, page in zip(pages, apart(pages), strict=True):
        placed = [*page.running, *page.body, *(x for n in page.footnotes for x in n), *page.numbers]
        assert sorted(texts(placed)) == sorted(texts(lines))


def test_pages_without_lines_are_sorted_too():
    (page,) = apart([[]])

    assert page == Furniture((), (), (), (), None)


def test_a_footnote_below_a_table_is_told_by_the_documents_type():
    alone = note("Uppgiften avser sista december.", "3", 760)

    pages = apart([body_lines(1), [alone]])

    assert [texts(n) for n in pages[1].footnotes] == [[alone.text]]


def test_footnotes_below_text_are_told_by_its_size_though_the_page_begins_with_a_table_in_small_type():
    rows = [beside(set_line(f"{chr(97 + i)}ort", LEFT, y, size=7), set_line("5", 300, y, size=7)) for i, y in HEIGHTS]
    text = set_lines(["Nätverket möts två gånger om året i länet."] * 9, bottom=420)
    notes = [set_line("6. Se planens bilaga.", LEFT, 745, size=7), set_line("7. Se årsbokslutet.", LEFT, 754, size=7)]

    (page,) = apart([[*rows, *text, *notes]])

    assert [texts(n) for n in page.footnotes] == [[note.text] for note in notes]


def test_a_page_number_beside_a_name_in_a_running_head_is_set_apart_from_it():
    pages = [
        [*body_lines(n), beside(set_line(f"Sida {n} (3)", LEFT, FOOT), set_line("Granviks kommun", 400, FOOT))]
        for n in (1, 2, 3)
    ]

    sorted_pages = apart(pages)

    assert [p.label for p in sorted_pages] == ["1", "2", "3"]
    assert [texts(p.running) for p in sorted_pages] == [["Granviks kommun"]] * 3
    assert texts(sorted_pages[1].numbers) == ["Sida 2 (3)"]


def test_papers_of_a_few_pages_have_each_a_name_beside_their_numbers():
    heads = [("Bakgrund", 1), ("Bakgrund", 2), ("Inledning", 1), ("Inledning", 2), ("Remissvar", 1), ("Remissvar", 2)]
    pages = [
        [beside(set_line(name, LEFT, HEAD), set_line(f"Sida {count}", 400, HEAD)), *body_lines(n)]
        for n, (name, count) in enumerate(heads, start=1)
    ]

    sorted_pages = apart(pages)

    assert [p.label for p in sorted_pages] == [str(count) for _, count in heads]
    assert [texts(p.running) for p in sorted_pages] == [[name] for name, _ in heads]


def test_a_head_that_numbers_its_page_beside_a_name_is_set_apart_though_the_first_page_has_no_name():
    second = beside(set_line("Granviks kommun", LEFT, HEAD), set_line("Sida 2 av 2", 450, HEAD))

    pages = apart([[set_line("Sida 1 av 2", 450, HEAD), *body_lines(1)], [second, *body_lines(2)]])

    assert texts(pages[1].running) == ["Granviks kommun"]
    assert texts(pages[1].numbers) == ["Sida 2 av 2"]
    assert second not in pages[1].body


def test_a_sign_that_stands_for_numbers_elsewhere_may_stand_in_a_running_head():
    pages = apart([[*body_lines(n), set_line(f"Bilaga {number}", LEFT, FOOT)] for n, number in enumerate("#23", 1)])

    assert [texts(page.running) for page in pages] == [["Bilaga #"], ["Bilaga 2"], ["Bilaga 3"]]


def test_a_foot_of_two_pages_is_set_apart_though_it_is_larger_than_the_text():
    foot = "Lokala satsningar i Granvik"
    pages = [[*body_lines(n), set_line(foot, bottom=FOOT, size=14.0)] for n in (1, 2)]

    assert [texts(page.running) for page in apart(pages)] == [[foot], [foot]]


def test_a_foot_with_the_pages_number_is_set_apart_though_it_is_larger_than_the_text():
    feet = [
        beside(set_line("Stöd till unga", LEFT, FOOT, size=12), set_line(f"s. {n}", 480, FOOT, size=12)) for n in (1, 2)
    ]

    pages = apart([[*body_lines(1, 40), feet[0]], [*body_lines(2, 10), feet[1]]])

    assert [[*texts(page.running), *texts(page.numbers)] for page in pages] == [
        ["Stöd till unga", "s. 1"],
        ["Stöd till unga", "s. 2"],
    ]
    assert [len(page.body) for page in pages] == [40, 10]


@pytest.mark.parametrize(("zone", "steps"), [(HEAD, (0, -STEP)), (FOOT, (0, STEP))])
def test_a_number_on_a_line_with_a_running_heads_end_stands_where_other_pages_have_theirs_alone(zone, steps):
    title = [
        beside(set_line("2", LEFT, zone), set_line("kommun", 400, zone)),
        set_line("Plan för Ås", 390, zone + steps[1]),
    ]

    first, second = apart([[*body_lines(1), set_line("1", LEFT, zone)], [*body_lines(2), *title]])

    assert (first.label, second.label) == ("1", "2")
    assert texts(second.numbers) == ["2"]
    assert sorted(texts(second.running)) == ["Plan för Ås", "kommun"]
    assert len(second.body) == 20


def test_a_number_elsewhere_on_its_line_numbers_no_page():
    row = beside(set_line("Kurser", LEFT, HEAD), set_line("2", 400, HEAD))

    _, second = apart([[*body_lines(1), set_line("1", LEFT, HEAD)], [*body_lines(2), row]])

    assert (second.label, len(second.body)) == (None, 21)


def framed_sheet(number: int, text: str, *, top: float = 20.0) -> Sheet:
    """A page with body text and a box of one cell; the box's text is in no line of the page."""
    box = Box(40, top, 200, top + 40)
    cell = DraftCell(0, 0, 1, 1, box, (set_line(text, 50, top + 25),))
    page = raw_page(number)
    return Sheet(page, page, (DraftGrid(number, box, (cell,), 1, 1, (40, 200)),), tuple(body_lines(number)))


def test_text_in_a_box_at_the_head_of_several_pages_is_among_their_lines():
    sheets = with_framed_heads([framed_sheet(n, f"Plan 2021 (SN 2020:{n})") for n in (1, 2, 3)])

    assert [(len(sheet.grids), sheet.lines[0].text) for sheet in sheets] == [
        (0, "Plan 2021 (SN 2020:1)"),
        (0, "Plan 2021 (SN 2020:2)"),
        (0, "Plan 2021 (SN 2020:3)"),
    ]
    furniture = set_apart([sheet.page for sheet in sheets], [sheet.lines for sheet in sheets])
    assert [len(parts.running) for parts in furniture] == [1, 1, 1]


@pytest.mark.parametrize(
    "sheets",
    [
        pytest.param([framed_sheet(1, "Svar: ja"), framed_sheet(2, "Svar: nej")], id="other-words"),
        pytest.param([framed_sheet(1, "Kommentar"), framed_sheet(2, "Kommentar", top=30.0)], id="another-place"),
        pytest.param([framed_sheet(n, "Kommentar", top=300.0) for n in (1, 2)], id="among-the-text"),
    ],
)
def test_boxes_that_do_not_come_again_at_the_pages_edge_stay_boxes(sheets):
    assert with_framed_heads(sheets) == sheets


def test_a_head_larger_than_the_text_that_also_stands_above_a_title_is_no_heading():
    head = set_line("Vård- och omsorgsplan", LEFT, HEAD, size=14)
    title = set_line("Så vill vi ha det", LEFT, 90.0, size=20)

    first, second = apart([[head, title, *body_lines(1)], [head, *body_lines(2)]])

    assert texts(first.running) == texts(second.running) == ["Vård- och omsorgsplan"]
    assert "Så vill vi ha det" in texts(first.body)


@pytest.mark.parametrize(("counted", "is_head"), [(True, True), (False, False)])
def test_a_letterheads_large_name_is_a_head_where_what_counts_the_pages_stands_below_it(counted, is_head):
    def head(page: int) -> list[Line]:
        name = set_line("Norrmyndigheten", LEFT, HEAD, size=15)
        return [name, *([set_line(f"{page}(2)", 400, HEAD + 20)] if counted else [])]

    first, _ = apart([[*head(page), *body_lines(page)] for page in (1, 2)])

    assert ("Norrmyndigheten" in texts(first.running)) is is_head
    assert ("Norrmyndigheten" in texts(first.body)) is not is_head


def a_form(page: int, answer: str, *, foot: Line | None = None) -> list[Line]:
    """A page's text, whose last line is a question's answer in the foot zone."""
    question = [
        set_line(f"Antal anställda i verksamhet {chr(96 + page)}?", LEFT, 757),
        set_line(answer, LEFT + 10, 770),
    ]
    return [*body_lines(page), *question, *([foot] if foot else [])]


def test_an_answer_at_the_foot_of_a_page_is_no_page_number():
    pages = apart([a_form(1, "105"), a_form(2, "3"), a_form(3, "34")])

    assert [page.label for page in pages] == [None, None, None]
    assert [texts(page.body)[-1] for page in pages] == ["105", "3", "34"]


def test_an_answer_is_told_from_the_number_below_it_and_in_the_running_foot():
    below = apart([a_form(n, answer, foot=set_line(str(n), 300, FOOT)) for n, answer in ((1, "105"), (2, "7"))])
    feet = [beside(set_line("Skickas via portalen", LEFT, FOOT), set_line(f"{n}", 480, FOOT)) for n in (1, 2, 3)]
    in_foot = apart([a_form(n, answer, foot=feet[n - 1]) for n, answer in ((1, "3"), (2, "12"), (3, "40"))])

    assert [page.label for page in below] == ["1", "2"]
    assert [texts(page.body)[-1] for page in below] == ["105", "7"]
    assert [page.label for page in in_foot] == ["1", "2", "3"]
    assert [texts(page.body)[-1] for page in in_foot] == ["3", "12", "40"]


def test_an_answer_far_below_its_question_is_no_number_where_the_pages_are_numbered():
    first = [*body_lines(1), set_line("Antal?", LEFT, 700), set_line("250", LEFT, 770)]
    numbered = [[*body_lines(n), set_line(str(n), 300, FOOT)] for n in (2, 3)]

    assert [page.label for page in apart([first, *numbered])] == [None, "2", "3"]


def test_numbers_of_pages_that_skip_some_and_begin_again_are_known_by_their_place():
    numbers = [(1, "17"), (2, "18"), (3, "25"), (4, "1"), (5, "2"), (6, "1")]
    pages = apart([[*body_lines(n), set_line(number, 300, FOOT)] for n, number in numbers])

    assert [page.label for page in pages] == [number for _, number in numbers]


def test_the_rule_over_footnotes_closes_no_table():
    text, noted = set_lines(["Kurser 5", "Råd 7"]), set_lines(["Inköp av tjänst."], bottom=760)
    above, closing, gone = (Box(LEFT, y, 300, y + 0.5) for y in (90, 118, 740))
    parts = Furniture(body=tuple(text), running=(), numbers=(), footnotes=(tuple(noted),), label=None)

    assert without_rule_of_notes(raw_page(rules=[above, closing, gone]), parts).rules == (above, closing)
    assert without_rule_of_notes(raw_page(rules=[gone]), replace(parts, footnotes=())).rules == (gone,)
