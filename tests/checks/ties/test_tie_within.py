"""tie.text-table and tie.same-fact: one document that states its grant's sums alike, or does not."""

from decimal import Decimal
from typing import Any

import pytest

from checks import CheckInput, Rulings, run_checks
from models.rows import AmountKind, Finding
from tests.account_rows import Answered, Part, Tabled, Told, paper

LOCAL_PLAN = Tabled(
    (
        ("Verksamhet", "Satsning", "Belopp"),
        ("Boende", "Handledning av arbetsledare", "151 000"),
        ("Barn och unga", "Team för skolnärvaro", "300 000"),
        ("Vuxna", "Anhörigstöd på kvällstid", "249 000"),
        ("Fördelade medel", "", "700 000"),
        ("Totalt beviljat", "", "730 500"),
        ("Kvarstående", "", "30 500"),
    ),
    {2: "planned"},
    "Lokala satsningar",
)
OUTCOME = Tabled(
    (
        ("Insats", "Budget", "Utfall"),
        ("Handledning av arbetsledare", "151 000", "140 000"),
        ("Team för skolnärvaro", "300 000", "290 250"),
        ("Summa", "451 000", "430 250"),
    ),
    {1: "planned", 2: "spent"},
    "Budget och utfall",
)


def findings(*parts: Part, ocr: bool = False, **about: Any) -> list[Finding]:
    rows = CheckInput.from_file_rows([paper("d1", *parts, ocr=ocr, **about)])
    return [each for each in run_checks(rows)[0] if each.rule.startswith(("tie.", "check."))]


def said(*parts: Part, **about: Any) -> list[tuple[str, str, int | None]]:
    """(rule, severity, difference) of every finding."""
    return [
        (each.rule, each.severity, None if each.difference is None else int(each.difference))
        for each in findings(*parts, **about)
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "difference"),
    [
        ("Sammanlagt planeras insatser för 770 000 kronor.", "planned", 70_000),
        ("Kommunen har för 2022 beviljats 703 500 kr i statsbidrag.", "granted", -27_000),
        ("Planens insatser är kostnadsberäknade till 0,9 miljoner kronor.", "planned", 200_000),
        ("Lägger man ihop samtliga satsningar blir summan 770 tkr.", "total", 70_000),
    ],
)
def test_a_sum_in_prose_that_misses_its_table_is_an_error(sentence: str, kind, difference: int):
    assert said(Told(sentence, kind), LOCAL_PLAN, doc_type="action_plan") == [("tie.text-table", "error", difference)]


def test_a_smaller_sum_beside_the_tables_own_in_the_text_may_be_of_one_thing():
    whole = Told("Sammanlagt användes 430 250 kronor.", "spent")
    left = Told("Kvar är 20 750 kronor.", "remaining")
    granted = Told("Nämnden beviljades 451 000 kronor.", "granted")

    assert said(granted, whole, left, Told("Kostnaden blev 173 900 kr.", "spent"), OUTCOME) == [
        ("tie.text-table", "warning", -256_350)
    ]
    assert said(granted, whole, left, Told("Kostnaden blev 403 250 kr.", "spent"), OUTCOME) == [
        ("tie.text-table", "error", -27_000)
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sammanlagt planeras insatser för 700 000 kronor.", "planned"),
        ("Planens insatser är kostnadsberäknade till 0,7 miljoner kronor.", "planned"),
        ("Kommunen har beviljats drygt 730 tkr.", "granted"),
        ("Kommunen har beviljats ca 731 000 kronor.", "granted"),
        ("Av medlen planeras 300 000 kronor för skolnärvaro.", "planned"),
        ("Till utbildning av nyanställda avsätts 410 000 kronor.", "planned"),
        ("Kommunen planerar 410 000 kronor till en ny mötesplats.", "planned"),
        ("Insatsen beräknas kosta 820 000 kronor.", "planned"),
        ("Året innan beviljades kommunen 650 000 kronor.", "granted"),
        ("Nämnden skjuter själv till 410 000 kronor.", "planned"),
        ("Ungdomsmottagningen planeras kosta 410 000 kronor per år.", "planned"),
        ("Regeringen har planerat 1 400 miljoner kronor.", "planned"),
        ("Preliminärt beviljades kommunen 650 000 kronor.", "granted"),
        ("Enligt prognosen planeras insatser för 770 000 kronor.", "planned"),
        ("Av det beviljade beloppet avser 650 000 kronor skolan.", "granted"),
        ("Bidraget är lägre än 2021, då kommunen beviljades 650 000 kronor.", "granted"),
        ("Beviljat bidrag: 730 50 kr.", "granted"),
        ("Beviljat bidrag: 73 50 kr.", "granted"),
    ],
)
def test_sums_that_agree_or_tell_of_something_else_are_left_alone(sentence: str, kind):
    assert said(Told(sentence, kind), LOCAL_PLAN, doc_type="action_plan") == []


def test_costs_may_have_a_minus_in_a_table():
    accounts = Tabled(
        (("", "2022"), ("Bidrag", "900 000"), ("Kostnader", "−770 500"), ("Resultat", "129 500")), {1: "other"}
    )
    told = Told("Kostnaderna uppgick till 770 500 kronor.", "planned")

    assert said(told, LOCAL_PLAN, accounts, doc_type="other") == []
    assert said(told, LOCAL_PLAN, doc_type="other") == [("tie.text-table", "error", 70_500)]


def test_a_sum_that_the_columns_rows_make_is_told_rightly_though_its_total_is_misprinted():
    grid = (
        ("Bidrag", "Använt", "Plan"),
        ("Ombud", "420 500", "300 250"),
        ("Anhöriga", "310 750", "405 125"),
        ("Totalt", "713 250", "705 375"),
    )
    table = Tabled(grid, {1: "spent", 2: "planned"}, "Bidrag 2022")

    assert [rule for rule, *_ in said(Told("Under året planerades för 731 250 kr.", "planned"), table)] == []


def test_a_sum_of_another_year_is_another_fact():
    told = Told("Kommunen beviljades 650 000 kronor.", "granted", year=2021)

    assert said(told, LOCAL_PLAN, doc_type="action_plan") == []


def test_own_money_beside_the_grant_makes_up_the_difference():
    own = Told("Nämndens eget tillskott var 120 000 kronor.", "other")
    whole = Told("Hela arbetet kostade 550 250 kronor.", "spent")

    assert said(OUTCOME, own, whole, doc_type="grant_report") == []
    assert said(OUTCOME, whole, doc_type="grant_report") == [("tie.text-table", "warning", 120_000)]


@pytest.mark.parametrize(
    ("beside", "severity"),
    [
        ((), "warning"),
        ((Told("Totalt planerades 451 tkr.", "planned"),), "error"),
        ((Told("Beviljat: 500 000 kr.", "granted"), Told("Kvar finns 69 750 kr.", "remaining")), "error"),
        ((Told("Beviljat: 500 000 kr.", "granted"), Told("Kvar finns 50 000 kr.", "remaining")), "warning"),
    ],
    ids=["the table alone", "another fact agrees", "it makes what is left", "it does not"],
)
def test_a_lone_table_may_be_of_a_part_unless_something_bears_it_out(beside: tuple[Part, ...], severity: str):
    told = Told("Av bidraget har 550 250 kronor förbrukats.", "spent")

    found = [each for each in said(OUTCOME, *beside, told, doc_type="grant_report") if each[0] == "tie.text-table"]

    assert found == [("tie.text-table", severity, 120_000)]


def test_swapped_digits_are_a_misprint_whatever_stands_beside():
    told = Told("Av bidraget har 432 050 kronor förbrukats.", "spent")

    assert said(OUTCOME, told, doc_type="grant_report") == [("tie.text-table", "error", 1_800)]


def test_what_was_read_from_a_picture_is_a_warning():
    told = Told("Sammanlagt planeras insatser för 770 000 kronor.", "planned")

    assert said(told, LOCAL_PLAN, doc_type="action_plan", ocr=True) == [("tie.text-table", "warning", 70_000)]


def test_one_misprint_that_stands_twice_is_one_finding():
    told = [Told(f"{words} 770 000 kronor.", "planned") for words in ("Sammanlagt planeras", "Totalt har vi planerat")]

    assert said(*told, LOCAL_PLAN, doc_type="action_plan") == [("tie.text-table", "error", 70_000)]


def test_the_message_names_both_places_and_the_difference():
    found = findings(
        Told("Sammanlagt planeras insatser för 770 000 kronor.", "planned"), LOCAL_PLAN, doc_type="action_plan"
    )[0]

    assert found.message_sv == (
        "Sida 1: planerat anges till 770\u00a0000 kr (”Sammanlagt planeras insatser för 770 000 kronor.”), "
        "men sida 1 anger 700\u00a0000 kr (”Lokala satsningar: Fördelade medel”). Skillnad 70\u00a0000 kr. "
        "Beloppen räknas som exakta: ingen avrundning förklarar skillnaden."
    )
    assert "Difference 70\u00a0000 kr." in found.message_en
    assert (found.expected, found.actual, found.tolerance) == (Decimal(700_000), Decimal(770_000), Decimal(0))


COSTS = (
    ("Aktivitet", "Summa (kr)"),
    ("Kurs i lågaffektivt bemötande", "90 500"),
    ("Mötesplats på biblioteket", "200 000"),
)
OTHER_COSTS = (
    ("Aktivitet", "Summa (kr)"),
    ("Handledning för hemtjänsten", "60 000"),
    ("Stödsamtal i grupp", "40 000"),
)


def _with_total(grid: tuple[tuple[str, str], ...], total: str, title: str) -> Tabled:
    return Tabled((*grid, ("Summa", total)), {1: "spent"}, title)


def test_a_forms_sum_is_that_of_all_its_tables():
    tables = [_with_total(COSTS, "290 500", "Barn"), _with_total(OTHER_COSTS, "100 000", "Vuxna")]

    assert said(Answered("Kostnader totalt", "390 500", "spent"), *tables, doc_type="grant_report") == []
    assert said(Answered("Kostnader totalt", "350 900", "spent"), *tables, doc_type="grant_report") == [
        ("tie.same-fact", "error", -39_600)
    ]
    # A table that was not found could hold what is more, but not where it is a table's total once again.
    assert said(Answered("Kostnader totalt", "450 000", "spent"), *tables, doc_type="grant_report") == []
    assert said(Answered("Kostnader totalt", "490 500", "spent"), *tables, doc_type="grant_report") == [
        ("tie.same-fact", "error", 100_000)
    ]


def test_a_table_whose_head_was_read_otherwise_counts_among_all_tables():
    third = _with_total(
        (("Aktivitet", "Summa"), ("Föreläsning", "30 000"), ("Studiebesök", "20 000")), "50 000", "Äldre"
    )
    tables = [_with_total(COSTS, "290 500", "Barn"), _with_total(OTHER_COSTS, "100 000", "Vuxna"), third]

    assert said(Answered("Kostnader totalt", "440 500", "spent"), *tables, doc_type="grant_report") == []
    assert said(Answered("Kostnader totalt", "350 900", "spent"), *tables, doc_type="grant_report") != []


def test_nothing_is_said_of_the_sum_where_one_tables_total_was_not_read():
    tables = [_with_total(COSTS, "290 500", "Barn"), Tabled(OTHER_COSTS, {1: "spent"}, "Vuxna")]

    assert said(Answered("Kostnader totalt", "350 900", "spent"), *tables, doc_type="grant_report") == []


def test_own_money_may_bring_a_forms_sum_above_its_table():
    form = [Answered("Total kostnad", "350 500", "spent"), Answered("Eget tillskott", "60 000", "other")]

    assert said(*form, _with_total(COSTS, "290 500", "Insatser"), doc_type="grant_report") == []


@pytest.mark.parametrize(
    ("asked", "waived", "expected"),
    [
        ("500 000", "Ej aktuellt", []),
        ("540 000", "Ej aktuellt", [("tie.same-fact", "error", 40_000)]),
        ("450 000", "Ja", []),
        ("450 000", "Nej", [("tie.same-fact", "error", -50_000)]),
    ],
)
def test_what_is_requisitioned_is_what_was_granted_less_what_is_waived(asked: str, waived: str, expected: list):
    form = [
        Answered("Högsta belopp enligt fördelningen", "500 000", "granted"),
        Answered("Belopp som rekvireras", asked, "requisitioned"),
        Answered("Vi avstår från resterande del", waived),
    ]

    assert said(*form, doc_type="grant_application") == expected


@pytest.mark.parametrize(
    ("cap", "expected"),
    [
        ("Beviljat bidrag i den senaste ansökningsomgången", []),
        ("Tidigare beviljat belopp", []),
        ("Högsta belopp att söka", [("tie.same-fact", "error", 40_000)]),
    ],
)
def test_what_is_applied_for_is_not_bound_by_an_earlier_grant(cap: str, expected: list):
    form = [Answered(cap, "500 000", "granted"), Answered("Sökt belopp", "540 000", "requisitioned")]

    assert said(*form, doc_type="grant_application") == expected


@pytest.mark.parametrize(
    "part",
    [
        "Det har kostat 312 400 kronor och nått 88 personer.",
        "Utbildningsdagarna kostade 312 400 kronor.",
        "Kommunens egna kostnader var 312 400 kronor.",
        "Inom ordinarie ram har nämnden använt 312 400 kronor.",
        "Hittills har 312 400 kronor använts.",
        "I det förra projektet användes 312 400 kronor.",
    ],
)
def test_what_one_thing_cost_and_own_costs_are_not_what_was_used_of_the_grant(part: str):
    whole = Told("Av bidraget har 706 850 kronor använts.", "spent")

    assert said(whole, Told(part, "spent"), doc_type="grant_report") == []


def test_what_all_of_it_cost_is_held_against_what_was_used():
    whole = Told("Av bidraget har 706 850 kronor använts.", "spent")
    told = Told("Insatserna har kostat 700 680 kronor.", "spent")

    assert said(whole, told, doc_type="grant_report") == [("tie.same-fact", "warning", -6_170)]


def test_a_form_that_is_laid_out_as_a_table_states_its_answers_too():
    form = paper(
        "d1",
        Answered("Högsta belopp enligt fördelningen", "500 000", "granted"),
        Answered("Belopp som rekvireras", "540 000", "requisitioned"),
        doc_type="grant_application",
    )
    in_cells = [
        each.model_copy(update={"table_id": "d1-t0", "row": n, "col": 1}) for n, each in enumerate(form.amounts)
    ]

    found, _ = run_checks(CheckInput.from_file_rows([form.model_copy(update={"amounts": tuple(in_cells)})]))

    assert [(each.rule, each.difference) for each in found] == [("tie.same-fact", 40_000)]


def test_two_sentences_that_differ_are_a_warning_and_the_lone_one_is_doubted():
    told = [
        Told("Nämnden fördelar 454 000 kronor enligt förslaget.", "allocated"),
        Told("Planens insatser är kostnadsberäknade till 445 000 kr.", "planned"),
        Told("Totalt planeras 445 tkr.", "planned"),
    ]

    found = findings(*told)

    assert [(each.rule, each.severity, each.actual) for each in found] == [
        ("tie.same-fact", "warning", Decimal(454_000))
    ]


def test_an_appropriation_tells_of_many_grants():
    told = [
        Told("Länsstyrelsen får använda 454 000 kronor till tillsyn.", "planned"),
        Told("Myndigheten får använda 445 000 kronor till forskning.", "planned"),
    ]

    assert said(*told, doc_type="other") == []


def test_a_plans_costs_of_several_initiatives_are_not_one_fact():
    told = [
        Told("Kostnaden beräknas till 454 000 kronor.", "planned"),
        Told("Budget: 395 000 kronor.", "planned"),
    ]

    assert said(*told, doc_type="action_plan") == []
    assert said(*told, LOCAL_PLAN, doc_type="action_plan") == []
    assert said(*told, Told("Sammanlagt 770 000 kronor.", "planned"), LOCAL_PLAN, doc_type="action_plan") == [
        ("tie.text-table", "error", 70_000)
    ]


def test_a_form_laid_out_as_a_table_has_its_used_sum_on_a_line_of_its_own():
    form = Tabled(
        (("Uppgift", "Kronor"), ("Tilldelade medel", "500 000"), ("Förbrukat till och med december", "460 000")),
        {1: "spent"},
        "Ekonomi",
    )
    told = Told("Av bidraget har 406 000 kronor förbrukats.", "spent")

    assert said(form, told, doc_type="grant_report") == [("tie.text-table", "error", -54_000)]


def test_thousands_that_are_called_millions_are_a_slip_of_the_unit():
    form = Answered("Kostnader", "2 404 983", "spent")
    told = Told("Kostnaderna uppgår till 2 405 mnkr.", "spent")

    assert [severity for _, severity, _ in said(form, told, doc_type="grant_report")] == ["error"]


def test_two_tables_that_agree_in_one_total_agree_in_the_other():
    kinds = Tabled(
        (
            ("Slag", "Utfall", "Budget"),
            ("Personal", "330 250", "300 000"),
            ("Material", "100 000", "115 000"),
            ("Summa", "430 250", "415 000"),
        ),
        {1: "spent", 2: "planned"},
        "Kostnader efter slag",
    )
    thousands = Tabled(
        (("Område", "Budget", "Utfall"), ("Barn", "451", "430"), ("Summa", "451", "430")),
        {1: "planned", 2: "spent"},
        "Sammandrag (tkr)",
        tkr=True,
    )

    assert said(OUTCOME, thousands, doc_type="grant_report") == []
    assert said(OUTCOME, kinds, doc_type="grant_report") == [("tie.same-fact", "error", -36_000)]


def test_tables_that_agree_in_nothing_tell_of_different_things():
    other = Tabled(
        (("Slag", "Budget", "Utfall"), ("Personal", "95 000", "80 000"), ("Summa", "95 000", "80 000")),
        {1: "planned", 2: "spent"},
        "Tidigare projekt",
    )

    assert said(OUTCOME, other, doc_type="grant_report") == []


COUNTY = Tabled(
    (
        ("Mottagare", "Belopp"),
        ("Falun", "4 120 000"),
        ("Mora", "1 310 500"),
        ("Rättvik", "730 500"),
        ("Summa kommuner", "6 161 000"),
        ("Region Dalarna", "7 200 000"),
        ("Länsgemensamma insatser", "900 000"),
        ("Totalt", "14 261 000"),
    ),
    {1: "allocated"},
    "Fördelning av medel",
    municipalities={1: "2080", 2: "2062", 3: "2031"},
)


@pytest.mark.parametrize(
    ("sentence", "difference"),
    [
        ("Länets kommuner delar på 5 161 000 kronor efter invånarantal.", -1_000_000),
        ("Till regionen fördelas 7,9 miljoner kronor.", 700_000),
        ("Länets kommuner delar på 6,2 miljoner kronor efter invånarantal.", None),
        ("Regionens andel är 7 200 tkr.", None),
        ("Länets kommuner bidrar med 5 161 000 kronor till lokaler.", None),
        ("Regionen och kommunerna betalar tillsammans 5 161 000 kronor.", None),
        ("Kommunerna söker 5 161 000 kronor för nästa period.", None),
    ],
)
def test_the_countys_shares_are_those_of_its_table(sentence: str, difference: int | None):
    found = said(Told(sentence, "allocated"), COUNTY, doc_type="action_plan", kommunkod=None, lanskod="20")

    assert found == ([] if difference is None else [("tie.text-table", "warning", difference)])


def test_a_regions_own_name_may_be_of_two_words():
    rows = [("Västra Dalaregionen" if name == "Region Dalarna" else name, amount) for name, amount in COUNTY.grid]
    named = Tabled(tuple(rows), COUNTY.kinds, COUNTY.title, municipalities=COUNTY.municipalities)
    told = Told("Till regionen fördelas 7,9 miljoner kronor.", "allocated")

    found = said(told, named, doc_type="action_plan", kommunkod=None, lanskod="20")

    assert found == [("tie.text-table", "warning", 700_000)]


def test_what_several_sentences_say_was_planned_is_not_made_right_by_what_was_granted():
    table = Tabled(
        (("Post", "Belopp"), ("Beviljat bidrag", "84 782"), ("Avsatt till insatser", "89 869"), ("Kvar", "0")),
        {1: "allocated"},
        "Ekonomi",
    )
    once = Told("Nämnden fördelar 84 782 kr enligt förslaget.", "allocated")
    twice = Told("Totalt planeras 84 782 kr.", "planned")

    assert said(table, once) == []
    assert said(table, once, twice) == [("tie.text-table", "warning", -5_087)]


def test_a_form_laid_out_as_a_table_is_held_against_its_other_table():
    form = [Answered("Tilldelade medel", "500 000", "granted"), Answered("Summa kostnader", "430 000", "spent")]
    laid_out = Tabled(
        (("Uppgift", "Svar"), ("Tilldelade medel", "500 000"), ("Summa kostnader", "430 000")), {1: "spent"}
    )
    costs = Tabled(
        (
            *COSTS,
            ("Summa", "290 500"),
        ),
        {1: "spent"},
        "Insatser",
    )

    assert said(*form, laid_out, costs, doc_type="grant_report") == [("tie.same-fact", "error", 139_500)]


def test_a_regime_that_is_ruled_reaches_the_statements_of_one_fact():
    rows = CheckInput.from_file_rows(
        [paper("d1", Told("Sammanlagt planeras insatser för 700 001 kronor.", "planned"), LOCAL_PLAN)]
    )

    def rules_under(regime: dict[str, str]) -> list[str]:
        rulings = Rulings.model_validate({"regime": regime})
        return [each.rule for each in run_checks(rows, rulings=rulings)[0] if each.rule.startswith("tie.")]

    assert rules_under({}) == ["tie.text-table"]
    assert rules_under({"tie": "rounded"}) == []
    assert rules_under({"tie.same-fact": "rounded"}) == ["tie.text-table"]


def test_what_a_form_says_was_used_for_something_is_at_most_what_was_used_in_all():
    used = Answered("Förbrukat belopp", "462 400", "spent")
    part = "Kommunen har lagt {} kr på handledning och en tillfällig förstärkning."

    assert said(used, Told(part.format("412 000"), "spent"), doc_type="grant_report") == []
    assert said(used, Told(part.format("564 128"), "spent"), doc_type="grant_report") == [
        ("tie.same-fact", "error", 101_728)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Med egna medel har kommunen lagt 564 128 kr på handledning.",
        "Förra året lade kommunen 564 128 kr på handledning.",
        "Kommunen har lagt 9 564 128 kr på vägar.",
    ],
)
def test_own_money_other_years_and_quite_other_sums_are_no_parts(sentence: str):
    used = Answered("Förbrukat belopp", "462 400", "spent")

    assert said(used, Told(sentence, "spent"), doc_type="grant_report") == []


def test_tables_of_one_form_may_cost_the_same_by_chance():
    heads = ("Insats", "Budget", "Utfall")
    kinds: dict[int, AmountKind] = {1: "planned", 2: "spent"}
    young = Tabled((heads, ("Kurs", "110 000", "80 300"), ("Summa", "110 000", "80 300")), kinds, "Unga")
    old = Tabled((heads, ("Besök", "110 000", "110 000"), ("Summa", "110 000", "110 000")), kinds, "Äldre")

    assert said(young, old, doc_type="grant_report") == []


def test_what_is_told_roughly_may_have_been_rounded_to_it():
    exact = Told("Nämnden rekvirerar 9 050 545 kronor för 2022.", "requisitioned")
    rough = Told("Kommunen har rekvirerat drygt 9 051 tusen kronor.", "requisitioned")
    off = Told("Kommunen har rekvirerat drygt 9 501 tusen kronor.", "requisitioned")

    assert said(exact, rough, doc_type="memo") == []
    assert [finding[:2] for finding in said(exact, off, doc_type="memo")] == [("tie.same-fact", "warning")]


def test_a_sum_may_stand_in_thousands_in_a_table_that_does_not_say_so():
    years: dict[int, AmountKind] = {}
    unsaid = Tabled((("Del", "2022", "Totalt"), ("Skola", "10 746", "39 386")), years)
    budget = Tabled((("Del", "Budget"), ("Skola", "10 746 000"), ("Summa", "10 746 000")), {1: "planned"})
    told = Told("För genomförandet av handlingsplanen krävs 39,4 miljoner kronor.", "planned")

    assert said(told, unsaid, budget, doc_type="action_plan") == []
    assert said(told, budget, doc_type="action_plan") != []


def test_a_sum_of_two_digits_is_no_misprint_of_one_with_a_digit_more():
    told = Told("Medlen räckte till 2,1 mnkr.", "spent"), Told("Sammanlagt användes 430 250 kronor.", "spent")
    outcome = Tabled(
        (("Insats", "Utfall"), ("Kurs", "20 100 000"), ("Råd", "5 000 000"), ("Summa", "25 100 000")), {1: "spent"}
    )

    assert said(told[0], outcome) == []
