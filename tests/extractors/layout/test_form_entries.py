"""Labels of form fields that were filled in on the screen, by where they are printed."""

from dataclasses import replace

from extractors.layout.form_entries import with_entries
from extractors.pages.annotations import Entry
from extractors.pages.geometry import Box
from extractors.text.lines import Line
from tests.layout_builders import beside, raw_page, set_line


def filled(x0: float, top: float, value: str) -> Entry:
    return Entry(Box(x0, top, x0 + 140, top + 13), value, "falt1", 10.0)


def read(entries: list[Entry], lines: list[Line]) -> list[tuple[str, str]]:
    _, rows = with_entries(replace(raw_page(), entries=tuple(sorted(entries, key=lambda e: e.box.top))), lines)
    pairs = [(row.cells[0].lines, row.cells[1].lines) for row in rows]
    return [(" ".join(line.text for line in label), answer[0].text) for label, answer in pairs]


def test_a_label_of_two_lines_over_its_field_is_not_beside_the_next_one():
    lines = [
        beside(set_line("Högsta belopp enligt", 63, 311), set_line("Belopp som rekvireras", 224, 311)),
        set_line("fördelningsnyckeln", 63, 321),
    ]
    lower = [filled(66, 325, "389 214"), filled(227, 316, "350 000")]
    level = [filled(66, 325, "389 214"), filled(227, 312, "350 000")]

    for entries in (lower, level):
        assert sorted(read(entries, lines)) == [
            ("Belopp som rekvireras", "350 000"),
            ("Högsta belopp enligt fördelningsnyckeln", "389 214"),
        ]


def test_labels_beside_their_fields_stay_theirs_though_fields_stand_close_below():
    lines = [set_line("Kommun", 63, 110), set_line("Ort", 63, 125)]

    assert read([filled(150, 100, "Norrby"), filled(150, 115, "Söderby")], lines) == [
        ("Kommun", "Norrby"),
        ("Ort", "Söderby"),
    ]


def test_a_label_of_two_lines_beside_its_field_is_whole():
    lines = [set_line("Redovisat belopp enligt", 63, 110), set_line("bokslutet", 63, 121), set_line("Ort", 63, 145)]

    assert read([filled(200, 100, "9 000"), filled(200, 135, "Söderby")], lines)[1] == ("Ort", "Söderby")
    high = replace(filled(200, 100, "9 000"), box=Box(200, 100, 340, 124))
    assert read([high], lines) == [("Redovisat belopp enligt bokslutet", "9 000")]


def labels(entries: list[Entry], lines: list[Line]) -> list[str]:
    _, rows = with_entries(replace(raw_page(), entries=tuple(entries)), lines)
    return [" ".join(line.text for line in row.cells[0].lines) for row in rows]


def test_a_label_as_far_above_its_field_as_paragraphs_stand_is_its_label():
    above = [set_line("Beskriv hur medlen används", 63, 100)]
    field = Entry(Box(63, 116, 300, 150), "Till lotsar.", "t1", 10.0)

    assert labels([field], above) == ["Beskriv hur medlen används"]
    assert labels([replace(field, name="Ert svar", is_told=True)], above) == ["Ert svar"]


def test_words_far_above_that_begin_elsewhere_or_stand_over_another_field_are_no_label():
    field = Entry(Box(63, 116, 300, 150), "Till lotsar.", "t1", 10.0)
    other = Entry(Box(90, 116, 300, 150), "Till lotsar.", "t2", 10.0)

    assert labels([field], [set_line("Bidrag för året", 140, 100)]) == ["t1"]
    assert labels([field, other], [set_line("Beskriv hur medlen används", 63, 100)]) == ["t1", "t2"]


def test_a_short_field_at_the_other_side_of_the_page_has_the_only_label_on_its_row():
    field = Entry(Box(480, 98, 540, 113), "26", "t1", 10.0)
    near = Entry(Box(300, 98, 360, 113), "12", "t2", 10.0)
    label = set_line("Antal öppna timmar", 63, 100)

    assert labels([field], [label]) == ["Antal öppna timmar"]
    assert labels([near, field], [label]) == ["Antal öppna timmar", "t1"]
    assert labels([field], [beside(label, set_line("per år", 175, 100))]) == ["t1"]
    assert labels([replace(field, name="Timmar per vecka", is_told=True)], [label]) == ["Timmar per vecka"]


def test_a_label_under_its_field_is_its_own_unless_it_stands_over_another():
    field = Entry(Box(63, 98, 203, 113), "Norrby 2025-03-01", "t1", 10.0)
    below = Entry(Box(63, 130, 203, 145), "", "t2", 10.0)
    label = set_line("Ort och datum", 63, 125)

    assert labels([field], [label]) == ["Ort och datum"]
    assert labels([field, below], [label]) == ["t1", "Ort och datum"]
    assert labels([field, Entry(Box(250, 114, 400, 127), "", "t2", 10.0)], [label]) == ["t1", "Ort och datum"]
