"""Counts that a sentence spells out: `totalt 46 insatser: 21 kurser, 15 föreläsningar och 10 träffar`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.check_input import CheckInput
from checks.quoting import page_doubt
from checks.recalculation.figures import Figure
from checks.recalculation.recalculated import Claim
from checks.recalculation.told_counts import IN_TEXT, NUMBER
from checks.wording import NO_BREAK_SPACE
from models.rows import Passage

_THING = r"\s[a-zåäö-]{3,}(?:\s[a-zåäö-]+){0,3}"
_SPELT_OUT = re.compile(
    rf"\b(?:totalt|sammanlagt|tillsammans)\s(?:[a-zåäö]+\s){{0,2}}?(?P<all>{NUMBER}){_THING}\s?"
    rf"(?::|,\s(?:varav|fördelat på|uppdelat på))\s"
    rf"(?P<parts>{NUMBER}{_THING}(?:,\s{NUMBER}{_THING})*,?\s(?:och|samt)\s{NUMBER}{_THING})\s?[.;]",
    re.IGNORECASE,
)
_PART = re.compile(NUMBER)
_NOT_COUNTS = re.compile(r"procent|\bkr\b|kronor|\btkr\b|\bår\b|bland annat|timmar|\bca\b|cirka|minst", re.IGNORECASE)
MOST = 2
"""A whole more than so many times larger or smaller than its parts together is of something else."""


def told_parts_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """Every whole that the counts right behind it do not make."""
    for passage in rows.numbered_passages:
        text = passage.text or ""
        if passage.kind not in IN_TEXT or not (":" in text or ", " in text):
            continue
        for match in _SPELT_OUT.finditer(text):
            parts = [_figure(passage, number) for number in _PART.findall(match["parts"])]
            whole = _figure(passage, match["all"])
            arithmetic = add_up(whole.quantity, [part.quantity for part in parts])
            low, high = sorted((arithmetic.expected or Decimal(0), whole.quantity.value))
            if arithmetic.grade == "equal" or _NOT_COUNTS.search(match.group()) or high > MOST * low:
                continue
            yield Claim(
                stated=whole,
                terms=parts,
                formula=" + ".join(part.text for part in parts).replace(" ", NO_BREAK_SPACE),
                weights=[1] * len(parts),
                arithmetic=arithmetic,
                doubt=page_doubt(rows, passage.document_id, passage.page),
                only_warn="ambiguous",
            )


def _figure(passage: Passage, text: str) -> Figure:
    value = Decimal(re.sub(r"\D", "", text))
    return Figure(passage.text or "", text, Quantity.exact(value), None, passage.document_id, passage.place)
