"""footing.breakdown, recalc.product and recalc.share: seeded errors beside their clean twins, and traps."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import CheckInput, catalogue, run_checks
from models.rows import Finding
from tests.money_builders import Grid, answered, rows_of

CHECKS = [check for check in catalogue() if check.id in ("footing.breakdown", "recalc.product", "recalc.share")]


def said(rows: CheckInput) -> list[tuple[str, str, Decimal | None, Decimal | None]]:
    """(rule, severity, expected, actual) of every finding."""
    return [(f.rule, f.severity, f.expected, f.actual) for f in run_checks(rows, CHECKS)[0]]


def plan(*lines: tuple[str, str]) -> CheckInput:
    return rows_of([["Insats", "Belopp"], *[list(line) for line in lines]], unit="kr")


def test_a_breakdown_that_makes_its_line_is_left_alone():
    assert said(plan(("Skola", "90 000"), ("därav lön", "60 000"), ("därav resor", "30 000"))) == []


def test_parts_above_their_whole_are_an_error():
    rows = plan(("Skola", "90 000"), ("därav lön", "60 000"), ("därav resor", "40 000"))

    assert said(rows) == [("footing.breakdown", "error", 100_000, 90_000)]


def test_one_part_above_its_whole_is_an_error():
    assert said(plan(("Skola", "90 000"), ("varav lön", "95 000"))) == [("footing.breakdown", "error", 95_000, 90_000)]


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        ((("varav lön", "60 000"), ("varav resor", "20 000")), "warning"),
        ((("varav lön", "60 000"), ("varav övrigt", "20 000")), "error"),
        ((("varav lön", "60 000"),), None),
        ((("varav lön", "20 000"), ("varav resor", "10 000")), None),
    ],
)
def test_parts_below_their_whole_may_be_only_some(lines: tuple[tuple[str, str], ...], severity: str | None):
    assert [found[1] for found in said(plan(("Skola", "90 000"), *lines))] == ([severity] if severity else [])


def test_parts_below_their_whole_are_an_error_where_another_whole_is_made_of_its_parts():
    twin = (("Vård", "50 000"), ("varav lön", "40 000"), ("varav resor", "10 000"))
    rows = plan(*twin, ("Skola", "90 000"), ("varav lön", "60 000"), ("varav resor", "20 000"))

    assert said(rows) == [("footing.breakdown", "error", 80_000, 90_000)]


def test_parts_of_other_names_show_nothing_of_what_makes_a_whole():
    twin = (("Personal", "12"), ("därav kvinnor", "9"), ("därav män", "3"))
    others = (("Deltagare", "50"), ("därav nyanlända", "21"), ("därav föräldrar", "16"))

    assert said(rows_of([["Grupp", "Antal"], *map(list, (*twin, *others))])) == []


def test_the_answers_of_a_form_are_broken_down_too():
    clean = (("Kostnader", "90 000 kr"), ("Därav lön", "60 000 kr"), ("Därav övrigt", "30 000 kr"))
    wrong = (("Kostnader", "90 000 kr"), ("Därav lön", "60 000 kr"), ("Därav övrigt", "3 000 kr"))

    assert said(answered(*clean)) == []
    assert said(answered(*wrong)) == [("footing.breakdown", "error", 63_000, 90_000)]
    assert said(answered(("Antal anställda, totalt", "14"), ("Varav kuratorer", "3"))) == []


def numbered(*questions: tuple[str | None, str, str]) -> CheckInput:
    """A form's answers with their questions' numbers."""
    rows = answered(*[(label, answer) for _, label, answer in questions])
    fields = [
        field.model_copy(update={"number": number})
        for field, (number, _, _) in zip(rows.fields, questions, strict=True)
    ]
    return replace(rows, fields=tuple(fields))


@pytest.mark.parametrize("number", ["2", None])
def test_the_lines_of_one_question_are_the_parts_of_its_answer(number: str | None):
    def form(costs: str) -> CheckInput:
        return numbered(
            ("1", "Erhållet statsbidrag", "900 000"),
            ("2", "Kostnader", costs),
            (number, "Socialsekreterare", "600 000"),
            (number, "Arbetsledare", "300 000"),
            ("3", "Kvarstående statsbidrag", "0"),
        )

    def errors(costs: str) -> list[Finding]:
        return [finding for finding in run_checks(form(costs))[0] if finding.severity == "error"]

    assert errors("900 000") == []
    [finding] = errors("800 000")
    assert (finding.rule, finding.expected) == ("footing.breakdown", 900_000)
    assert "”Ekonomi: Kvarstående statsbidrag” skulle också gå ihop" in finding.message_sv


def test_answers_after_the_last_number_or_of_the_account_are_no_parts():
    last = numbered(("1", "Kostnader", "400 000"), (None, "Invånare", "300 000"), (None, "Anställda", "200 000"))
    sums = numbered(("1", "Kostnader", "400 000"), ("1", "Erhållet", "500 000"), ("1", "Kvar", "100 000"))

    assert said(last) == said(sums) == []


def test_an_answer_that_is_itself_a_part_is_no_whole_of_the_next_ones():
    parts = (("Hela kronor. 3 Varav löner", "420 000"), ("Varav resor", "800 000"), ("Varav lokaler", "900 000"))

    assert said(answered(*parts)) == []
    assert said(answered(("Använt belopp, varav", "420 000"), *parts[1:])) == [
        ("footing.breakdown", "error", 1_700_000, 420_000)
    ]


RISKS: Grid = [
    ["Rutin", "Risk", "Sannolikhet (1–4)", "Konsekvens (1–4)", "Riskvärde", "Värde efter kontroll"],
    ["Attest", "Fel person attesterar", "2", "3", "6", "4"],
    ["Avtal", "Avtal saknas", "3", "3", "9", "6"],
    ["Behörighet", "Konton ligger kvar", "2", "4", "8", "8"],
    ["Ärenden", "Beslut dröjer", "4", "2", "8", "2"],
]


def test_risks_that_multiply_are_left_alone():
    assert said(rows_of(RISKS)) == []


def test_a_risk_s_value_that_is_no_product_is_an_error():
    wrong = [*RISKS[:2], ["Avtal", "Avtal saknas", "3", "3", "6", "6"], *RISKS[3:]]

    assert said(rows_of(wrong)) == [("recalc.product", "error", 9, 6)]


UNHEADED: Grid = [
    ["Attest", "4", "4", "16"],
    ["Behörighet", "3", "4", "12"],
    ["Bemanning", "2", "3", "6"],
    ["Bostad", "3", "2", "6"],
    ["Journal", "4", "3", "12"],
    ["Loggar", "3", "3", "9"],
]


def test_a_table_whose_headings_stand_on_the_page_before_shows_by_its_rows_what_multiplies():
    wrong = [*UNHEADED[:5], ["Loggar", "3", "3", "99"]]
    few = [*UNHEADED[:3], ["Loggar", "3", "3", "99"]]

    assert said(rows_of(UNHEADED, roles={0: "body"})) == []
    assert said(rows_of(wrong, roles={0: "body"})) == [("recalc.product", "error", 9, 99)]
    assert said(rows_of(few, roles={0: "body"})) == []


def test_grades_may_be_written_with_their_words():
    words = {"2": "2. Mindre sannolik", "3": "3. Möjlig", "4": "4. Trolig"}
    graded = [RISKS[0], *[[*row[:2], words[row[2]], f"Allvarlig ({row[3]})", *row[4:]] for row in RISKS[1:]]]
    wrong = [*graded[:4], [*graded[4][:4], "12", "2"]]

    assert said(rows_of(graded)) == []
    assert said(rows_of(wrong)) == [("recalc.product", "error", 8, 12)]


POSTS: Grid = [
    ["Tjänst", "Antal", "Bidrag per heltid", "Belopp"],
    ["Kurator", "2,00", "300 000", "600 000"],
    ["Samordnare", "0,75", "300 000", "225 000"],
    ["Handledare", "0,50", "300 000", "150 000"],
    ["Totalt", "3,25", "", "975 000"],
]


def test_posts_times_their_rate_make_the_sum():
    wrong = [*POSTS[:3], ["Handledare", "0,50", "300 000", "250 000"], POSTS[4]]

    assert said(rows_of(POSTS, unit="kr")) == []
    assert said(rows_of(wrong, unit="kr")) == [("recalc.product", "error", 150_000, 250_000)]


def test_columns_that_multiply_by_chance_are_left_alone():
    grid = [["Del", "Kvinnor", "Män", "Totalt"], ["A", "2", "2", "4"], ["B", "2", "2", "4"], ["C", "3", "1", "4"]]

    assert said(rows_of(grid)) == []


def application(asked: str, *more: tuple[str, str]) -> CheckInput:
    return answered(
        ("Antal årsarbetare som ansökan avser", "2,5"),
        ("Bidrag per heltidstjänst", "300 000 kr"),
        ("Sökt belopp", asked),
        *more,
    )


def test_a_form_s_posts_times_their_rate_make_what_is_applied_for():
    assert said(application("750 000 kr")) == []
    assert said(application("570 000 kr")) == [("recalc.product", "error", 750_000, 570_000)]
    assert said(application("570 000 kr", ("Högsta möjliga bidrag", "750 000 kr"))) == []


def shares(*rows: tuple[str, str, str], heading: str = "varav 4 procent") -> CheckInput:
    return rows_of([["Kommun", "Belopp", heading], *[list(row) for row in rows]], unit="kr")


SHARED = (("Åby", "1 000 100", "40 004"), ("Ekby", "500 013", "20 001"), ("Edsby", "250 000", "10 000"))


def test_shares_that_were_rounded_are_left_alone():
    assert said(shares(*SHARED)) == []


def test_a_share_that_is_not_its_percent_is_an_error():
    wrong = (*SHARED[:2], ("Edsby", "250 000", "12 000"))

    assert said(shares(*wrong)) == [("recalc.share", "error", 10_000, 12_000)]


def test_shares_of_something_else_are_left_alone():
    assert said(shares(("Åby", "1 000 100", "7 004"), ("Ekby", "500 013", "9 001"))) == []
    assert said(shares(*SHARED, heading="varav 4 procent, för regionen 6 procent")) == []


@given(base=st.lists(st.integers(10_000, 9_999_999), min_size=3, max_size=12), percent=st.integers(1, 90))
def test_any_rounded_shares_are_silent(base: list[int], percent: int):
    rows = [(f"Kommun {n}", str(sum_of), str(round(Decimal(sum_of) * percent / 100))) for n, sum_of in enumerate(base)]

    assert said(shares(*rows, heading=f"{percent} % till gemensamt arbete")) == []


@given(
    posts=st.lists(st.integers(2, 40), min_size=3, max_size=9),
    rate=st.integers(100_000, 700_000),
    slip=st.integers(1, 99_999),
)
def test_any_wrong_product_is_found(posts: list[int], rate: int, slip: int):
    grid = [["Tjänst", "Antal", "Kronor per tjänst", "Summa"]]
    grid += [[f"Tjänst {n}", str(each), str(rate), str(each * rate)] for n, each in enumerate(posts)]
    wrong = [*grid[:-1], [*grid[-1][:3], str(posts[-1] * rate + slip)]]

    assert said(rows_of(grid)) == []
    assert [(rule, expected) for rule, _, expected, _ in said(rows_of(wrong))] == [("recalc.product", posts[-1] * rate)]


def people(*lines: tuple[str, str]) -> CheckInput:
    return rows_of([["Deltagare", "Antal"], *[list(line) for line in lines]])


def test_people_may_be_counted_in_several_parts_and_one_part_is_no_more_than_all():
    overlapping = (("Ungdomar", "240"), ("varav flickor", "131"), ("varav nyanlända", "120"))

    assert said(people(*overlapping)) == []
    assert said(people(("Ungdomar", "240"), ("varav flickor", "251"))) == [("footing.breakdown", "error", 251, 240)]


def test_a_sum_may_be_parted_in_two_ways_at_once():
    by_kind = (("Personal", "90 000"), ("varav lön", "60 000"), ("varav resor", "30 000"))

    assert said(plan(*by_kind, ("varav egna medel", "20 000"))) == []


def test_parts_of_the_same_names_that_make_another_whole_do_not_overlap():
    ages = (("därav 18–29 år", "14"), ("därav 30–64 år", "69"))
    others = (("därav 18–29 år", "10"), ("därav 30–64 år", "40"))
    too_many = people(("Klienter", "80"), *ages, ("Nya klienter", "50"), *others)

    assert said(people(("Klienter", "80"), *ages, ("Nya klienter", "70"), *others)) == []
    assert said(too_many) == [("footing.breakdown", "error", 83, 80)]


def test_a_part_of_nothing_is_no_second_way_to_part_a_sum():
    parts = (("varav lön", "90 000"), ("varav resor", "4"), ("varav hyra", "0"))

    assert said(plan(("Personal", "90 000"), *parts)) == [("footing.breakdown", "error", 90_004, 90_000)]
