"""Labels on lines of their own: those that head a section are told from those that go on."""

from extractors.tables.cut_lines import cut_all
from extractors.tables.section_lines import section_lines
from extractors.text.lines import Line
from tests.layout_builders import LEFT, STEP, beside, set_line, set_right

EDGES = [LEFT, 200.0, 280.0]


def _lines(*rows: tuple[str, str | None]) -> list[Line]:
    lines = []
    for i, (label, number) in enumerate(rows):
        line = set_line(label, LEFT, 100 + i * STEP)
        lines.append(beside(line, set_right(number, 270, 100 + i * STEP)) if number else line)
    return lines


def _sections(*rows: tuple[str, str | None]) -> list[str]:
    cut = cut_all(_lines(*rows), EDGES)
    return [cut[i].text(0) for i in sorted(section_lines(cut, range(len(cut))))]


def test_a_short_label_between_rows_heads_a_section():
    found = _sections(
        ("Skola", None),
        ("Elevhälsans samtal", "120"),
        ("Fältarbete", "80"),
        ("Äldre", None),
        ("Träffpunkter", "60"),
    )

    assert found == ["Skola", "Äldre"]


def test_a_label_whose_next_word_would_not_have_fitted_goes_on():
    found = _sections(
        ("Elevhälsans samtal med", None),
        ("Föräldrar", "120"),
        ("Elevhälsans samtal igen", "80"),
    )

    assert found == []


def test_a_label_that_goes_on_in_lower_case_is_one():
    assert _sections(("Stöd", None), ("till barn i åldern sex år", "9"), ("Träffpunkter", "60")) == []
    assert _sections(("Fältarbete", "80"), ("om kvällar", None), ("Träffpunkter för äldre", "60")) == []


def test_a_label_that_ends_the_table_heads_nothing():
    assert _sections(("Elevhälsans samtal", "120"), ("Källa", None)) == []


def test_none_is_told_where_another_column_holds_wrapped_texts():
    rows = _lines(("Skola", None), ("Elevhälsans samtal", "120"), ("Träffpunkter", "60"))
    text = set_line("Samtal hos", 210, 100 + STEP / 2)

    cut = cut_all([rows[0], text, *rows[1:]], EDGES)

    assert section_lines(cut, range(len(cut))) == set()


def test_a_label_whose_number_stands_a_little_lower_heads_nothing():
    rows = _lines(("Elevhälsans samtal", "120"), ("Träffar", "60"), ("Kurser", None))

    cut = cut_all([*rows, set_right("9", 270, 100 + 2.5 * STEP)], EDGES)

    assert section_lines(cut, range(len(cut))) == set()


def test_a_labels_second_line_heads_nothing_though_its_number_stands_between_the_two():
    rows = _lines(("Samtal (gemensamma medel", None), ("med Träffar)", None), ("Kurser", "60"), ("Råd", "20"))

    cut = cut_all([rows[0], set_right("120", 270, 100 + STEP / 2), *rows[1:]], EDGES)

    assert section_lines(cut, range(len(cut))) == set()


def test_a_label_left_of_a_sums_long_label_set_in_heads_a_section():
    lines = _lines(("Bidrag till föreningar", "120"), ("Avgifter", "80"))
    lines.append(beside(set_line("Summa alla intäkter", LEFT + 12, 126), set_right("200", 270, 126)))
    lines.append(set_line("Kostnader:", LEFT, 139))
    lines.append(beside(set_line("Löner", LEFT, 152), set_right("150", 270, 152)))
    cut = cut_all(lines, EDGES)

    assert section_lines(cut, range(len(cut))) == {3}
