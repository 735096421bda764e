"""What a plan's or report's tables say: a row of a local plan is an initiative; a matrix gives years by its marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, InitiativeDraft, PlanDraft
from extractors.numbers.years import find_years, span_of_years, year_over_sums
from extractors.plans.cell_statements import name_over_text, statements_in
from extractors.plans.clauses import is_clause
from extractors.plans.column_roles import ColumnRole, column_roles, is_plan_table
from extractors.plans.heads_of_rows import HeadsOfRows, heads_of_rows, is_in_plan_year, taking_part
from extractors.plans.kinds_model import read_kinds
from extractors.plans.money_tables import accounts_for_money, rows_of_money
from extractors.plans.phrases import INITIATIVES
from extractors.plans.section_rows import Section, SectionRow, goals_of, section_rows
from extractors.sentences import SENTENCE_END
from models.blocks import Cell, Table
from models.rows import Horizon

_TEMPLATE = re.compile(r"(?:t\.?\s?ex\.?|exempel(?:vis)?)\s*[:.]?\s+\S", re.IGNORECASE)
"""A row that the form's maker filled in to show how ("T.ex. Utbildning ...")."""
_VERDICT = re.compile(
    r"(?:ja|nej|\w+(?:as|örs)(?:\s(?:ej|inte|direkt|löpande|omgående|snarast|vidare|\w+vis))?)\.?", re.IGNORECASE
)
"""A verb alone in the passive says what becomes of the row, and no act: "Kontrolleras", "Åtgärdas direkt"."""
_SUM_OF = re.compile(r"^(?:del)?summa\s+(\S.*)$", re.IGNORECASE | re.DOTALL)
_SMALLER = 0.45
"""Points by which type differs at the least."""
_PAID = re.compile(r"[1-9]")
_MEANS = re.compile(r"\bgenom\b", re.IGNORECASE)
_OF_THE_ACCOUNT = re.compile(r"(?:åter)?(?:redovisas|rapporteras)\b|(?:följs upp|utvärderas)\b", re.IGNORECASE)
"""When something is told of is not when it is done: `Redovisas i februari 2023`."""
_WRITTEN = re.compile(
    r"\b(?:revidera|beslut|anta|upprätta|fastställ|uppdatera|skriv|utskriv|datera|godkän)\w*:?\s+(?:den\s+)?"
    r"(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\s+[a-zé]{3,9}\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""When something was written or decided is not the year that it is about."""
_FEWEST_GOALS, _NAME_WORDS = 3, 4
"""Goals of a column, at the least, and words of a part's name among them, at the most."""
_SORTING: frozenset[ColumnRole | None] = frozenset([None, "unit", "focus_area"])
"""What the first column holds where a row that has nothing else sorts those below it."""


@dataclass(frozen=True)
class PlanRow:
    """One body row of a plan table, linked to what it became, so that its amounts can be linked too."""

    row: int
    initiative: InitiativeDraft | None
    activity: ActivityDraft | None
    """Its one activity; null where it lists several, for its money is for all of them."""
    year: int | None = None
    """The one year that the row is about, and its money with it; null where it names none, several or a last day."""


def read_plan_table(
    table: Table,
    plan: PlanDraft,
    *,
    goals: bool = True,
    reports: bool = False,
    above: InitiativeDraft | None = None,
    title: Mapping[int, tuple[SectionRow, ...]] = MappingProxyType({}),
) -> dict[int, PlanRow]:
    """Rows of a local plan or report table as initiatives, goals, activities and indicators; by row number.

    reports: the table stands in a report, whose activities are what has been done. above: the part of the plan that the
    table stands in. It is the rows' initiative where they are its activities and tell of nothing that an initiative has
    of its own: a unit, a focus area, money. title: the row above its heads that heads all others.
    """
    roles = column_roles(table)
    if not is_plan_table(roles):
        return {}
    told = [i for i in plan.initiatives if not i.tabled]
    money = rows_of_money(table, roles, told)
    if money is None and accounts_for_money(table, roles, is_plans=not reports):
        money = {}
    lists = _lists_activities(table, roles)
    heads = heads_of_rows(table, roles, goals=goals)
    read: dict[int, PlanRow] = {}
    sections, section = section_rows(table) | dict(title), Section(above)
    for row in range(table.n_rows):
        if row in sections and money is None:
            for entered in sections[row]:
                section.enter(entered, above)
                if goals and (stated := goals_of(entered, section)):
                    plan.goals.extend(stated)
                    plan.initiatives.extend(goal.initiative for goal in stated if goal.initiative is not None)
            continue
        cells = {c.col: c for c in table.cells if c.row == row and c.text and not _is_verdict(c, roles)}
        if not cells or any(c.role in ("header", "total", "subtotal") for c in cells.values()):
            continue
        alone = set(cells) == {0} and len(roles) > 1
        if alone and (roles.get(0) in _SORTING or _sorts(table, cells[0]) or _names_goals_part(cells[0], table, roles)):
            continue
        if alone and roles.get(0) == "activity" and plan.activities and _tells_more(cells[0], table):
            plan.activities[-1].description.append(cells[0].text)
            continue
        if any(_TEMPLATE.match(c.text) for c in cells.values()):
            continue
        if money is not None:
            read[row] = PlanRow(row, money.get(row), None)
        else:
            read[row] = _plan_row(row, cells, roles, plan, heads, section, lists=lists)
    return read


def _is_verdict(cell: Cell, roles: dict[int, ColumnRole]) -> bool:
    """True for a decision about the row where an activity should stand."""
    return roles.get(cell.col) == "activity" and _VERDICT.fullmatch(cell.text) is not None


def _lists_activities(table: Table, roles: dict[int, ColumnRole]) -> bool:
    """Whether the rows are the activities of one initiative, and none is an initiative of its own."""
    if set(roles.values()) & {"unit", "focus_area", "amount"}:
        return False
    named = (c.text for c in table.cells if c.role == "header" and roles.get(c.col) == "activity")
    return not any(INITIATIVES.search(header) for header in named)


def _sorts(table: Table, label: Cell) -> bool:
    """True where a row's only words sort the rows below.

    They are in bold and the labels of whole rows are not, or a sum below is theirs ("Skolan" above "Summa skolan").
    """
    sums = (_SUM_OF.match(c.text) for c in table.cells if c.col == 0 and c.row > label.row)
    if any(found is not None and found.group(1).casefold() == label.text.casefold() for found in sums):
        return True
    full = {c.row for c in table.cells if c.col > 0 and c.text and c.role not in ("header", "total", "subtotal")}
    labels = [c for c in table.cells if c.col == 0 and c.row in full]
    return label.bold and bool(labels) and not any(c.bold for c in labels)


def _tells_more(label: Cell, table: Table) -> bool:
    """True for words alone below a row, in smaller type than all labels of whole rows: they tell more of that row."""
    full = {c.row for c in table.cells if c.col > 0 and c.text and c.role not in ("header", "total", "subtotal")}
    sizes = [c.size for c in table.cells if c.col == 0 and c.row in full and c.role != "header" and c.text]
    return label.row - 1 in full and bool(sizes) and label.size < min(sizes) - _SMALLER


def _names_goals_part(label: Cell, table: Table, roles: dict[int, ColumnRole]) -> bool:
    """True for a name alone in its row of a column of goals, where each goal stands beside its first activity."""
    if roles.get(0) != "goal" or "activity" not in roles.values() or len(label.text.split()) > _NAME_WORDS:
        return False
    if read_kinds([label.text])[0].kind == "background" and not is_clause(label.text):
        return True
    acts = {c.row for c in table.cells if roles.get(c.col) == "activity" and c.text}
    goals = [c.text for c in table.cells if c.col == 0 and c.row in acts and c.text and c.role != "header"]
    if len(goals) < _FEWEST_GOALS or is_clause(label.text):
        return False
    return 2 * sum(reading.kind == "goal" for reading in read_kinds(goals)) > len(goals)


def _plan_row(
    row: int,
    cells: dict[int, Cell],
    roles: dict[int, ColumnRole],
    plan: PlanDraft,
    heads: HeadsOfRows,
    section: Section,
    *,
    lists: bool,
) -> PlanRow:
    """lists: the rows are the section's activities; else each is an initiative of its own, but under a goal."""
    goals = heads.horizons is not None
    by_role = {role: cells[col] for col, role in reversed(roles.items()) if col in cells}

    def said(role: ColumnRole) -> str | None:
        return by_role[role].text if role in by_role else None

    name = by_role.get("activity") or by_role.get("goal") or by_role.get("goal_and_activity")
    if name is None:
        return PlanRow(row, None, None)
    initiative = section.initiative if lists or section.goal else None
    own = initiative is None
    if initiative is None:
        initiative = _own_initiative(name, {role: cell.text for role, cell in by_role.items()}, section)
    plan.list_once(initiative)
    activity: ActivityDraft | None = None
    times = (cells[col].text for col, role in roles.items() if role == "years" and col in cells)
    years = ", ".join(filter(_is_time, times))
    paid = {year for col, year in heads.cost_years.items() if col in cells and _PAID.search(cells[col].text)}
    several = False
    for col in [col for col, role in roles.items() if role == "activity" and col in cells]:
        if activity is not None and col not in heads.years:
            continue
        texts = statements_in(cells[col], "activity")
        for text in texts:
            activity = _activity(cells[col], text, initiative, said("responsible") or taking_part(row, heads))
            activity.heading_years = heads.years.get(col) or span_of_years(years) or section.years
            activity.in_plan_year = is_in_plan_year(row, col, years, heads)
            activity.description = [more[1]] if (more := name_over_text(cells[col])) is not None else []
            activity.cost = None if own else said("amount")
            activity.target_group = said("target_group") or activity.target_group
            if activity.heading_years is None and not find_years(text):
                activity.years |= {(year, "text") for year in paid}
            plan.activities.append(activity)
        several = several or len(texts) > 1
    for col, horizon in (heads.horizons or {}).items():
        if col in cells:
            stated = statements_in(cells[col], "goal")
            plan.goals.extend(_goal(cells[col], text, initiative, horizon) for text in stated)
    if "goal_and_activity" in by_role:
        activity = _mixed(by_role["goal_and_activity"], initiative, plan, goals=goals)
    if "indicator" in by_role:
        cell = by_role["indicator"]
        measures = statements_in(cell, "indicator")
        plan.indicators.extend(IndicatorDraft(text, (cell.place,), initiative, "table") for text in measures)
    time = ", ".join(cells[col].text for col in heads.times if col in cells and _is_time(cells[col].text))
    return PlanRow(row, initiative, None if several else activity, year_of_row(time))


def _own_initiative(name: Cell, said: dict[ColumnRole, str], section: Section) -> InitiativeDraft:
    """A row that is an initiative of its own, in the areas that it names itself or stands under."""
    above = section.initiative
    initiative = InitiativeDraft(name.text, (name.place,), tabled=True)
    initiative.focus_area = said.get("focus_area") or (above.focus_area if above is not None else None)
    initiative.target_group = said.get("target_group") or (above.target_group if above is not None else None)
    initiative.cost = said.get("amount")
    return initiative


def _activity(cell: Cell, text: str, initiative: InitiativeDraft, responsible: str | None = None) -> ActivityDraft:
    return ActivityDraft(
        text=text,
        places=(cell.place,),
        initiative=initiative,
        responsible=responsible,
        focus_area=initiative.focus_area,
        target_group=initiative.target_group,
        basis="table",
    )


def _goal(cell: Cell, text: str, initiative: InitiativeDraft, horizon: Horizon = "unspecified") -> GoalDraft:
    return GoalDraft(text, (cell.place,), horizon, initiative, initiative.focus_area, initiative.target_group, "table")


def _mixed(cell: Cell, initiative: InitiativeDraft, plan: PlanDraft, *, goals: bool) -> ActivityDraft | None:
    """A column "mål & aktivitet": each sentence is an activity; one that says by what means is a goal too."""
    last: ActivityDraft | None = None
    for sentence in SENTENCE_END.split(cell.text):
        last = _activity(cell, sentence, initiative)
        plan.activities.append(last)
        if goals and _MEANS.search(sentence):
            plan.goals.append(_goal(cell, sentence, initiative))
    return last


def _is_time(text: str) -> bool:
    """Whether words of time say when a row is done."""
    return _OF_THE_ACCOUNT.match(text) is None


def year_of_row(time: str) -> int | None:
    """The one year that a row's words of time say that it is about; a last day ("senast 2027") is no such year."""
    mentions = find_years(time)
    years = {year for mention in mentions for year in (mention.first, mention.last)}
    return years.pop() if len(years) == 1 and all(mention.kind == "year" for mention in mentions) else None


def year_in(text: str) -> int | None:
    """The one year that a header or title names; None where it names none or several."""
    text = _WRITTEN.sub("", text)
    over_sums = year_over_sums(text)
    if over_sums is not None:
        return over_sums
    found = {m.first for m in find_years(text) if m.first == m.last and m.kind != "implausible"}
    return found.pop() if len(found) == 1 else None
