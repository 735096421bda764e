"""Tables of a plan that tell of money alone: what is given to the initiatives of its text, or posts of a budget."""

import re

from rapidfuzz import fuzz

from extractors.drafts import InitiativeDraft
from extractors.plans.column_roles import ColumnRole
from extractors.plans.restating import SAME_WORDS
from models.blocks import Table

_MONEY_ONLY: frozenset[ColumnRole] = frozenset(["activity", "amount", "unit"])
"""A table of these columns alone tells what is given to whom for what."""
_ACCOUNTED = re.compile(r"^(?:utfall|förbruka(?:t|de)|avvikelse|differens|kvar\b|kvarstående|återstår)", re.IGNORECASE)
"""Headers of a table that accounts for money: what it lists are the posts of a budget."""


def accounts_for_money(table: Table, roles: dict[int, ColumnRole], *, is_plans: bool) -> bool:
    """Whether the table accounts for money by posts, in columns of budget and outcome, and tells nothing else.

    is_plans: it stands in a plan, where posts beside their outcome alone tell of what has been.
    """
    headers = {c.col: c.text for c in table.cells if c.role == "header"}
    outcome = {col for col, text in headers.items() if _ACCOUNTED.match(text)}
    of_money = outcome | {col for col, role in roles.items() if role == "amount"}
    return (
        set(roles.values()) <= _MONEY_ONLY and bool(outcome) and (len(of_money) > 1 or (is_plans and table.n_cols == 2))
    )


def rows_of_money(
    table: Table, roles: dict[int, ColumnRole], told: list[InitiativeDraft]
) -> dict[int, InitiativeDraft] | None:
    """Row -> the initiative of the running text that it gives money, where the table restates most of its rows so.

    None where it does not: then its rows are initiatives of their own.
    """
    if not told or not set(roles.values()) <= _MONEY_ONLY:
        return None
    names = [
        c
        for c in table.cells
        if roles.get(c.col) == "activity" and c.text and c.role not in ("header", "total", "subtotal")
    ]
    found: dict[int, InitiativeDraft] = {}
    for name in names:
        scored = [
            (100.0 if name.text.startswith(i.title) else fuzz.token_sort_ratio(name.text, i.title), -at)
            for at, i in enumerate(told)
        ]
        score, at = max(scored)
        if score >= SAME_WORDS:
            found[name.row] = told[-at]
    return found if 2 * len(found) >= len(names) else None
