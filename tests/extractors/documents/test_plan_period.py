"""The period that a plan gives itself in its text."""

import pytest

from extractors.documents.plan_period import is_of_others, stated_period
from models.blocks import Answer, Paragraph
from models.place import Place
from tests.table_builders import table

AT = (Place(page=1, x0=70, top=100, x1=500, bottom=112),)


def told(*texts: str) -> tuple[int, int] | None:
    return stated_period([Paragraph(text=text, places=AT, size=11) for text in texts])


@pytest.mark.parametrize(
    "text",
    [
        "Handlingsplanen gäller för åren 2024–2026 och följs upp varje höst.",
        "Denna länsgemensamma plan är antagen för 2024 - 2026.",
        "Bakgrund i korthet. Planen sträcker sig över perioden 2024 till 2026.",
        "Giltighetstid: 2024–2026",
        "Perioden 2024–2026. Beslutad av styrgruppen.",
        "Den här strategin omfattar åren 2024-2026.",
    ],
)
def test_a_plan_says_how_long_it_lasts(text):
    assert told(text) == (2024, 2026)


@pytest.mark.parametrize(
    "text",
    [
        "Den tidigare handlingsplanen gäller inte längre, den avsåg 2021–2023.",
        "Handlingsplanen utgår från överenskommelsen som gäller 2021–2023.",
        "Den förra planen gällde 2021–2023.",
        "Planen gäller tills vidare.",
        "Handlingsplanen gäller barn i åldern 13–19 år.",
        "Under 2021–2023 gäller en överenskommelse.",
        "Perioden 2021–2023 präglades av pandemin.",
    ],
)
def test_what_others_last_or_lasted_is_no_period_of_the_plan(text):
    assert told(text) is None


def test_a_school_years_brief_years_are_a_period_too():
    assert told("Handlingsplanen gäller läsåret -24/25.") == (2024, 2025)


def test_a_plan_that_states_two_periods_states_none():
    assert told("Handlingsplanen gäller 2024–2026.", "Denna plan omfattar 2025–2027.") is None


def test_a_forms_line_states_it():
    block = Answer(text="Gäller 2024–2026", places=AT, size=11, label="Gäller", value="2024–2026")

    assert stated_period([block]) == (2024, 2026)


def test_a_table_of_what_the_document_is_states_it():
    assert stated_period([table([["Beslutad av", "Socialnämnden"], ["Giltig", "2024-2026"]], headers=0)]) == (
        2024,
        2026,
    )


@pytest.mark.parametrize(("heading", "others"), [("Tidigare planer 2016–2020", True), ("Tidiga insatser 2024", False)])
def test_headings_of_earlier_plans_are_told(heading, others):
    assert is_of_others(heading) is others
