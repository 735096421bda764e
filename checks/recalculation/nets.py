"""A column of nets beside its incomes and costs: `Intäkter`, `Kostnader`, `Netto`, with minus signs or without."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from checks.arithmetic import add_up
from checks.recalculation.balances import HOLDS
from checks.recalculation.figures import figures_of
from checks.recalculation.recalculated import Claim, named
from checks.tables.columns import Column
from checks.tables.labels import folded, is_wide
from checks.tables.structure import TableView
from checks.wording import MINUS

_NET = re.compile(r"netto(?:\b|kostnad|budget|utfall|utgift|resultat|belopp|intäkt)|(?:årets |periodens )?resultat$")
FEWEST_ROWS = 2
"""Rows that must come out before another one is said to be wrong, and at most one in MOST_WRONG may be."""
MOST_WRONG = 3
_WAYS = ((1, 1), (1, -1), (-1, 1))


def nets_that_differ(view: TableView) -> Iterator[Claim]:
    """Every net that is not made of the two columns that make the others, added or one taken from the other."""
    for net in view.columns:
        if not _NET.match(folded(net.heading)):
            continue
        others = [column for column in view.columns if column is not net and not column.share]
        best: tuple[int, list[Claim]] | None = None
        for first, second in combinations(others, 2):
            for weights in _WAYS:
                claims = list(_tried(view, net, (first, second), weights))
                hits = [claim for claim in claims if claim.arithmetic.grade in HOLDS]
                shown = sum(all(term.quantity.value for term in claim.terms) for claim in hits)
                is_shown = shown >= FEWEST_ROWS and (len(claims) - len(hits)) * MOST_WRONG <= len(claims)
                if is_shown and (best is None or shown > best[0]):
                    best = shown, claims
        if best is not None:
            yield from (claim for claim in best[1] if claim.arithmetic.grade not in HOLDS)


def _tried(view: TableView, net: Column, parts: tuple[Column, Column], weights: tuple[int, int]) -> Iterator[Claim]:
    for line in view.lines:
        figures = figures_of(view, [(line, net), *((line, part) for part in parts)])
        if line.kind == "section" or figures is None or is_wide(line.label):
            continue
        stated, *terms = figures
        called = [replace(term, label=part.heading) for term, part in zip(terms, parts, strict=True)]
        first, second = called if weights[0] > 0 else called[::-1]
        yield Claim(
            stated=stated,
            terms=called,
            formula=f"{named(first)} {'+' if weights == (1, 1) else MINUS} {named(second)}",
            arithmetic=add_up(stated.quantity, [term.quantity for term in terms], [Decimal(each) for each in weights]),
            weights=weights,
            title=", ".join(words for words in (view.table.title, net.heading) if words),
            column=net.heading,
            doubt=view.doubt,
        )
