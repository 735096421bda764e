"""Tables beside each other: read apart where their rules stand at heights of their own."""

from extractors.layout.ruled_beside import ruled_beside
from extractors.layout.text_columns import text_runs
from extractors.pages.geometry import Box, Drawn
from extractors.text.lines import Line
from tests.layout_builders import MEASURES, beside, set_line, set_right


def row(label: str, number: str, x0: float, bottom: float) -> Line:
    return beside(set_line(label, x0 + 2, bottom), set_right(number, x0 + 158, bottom))


def table(x0: float, step: float, names: list[str]) -> tuple[list[Line], list[Box]]:
    """Rows from 120 on, a rule above and below the head and one below the last row."""
    lines = [row(name, str(10 + i), x0, 120 + i * step) for i, name in enumerate(names)]
    heights = (105.0, 120 + step / 4, 120 + (len(names) - 0.7) * step)
    return lines, [Box(x0, y, x0 + 160, y + 0.5) for y in heights]


def placed(*tables: tuple[list[Line], list[Box]]) -> tuple[list[Line], tuple[Box, ...]]:
    lines = sorted((line for held, _ in tables for line in held), key=lambda line: (line.bottom, line.x0))
    return lines, tuple(rule for _, rules in tables for rule in rules)


LEFT_ONE = table(70, 14, ["Kommun", "Ekfors", "Vik", "Lund"])
RIGHT_ONE = table(280, 24, ["Insats", "Samtal", "Kurs", "Grupp"])


def test_tables_whose_rules_stand_at_other_heights_are_read_one_after_the_other():
    lines, rules = placed(LEFT_ONE, RIGHT_ONE)
    title = beside(set_line("Bidrag", 70, 100), set_line("Insatser", 280, 100))
    above = set_line("Här följer två tabeller", 70, 60)

    runs = text_runs([above, title, *lines], [], MEASURES, Drawn(rules))

    assert [[line.text for line in run.lines][:2] for run in runs] == [
        ["Här följer två tabeller"],
        ["Bidrag", "Kommun 10"],
        ["Insatser", "Insats 10"],
    ]


def test_heads_above_the_first_rules_at_heights_of_their_own_are_their_tables():
    lines, rules = placed(LEFT_ONE, RIGHT_ONE)
    heads = [set_line("Tal per kommun", 70, 100), set_line("Tal per insats", 280, 103)]
    above = set_line("som redovisas här.", 70, 86)

    runs = text_runs([above, *heads, *lines], [], MEASURES, Drawn(rules))

    assert [[line.text for line in run.lines][:2] for run in runs] == [
        ["som redovisas här."],
        ["Tal per kommun", "Kommun 10"],
        ["Tal per insats", "Insats 10"],
    ]


def test_rules_at_the_same_heights_are_one_tables():
    lines, rules = placed(LEFT_ONE, table(280, 14, ["Insats", "Samtal", "Kurs", "Grupp"]))

    assert ruled_beside(lines, rules) == []


def test_text_over_the_white_between_them_is_of_neither():
    lines, rules = placed(LEFT_ONE, RIGHT_ONE)
    over = set_line("En rad som står tvärs över båda tabellernas mellanrum", 70, 140)

    assert ruled_beside(sorted([*lines, over], key=lambda line: line.bottom), rules) == []


def test_tables_one_below_the_other_do_not_stand_beside_each_other():
    lines, rules = LEFT_ONE
    lower = [Box(280, rule.top + 200, 440, rule.bottom + 200) for rule in RIGHT_ONE[1]]

    assert ruled_beside(lines, (*rules, *lower)) == []
