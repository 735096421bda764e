"""cutoff.title: the period that a plan's text gives it, in other words than its title's."""

import pytest

from checks import CheckInput, run_checks
from checks.rules import cutoff_title
from tests.check_builders import document, passages


@pytest.mark.parametrize("lead", ["Denna handlingsplan gäller för perioden", "Handlingsplanen gäller för åren"])
def test_the_period_that_the_text_gives_the_plan_is_its_own(lead: str):
    def periods(years: str) -> list[str]:
        rows = CheckInput(
            documents=(document(title="Handlingsplan för ungas hälsa 2024–2027"),),
            passages=passages(("paragraph", f"{lead} {years} och har antagits i juni.")),
        )
        return [each.rule for each in run_checks(rows, [cutoff_title.CHECK])[0]]

    assert periods("2024–2027") == []
    assert periods("2025–2028") == ["cutoff.title"]
