"""tie.pot: pots that their parts make, overfill, or make only when money counts twice."""

import pytest

from checks import CheckInput, run_checks
from models.rows import Finding
from tests.account_rows import Tabled, Told, paper


def allocation(common: str, *, tkr: bool = False) -> Tabled:
    return Tabled(
        (
            ("Mottagare", "Belopp"),
            ("Region Dalarna", "900 000"),
            ("Länsgemensamma insatser", common),
            ("Ungdomsmottagningar", "120 000"),
        ),
        {1: "allocated"},
        "Tabell 1. Fördelning av medel",
        tkr=tkr,
    )


def pot(total: str, title: str = "Tabell 2. Länsgemensamma insatser", shared: str = "Trygg start") -> Tabled:
    return Tabled(
        (
            ("Insats", "Belopp"),
            ("Kurser nära vardagen", "110 000"),
            (shared, "110 000"),
            ("Nya grannar", "300 000"),
            ("Summa", total),
        ),
        {1: "planned"},
        title,
    )


SHARING = "Trygg start (gemensamma medel med Kurser nära vardagen)"


def findings(*tables: Tabled) -> list[Finding]:
    file = paper("d1", *tables, doc_type="action_plan", kommunkod=None, lanskod="20")
    return [
        each for each in run_checks(CheckInput.from_file_rows([file]))[0] if each.rule in ("tie.pot", "check.broken")
    ]


@pytest.mark.parametrize(
    "tables",
    [
        (allocation("520 000"), pot("520 000")),
        (allocation("410 000"), pot("410 000", shared=SHARING)),
        (allocation("520", tkr=True), pot("520 400")),
        (allocation("610 000"), pot("520 000", title="Tabell 2. Suicidprevention")),
        (pot("520 000"),),
        (pot("410 000", shared=SHARING),),
    ],
    ids=["made", "shared once", "rounded", "another name", "no row", "shared, no row"],
)
def test_pots_that_come_out_or_have_nothing_to_come_out_with(tables: tuple[Tabled, ...]):
    assert findings(*tables) == []


def test_more_is_shared_out_than_the_pot_holds():
    found = findings(allocation("490 000"), pot("520 000"))

    assert [(each.severity, each.expected, each.actual, each.difference) for each in found] == [
        ("error", 490_000, 520_000, 30_000)
    ]
    assert "mer än potten på 490\u00a0000 kr" in found[0].message_sv
    assert "more than the pot of 490\u00a0000 kr" in found[0].message_en


def test_less_is_a_warning_for_the_rest_may_be_kept():
    assert [(each.severity, each.difference) for each in findings(allocation("600 000"), pot("520 000"))] == [
        ("warning", -80_000)
    ]


def test_a_total_that_holds_only_if_shared_money_counts_twice_says_so():
    found = findings(allocation("410 000"), pot("520 000", shared=SHARING))

    assert [(each.severity, each.expected, each.actual) for each in found] == [("error", 410_000, 520_000)]
    assert "räknas två gånger" in found[0].message_sv
    assert "counts twice" in found[0].message_en


def test_two_rows_of_the_pots_name_with_other_sums_are_held_against_nothing():
    twice = Tabled(
        (("Mottagare", "Belopp"), ("Länsgemensamma insatser", "490 000"), ("Länsgemensamma insatser", "30 000")),
        {1: "allocated"},
        "Fördelning",
    )

    assert findings(twice, pot("520 000")) == []


def test_a_table_of_quite_another_size_is_not_of_the_pot():
    assert findings(allocation("40 000"), pot("520 000")) == []
    assert [each.severity for each in findings(allocation("502 000"), pot("520 000"))] == ["error"]


PARTS = (
    Told("Kurserna kostar 210 350 kr.", "planned"),
    Told("Till samordnaren avsätts 412 800 kr.", "allocated"),
    Told("Ur potten tas 40 000 kr till enkäter.", "allocated"),
)
SHARED = Told("Enkäterna bekostas av en totalpott på 40 000 kr som ska täcka både denna och nästa.", "planned")


def told(pot_of: str, *parts: Told) -> list[Finding]:
    pot_told = Told(f"För året finns {pot_of} kr att dela på.", "total")
    file = paper("d1", pot_told, *parts, doc_type="action_plan", kommunkod=None, lanskod="20")
    return [each for each in run_checks(CheckInput.from_file_rows([file]))[0] if each.rule == "tie.pot"]


def test_sums_in_the_text_that_make_a_pot_only_with_shared_money_twice():
    [finding] = told("703 150", *PARTS, SHARED)

    assert (finding.severity, finding.expected, finding.actual) == ("error", 663_150, 703_150)
    assert "De 4 belopp som texten fördelar blir 703\u00a0150 kr bara om" in finding.message_sv
    assert "The 4 sums that the text shares out make 703\u00a0150 kr only if" in finding.message_en


@pytest.mark.parametrize(
    ("pot_of", "parts"),
    [
        ("663 150", (*PARTS, SHARED)),
        ("710 000", (*PARTS, SHARED)),
        ("703 150", (*PARTS, Told("Till möten avsätts 40 000 kr.", "allocated"))),
        ("663 150", PARTS),
    ],
    ids=["shared once", "a rest is kept", "nothing says that it is shared", "nothing shared"],
)
def test_sums_in_the_text_that_make_their_pot_or_none_are_silent(pot_of: str, parts: tuple[Told, ...]):
    assert told(pot_of, *parts) == []
