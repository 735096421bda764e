"""recalc.change and form.amount: what prose tells of sums; seeded errors beside their clean twins."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import CheckInput, catalogue, run_checks
from models.rows import Amount, Finding, Passage
from tests.money_builders import answered, rows_of, told

CHANGE = [check for check in catalogue() if check.id == "recalc.change"]
FORM = [check for check in catalogue() if check.id == "form.amount"]


def sentence(words: str, *sums: tuple[str, int, int], year: int = 2021) -> tuple[Amount, ...]:
    """The sums of one sentence: how each is written, its kronor, and the unit of its last digit."""
    (like,) = told(("other", 1, "Summan är 10 kr")).amounts
    return tuple(
        like.model_copy(
            update={
                "amount_id": f"d1-s{ordinal}",
                "value_sek": Decimal(kronor),
                "value_low": Decimal(kronor) - (Decimal(step) / 2 if step > 1 else 0),
                "value_high": Decimal(kronor) + (Decimal(step) / 2 if step > 1 else 0),
                "text": text,
                "year": year,
                "subject": words,
            }
        )
        for ordinal, (text, kronor, step) in enumerate(sums)
    )


def with_sentence(*amounts: Amount, granted: int = 3_507_000) -> CheckInput:
    rows = told(("granted", granted, f"Nämnden beviljas {granted} kr"))
    return replace(rows, amounts=(*rows.amounts, *amounts))


def said(rows: CheckInput) -> list[tuple[str, Decimal | None, Decimal | None]]:
    return [(f.severity, f.expected, f.actual) for f in run_checks(rows, CHANGE)[0]]


GREW = "Bidraget var 3 086 tkr året innan och har ökat med {}."
FELL = "Det är {} mindre än 2021, då bidraget var 3 900 000 kr."


def test_a_change_that_holds_is_left_alone():
    assert (
        said(
            with_sentence(*sentence(GREW.format("421 tkr"), ("3 086 tkr", 3_086_000, 1000), ("421 tkr", 421_000, 1000)))
        )
        == []
    )
    fell = sentence(FELL.format("393 000 kr"), ("393 000 kr", 393_000, 1), ("3 900 000 kr", 3_900_000, 1))
    assert said(with_sentence(*fell)) == []


def test_a_change_that_does_not_hold_is_an_error():
    grew = sentence(GREW.format("500 tkr"), ("3 086 tkr", 3_086_000, 1000), ("500 tkr", 500_000, 1000))
    fell = sentence(FELL.format("339 000 kr"), ("339 000 kr", 339_000, 1), ("3 900 000 kr", 3_900_000, 1))

    assert said(with_sentence(*grew)) == [("error", 421_000, 500_000)]
    assert said(with_sentence(*fell)) == [("error", 393_000, 339_000)]


def test_all_three_sums_may_stand_in_one_sentence():
    words = "Länet får {}, det är 23,0 miljoner mer än 2017 (56,8 miljoner)."
    rest = (("23,0 miljoner", 23_000_000, 100_000), ("56,8 miljoner", 56_800_000, 100_000))
    right = sentence(words.format("79,8 miljoner"), ("79,8 miljoner", 79_800_000, 100_000), *rest)
    wrong = sentence(words.format("89,8 miljoner"), ("89,8 miljoner", 89_800_000, 100_000), *rest)

    assert said(with_sentence(*right)) == []
    assert said(with_sentence(*wrong)) == [("error", 33_000_000, 23_000_000)]


def test_a_part_of_a_sum_is_no_year_of_it():
    words = "{}kostnaden på 31 449 tkr {} 2 914 tkr el, 707 tkr mer än 2027."
    sums = (("31 449 tkr", 31_449_000, 1000), ("2 914 tkr", 2_914_000, 1000), ("707 tkr", 707_000, 1000))

    assert said(with_sentence(*sentence(words.format("Av ", "var"), *sums))) == []
    assert said(with_sentence(*sentence(words.format("", "mot"), *sums))) == [("error", 28_535_000, 707_000)]


def test_what_points_back_is_of_the_sum_before_it():
    words = "Detta är 23 miljoner mer än 2017 (56,8 miljoner 2017)."
    told_of = sentence(words, ("23 miljoner", 23_000_000, 1_000_000), ("56,8 miljoner", 56_800_000, 100_000))
    share = sentence("79,8 miljoner fördelas till kommunerna.", ("79,8 miljoner", 79_800_000, 100_000), year=2022)
    other = sentence("89,8 miljoner fördelas till kommunerna.", ("89,8 miljoner", 89_800_000, 100_000), year=2022)

    assert said(with_sentence(*share, *told_of, granted=307_600_000)) == []
    assert said(with_sentence(*other, *told_of, granted=307_600_000)) == [("error", 33_000_000, 23_000_000)]


@pytest.mark.parametrize(
    "words",
    [
        "Kommunen kan i år rekvirera {}, vilket är {} mer än året innan.",
        "Bidraget är {} och har därmed ökat med {}.",
        "Bidraget 2021 är {}, alltså {} mer än föregående år.",
    ],
)
def test_the_years_own_sum_is_not_taken_for_the_earlier_one(words: str):
    text = words.format("3 507 000 kr", "90 000 kr")
    own = sentence(text, ("3 507 000 kr", 3_507_000, 1), ("90 000 kr", 90_000, 1), year=2020)

    assert said(with_sentence(*own)) == []


def test_what_the_change_led_to_is_not_what_it_started_from():
    grown = "Bidraget har ökat med 90 000 kr till 3 507 000 kr."
    summed = "Det är 90 000 kr mer än året innan, totalt 3 507 000 kr."
    sums = (("90 000 kr", 90_000, 1), ("3 507 000 kr", 3_507_000, 1))

    assert said(with_sentence(*sentence(grown, *sums, year=2020))) == []
    assert said(with_sentence(*sentence(summed, *sums, year=2020))) == []


def test_what_the_change_started_from_may_stand_behind_it():
    words = "Bidraget har ökat med 90 000 kr från 3 086 000 kr."
    sums = sentence(words, ("90 000 kr", 90_000, 1), ("3 086 000 kr", 3_086_000, 1), year=2020)

    assert said(with_sentence(*sums)) == [("error", 421_000, 90_000)]


def test_what_tells_of_no_change_is_left_alone():
    words = "Kursen kostade 40 000 kr och resan 500 kr."
    lone = "Bidraget har ökat med 421 000 kr."

    assert said(with_sentence(*sentence(words, ("40 000 kr", 40_000, 1), ("500 kr", 500, 1)))) == []
    assert said(with_sentence(*sentence(lone, ("421 000 kr", 421_000, 1)))) == []


def test_several_sums_of_the_year_make_it_a_warning():
    grew = sentence(GREW.format("500 tkr"), ("3 086 tkr", 3_086_000, 1000), ("500 tkr", 500_000, 1000))
    rows = with_sentence(*grew)
    (another,) = told(("granted", 9_000_000, "Skolan beviljas 9 000 000 kr")).amounts

    assert [found[0] for found in said(replace(rows, amounts=(*rows.amounts, another)))] == ["warning"]


@given(before=st.integers(100_000, 9_000_000), grown=st.integers(1_000, 900_000), slip=st.integers(1, 9_999))
def test_any_exact_change_is_held_against_both_its_years(before: int, grown: int, slip: int):
    def told_as(change: int) -> CheckInput:
        words = f"Bidraget var {before} kr året innan och har alltså ökat med {change} kr."
        sums = sentence(words, (f"{before} kr", before, 1), (f"{change} kr", change, 1))
        return with_sentence(*sums, granted=before + grown)

    assert said(told_as(grown)) == []
    assert said(told_as(grown + slip)) == [("error", grown, grown + slip)]


def misprints(rows: CheckInput) -> list[Finding]:
    return run_checks(rows, FORM)[0]


def prose(text: str) -> CheckInput:
    passage = Passage(
        passage_id="p1",
        document_id="d1",
        ordinal=1,
        kind="paragraph",
        text=text,
        page=2,
        x0=70.0,
        top=100.0,
        x1=500.0,
        bottom=112.0,
    )
    return replace(told(), passages=(passage,))


@pytest.mark.parametrize(
    ("words", "amount", "fault"),
    [
        ("Nämnden beviljas 1 852 46 kr för året.", "1 852 46 kr", "slutar inte med en grupp om tre"),
        ("Nämnden beviljas 63 32 kr.", "63 32 kr", "slutar inte med en grupp om tre"),
        ("Summan är 1.079.15:-.", "1.079.15:-", "slutar inte med en grupp om tre"),
        ("Summan är 1 852 4601 kr.", "1 852 4601 kr", "fler än tre siffror"),
        ("Kursen kostar 50 000 konor.", "50 000 konor", "felstavat"),
        ("Kursen kostar 50 000 kronr.", "50 000 kronr", "felstavat"),
    ],
)
def test_a_misprinted_sum_is_a_warning(words: str, amount: str, fault: str):
    (finding,) = misprints(prose(words))

    assert finding.severity == "warning"
    assert f"”{amount}”" in finding.message_sv
    assert f"“{amount}”" in finding.message_en
    assert fault in finding.message_sv


@pytest.mark.parametrize(
    "words",
    [
        "Bidraget är 1 852 460 kr.",
        "Kaffet kostar 12.50 kr och 12,50 kronor.",
        "Den 3 12 personer fick 400 kr.",
        "Dnr 2020 548 12 gäller.",
        "Ring 08 123 45 67.",
        "Norska kroner: 50 000 kroner.",
        "Under 2017 2018 kom 300 kr.",
        "Ersättningen var 50 000 kommunala medel.",
    ],
)
def test_what_is_rightly_written_is_left_alone(words: str):
    assert misprints(prose(words)) == []


def test_an_answer_and_a_cell_are_read_where_money_is_asked_for():
    assert len(misprints(answered(("Förbrukade medel", "1 852 46")))) == 1
    assert misprints(answered(("Plusgiro", "1 852 46"))) == []
    grid = [["Insats", "Belopp"], ["Kurs", "1 852 46"], ["Resa", "400"]]
    assert len(misprints(rows_of(grid, unit="kr"))) == 1


def test_what_the_sum_was_read_as_is_said():
    rows = prose("Nämnden beviljas 63 32 kr.")
    (amount,) = told(("granted", 6_332, "Nämnden beviljas 63 32 kr")).amounts
    read = replace(rows, amounts=(amount.model_copy(update={"text": "63 32 kr"}),))

    assert "Beloppet har lästs som 6\u00a0332\u00a0kr." in misprints(read)[0].message_sv
    assert "Beloppet har inte lästs." in misprints(rows)[0].message_sv
