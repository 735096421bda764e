"""The indicators that one text states."""

import pytest

from extractors.plans.measures_in import lists_measures, measures_in


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Antal besök per vecka; andel nöjda besökare", ("Antal besök per vecka", "andel nöjda besökare")),
        ("Andel trygga elever Källa: skolans enkät", ("Andel trygga elever",)),
        ("Andel trygga elever (datakälla: enkät)", ("Andel trygga elever",)),
        ("Rapporten är klar; den finns på webben", ("Rapporten är klar; den finns på webben",)),
        ("Andelen trygga blev 62; målvärde saknas", ("Andelen trygga blev 62; målvärde saknas",)),
    ],
)
def test_indicators_are_parted_by_semicolons_and_leave_out_their_source(text, measures):
    assert measures_in(text) == measures


def test_a_text_of_nothing_but_measures_is_known_without_a_head():
    assert lists_measures("antal deltagare i kören; andel deltagare som kommer tillbaka")
    assert not lists_measures("Antal deltagare i kören")
    assert not lists_measures("Planen är antagen; den gäller i tre år")
