"""The grant that a document is about, in its own words."""

import pytest

from extractors.documents.grant_names import grant_named


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "Staten och parterna har ett avtal om stöd till riktade insatser inom området psykisk hälsa 2016.",
            "stöd till riktade insatser inom området psykisk hälsa 2016",
        ),
        (
            "Tabell 2. Medel för länet enligt överenskommelsen om insatser inom psykisk hälsa 2020.",
            "insatser inom psykisk hälsa 2020",
        ),
        (
            "Nämnden har sökt statsbidrag för insatser inom psykisk hälsa.",
            "statsbidrag för insatser inom psykisk hälsa",
        ),
        (
            "Beslut om statsbidrag till kommuner som driver träffpunkter för unga 2024",
            "statsbidrag till kommuner som driver träffpunkter för unga",
        ),
        (
            "Rekvisition av statsbidrag för 2025 för att minska ensamheten bland unga",
            "statsbidrag för 2025 för att minska ensamheten bland unga",
        ),
        ("Slutrapport om statsbidrag 2024 för att stärka skolan", "statsbidrag för att stärka skolan"),
        ("Uppföljning av stimulansmedel psykisk hälsa 2024 per den 31 augusti", "stimulansmedel psykisk hälsa"),
        (
            "Redovisning av medel inom överenskommelsen Psykisk hälsa och suicidprevention 2024",
            "Psykisk hälsa och suicidprevention",
        ),
        ("Nämnden avsätter medel för att anställa en kurator.", None),
    ],
)
def test_the_agreements_grant_is_named_as_the_text_does(line, name):
    assert grant_named(None, (), [line]) == name


def test_a_title_may_name_the_regions_own_money_or_say_the_money():
    own = grant_named("Årsrapport 2024 – regionala medel för brukarinflytande i vården", (), [])
    told = grant_named("Så användes medlen för psykisk hälsa och ungas fritid 2024", (), [])

    assert own == "regionala medel för brukarinflytande i vården"
    assert told == "medlen för psykisk hälsa och ungas fritid"
    assert grant_named("Fördelning av medlen till kommunerna 2024", (), []) is None
