"""The evaluation: every measure on pairs small enough to count by hand."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from corpus.evaluation import _soft_distances, evaluate
from corpus.evaluation_cells import relations, score_cells, score_sureness
from corpus.evaluation_json import scores_to_dict
from corpus.evaluation_matching import SOFT, match_items, numbers_in, pair_best, plain, text_distance
from corpus.evaluation_report import REPORT_WIDTH, format_scores
from corpus.evaluation_scores import ByName, DocumentScores, Facts, Scores, Share, Tally
from corpus.truth import (
    TrueActivity,
    TrueAmount,
    TrueDocument,
    TrueField,
    TrueFinding,
    TrueGoal,
    TrueIndicator,
    TrueTable,
    Truth,
    TruthError,
    load_truth,
)
from models.rows import (
    Activity,
    ActivityYear,
    Amount,
    CellRow,
    Document,
    FileRows,
    Finding,
    FormField,
    Goal,
    Indicator,
)
from tests.places import ROOT

REAL_TRUTH = ROOT.parent / "shared" / "corpus" / "truth"
PLACE = {"page": 1, "x0": 0.0, "top": 0.0, "x1": 1.0, "bottom": 1.0}


def make_truth(**parts):
    document = TrueDocument(
        doc_type="action_plan",
        title=None,
        period_start=None,
        period_end=None,
        reporting_year=None,
        grant_name=None,
        diary_number=None,
    )
    empty = dict.fromkeys(("goals", "activities", "indicators", "amounts", "fields", "tables", "findings"), ())
    return Truth(**({"document": document} | empty | parts))


def make_document(ordinal=1, **facts):
    return Document(
        **{
            "document_id": f"d{ordinal}",
            "source_name": "plan.pdf",
            "source_sha256": "ab",
            "first_page": 1,
            "last_page": 2,
            "doc_type": "action_plan",
        }
        | facts
    )


def make_goal(text, horizon="unspecified"):
    return Goal(goal_id=text, document_id="d1", ordinal=1, horizon=horizon, text=text, **PLACE)


def make_activity(text, ordinal=1):
    return Activity(
        activity_id=f"a{ordinal}",
        document_id="d1",
        ordinal=ordinal,
        text=text,
        category="unspecified",
        **PLACE,
    )


def make_amount(value, kind="planned", year=None, text=""):
    return Amount(
        amount_id=f"{value} {kind} {year}",
        document_id="d1",
        value_sek=Decimal(value),
        value_low=Decimal(value),
        value_high=Decimal(value),
        text=text,
        approximate=False,
        kind=kind,
        year=year,
        **PLACE,
    )


def make_field(label, value, number=None):
    return FormField(field_id=label, document_id="d1", number=number, label=label, value_text=value, **PLACE)


def make_cells(table_id, grid):
    return tuple(
        CellRow(table_id=table_id, row=i, col=j, role="body", text=text or None, **PLACE)
        for i, row in enumerate(grid)
        for j, text in enumerate(row)
    )


def make_finding(expected, actual, severity="error", document_id="d1"):
    return Finding(
        finding_id=f"{expected} {actual}",
        rule="footing.column",
        family="footing",
        severity=severity,
        document_id=document_id,
        subject="Summa",
        message_sv="Summan stämmer inte.",
        message_en="The total does not match.",
        expected=expected,
        actual=actual,
    )


def make_true_amount(value, kinds=("planned",), year=None, text="", *, optional=False):
    return TrueAmount(value_sek=Decimal(value), kinds=kinds, year=year, text=text, approximate=False, optional=optional)


def make_true_finding(expected, actual, grade="material"):
    return TrueFinding(rule="sum", where="Tabell", expected=expected, actual=actual, grade=grade, explanation="")


def score(truth, rows, findings=()):
    return evaluate({"plan": truth}, {"plan": rows}, findings).documents["plan"]


def answer_of(truth):
    """Rows and findings that say just what the truth says."""
    document = make_document(**truth.document.model_dump(exclude={"municipality"}))
    rows = FileRows(
        documents=(document,),
        goals=tuple(make_goal(goal.text, goal.horizon) for goal in truth.goals),
        activities=tuple(make_activity(one.text, i) for i, one in enumerate(truth.activities)),
        activity_years=tuple(
            ActivityYear(activity_id=f"a{i}", year=year, source="text")
            for i, one in enumerate(truth.activities)
            for year in one.years
        ),
        indicators=tuple(
            Indicator(indicator_id=str(i), document_id="d1", ordinal=i, text=one.text, **PLACE)
            for i, one in enumerate(truth.indicators)
        ),
        amounts=tuple(make_amount(one.value_sek, one.kinds[0], one.year, one.text) for one in truth.amounts),
        fields=tuple(make_field(one.label, one.value, one.number) for one in truth.fields),
        cells=tuple(cell for i, table in enumerate(truth.tables) for cell in make_cells(f"t{i}", table.grid())),
    )
    findings = tuple(
        make_finding(one.expected, one.actual)
        for one in truth.findings
        if isinstance(one.expected, Decimal)
        and isinstance(one.actual, Decimal)
        and one.grade in ("material", "minor", "true")
    )
    return rows, findings


def assert_all_right(measures):
    ratios = {
        name: measure["f1"] if "f1" in measure else measure["share"]
        for name, measure in scores_to_dict(Scores({"plan": measures}))["total"].items()
        if isinstance(measure, dict) and {"f1", "share"} & measure.keys()
    }
    assert set(ratios.values()) <= {1.0, None}, ratios
    assert measures.facts.all.right == measures.facts.all.asked
    assert (measures.forbidden_errors, measures.false_errors) == (0, 0)


# Texts


def test_plain_collapses_space_joins_digits_and_drops_the_last_stop():
    assert plain("  Öka\n kunskapen, för 1 906 000 kr. ") == "Öka kunskapen, för 1906000 kr"
    assert plain("A\u030atga\u0308rder;") == "Åtgärder"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2018–2020", ("2018", "2020")),
        ("2018 -2020", ("2018", "2020")),
        ("6, 4 miljoner", ("6.4",)),
        ("6,4 miljoner", ("6.4",)),
        ("-500 kr", ("-", "500")),
        ("senast 12 mars 2018", ("12", "mar", "2018")),
        ("marsipan", ()),
    ],
)
def test_numbers_and_months_of_a_text(text, numbers):
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Klart senast december 2018", "Klart senast december 2019"),
        ("Klart senast den 12 mars", "Klart senast den 12 maj"),
        ("Omfattar 6,4 miljoner kronor", "Omfattar 64 miljoner kronor"),
        ("-12345", "12345"),
    ],
)
def test_texts_of_other_numbers_or_months_are_wholly_unlike(one, other):
    assert text_distance(one, other) == 1.0


def test_distance_counts_letters_over_the_longer_text():
    assert text_distance("abcdefghij", "abcdefghxy") == 0.2


@given(
    words=st.text(alphabet="abcåäö ", min_size=10, max_size=40),
    digits=st.text(alphabet="123456789", min_size=1, max_size=6),
    place=st.integers(min_value=0),
)
def test_a_changed_digit_breaks_a_match(words, digits, place):
    place %= len(digits)
    changed = digits[:place] + str(int(digits[place]) % 9 + 1) + digits[place + 1 :]

    measures = score(
        make_truth(goals=(TrueGoal(text=f"{words} {digits}", horizon="long_term"),)),
        FileRows(goals=(make_goal(f"{words} {changed}", "long_term"),)),
    )

    assert measures.goals == Tally(matched=0, predicted=1, asked=1)


@given(
    labels=st.lists(st.text(alphabet="ab å1.", max_size=12), max_size=6),
    rows=st.lists(st.text(alphabet="ab å1.", max_size=12), max_size=6),
)
def test_texts_left_unmeasured_could_not_have_matched(labels, rows):
    measured = {(label, row): text_distance(label, row) for label in labels for row in rows}

    assert _soft_distances(labels, rows) == {pair: d for pair, d in measured.items() if d <= SOFT}


def test_a_fifth_of_the_letters_may_be_missing():
    assert _soft_distances(["abcde", "abcdef"], ["abcd"]) == {("abcde", "abcd"): 0.2}


# Matching


def test_pairs_are_one_to_one_and_the_best_goes_first():
    costs = [((0.2,), 0, 0), ((0.1,), 0, 1), ((0.15,), 1, 1), ((0.2,), 1, 0)]

    assert pair_best(costs) == [(0, 1), (1, 0)]


def test_ties_go_to_the_lowest_indices():
    costs = [((0.0,), i, j) for i in (1, 0) for j in (1, 0)]

    assert pair_best(costs) == [(0, 0), (1, 1)]


def test_required_items_take_their_predictions_before_optional_ones():
    matching = match_items(["ab"], ["a", "x"], ["a", "x", "y"], lambda one, other: (1.0,) if other in one else None)

    assert matching.pairs == (("ab", "a"),)
    assert matching.excused == 1


# Goals, activities, indicators


def test_goals_soft_strict_and_horizon():
    truth = make_truth(
        goals=(
            TrueGoal(text="Fler unga mår bra", horizon="long_term"),
            TrueGoal(text="Kortare väntetider", horizon="short_term"),
            TrueGoal(text="Ingen faller mellan stolarna", horizon="long_term"),
        )
    )
    rows = FileRows(
        goals=(
            make_goal("Fler unga mår bra.", "long_term"),
            make_goal("Kortare väntetid", "long_term"),  # 2 of 18 letters away
        )
    )

    measures = score(truth, rows)

    assert measures.goals == Tally(matched=2, predicted=2, asked=3)
    assert (measures.goals.precision, measures.goals.recall, measures.goals.f1) == (1.0, 2 / 3, 0.8)
    assert measures.goals_strict == Tally(matched=1, predicted=2, asked=3)
    assert measures.horizon == Share(right=1, asked=2)


def test_activities_and_their_years():
    truth = make_truth(
        activities=(
            TrueActivity(text="Utbilda personalen", years=(2017, 2018)),
            TrueActivity(text="Starta en samtalsgrupp", years=(2018,)),
            TrueActivity(text="Kartlägga behoven", years=()),
        )
    )
    rows = FileRows(
        activities=tuple(make_activity(one.text, i) for i, one in enumerate(truth.activities)),
        activity_years=(
            ActivityYear(activity_id="a0", year=2018, source="heading"),
            ActivityYear.given_by("a0", 2017, ["matrix", "heading"]),
            ActivityYear(activity_id="a1", year=2018, source="text"),
            ActivityYear(activity_id="a1", year=2019, source="plan_period"),
            ActivityYear(activity_id="a2", year=2019, source="plan_period"),
        ),
    )

    measures = score(truth, rows)

    assert measures.activities == Tally(matched=3, predicted=3, asked=3)
    assert measures.years == Share(right=1, asked=2)


def test_optional_items_are_neither_asked_for_nor_wrong():
    truth = make_truth(
        activities=(
            TrueActivity(text="Stärka samverkan lokalt", years=(), optional=True),
            TrueActivity(text="Hålla tre träffar", years=()),
            TrueActivity(text="Skriva en vägledning", years=(), optional=True),
        )
    )
    rows = FileRows(
        activities=(
            make_activity("Stärka samverkan lokalt", 1),
            make_activity("Hålla tre träffar", 2),
            make_activity("Något helt annat", 3),
        )
    )

    assert score(truth, rows).activities == Tally(matched=1, predicted=2, asked=1)


def test_one_prediction_answers_one_item_only():
    truth = make_truth(indicators=(TrueIndicator(text="Antal utbildade"), TrueIndicator(text="Antal utbildade")))
    rows = FileRows(
        indicators=(Indicator(indicator_id="i1", document_id="d1", ordinal=1, text="Antal utbildade", **PLACE),)
    )

    measures = score(truth, rows)

    assert measures.indicators == measures.indicators_strict == Tally(matched=1, predicted=1, asked=2)


def test_goals_where_none_are_asked_for_are_wrong():
    measures = score(make_truth(), FileRows(goals=(make_goal("Ett påhittat mål"),)))

    assert (measures.goals.precision, measures.goals.recall, measures.goals.f1) == (0.0, None, 0.0)


def test_nothing_asked_and_nothing_given_has_no_score():
    measures = score(make_truth(), FileRows())

    assert measures.goals.f1 is None
    assert measures.horizon.value is None


# Amounts


def test_amounts_match_to_the_krona_as_a_multiset():
    truth = make_truth(
        amounts=(
            make_true_amount(1000, ("granted", "received"), 2020),
            make_true_amount(1000, ("spent",), 2021),
            make_true_amount(2500, ("planned",)),
            make_true_amount(42, optional=True),
        )
    )
    rows = FileRows(
        amounts=(
            make_amount(1000, "spent", 2021),
            make_amount(1000, "received", 2019),
            make_amount(1000, "total", 2020),
            make_amount("2500.50"),
            make_amount(42),
        )
    )

    measures = score(truth, rows)

    assert measures.amounts == Tally(matched=2, predicted=4, asked=3)
    # The two sums of 1000 kronor are alike: those go together that agree best.
    assert measures.amount_kinds == Share(right=2, asked=2)
    assert measures.amount_years == Share(right=1, asked=2)


def test_a_year_that_the_truth_lacks_is_not_asked_for():
    measures = score(make_truth(amounts=(make_true_amount(10),)), FileRows(amounts=(make_amount(10, "spent", 2020),)))

    assert measures.amount_years == Share(0, 0)
    assert measures.amount_kinds == Share(0, 1)


# Fields


@pytest.mark.parametrize(
    ("asked", "given", "right"),
    [
        (("Mottaget bidrag", "636982"), ("1. Mottaget bidrag: (636982 kr)", "636 982 (Kr)"), True),
        (("10a. Ge ett exempel", "Vi utbildade."), ("Ge ett exempel:", "Vi utbildade"), True),
        (("5 c-d. Samverkan", "Ja"), ("Samverkan", "Ja"), True),
        (("Postort", "Tumba"), ("Postadress", "Tumba"), False),
        (("Kostnader", "636982"), ("Kostnader", "636983"), False),
        (("Kostnader 2019", "0"), ("Kostnader 2020", "0"), False),
        (("Kostnader", "0"), ("Kostnader", None), False),
    ],
)
def test_a_field_needs_its_label_and_its_value(asked, given, right):
    truth = make_truth(fields=(TrueField(number=None, label=asked[0], value=asked[1]),))

    measures = score(truth, FileRows(fields=(make_field(*given),)))

    assert measures.fields == Tally(int(right), int(given[1] is not None), 1)


@pytest.mark.parametrize("empty", [None, ""])
def test_a_field_left_empty_is_right_when_it_is_left_empty(empty):
    truth = make_truth(fields=(TrueField(number="7", label="Övrigt", value=empty),))

    assert score(truth, FileRows(fields=(make_field("Övrigt", None),))).fields == Tally(0, 0, 0)
    assert score(truth, FileRows(fields=(make_field("Övrigt", "ja"),))).fields == Tally(0, 1, 0)


# Table cells


@pytest.mark.parametrize("box", ["☐", "○", "( )", "[ ]"])
def test_an_empty_box_to_tick_is_an_empty_cell(box):
    assert relations([["Samtal", box, "Ja"]]) == relations([["Samtal", "", "Ja"]])


def test_relations_skip_empty_cells():
    grid = [["Ort", "", "Belopp"], ["Norr by", "x", "1 000"], ["", "", "2 000"]]

    assert dict(relations(grid)) == {
        ("Ort", "Belopp", "right"): 1,
        ("Norrby", "x", "right"): 1,
        ("x", "1000", "right"): 1,
        ("Ort", "Norrby", "below"): 1,
        ("Belopp", "1000", "below"): 1,
        ("1000", "2000", "below"): 1,
    }


def test_equal_relations_count_as_often_as_they_stand():
    assert relations([["0", "0", "0"]])["0", "0", "right"] == 2


def test_cells_against_their_truth():
    truth = make_truth(
        tables=(
            TrueTable(title=None, columns=("A", "B"), rows=(("1", "2"), ("3", "4"))),  # 3 right, 4 below
            TrueTable(title=None, columns=("", ""), rows=(("C", "D"),)),  # 1 right
        )
    )
    misread = make_cells("t2", [["A", "B"], ["1", "2"], ["3", "9"]])  # 5 of its 7 are true
    invented = make_cells("t1", [["Q", "R", "S"]])  # 2, none true

    measures = score(truth, FileRows(cells=invented + misread))

    assert measures.cells == Tally(matched=5, predicted=9, asked=8)
    assert measures.cells_of_matched_tables == Tally(matched=5, predicted=7, asked=8)


def test_a_table_answers_to_one_true_table_only():
    row = [["A", "B", "C"]]

    everything, matched_only = score_cells([row, row], [row])

    assert everything == matched_only == Tally(matched=2, predicted=2, asked=4)


def test_tables_are_counted_by_how_sure_they_are_said_to_be():
    true_grids = [[["A", "B"], ["1", "2"]], [["C", "D"]], [["E", "F"]]]
    predicted = [
        ([["A", "B"], ["1", "2"]], Decimal("0.94")),
        ([["C", "D"], ["9", ""]], Decimal("0.94")),
        ([["E", "F"]], Decimal("0.28")),
        ([["Q", "R"]], Decimal("0.94")),
        ([["S"]], None),
    ]

    assert score_sureness(true_grids, predicted) == ByName({"0,90–1": Share(1, 2), "0–0,50": Share(1, 1)})


def test_a_cell_that_spans_stands_at_its_top_left():
    spanning = CellRow(table_id="t1", row=0, col=0, col_span=2, role="header", text="Mål", **PLACE)
    below = make_cells("t1", [["", ""], ["a", "b"]])[2:]
    truth = make_truth(tables=(TrueTable(title=None, columns=("Mål", ""), rows=(("a", "b"),)),))

    assert score(truth, FileRows(cells=(spanning, *below))).cells == Tally(2, 2, 2)


# The document's facts


def test_facts_come_from_the_part_that_agrees_best():
    truth = make_truth(
        document=TrueDocument(
            doc_type="grant_report",
            title="Redovisning av bidraget för samtalsgrupper",
            period_start=None,
            period_end=None,
            reporting_year=2020,
            grant_name="Bidrag för samtalsgrupper",
            diary_number="SN 2020:100",
        )
    )
    memo = make_document(1, doc_type="memo", title="Tjänsteskrivelse", diary_number="SN 2020:100")
    report = make_document(
        2,
        doc_type="grant_report",
        title="Redovisning av bidraget för samtalsgruppen",
        reporting_year=2021,
        diary_number="SN2020:100",
    )

    facts = score(truth, FileRows(documents=(memo, report))).facts

    assert facts.doc_type == facts.title == facts.diary_number == Share(1, 1)
    assert facts.reporting_year == facts.grant_name == Share(0, 1)
    assert facts.period_start == Share(0, 0)
    assert facts.all == Share(3, 5)


def test_a_title_in_capitals_has_the_same_words():
    facts = dict.fromkeys(("period_start", "period_end", "reporting_year", "grant_name", "diary_number"))
    truth = make_truth(document=TrueDocument(doc_type="grant_report", title="Redovisning av bidraget", **facts))
    document = make_document(doc_type="grant_report", title="REDOVISNING AV BIDRAGET")

    assert score(truth, FileRows(documents=(document,))).facts.title == Share(1, 1)


# Findings


def test_findings_are_known_by_their_figures_in_either_order():
    truth = make_truth(
        findings=(
            make_true_finding(Decimal(1000), "1 100 kr"),
            make_true_finding(Decimal(5), Decimal(4), "minor"),
            make_true_finding("två uppgifter", "en uppgift", "true"),
        )
    )
    raised = (
        make_finding(Decimal(1100), Decimal("1000.00"), "warning"),
        make_finding(Decimal(7), Decimal(8)),
        make_finding(None, None),
        make_finding(Decimal(5), Decimal(4), "note"),
        make_finding(Decimal(5), Decimal(4), document_id="elsewhere"),
    )

    measures = score(truth, FileRows(documents=(make_document(),)), raised)

    assert measures.findings == Share(right=1, asked=2)
    assert measures.forbidden_errors == 0
    assert measures.false_errors == 2


def test_errors_on_rounding_and_on_traps_are_told_apart_from_false_ones():
    truth = make_truth(
        findings=(
            make_true_finding(Decimal(352_000_000), Decimal(352_400_000), "rounding"),
            make_true_finding("med 88 091 005", "utan blir det 317 373 157", "trap-not-error"),
        )
    )
    raised = (
        make_finding(Decimal(352_400_000), Decimal(352_000_000)),
        make_finding(Decimal(317_373_157), Decimal(352_000_000)),
        make_finding(Decimal(352_400_000), Decimal(352_000_000), "warning"),
        make_finding(Decimal(12), Decimal(13)),
    )

    measures = score(truth, FileRows(documents=(make_document(),)), raised)

    assert (measures.forbidden_errors, measures.false_errors) == (2, 1)


def test_an_error_that_names_the_figures_of_a_true_finding_in_prose_is_not_false():
    truth = make_truth(findings=(make_true_finding("2020", "2016-2020", "true"),))

    measures = score(truth, FileRows(documents=(make_document(),)), (make_finding(Decimal(2020), Decimal(2016)),))

    assert measures.findings == Share(0, 0)
    assert measures.false_errors == 0


# All together


def small_truth():
    return make_truth(
        document=TrueDocument(
            doc_type="direction",
            title="Inriktning för länet",
            period_start=2024,
            period_end=2026,
            reporting_year=None,
            grant_name=None,
            diary_number="7/2024",
        ),
        goals=(TrueGoal(text="Fler mår bra 2026", horizon="short_term"),),
        activities=(
            TrueActivity(text="Steg för steg", years=(2024,), optional=True),
            TrueActivity(text="Starta nätverk", years=(2024, 2025)),
        ),
        indicators=(TrueIndicator(text="Antal nätverk"),),
        amounts=(make_true_amount("79.50", ("share", "total"), 2024), make_true_amount(80, optional=True)),
        fields=(TrueField(number="1", label="1. Kommun", value="Norrby"),),
        tables=(TrueTable(title="T", columns=("År", "Belopp"), rows=(("2024", "80"),)),),
        findings=(make_true_finding(Decimal(80), Decimal(81)),),
    )


def test_the_truth_itself_is_wholly_right():
    truth = small_truth()
    rows, findings = answer_of(truth)

    measures = score(truth, rows, findings)

    assert_all_right(measures)
    assert measures.findings == Share(1, 1)
    assert measures.facts.all == Share(5, 5)


def test_a_document_that_was_not_taken_in_is_missed():
    scores = evaluate({"plan": small_truth()}, {}, ())

    assert scores.total.goals == Tally(matched=0, predicted=0, asked=1)
    assert scores.total.facts.all == Share(0, 5)


def test_the_total_is_micro_over_all_documents():
    one = DocumentScores(goals=Tally(1, 1, 2), horizon=Share(1, 1), false_errors=1)
    other = DocumentScores(goals=Tally(3, 4, 3), horizon=Share(1, 3), false_errors=2)

    scores = Scores({"a": one, "b": other})

    assert scores.total.goals == Tally(4, 5, 5)
    assert scores.total.goals.f1 == 0.8
    assert scores.total.horizon == Share(2, 4)
    assert scores.total.false_errors == 3


def test_scores_as_json():
    values = json.loads(json.dumps(scores_to_dict(Scores({"a": DocumentScores(goals=Tally(1, 3, 1))}))))

    assert values["total"] == values["documents"]["a"]
    assert values["total"]["goals"] == {
        "matched": 1,
        "predicted": 3,
        "asked": 1,
        "precision": 0.3333,
        "recall": 1.0,
        "f1": 0.5,
    }
    assert values["total"]["facts"]["title"] == {"right": 0, "asked": 0, "share": None}


def test_the_tables_have_a_line_per_document_and_fit():
    name = "lansgemensam-handlingsplan-2016-2020-annan-form"
    measures = DocumentScores(
        goals=Tally(1, 1, 1), goals_strict=Tally(1, 2, 2), facts=Facts(title=Share(1, 1)), false_errors=12
    )
    console = Console(width=REPORT_WIDTH)

    with console.capture() as capture:
        console.print(format_scores(Scores({name: measures, "plan": DocumentScores()})))
    text = capture.get()

    assert max(len(line.rstrip()) for line in text.splitlines()) <= REPORT_WIDTH
    assert "…" not in text
    assert "1.00 1.00 1.00 | 0.50" in text
    assert text.count("alla / all") == 3
    assert text.count("plan ") >= 3


# Truth files


def test_truth_files_are_read_by_stem(tmp_path):
    full = small_truth().model_copy(update={"findings": (make_true_finding("80", "81"),)})
    (tmp_path / "b.json").write_text(full.model_dump_json(), encoding="utf-8")
    extra = json.loads(make_truth().model_dump_json()) | {"labelled_by": "hand"}
    (tmp_path / "a.json").write_text(json.dumps(extra), encoding="utf-8")

    truths = load_truth(tmp_path)

    assert list(truths) == ["a", "b"]
    assert truths["b"] == full


def test_numbers_in_truth_files_stay_exact(tmp_path):
    values = json.loads(make_truth().model_dump_json())
    values["amounts"] = [{"value_sek": 79.5, "kinds": ["spent"], "year": None, "text": "", "approximate": False}]
    values["findings"] = [
        {"rule": "r", "where": "", "expected": 352, "actual": "352", "grade": "true", "explanation": ""}
    ]
    (tmp_path / "a.json").write_text(json.dumps(values), encoding="utf-8")

    truth = load_truth(tmp_path)["a"]

    assert truth.amounts[0].value_sek == Decimal("79.5")
    assert (truth.findings[0].expected, truth.findings[0].actual) == (Decimal(352), "352")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("{", "JSON"),
        ("{}", "document"),
        (make_truth().model_dump_json().replace("action_plan", "novel"), "document.doc_type"),
        (make_truth().model_dump_json().replace('"goals":[]', '"goals":[{"text":3}]'), "goals.0.text"),
    ],
)
def test_a_bad_truth_file_is_named(tmp_path, content, word):
    (tmp_path / "trasig.json").write_text(content, encoding="utf-8")

    with pytest.raises(TruthError, match=r"trasig\.json") as raised:
        load_truth(tmp_path)

    assert word in str(raised.value)


def test_a_folder_without_truth_is_said(tmp_path):
    with pytest.raises(TruthError, match="No truth files"):
        load_truth(tmp_path)


@pytest.mark.skipif(not REAL_TRUTH.is_dir(), reason="the shared corpus is not here")
def test_the_labelled_corpus_loads_and_agrees_with_itself():
    truths = load_truth(REAL_TRUTH)

    for name, truth in truths.items():
        rows, findings = answer_of(truth)
        assert_all_right(evaluate({name: truth}, {name: rows}, findings).total)
    assert len(truths) >= 11


def test_soft_is_a_similarity_of_four_fifths():
    assert text_distance("abcde", "abcdx") <= SOFT < text_distance("abcd", "abcx")
