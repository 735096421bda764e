"""What an application asks for against its one budget, and sums told roughly or in an unsaid unit."""

import pytest

from checks import CheckInput, run_checks
from tests.account_rows import Answered, Tabled, Told, paper


def said(*parts: Told | Answered | Tabled, doc_type: str) -> list[tuple[str, int, int]]:
    found = run_checks(CheckInput.from_file_rows([paper("d1", *parts, doc_type=doc_type)]))[0]
    return [
        (each.severity, int(each.expected or 0), int(each.actual or 0))
        for each in found
        if each.rule.startswith("tie.")
    ]


def budget(*more: tuple[str, str]) -> Tabled:
    grid = (("Kostnad", "Kronor"), ("Löner", "310 000"), ("Hyra", "62 000"), *more, ("Totalt", "372 000"))
    return Tabled(grid, {1: "planned"}, "Budget")


def test_an_application_asks_for_the_whole_of_its_only_budget():
    def asked(sum_: str) -> Answered:
        return Answered("Sökt belopp", sum_, "requisitioned")

    assert said(asked("372 000"), budget(), doc_type="grant_application") == []
    assert said(asked("382 000"), budget(), doc_type="grant_application") == [("warning", 372_000, 382_000)]
    assert said(asked("882 000"), budget(), doc_type="grant_application") == []
    assert said(asked("362 000"), budget(("Egen insats", "-")), doc_type="grant_application") == []


BOARDS = (("Nämnd", "Utfall"), ("Byggnadsnämnden", "214 319"), ("Kulturnämnden", "322 105"), ("Totalt", "536 424"))


@pytest.mark.parametrize("told", ["Kostnaderna uppgick till drygt 536 miljoner kronor.", "Vi använde 536 mnkr."])
def test_a_table_without_a_unit_may_be_in_the_thousands_that_the_text_tells(told: str):
    assert said(Told(told, "spent"), Tabled(BOARDS, {1: "spent"}), doc_type="other") == []


def test_a_sum_told_roughly_may_have_been_rounded_to_fives():
    table = Tabled(BOARDS, {1: "spent"}, tkr=True)

    assert said(Told("Vi använde ca 535 miljoner kronor.", "spent"), table, doc_type="grant_report") == []
    assert said(Told("Vi använde ca 531 miljoner kronor.", "spent"), table, doc_type="grant_report") != []
