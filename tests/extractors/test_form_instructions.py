"""A form's words to whoever fills it in: told by their type wherever they stand, and never taken from an answer."""

from dataclasses import replace

import pytest

from extractors.form_instructions import instructions_in
from extractors.text.lines import Line
from tests.layout_builders import LEFT, beside, set_line

ASKED = [
    ("A1 Rekvirerade medel", "Beloppet är hämtat från beslutet.", "450 000"),
    ("A2 Förbrukade medel", "Hela kronor utan decimaler.", "410 000"),
    ("A3 Ansvarig nämnd", "Nämnden som beslutat anges.", "Omsorgsnämnden"),
]
STEP = 60.0
VALUES = 320.0


def small(text: str, x0: float, bottom: float) -> Line:
    return set_line(text, x0, bottom, size=7.5)


def grey(text: str, x0: float, bottom: float) -> Line:
    return Line(tuple(replace(w, color="140 140 140 255") for w in set_line(text, x0, bottom).words))


def italic(text: str, x0: float, bottom: float) -> Line:
    return Line(tuple(replace(w, italic=True) for w in set_line(text, x0, bottom).words))


def page(place: str, look=small) -> list[Line]:
    """The three questions with their instructions at one place."""
    lines = []
    for n, (label, help_text, value) in enumerate(ASKED):
        y = 100 + n * STEP
        label_line = set_line(label, LEFT, y, bold=True)
        match place:
            case "under the label":
                lines += [beside(label_line, set_line(value, VALUES, y)), look(help_text, LEFT, y + 10)]
            case "under the answer":
                lines += [label_line, set_line(value, LEFT, y + 13), look(help_text, LEFT, y + 24)]
            case "above the answer":
                lines += [label_line, look(help_text, LEFT, y + 11), set_line(value, LEFT, y + 24)]
            case "behind the label":
                lines += [beside(label_line, look(help_text, label_line.x1 + 4, y)), set_line(value, LEFT, y + 14)]
            case "in a column":
                lines += [beside(label_line, set_line(value, 220, y), look(help_text, VALUES, y))]
    return lines


def told(lines: list[Line]) -> list[str]:
    (found,) = instructions_in([lines])
    return [line.text for line in found]


@pytest.mark.parametrize("look", [small, grey, italic])
@pytest.mark.parametrize(
    "place", ["under the label", "under the answer", "above the answer", "behind the label", "in a column"]
)
def test_instructions_are_told_by_their_type_wherever_they_stand(place, look):
    assert told(page(place, look)) == [help_text for _, help_text, _ in ASKED]


def test_one_over_two_lines_is_told_whole():
    lines = page("under the label")
    lines.insert(2, small("Avrunda nedåt.", LEFT, 119))

    assert told(lines)[:2] == ["Beloppet är hämtat från beslutet.", "Avrunda nedåt."]


def test_answers_in_small_type_are_none_though_they_are_sentences():
    lines = []
    for n, (label, _, value) in enumerate(ASKED):
        lines += [set_line(label, LEFT, 100 + n * STEP, bold=True), small(f"{value}.", LEFT, 113 + n * STEP)]
    lines += [small("Kommunen öppnade en mottagning.", LEFT, 126)]

    assert told(lines) == []


def test_what_alone_stands_under_its_question_in_a_type_of_answers_too_is_its_answer():
    lines = page("under the label")
    lines += [set_line("A4 Hur gick arbetet?", LEFT, 300, bold=True), small("Mottagningen öppnade i maj.", LEFT, 311)]
    lines += [set_line("A5 Hur många nåddes?", LEFT, 340, bold=True), small("118", LEFT, 351)]
    lines += [beside(set_line("A6 Ort", LEFT, 380, bold=True), set_line("Vimle", VALUES, 380))]
    lines += [small("Orten där nämnden sitter.", LEFT, 390)]

    assert "Mottagningen öppnade i maj." not in told(lines)
    assert "118" not in told(lines)
    assert "Hela kronor utan decimaler." in told(lines)


def test_what_stands_below_a_title_set_as_the_questions_answers_none_above_it():
    lines = page("under the label")
    lines += [set_line("A4 Hur gick arbetet?", LEFT, 300, bold=True), small("Mottagningen öppnade i maj.", LEFT, 311)]
    lines += [set_line("Målgrupper", LEFT, 340, bold=True), set_line("Unga vuxna", LEFT, 353)]

    assert "Mottagningen öppnade i maj." not in told(lines)


def test_a_label_in_small_type_and_the_foot_of_the_page_are_none():
    lines = [*page("under the label"), small("Kommentarer:", LEFT, 290), set_line("Inga", LEFT, 303)]
    lines.append(small("Blanketten skickas till nämnden.", LEFT, 780))

    assert told(lines) == [help_text for _, help_text, _ in ASKED]


def test_text_without_questions_has_none():
    assert told([set_line("Bakgrund", bold=True), italic("Planen antogs i maj.", LEFT, 113)]) == []


def test_sums_with_their_unit_in_brackets_are_none():
    labels = ["1. Erhållet bidrag", "2. Kostnader", "3. Kvarstående bidrag"]
    heads = [set_line(f"{label} för året", LEFT, 100 + n * STEP, bold=True) for n, label in enumerate(labels)]
    text = [set_line("Kommunen redovisar här", LEFT, 114 + n * STEP) for n in range(len(labels))]
    sums = [small(f"{value} (Kr)", VALUES, 100 + n * STEP) for n, value in enumerate(("955473", "955000", "473"))]

    assert told([beside(head, value) for head, value in zip(heads, sums, strict=True)] + text) == []


def test_heads_of_columns_in_the_type_of_the_instructions_are_none():
    lines = page("under the label")
    label = set_line("A4 Anställda", LEFT, 300, bold=True)
    heads = beside(small("Kvinnor", 220, 314), small("Män", 320, 314))
    row = beside(set_line("Kuratorer", LEFT, 330), set_line("2", 220, 330), set_line("0", 320, 330))

    found = told([*lines, label, heads, row])

    assert found == [help_text for _, help_text, _ in ASKED]


def test_a_columns_head_with_its_unit_in_brackets_is_none_either():
    lines = page("under the label")
    label = set_line("A4 Insatser", LEFT, 300, bold=True)
    heads = beside(small("Insats", LEFT, 314), small("Kostnad (kr)", 320, 314))
    row = beside(set_line("Kurser", LEFT, 330), set_line("5 000", 320, 330))

    assert told([*lines, label, heads, row]) == [help_text for _, help_text, _ in ASKED]


def test_labels_of_rows_that_are_sentences_beside_their_sums_are_none():
    rows = [("Kurser för dem som möter unga.", "90 000"), ("Samtal med föräldrar.", "70 000")]
    heads = beside(set_line("B Insats", LEFT, 300, bold=True), set_line("Kostnad", VALUES, 300, bold=True))
    table = [
        beside(small(label, LEFT, 312 + 11 * n), small(sums, VALUES, 312 + 11 * n))
        for n, (label, sums) in enumerate(rows)
    ]

    assert told([*page("under the label"), heads, *table]) == [help_text for _, help_text, _ in ASKED]


def test_running_text_under_headings_that_ask_is_none_though_the_pages_number_stands_below():
    headings = ["Var står vi?", "Vart ska vi?", "En väg in"]
    text = "Många ungdomar väntar länge. Skolorna ser att stödet dröjer."
    lines = []
    for n, heading in enumerate(headings):
        y = 100 + n * STEP
        lines += [italic(heading, LEFT, y), set_line(text, LEFT, y + 14)]
    assert told([*lines, small("– 1 –", 290, 800)]) == []


def test_what_most_of_a_decision_is_set_in_is_none_though_its_foot_and_heads_look_like_labels():
    text = ["Vi beviljar stöd till kuratorer i skolan.", "Stödet betalas ut i april varje år."]
    lines = [line for n in range(4) for line in (set_line(text[n % 2], LEFT, 100 + n * STEP),)]
    heads = [
        set_line(words, LEFT, 86 + n * STEP, bold=True) for n, words in enumerate(["Beslut", "Skäl", "Medel", "Ort"])
    ]
    foot = [small(f"{words} Torget {n}", LEFT + 150 * n, 800) for n, words in enumerate(["Postadress", "Besöksadress"])]
    assert told([*lines, *heads, *foot]) == []


def test_what_instructs_is_no_answer_that_shows_sentences_in_boxes_to_be_instructions():
    lines = []
    for n, (label, hint, answer) in enumerate(
        [
            ("1. Behov", "Beskriv underlaget.", "Många unga väntar länge på stöd i byn."),
            ("2. Metod", "Ange arbetssätt och stöd i forskning.", "Två lotsar följer med till skolan varje vecka."),
            ("3. Vinster", "Hur når ni alla?", "Lokalen har ramp och ligger vid torget."),
        ]
    ):
        y = 100 + n * STEP
        lines += [set_line(label, LEFT, y, bold=True), small(hint, LEFT, y + 9), set_line(answer, LEFT, y + 24)]

    assert told(lines) == ["Beskriv underlaget.", "Ange arbetssätt och stöd i forskning.", "Hur når ni alla?"]
