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
        ("Nämnden avsätter medel för att anställa en kurator.", None),
    ],
)
def test_the_agreements_grant_is_named_as_the_text_does(line, name):
    assert grant_named(None, (), [line]) == name
