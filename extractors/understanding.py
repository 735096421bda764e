"""Step 5, understand: each document's blocks to the dataset's rows, by its class."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.amounts.captions import captions_of, units_above, years_of
from extractors.amounts.cells import cell_numbers, table_amounts
from extractors.amounts.forms import read_form_amounts
from extractors.amounts.framed_years import framed_years, headed_years
from extractors.amounts.kinds import costs_in, give_kinds
from extractors.amounts.prose import read_prose
from extractors.amounts.repeats import with_repeats
from extractors.amounts.sum_lines import sum_lines
from extractors.amounts.table_leads import leads_of
from extractors.documents.annexes import named_by_memo
from extractors.documents.as_alone import alone, back_in_file, together
from extractors.documents.duplicates import Said, text_fingerprint, with_duplicates, with_fingerprints
from extractors.documents.facts import read_facts, with_facts
from extractors.documents.identity import Identity, identify, with_answers
from extractors.documents.upright import as_they_lie, upright
from extractors.drafts import AmountDraft, PlanDraft, TablePlace
from extractors.forms.fields import read_form
from extractors.forms.question_rows import is_form_grid
from extractors.forms.rhetorical_heads import without_rhetorical
from extractors.forms.spans import forms_in
from extractors.plans.activity_years import give_years, titled_periods
from extractors.plans.acts_in_cells import read_acts_in_cells
from extractors.plans.answers_as_text import with_answers_as_text
from extractors.plans.background import without_background
from extractors.plans.card_labels import labels_by_content
from extractors.plans.cards import is_card, read_card
from extractors.plans.coding import give_codes
from extractors.plans.column_roles import column_roles
from extractors.plans.controls import read_controls
from extractors.plans.heads_before import with_heads_before
from extractors.plans.listed_tables import read_listed
from extractors.plans.matrix import goes_on, matrix_years, read_matrix
from extractors.plans.measure_tables import read_measures
from extractors.plans.named_heads import with_named_head
from extractors.plans.reading_order import in_reading_order
from extractors.plans.reported import read_reported
from extractors.plans.risks import read_risks
from extractors.plans.second_opinion import give_second_opinion
from extractors.plans.skeleton import read_skeleton
from extractors.plans.tables import PlanRow, read_plan_table
from extractors.plans.title_rows import title_rows
from extractors.rows.file_rows import make_rows
from extractors.rows.understood import Understood
from models.blocks import Block, Part, ReadFile, Table
from models.registry import Registry
from models.rows import AmountKind, DocType, FileRows

_PLANS: frozenset[DocType] = frozenset(["action_plan", "direction"])
_WITH_TABLED_ACTIVITIES: frozenset[DocType] = frozenset(
    ["action_plan", "direction", "grant_report", "internal_control_plan"]
)
_FORMS: frozenset[DocType] = frozenset(["grant_report", "grant_application"])
_WITH_GOALS: frozenset[DocType] = frozenset(["action_plan", "direction", "grant_report"])


def understand(read: ReadFile, registry: Registry, run_id: str) -> FileRows:
    """What the file says, as rows: one document after another, each understood as if it were given alone.

    Of a file that nobody else holds each document goes as its rows come: both of all of a long file are never there.
    """
    lying, read = read.pages, upright(read)
    read = read.model_copy(update={"blocks": tuple(map(with_named_head, read.blocks))})
    parts = read.parts or (Part(first_page=1, last_page=len(read.pages), confidence=1.0),)
    pieces = alone(read, parts)
    del read
    rows: list[FileRows] = []
    said: list[Said] = []
    prints: list[str | None] = []
    before: Identity | None = None
    for ordinal, (part, piece) in enumerate(zip(parts, pieces, strict=True), start=1):
        before = named_by_memo(identify(piece.blocks, registry), before)
        made = _Document(piece, before, ordinal, part.confidence)
        rows.append(back_in_file(part, _understand(made, registry, run_id)))
        prints.append(text_fingerprint(piece.blocks))
        if len(parts) > 1:
            said.append(Said(piece.blocks))
        del made, piece
    whole = as_they_lie(with_fingerprints(together(rows), prints), lying)
    return with_repeats(with_duplicates(whole, said) if said else whole)


@dataclass(frozen=True)
class _Document:
    """One of the file's documents: its pages and blocks, what it says of itself, its place among them."""

    read: ReadFile
    identity: Identity
    ordinal: int
    confidence: float
    """How sure it is that it begins and ends there."""


def _understand(document: _Document, registry: Registry, run_id: str) -> FileRows:
    """One document's rows in its order.

    Goals and activities come only from classes that state their own: a plan's skeleton, a report's lists, and tables
    of plans, reports and control plans. Tables, cells and sums come from every class; a form's grid of questions
    with their answers is fields and no table.
    """
    read, identity = document.read, document.identity
    plan = _running_text(read.blocks, identity.doc_type)
    tables = [b for b in read.blocks if isinstance(b, Table)]
    linked = _tables(tables, identity, plan)
    in_reading_order(plan, read.blocks)
    forms = forms_in(read.blocks, is_report=identity.doc_type in _FORMS)
    fields = [field for form in forms for field in read_form(form)]
    fields = without_rhetorical(fields, read.blocks) if identity.doc_type in _PLANS else fields
    facts = read_facts(read.blocks, fields, identity)
    identity = with_answers(with_facts(identity, facts), fields, registry)
    year = identity.reporting_year
    costs_are = costs_in(identity.doc_type, identity.title)
    numbers = [cell_numbers(table, unit) for table, unit in zip(tables, units_above(read.blocks), strict=True)]
    costs: list[AmountKind] = ["planned" if "goal" in column_roles(t).values() else costs_are for t in tables]
    captions = captions_of(read.blocks)
    framed = _framed(read.blocks, captions, identity)
    years = years_of(read.blocks, captions, year, framed)
    amounts = read_prose(read.blocks, plan, costs_are=costs_are, year=year, framed=framed)
    amounts.extend(sum_lines(read.blocks, numbers, years))
    for index, (table, found, rows) in enumerate(zip(tables, numbers, linked, strict=True), start=1):
        amounts.extend(table_amounts(table, index, found, rows, registry, year=years[index - 1]))
    leads = leads_of(read.blocks, identity.doc_type, identity.title, costs_are)
    give_kinds(amounts, tables, captions, costs, leads)
    amounts.extend(read_form_amounts(fields, amounts, costs_are=costs_are, year=year))
    amounts.sort(key=lambda a: (a.places[0].page, a.places[0].top, a.places[0].x0))
    asked = {id(block) for form in forms for block in form if isinstance(block, Table) and is_form_grid(block)}
    kept = [n for n, table in enumerate(tables, start=1) if id(table) not in asked]
    for amount in amounts:
        amount.grant_code = registry.grant_code(amount.subject) or identity.grant_code
        _place_in_tables(amount, kept)
    for activity in plan.activities:
        marks = activity.marks.items()
        activity.marks = {marked: (kept.index(table) + 1, row) for marked, (table, row) in marks if table in kept}
    plan.amounts.extend(amounts)
    without_background(plan)
    give_codes(plan, registry)
    give_second_opinion(plan)
    give_years(plan, identity.period, year, titled_periods(read.blocks))
    tables, numbers = [tables[n - 1] for n in kept], [numbers[n - 1] for n in kept]
    understood = Understood(
        read=read,
        identity=identity,
        plan=plan,
        fields=fields,
        facts=facts,
        risks=read_risks(tables) if identity.doc_type == "internal_control_plan" else (),
        tables=tables,
        numbers=numbers,
        ordinal=document.ordinal,
        confidence=document.confidence,
    )
    return make_rows(understood, run_id)


def _place_in_tables(amount: AmountDraft, kept: Sequence[int]) -> None:
    """Let the amount's table be counted among those that are kept; a sum in a form's grid is a field's."""
    if amount.table is not None and amount.table in kept:
        amount.table = kept.index(amount.table) + 1
    else:
        amount.table = amount.row = amount.col = None


def _framed(blocks: Sequence[Block], captions: Sequence[str], identity: Identity) -> dict[int, int]:
    if identity.doc_type in _PLANS:
        return framed_years(blocks, captions, identity.period)
    return headed_years(blocks) if identity.reporting_year is None else {}


def _running_text(blocks: Sequence[Block], doc_type: DocType) -> PlanDraft:
    """The plan that stands in the running text of the classes that state one."""
    if doc_type in _PLANS:
        return read_skeleton(with_answers_as_text(blocks))
    if doc_type == "grant_report":
        return read_reported(blocks)
    return read_controls(blocks) if doc_type == "internal_control_plan" else PlanDraft()


def _tables(tables: list[Table], identity: Identity, plan: PlanDraft) -> list[dict[int, PlanRow]]:
    """Let plan tables and year matrices add to the plan; per table, which row became what."""
    linked: list[dict[int, PlanRow]] = []
    years: dict[int, int] = {}
    titles = title_rows(tables)
    tables = with_heads_before(tables) if identity.doc_type in _PLANS else tables
    labels = labels_by_content(tables) if identity.doc_type in _PLANS else {}
    for index, (table, place) in enumerate(zip(tables, plan.table_places or [TablePlace()] * len(tables), strict=True)):
        rows: dict[int, PlanRow] = {}
        if identity.doc_type in _WITH_TABLED_ACTIVITIES:
            years = matrix_years(table) or (years if years and goes_on(table, tables[index - 1]) else {})
            if years:
                read_matrix(table, index + 1, plan, years)
            elif identity.doc_type in _PLANS and is_card(table, labels):
                rows = read_card(table, plan, place.part, labels)
            else:
                goals, reports = identity.doc_type in _WITH_GOALS, identity.doc_type not in _PLANS
                rows = read_plan_table(table, plan, goals=goals, reports=reports, above=place.part, title=titles[index])
                if identity.doc_type in _PLANS:
                    read_measures(table, plan, place.part)
                    read_listed(table, plan, place)
                    read_acts_in_cells(table, plan, place)
        linked.append(rows)
    return linked
