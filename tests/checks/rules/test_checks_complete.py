"""What a plan, a list or a table announces and does not have; and a document that comes twice."""

import pytest

from checks.check_input import CheckInput
from checks.rules import (
    complete_amounts,
    complete_focus,
    complete_goals,
    complete_listed,
    complete_statements,
    cutoff_title,
    identity_duplicate,
)
from models.rows import Activity, Goal
from tests.check_builders import activity, document, found, goal, initiative, passages, registry, table


def _plan_with(*held: tuple[str, tuple[str, ...], int], **columns) -> CheckInput:
    """Title, horizons of its goals and number of activities of each initiative."""
    initiatives = [initiative(title, n) for n, (title, _, _) in enumerate(held, start=1)]
    goals: list[Goal] = []
    activities: list[Activity] = []
    for each, (_, horizons, count) in zip(initiatives, held, strict=True):
        goals += [
            goal("Fler mår bra", len(goals) + n, horizon=h, initiative_id=each.initiative_id)
            for n, h in enumerate(horizons, start=1)
        ]
        activities += [
            activity("Starta grupper", len(activities) + n, initiative_id=each.initiative_id)
            for n in range(1, count + 1)
        ]
    return CheckInput(
        documents=(document(**columns),),
        initiatives=tuple(each.model_copy(update={"page": 1}) for each in initiatives),
        goals=tuple(goals),
        activities=tuple(activities),
        passages=passages(*(("heading", title) for title, _, _ in held)),
    )


BOTH = ("long_term", "short_term")


def test_an_initiative_without_goals_or_activities_is_a_warning():
    rows = _plan_with(("Skola", BOTH, 2), ("Fritid", BOTH, 2), ("Hem", (), 3), ("Arbete", BOTH, 0))

    findings = found(complete_goals.CHECK, rows)

    assert [(f.severity, f.subject) for f in findings] == [("warning", "Hem"), ("warning", "Arbete")]
    assert "har aktiviteter men inga mål; 3 av 4" in findings[0].message_sv
    assert "has goals but no activities" in findings[1].message_en


def test_a_lacking_horizon_is_a_note_where_nearly_all_have_both():
    many = [(name, BOTH, 1) for name in ("A", "B", "C", "D", "E", "F", "G", "H", "I")]

    [finding] = found(complete_goals.CHECK, _plan_with(*many, ("Hem", ("long_term",), 1)))
    few = found(complete_goals.CHECK, _plan_with(*many[:3], ("Hem", ("long_term",), 1)))

    assert (finding.severity, finding.subject) == ("note", "Hem")
    assert "inget kortsiktigt mål" in finding.message_sv
    assert few == []


def test_what_introduces_the_plan_and_other_skeletons_are_silent():
    introduction = _plan_with(("Syfte", ("unspecified",), 0), ("Skola", BOTH, 2), ("Fritid", BOTH, 2))
    without = _plan_with(("Skola", (), 2), ("Fritid", (), 2), ("Hem", BOTH, 1))
    direction = _plan_with(("Skola", BOTH, 2), ("Fritid", BOTH, 2), ("Hem", (), 3), doc_type="direction")
    mostly_goals = _plan_with(*((name, BOTH, steps) for name, steps in zip("ABCDE", (2, 2, 0, 0, 0), strict=True)))

    for rows in (introduction, without, direction, mostly_goals):
        assert found(complete_goals.CHECK, rows) == []


def test_an_initiative_that_is_a_row_of_a_table_is_left_alone():
    rows = _plan_with(("Skola", BOTH, 2), ("Fritid", BOTH, 2), ("Hem", (), 3))
    without_heading = CheckInput(
        documents=rows.documents,
        initiatives=rows.initiatives,
        goals=rows.goals,
        activities=rows.activities,
        passages=rows.passages[:2],
    )
    lower = [each.model_copy(update={"top": 300.0, "bottom": 312.0}) for each in rows.initiatives[2:]]
    in_a_table = CheckInput(
        documents=rows.documents,
        initiatives=(*rows.initiatives[:2], *lower),
        goals=rows.goals,
        activities=rows.activities,
        passages=rows.passages,
    )

    assert found(complete_goals.CHECK, without_heading) == []
    assert found(complete_goals.CHECK, in_a_table) == []


AREAS = (
    ("heading", "Förebyggande och främjande arbete"),
    ("heading", "Tillgängliga tidiga insatser"),
    ("heading", "Enskildas delaktighet och rättigheter"),
    ("heading", "Särskilt utsatta grupper"),
    ("heading", "Ledning, styrning och organisation"),
)


def test_a_focus_area_that_is_missing_is_a_warning():
    plan = document(period_start=2017, period_end=2018)

    [finding] = found(complete_focus.CHECK, CheckInput(documents=(plan,), passages=passages(*AREAS[:3], AREAS[4])))

    assert finding.severity == "warning"
    assert "utsatta grupper" in finding.message_sv
    assert "4 of the 5" in finding.message_en


@pytest.mark.parametrize(
    ("columns", "texts"),
    [
        ({}, AREAS),
        ({}, AREAS[:2]),
        ({"period_start": 2022, "period_end": 2024}, AREAS[:4]),
        ({"issuer_kind": "municipality"}, AREAS[:4]),
        ({}, [("list_item", text) for _, text in AREAS[:4]]),
    ],
    ids=["all", "other areas", "other years", "a municipality's choice", "told in a list"],
)
def test_plans_that_are_whole_or_built_otherwise_are_silent(columns, texts):
    rows = CheckInput(documents=(document(**columns),), passages=passages(*texts))

    assert found(complete_focus.CHECK, rows) == []


def _list_after(text: str, *items: str, between: tuple[tuple[str, str], ...] = ()) -> CheckInput:
    told = passages(("paragraph", text), *between, *(("list_item", item) for item in items), ("paragraph", "Slut."))
    return CheckInput(documents=(document(),), passages=told, registry=registry())


@pytest.mark.parametrize(
    "text",
    ["Planen har fyra målgrupper:", "I fyra avsnitt beskrivs arbetet:", "Arbetet pågår tio år och har fyra mål:"],
)
def test_a_list_of_another_length_is_a_warning_with_its_count(text):
    [finding] = found(complete_listed.CHECK, _list_after(text, "Barn", "Unga", "Äldre"))

    assert (finding.severity, finding.actual, finding.expected) == ("warning", 4, 3)
    assert "men 3 räknas upp" in finding.message_sv


@pytest.mark.parametrize(
    "text",
    [
        "Planen har tre målgrupper:",
        "Länets fyra kommuner ska:",
        "Minst fyra områden prioriteras:",
        "Av de fyra områdena prioriteras:",
        "Arbetet pågår under fyra år:",
        "Fyra områden. Så här gör vi:",
    ],
)
def test_lists_that_fit_or_that_nothing_counts_are_silent(text):
    assert found(complete_listed.CHECK, _list_after(text, "Barn", "Unga", "Äldre")) == []


def test_a_footnote_may_stand_between_and_without_a_list_nothing_is_said():
    between = (("footnote", "1 Se bilaga."), ("running_head", "Sida 2"))

    assert found(complete_listed.CHECK, _list_after("Tre mål:", "Barn", "Unga", "Äldre", between=between)) == []
    assert found(complete_listed.CHECK, _list_after("Fyra mål:")) == []


def test_a_list_ends_where_its_marks_change():
    rows = _list_after("Tre mål:", "Barn", "Unga", "Äldre", "Mål 1")
    marked = [each.model_copy(update={"marker": "☐" if each.text == "Mål 1" else "•"}) for each in rows.passages]

    assert found(complete_listed.CHECK, CheckInput(documents=rows.documents, passages=tuple(marked))) == []


def test_municipalities_of_all_are_counted_by_name():
    wrong = _list_after("Fyra av länet. Här har 4 av länets 6 kommuner svarat: Ekby, Furuvik och Lindås.")
    right = _list_after("Här har 4 av länets 6 kommuner svarat: Ekby, Furuvik, Hasselby och Lindås.")
    others = _list_after("Här har 4 av länets 6 kommuner svarat. Inte med är Ekby och Furuvik.")

    [finding] = found(complete_listed.CHECK, wrong)

    assert (finding.actual, finding.expected) == (4, 3)
    assert found(complete_listed.CHECK, right) == []
    assert found(complete_listed.CHECK, others) == []


LINES = [
    ["Aktivitet", "Mål", "Belopp"],
    ["Samtalsgrupper", "Fler får stöd", "50 000"],
    ["Kurs", "Fler kan mer", "70 000"],
    ["Nätverk", "Bättre samverkan", "30 000"],
    ["Film", "Fler vet mer", "20 000"],
]


def _costs(*last: str, doubt: str | None = None) -> CheckInput:
    made, cells = table([*LINES, list(last)], doubt=doubt)
    return CheckInput(documents=(document(),), tables=(made,), cells=cells)


def test_a_row_without_an_amount_is_a_warning():
    [finding] = found(complete_amounts.CHECK, _costs("Träffpunkt", "Färre ensamma", ""))

    assert finding.severity == "warning"
    assert "”Träffpunkt” har inget belopp i kolumnen Belopp; 4 andra" in finding.message_sv


def test_rows_that_may_have_been_cut_are_silent():
    rows = _costs("Träffpunkt", "Färre ensamma", "")
    overleaf = tuple(c.model_copy(update={"page": 5}) if c.row == len(LINES) else c for c in rows.cells)
    on_two_pages = CheckInput(documents=rows.documents, tables=rows.tables, cells=overleaf)
    before = tuple(c.model_copy(update={"text": "", "value": None}) if c.row == len(LINES) - 1 else c for c in overleaf)
    torn = CheckInput(documents=rows.documents, tables=rows.tables, cells=before)

    assert found(complete_amounts.CHECK, _costs("träffpunkt", "Färre ensamma", "")) == []
    assert found(complete_amounts.CHECK, torn) == []
    assert len(found(complete_amounts.CHECK, on_two_pages)) == 1
    assert found(complete_amounts.CHECK, _costs("Träffpunkt", "Färre ensamma", "", doubt="raderna är osäkra")) == []


@pytest.mark.parametrize(
    "last",
    [
        ("Träffpunkt", "Färre ensamma", "0"),
        ("Träffpunkt", "Färre ensamma", "–"),
        ("Utan kostnad", "", ""),
        ("Träffpunkt", "Delar medel med Kurs", ""),
    ],
)
def test_rows_that_cost_nothing_head_others_or_share_are_silent(last):
    assert found(complete_amounts.CHECK, _costs(*last)) == []


def test_an_amount_that_was_read_into_the_row_below_is_no_missing_one():
    made, cells = table([*LINES, ["Träffpunkt", "Färre ensamma", ""], ["", "", "45 000"]])

    assert found(complete_amounts.CHECK, CheckInput(documents=(document(),), tables=(made,), cells=cells)) == []


def test_a_plan_that_speaks_of_costed_activities_and_has_no_amount_is_a_warning():
    text = passages(("paragraph", "Planen ska ha beloppssatta aktiviteter."))
    steps = tuple(activity(name, n) for n, name in enumerate(("Grupper", "Kurs", "Film"), start=1))

    [finding] = found(complete_amounts.CHECK, CheckInput(documents=(document(),), activities=steps, passages=text))

    assert "ingen av 3 har ett belopp" in finding.message_sv
    assert found(complete_amounts.CHECK, CheckInput(documents=(document(),), activities=steps)) == []


def _called(title: str, *texts: tuple[str, str], **columns) -> CheckInput:
    return CheckInput(documents=(document(title=title, **columns),), passages=passages(*texts))


@pytest.mark.parametrize(
    "text",
    [
        ("paragraph", "Handlingsplan för psykisk hälsa 2022–2026 bygger på en analys."),
        ("paragraph", "Nuläget är känt. Handlingsplanen för 2023 är en förlängning."),
        ("running_head", "Handlingsplan 2022–26"),
    ],
)
def test_another_period_under_the_plans_own_name_is_a_warning(text):
    [finding] = found(cutoff_title.CHECK, _called("Handlingsplan för psykisk hälsa 2022–2024", text))

    assert finding.severity == "warning"
    assert "för 2022–2024 enligt sin titel" in finding.message_sv


@pytest.mark.parametrize(
    "text",
    [
        "Handlingsplan för psykisk hälsa 2022–2024 bygger på en analys.",
        "Handlingsplanen för 2019–2021 har följts upp.",
        "Den nationella handlingsplanen för 2023 styr.",
        "Handlingsplan för nära vård 2022–2030 ligger till grund.",
        "Handlingsplanen för 2022– fortsätter.",
    ],
)
def test_the_same_period_other_plans_and_plans_before_are_silent(text):
    assert found(cutoff_title.CHECK, _called("Handlingsplan för psykisk hälsa 2022–2024", ("paragraph", text))) == []


def test_a_name_that_goes_on_after_its_period_is_known_by_its_beginning():
    text = ("paragraph", "Det här är Gemensam inriktning psykisk hälsa 2022–2026 i korthet.")

    [finding] = found(cutoff_title.CHECK, _called("Gemensam inriktning psykisk hälsa 2022–2024, Skogslän", text))

    assert "”Gemensam inriktning psykisk hälsa 2022–2026”" in finding.message_sv


def test_a_plan_of_one_year_may_speak_of_the_longer_plan():
    text = ("paragraph", "Handlingsplanen för 2022–2024 är gemensam för länet.")

    assert found(cutoff_title.CHECK, _called("Lokal handlingsplan 2023", text)) == []


def test_a_duplicate_is_a_note_that_names_the_other():
    first = document("d1", title="Yttrande")
    again = document("d2", title="Yttrande", duplicate_of="d1", first_page=5)

    [finding] = found(identity_duplicate.CHECK, CheckInput(documents=(first, again)))

    assert (finding.severity, finding.document_id, finding.other_document_id) == ("note", "d2", "d1")
    assert "börjar på sida 5, har samma text som dokumentet som börjar på sida 1" in finding.message_sv


def test_a_duplicate_whose_first_is_not_among_the_rows_is_not_said():
    assert found(identity_duplicate.CHECK, CheckInput(documents=(document("d2", duplicate_of="d0"),))) == []


def test_examples_are_not_all_that_was_counted():
    items = [("list_item", "Barn"), ("list_item", "Nyanlända"), ("list_item", "Äldre")]
    rows = [
        CheckInput(documents=(document(),), passages=passages(("paragraph", words), *items))
        for words in ("Planen har fyra målgrupper, varav några exempel är:", "Planen har fyra målgrupper:")
    ]

    assert [len(found(complete_listed.CHECK, each)) for each in rows] == [0, 1]


_LISTS = (("heading", "Mål"), *(("list_item", text) for text in ("Fler trivs", "Starta en jour", "Utbilda chefer")))


@pytest.mark.parametrize(
    ("doc_type", "severity"), [("action_plan", "warning"), ("direction", "warning"), ("other", "note")]
)
def test_a_plan_in_which_nothing_was_read_is_told_of(doc_type, severity):
    rows = CheckInput(
        documents=(document(doc_type=doc_type, title="Trygg i byn, plan för 2026"),), passages=passages(*_LISTS)
    )

    [finding] = found(complete_statements.CHECK, rows)

    assert (finding.severity, finding.subject) == (severity, "Trygg i byn, plan för 2026")
    assert "3 punkter" in finding.message_sv
    assert "3 items" in finding.message_en


def test_headings_of_plans_over_lists_in_a_document_of_no_class_are_told_of():
    rows = CheckInput(
        documents=(document(doc_type="other", title="Trygg i byn"),), passages=passages(*_LISTS, ("heading", "Vi gör"))
    )

    assert [finding.severity for finding in found(complete_statements.CHECK, rows)] == ["note"]


@pytest.mark.parametrize(
    ("doc_type", "title", "lists"),
    [
        ("other", "Yttrande över plan för 2026", _LISTS),
        ("other", "Så mår byn", _LISTS),
        ("other", "Trygg i byn, plan för 2026", _LISTS[:1]),
        ("grant_report", "Plan för 2026", _LISTS),
    ],
    ids=["about a plan", "one such heading", "no lists", "another class"],
)
def test_what_is_no_plan_need_state_nothing(doc_type, title, lists):
    rows = CheckInput(documents=(document(doc_type=doc_type, title=title),), passages=passages(*lists))

    assert found(complete_statements.CHECK, rows) == []


def test_a_plan_with_one_activity_has_been_read():
    rows = CheckInput(documents=(document(),), activities=(activity("Starta en jour", 1),), passages=passages(*_LISTS))

    assert found(complete_statements.CHECK, rows) == []
