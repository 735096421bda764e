"""Tables that list a plan's indicators beside their figures alone."""

import pytest

from extractors.drafts import InitiativeDraft, PlanDraft
from extractors.plans.measure_tables import read_measures
from tests.plan_builders import NOWHERE
from tests.table_builders import table

_MEASURES = ("Andel elever som trivs i skolan, %", "Antal dagar från ansökan till beslut")


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ([["Indikator", "Utfall 2031", "Mål 2032"], [_MEASURES[0], "64", "72"], [_MEASURES[1], "41", "30"]], _MEASURES),
        (
            [["Indikator", "Källa", "Mäts"], [_MEASURES[0], "Enkät", "I maj"], [_MEASURES[1], "Lex", "I juni"]],
            _MEASURES,
        ),
        ([["Mått", "2031"], ["Kommunens invånare", "14 203"], ["Skolan i Ekeby", "212"]], ()),
        ([["Indikator", "Kommentar"], [_MEASURES[0], "Mäts i enkäten"]], ()),
        ([["Nämnd", "2031"], [_MEASURES[0], "64"]], ()),
    ],
    ids=["measures", "sources", "other-texts", "no-figures", "no-head"],
)
def test_indicators_beside_figures_are_those_of_the_part_above(rows, read):
    plan, above = PlanDraft(), InitiativeDraft("Trygg skola", NOWHERE)

    read_measures(table(rows), plan, above)

    assert [(each.text, each.initiative) for each in plan.indicators] == [(text, above) for text in read]
    assert plan.initiatives == ([above] if read else [])
