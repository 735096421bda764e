"""tie.pot: what a list shares out, and what the text right before it says that all of it is."""

import pytest

from checks import CheckInput, run_checks
from models.rows import Amount
from tests.check_builders import document, passages
from tests.money_builders import told


def said(lead: str, whole: int, *items: tuple[str, int]) -> list[tuple[str, int, int]]:
    """(severity, expected, actual) of what tie.pot says of a lead and the list below it, each text with one sum."""
    texts = [lead, *(words for words, _ in items)]
    sums = [whole, *(kronor for _, kronor in items)]
    amounts = told(*(("other", kronor, words) for kronor, words in zip(sums, texts, strict=True))).amounts
    rows = CheckInput(
        documents=(document(doc_type="memo"),),
        passages=passages(("paragraph", lead), *(("list_item", words) for words, _ in items)),
        amounts=tuple(replaced(amount) for amount in amounts),
    )
    found = [each for each in run_checks(rows)[0] if each.rule == "tie.pot"]
    return [(each.severity, int(each.expected or 0), int(each.actual or 0)) for each in found]


def replaced(amount: Amount) -> Amount:
    return amount.model_copy(update={"page": 1})


CLUBS = (("Byalaget, 40 000 kr", 40_000), ("Orkestern, 25 000 kr", 25_000), ("Scouterna, 30 000 kr", 30_000))


def test_a_list_makes_the_sum_that_is_said_to_be_all_of_it():
    assert said("Nämnden ger sammanlagt 95 000 kr enligt följande:", 95_000, *CLUBS) == []
    assert said("Nämnden ger sammanlagt 98 000 kr enligt följande:", 98_000, *CLUBS) == [("error", 95_000, 98_000)]


def test_a_list_that_may_leave_something_out_is_a_warning():
    assert said("Nämnden avsätter 98 000 kr till följande:", 98_000, *CLUBS) == [("warning", 95_000, 98_000)]
    assert said("Nämnden avsätter 90 000 kr till följande:", 90_000, *CLUBS) == [("error", 95_000, 90_000)]


@pytest.mark.parametrize(
    "lead",
    [
        "Nämnden ger sammanlagt 98 000 kr, bland annat till:",
        "Nämnden ger högst 98 000 kr till följande:",
        "Nämnden gav 98 000 kr. Ärendet har beretts i utskottet",
        "Nämnden ger sammanlagt 198 000 kr enligt följande:",
    ],
)
def test_a_lead_that_does_not_announce_all_of_it_is_left_alone(lead: str):
    assert said(lead, 198_000 if "198" in lead else 98_000, *CLUBS) == []


def test_a_list_with_a_total_of_its_own_or_a_rate_is_left_alone():
    lead = "Nämnden ger sammanlagt 98 000 kr enligt följande:"

    assert said(lead, 98_000, *CLUBS, ("Summa: 95 000 kr", 95_000)) == []
    assert said(lead, 98_000, *CLUBS[:2], ("Scouterna, per år 30 000 kr", 30_000)) == []
