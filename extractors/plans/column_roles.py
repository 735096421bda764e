"""What each column of a plan's table holds, by its header: goals, activities, who does them, when."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Literal

from extractors.numbers.years import year_heading
from extractors.plans.calendar_columns import actors_by_marks, calendar_columns
from extractors.plans.columns_by_content import says_how, stated_in_columns, tells_acts, tells_indicators
from extractors.plans.head_words import head_words
from extractors.plans.heads import head_of
from extractors.plans.heads_by_content import FOLLOWS_UP
from extractors.plans.labels import label_of
from extractors.remembered import once_each, remembered
from models.blocks import Cell, Table

ColumnRole = Literal[
    "activity",
    "goal",
    "goal_and_activity",
    "indicator",
    "unit",
    "focus_area",
    "target_group",
    "responsible",
    "amount",
    "years",
    "takes_part",
]

_ROLES: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = (
    ("goal_and_activity", re.compile(r"\bmål\b.*(?:&|och|/)\s*aktivitet", re.IGNORECASE)),
    (
        "focus_area",
        re.compile(r"^(?:fokusområde|målområde|insatsområde|utvecklingsområde|prioriterat område)", re.IGNORECASE),
    ),
    ("target_group", re.compile(r"^målgrupp", re.IGNORECASE)),
    ("indicator", re.compile(r"^(?:indikator|mått\b|uppföljning)", re.IGNORECASE)),
    (
        "goal",
        re.compile(
            r"^(?:mål\b|målsättning|målbild\w*\s.*20\d\d"
            r"|effektmål|syfte och mål|mål och syfte|önska(?:d|t|de)\s+(?:effekt|läge|resultat))",
            re.IGNORECASE,
        ),
    ),
    (
        "activity",
        re.compile(
            r"^(?:satsning|aktivitet|insats\b|insatser\b|åtgärd(?!ande)|kontroll(?!ansvar|risk)|så kontrolleras"
            r"|planerade? (?:insats|åtgärd|kontroll|aktivitet))",
            re.IGNORECASE,
        ),
    ),
    (
        "responsible",
        re.compile(r"^(?:ansvarig|ansvar\b|kontrollansvar|utförs av|utförare|vem\b|huvudman)", re.IGNORECASE),
    ),
    (
        "years",
        re.compile(
            r"^(?:år\b|tidplan|tidsplan|när\b|period\b|klart|(?:start|slut)?datum\b"
            r"|(?:månad|kvartal|tertial|vecka|termin)\b(?!\s*\d))",
            re.IGNORECASE,
        ),
    ),
    (
        "amount",
        re.compile(
            r"^(?:belopp|kostnad|summa|budget|medel\b|pengar(?:na)?\b|bidrag|beräknad kostnad|avsatt|tilldelat|fördelat"
            r"|utfall|förbruk)",
            re.IGNORECASE,
        ),
    ),
    (
        "unit",
        re.compile(r"^(?:verksamhet|verksamhetstyp|förvaltning|nämnd|enhet|risk\b|område)", re.IGNORECASE),
    ),
)
_IN_BRACKETS = re.compile(r"\(([^()]{3,30})\)$")
"""A head may say behind its own words what it holds: "Därför (mål)"."""
_WHAT, _HOW = re.compile(r"^vad\s*\??$", re.IGNORECASE), re.compile(r"^hur\s*\??$", re.IGNORECASE)
_ASKING: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = (
    ("activity", re.compile(r"^vad(?:\s+ska\s+göras)?\s*\??$", re.IGNORECASE)),
    ("activity", _HOW),
    ("goal", re.compile(r"^förvänta(?:d|t|de)\s+(?:effekt|resultat)\w*$", re.IGNORECASE)),
)
"""Headers that name a role only where no other column has it, the first of them before the next."""
_NAMED: dict[str, ColumnRole] = {"goal": "goal", "activity": "activity", "indicator": "indicator", "cost": "amount"}
_PLANNED: frozenset[ColumnRole] = frozenset(["goal", "focus_area", "target_group"])
_DONE: frozenset[ColumnRole] = frozenset(["activity", "goal_and_activity"])
_DONE_BY: frozenset[ColumnRole] = frozenset(["responsible", "years"])
"""Beside who does it or when, a table has what is done, whatever its column is called."""
_TOLD_IN_WORDS: tuple[Literal["activity", "goal", "indicator"], ...] = ("activity", "goal", "indicator")
_STATED: frozenset[ColumnRole] = frozenset(["goal", "activity", "goal_and_activity", "indicator"])
"""What is told in words."""
_TOLD_PER_YEAR: frozenset[ColumnRole] = frozenset(["activity", "goal_and_activity", "indicator", "amount"])
"""What a column of a year may tell more of, instead of activities: how much of each, at what cost."""
_WORDS_TOLD = 3
_FEWEST_YEARS = 2
"""Rows that must hold a year each where no head says that their column does."""
_BESIDE: dict[str, ColumnRole] = {
    "responsible": "responsible",
    "years": "years",
    "target_group": "target_group",
    "focus_area": "focus_area",
}


def column_roles(table: Table) -> dict[int, ColumnRole]:
    """What each column holds, by its header; a column of figures holds nothing that is told in words."""
    return dict(_roles_of(table))


@once_each
def _roles_of(table: Table) -> Mapping[int, ColumnRole]:
    """Many ask: as the document's class is made out, ahead of its plan, and where the table is read."""
    roles = _roles_by_header(table)
    return {col: role for col, role in roles.items() if role not in _STATED or not holds_figures(table, col)}


def holds_figures(table: Table, col: int) -> bool:
    """True where no cell under the header has a letter, and some have a digit."""
    signs = "".join(c.text for c in table.cells if c.col == col and c.role != "header")
    return not any(map(str.isalpha, signs)) and any(map(str.isdigit, signs))


def _roles_by_header(table: Table) -> dict[int, ColumnRole]:
    headers = [(c.col, c.text.strip()) for c in table.cells if c.role == "header" and not _is_over_all(c, table)]
    roles: dict[int, ColumnRole] = {}
    for col, header in headers:
        role = named_role(header) if col not in roles else None
        if role in (None, "indicator") and col not in roles and FOLLOWS_UP.match(header.rstrip(" ?:")):
            role = "indicator" if tells_indicators(table, col, asked=role is None) else None
        if role is not None:
            roles[col] = role
    what, how = (next((col for col, header in headers if asks.match(header)), None) for asks in (_WHAT, _HOW))
    if what is not None and how is not None and not set(roles.values()) & _DONE and says_how(table, what, how):
        roles |= {what: "goal", how: "activity"}
    for role, asking in _ASKING:
        col_asked = next((col for col, header in headers if col not in roles and asking.match(header)), None)
        if col_asked is not None and role not in roles.values():
            roles[col_asked] = role
    years = years_of_columns(table)
    if years and 0 not in roles and stated_in_columns(table, range(1, table.n_cols)).get("goal") == 0:
        roles[0] = "goal"
    planned = set(roles.values()) & _PLANNED or len(years) == table.n_cols or tells_acts(table, years)
    over = _columns_below(table, "activity")
    if (planned and not set(roles.values()) & _TOLD_PER_YEAR) or over.issuperset(years):
        roles |= dict.fromkeys(years, "activity")
    if set(roles.values()) & _DONE:
        parts = calendar_columns(table).keys() - {*roles, *years}
        when = [*_empty_years(table), *sorted(col for col in parts if not holds_figures(table, col))]
        if "years" not in roles.values():
            when += _only_years(table, {*roles, *years})[:1]
        roles |= dict.fromkeys(when, "years")
        roles |= dict.fromkeys(actors_by_marks(table).keys() - roles.keys(), "takes_part")
    return dict(sorted((roles | _by_content(table, roles)).items()))


def _by_content(table: Table, roles: dict[int, ColumnRole]) -> dict[int, ColumnRole]:
    """What columns hold whose heads say nothing: goals, acts and measures, by their texts, none of them twice.

    Beside who does it or when stands what is done; beside one of the three, another. Where no head says anything there
    must be goals and acts.
    """
    held = set(roles.values())
    beside = (c.col for c in table.cells if c.role == "header" and label_of(c.text.strip()) is not None)
    stated = stated_in_columns(table, {*roles, *beside})
    found: dict[int, ColumnRole] = {
        stated[kind]: kind for kind in _TOLD_IN_WORDS if kind in stated and kind not in held
    }
    if "goal_and_activity" in held:
        found = {col: role for col, role in found.items() if role == "indicator"}
    told = set(found.values())
    if held & _STATED or {"goal", "activity"} <= told:
        return found
    return found if held & _DONE_BY and "activity" in told else {}


def _is_over_all(cell: Cell, table: Table) -> bool:
    """A title over all columns says nothing of one of them."""
    return table.n_cols > 1 and cell.col_span == table.n_cols


@remembered
def named_role(header: str) -> ColumnRole | None:
    """What a column with this header holds; None where the words say nothing of it."""
    words = head_words(header)
    if words is not None and words.kind in ("goal", "activity", "indicator"):
        return _NAMED[words.kind]
    role = next((role for role, pattern in _ROLES if pattern.search(header)), None)
    if role is not None:
        return role
    label = label_of(header)
    if label is not None:
        return _BESIDE.get(label)
    head = head_of(header)
    if head is not None:
        return _NAMED.get(head.kind)
    inside = _IN_BRACKETS.search(header)
    return named_role(inside[1]) if inside is not None else None


def years_of_columns(table: Table) -> dict[int, tuple[int, int] | None]:
    """Column -> first and last year, of those that years head and that tell in words what is done in them.

    Parts of a year head them too; their year is null where none is told. The first column holds what the rows are
    about, but where years head all columns.
    """
    headers = ((c.col, year_heading(c.text)) for c in table.cells if c.role == "header")
    years: dict[int, tuple[int, int] | None] = {col: span for col, span in headers if span is not None}
    if len(years) < table.n_cols:
        years.pop(0, None)
    years |= {col: None if year is None else (year, year) for col, year in calendar_columns(table).items()}
    texts = [c.text for c in table.cells if c.col in years and c.role != "header" and c.text]
    told = [text for text in texts if len(text.split()) >= _WORDS_TOLD and text[0].isalpha()]
    return years if len(years) > 1 and 3 * len(told) > 2 * len(texts) else {}


def _only_years(table: Table, known: Collection[int]) -> list[int]:
    """The columns behind the first that hold years and nothing else, in all of their rows, whatever heads them."""
    told: dict[int, list[str]] = defaultdict(list)
    for cell in table.cells:
        if cell.role != "header" and cell.col > 0 and cell.col not in known:
            told[cell.col].append(cell.text.strip())
    return [
        col
        for col, texts in sorted(told.items())
        if len(texts) >= _FEWEST_YEARS and all(year_heading(text) is not None for text in texts)
    ]


def _empty_years(table: Table) -> list[int]:
    """The columns that years head, where nothing stands below any of them: a matrix whose marks are only painted."""
    years = [c.col for c in table.cells if c.role == "header" and c.col > 0 and year_heading(c.text) is not None]
    said = {c.col for c in table.cells if c.role != "header" and c.text}
    return years if len(years) > 1 and said.isdisjoint(years) else []


def _columns_below(table: Table, role: ColumnRole) -> set[int]:
    """The columns that headers of this role stand over, also where those go over several."""
    heads = (c for c in table.cells if c.role == "header" and c.text and named_role(c.text.strip()) == role)
    return {col for c in heads for col in range(c.col, c.col + c.col_span)}


def years_of_costs(table: Table) -> dict[int, int]:
    """Column -> year, of those that a year heads under a head of costs ("Kostnad tkr" over "2025 | 2026")."""
    of_cost = _columns_below(table, "amount")
    heads = [c for c in table.cells if c.role == "header" and c.text]
    spans = {c.col: span for c in heads if c.col in of_cost and (span := year_heading(c.text)) is not None}
    return {col: first for col, (first, last) in spans.items() if first == last}


def is_plan_table(roles: dict[int, ColumnRole]) -> bool:
    """True where rows are initiatives: activities or goals, by years or beside other things that a plan gives them."""
    held = set(roles.values())
    says = held & {"activity", "goal", "goal_and_activity"}
    by_years = list(roles.values()).count("activity") > 1
    return bool(says) and (by_years or (len(held) >= 2 and bool(held - says or len(says) >= 2)))
