"""Headings that name an activity over what is told of it, with labels above, before or beside their texts."""

from extractors.layout.region_columns import drafts_of_columns
from extractors.pages.geometry import NOTHING_DRAWN
from extractors.plans.named_acts import named_acts
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import read_region
from models.blocks import Block
from tests.layout_builders import LEFT, MEASURES, beside, set_line
from tests.plan_builders import activities, heading, item, prose, read

_NAMES = ("Öppen mottagning för unga", "Promenader med äldre", "Stöd till anhöriga")


def card(number: int, name: str, measure: str) -> list[Block]:
    return [
        heading(f"{number}. {name}", 3),
        heading("Varför", 4),
        prose("Behovet är stort i hela kommunen."),
        heading("Ansvarig", 4),
        prose("Socialchefen"),
        heading("Tid", 4),
        prose("2026"),
        heading("Mått", 4),
        prose(measure),
    ]


def test_a_heading_over_who_and_when_names_the_activity():
    measures = ("Antal besök per månad", "–", "Andel anhöriga som får avlösning")
    cards = [block for n, name in enumerate(_NAMES, 1) for block in card(n, name, measures[n - 1])]
    plan = read(heading("Det här har vi kommit fram till", 2), *cards)

    assert activities(plan) == list(_NAMES)
    assert {(a.responsible, a.heading_years) for a in plan.activities} == {("Socialchefen", (2026, 2026))}
    assert [i.text for i in plan.indicators] == [measures[0], measures[2]]


def test_labels_before_their_texts_do_as_well():
    cards = [
        block
        for name in _NAMES
        for block in (heading(name, 3), prose("Ansvarig: Socialchefen"), prose("Klart: hösten 2026"))
    ]

    assert activities(read(heading("Det här har vi kommit fram till", 2), *cards)) == list(_NAMES)


def test_an_initiative_with_acts_of_its_own_is_none():
    flow: list[Block] = [
        block
        for name in _NAMES
        for block in (
            heading(name, 3),
            prose("Ansvarig: Socialchefen"),
            prose("Tid: 2026"),
            heading("Aktiviteter", 4),
            item("Öppna en jour"),
        )
    ]

    assert named_acts(flow) == {}


def test_a_heading_alone_among_others_is_none():
    flow: list[Block] = [
        heading(_NAMES[0], 3),
        prose("Ansvarig: Socialchefen"),
        prose("Tid: 2026"),
        heading(_NAMES[1], 3),
        prose("Om detta finns inget att säga."),
        heading(_NAMES[2], 3),
        prose("Inte om detta heller."),
    ]

    assert named_acts(flow) == {}


def texts(*rows: tuple[str, str, bool]) -> list[str]:
    """Labels, bold or not, with their texts beside them, as the page's layout reads them."""
    lines = [
        beside(set_line(label, LEFT, 100 + 20 * n, bold=bold), set_line(text, 220, 100 + 20 * n))
        for n, (label, text, bold) in enumerate(rows)
    ]
    (region,) = find_regions(lines, MEASURES)
    found = read_region(1, lines, region, NOTHING_DRAWN, MEASURES, None)
    assert found.kind == "columns"
    return [" ".join(line.text for line in draft.lines) for draft in drafts_of_columns(found, MEASURES)]


def test_labels_in_bold_are_read_with_the_texts_beside_them():
    rows = ("Varför", "Unga söker stöd", True), ("Ansvarig", "Socialchefen", True), ("Tid", "hösten ut", True)

    assert texts(*rows) == ["Varför", "Unga söker stöd", "Ansvarig", "Socialchefen", "Tid", "hösten ut"]
