"""Frames that hold text in two columns, and those whose lines are read across."""

from extractors.layout.frame_columns import read_in_columns
from extractors.text.lines import Line
from tests.layout_builders import LEFT, MEASURES, beside, set_line

RIGHT_COLUMN = 300.0


def read(lines: list[Line]) -> list[list[str]]:
    return [[line.text for line in part] for part, _ in read_in_columns(lines, MEASURES)]


def test_the_left_column_is_read_before_the_right_one():
    card = [
        set_line("2 Ingen ska vara ensam", LEFT, 100, bold=True),
        beside(set_line("Mål", LEFT, 120, bold=True), set_line("Det gör vi", RIGHT_COLUMN, 120, bold=True)),
        beside(set_line("Fler äldre har någon", LEFT, 133), set_line("Vi öppnar en träffpunkt", RIGHT_COLUMN, 133)),
        beside(set_line("att prata med.", LEFT, 146), set_line("i varje stadsdel.", RIGHT_COLUMN, 146)),
        set_line("Vi ringer alla över 80 år", RIGHT_COLUMN, 158),
        set_line("Så mäter vi", LEFT, 162, bold=True),
        set_line("Andel som känner sig ensamma", LEFT, 175),
    ]

    over, left, right = read(card)

    assert over == ["2 Ingen ska vara ensam"]
    assert left == ["Mål", "Fler äldre har någon", "att prata med.", "Så mäter vi", "Andel som känner sig ensamma"]
    assert right == ["Det gör vi", "Vi öppnar en träffpunkt", "i varje stadsdel.", "Vi ringer alla över 80 år"]


def test_each_column_has_its_own_edges():
    card = [
        beside(set_line("Vi vill att alla", LEFT, 120), set_line("Vi startar en grupp", RIGHT_COLUMN, 120)),
        beside(set_line("får svar i tid.", LEFT, 133), set_line("för nyblivna föräldrar.", RIGHT_COLUMN, 140)),
        set_line("Det gäller hela länet.", LEFT, 146),
    ]

    (_, left), (_, right) = read_in_columns(card, MEASURES)

    assert (left.left, right.left) == (LEFT, RIGHT_COLUMN)
    assert left.right < RIGHT_COLUMN < right.right


def test_labels_with_their_texts_beside_them_are_read_across():
    pairs = [
        beside(set_line("Ansvarig nämnd", LEFT, 100), set_line("Omsorgsnämnden i kommunen", RIGHT_COLUMN, 100)),
        beside(set_line("Beslutad den dag", LEFT, 113), set_line("Den tredje mars 2025", RIGHT_COLUMN, 113)),
        beside(set_line("Gäller till och med", LEFT, 126), set_line("Årets sista dag 2027", RIGHT_COLUMN, 126)),
    ]

    assert len(read(pairs)) == 1


def test_a_line_over_the_gutter_makes_the_frame_one_text():
    text = [
        beside(set_line("Till alla som läser", LEFT, 100), set_line("Den tredje mars 2025", RIGHT_COLUMN, 100)),
        set_line("Den här rutan berättar vad som gäller för alla som söker stöd hos kommunen.", LEFT, 118),
        set_line("Den vänder sig till den som är anhörig och till den som arbetar nära.", LEFT, 131),
    ]

    assert len(read(text)) == 1
