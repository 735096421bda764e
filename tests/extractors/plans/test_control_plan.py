"""Planned controls in the running text of an internal control plan."""

import pytest

from extractors.plans.controls import read_controls
from models.blocks import Heading, ListItem, Paragraph
from models.place import Place

NOWHERE = (Place(page=1, x0=70, top=0, x1=520, bottom=12),)


def heading(text: str) -> Heading:
    return Heading(text=text, places=NOWHERE, level=2)


def prose(text: str) -> Paragraph:
    return Paragraph(text=text, places=NOWHERE)


def item(text: str) -> ListItem:
    return ListItem(text=text, places=NOWHERE, marker="-")


@pytest.mark.parametrize(
    "label", ["Kontroll", "Kontrollmoment", "Planerad kontroll", "Så kontrolleras det", "Kontrollåtgärd", "Granskning"]
)
def test_a_labelled_control_belongs_to_the_process_above_it(label):
    plan = read_controls(
        [
            heading("Egna medel"),
            prose("Risk: Kontanter försvinner"),
            prose(f"{label}: Räkna kassan vid fem boenden"),
            prose("Utförs av: Områdeschefen, vår och höst"),
        ]
    )

    (control,) = plan.activities
    assert (control.text, control.responsible) == ("Räkna kassan vid fem boenden", "Områdeschefen")
    assert control.initiative is not None
    assert control.initiative.title == "Egna medel"
    assert plan.goals == []


@pytest.mark.parametrize(
    ("printed", "control", "by"),
    [
        (
            "Räkna kassan vid fem boenden. Två gånger om året. Ansvarig: Controller",
            "Räkna kassan vid fem boenden.",
            True,
        ),
        ("Räkna kassan vid fem boenden. Ansvarig: Controller", "Räkna kassan vid fem boenden.", True),
        ("Räkna kassan vid fem boenden. Varje tertial.", "Räkna kassan vid fem boenden.", False),
        ("Räkna kassan vid fem boenden", "Räkna kassan vid fem boenden", False),
    ],
)
def test_a_listed_control_is_parted_from_when_and_by_whom(printed, control, by):
    plan = read_controls([heading("Planerade kontroller"), item(printed)])

    assert [(a.text, a.responsible) for a in plan.activities] == [(control, "Controller" if by else None)]


def test_other_lists_hold_no_controls():
    plan = read_controls([heading("Så bedöms riskerna"), prose("Sannolikhet:"), item("Osannolik: inträffar inte")])

    assert plan.activities == []


@pytest.mark.parametrize("head", ["Åtgärder som beslutas direkt", "Direkta åtgärder", "Åtgärder 2025"])
def test_what_is_done_at_once_is_listed_below_its_head(head):
    lead_in = prose("Utöver kontrollerna gäller under året:")
    plan = read_controls([heading(head), lead_in, item("Märka alla vattenkranar"), prose("Slut."), item("En sak")])

    assert [a.text for a in plan.activities] == ["Märka alla vattenkranar"]


def test_a_sentence_says_that_what_follows_is_to_be_done():
    plan = read_controls([heading("Övrigt"), prose("Dessutom ska följande göras:"), item("Märka alla vattenkranar")])

    assert [a.text for a in plan.activities] == ["Märka alla vattenkranar"]
