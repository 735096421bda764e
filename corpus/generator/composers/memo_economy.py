"""The money of a memo, exact: told in sentences, in a list or in a table; and its ties to the plans."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Block, Bullets, Column, Item, Paragraph, Row, RowRole, Table
from corpus.generator.composers.memo_draft import MemoDraft
from corpus.generator.composers.money_tables import PLANNED, SPENT, TOTAL, terms
from corpus.generator.composers.telling import of_a_municipality
from corpus.generator.content import DocumentKind, Planted, Relation, Term
from corpus.generator.figures import Figure, money
from corpus.generator.phrases import stock

_USED_HEADS: Final[dict[str, tuple[str, ...]]] = {
    "spent": ("Använt", "Kostnader", "Förbrukat"),
    "planned_total": ("Planerat", "Fördelat", "Avsatt till insatser"),
}


def consequences(memo: MemoDraft) -> list[Block]:
    """The money, exact: in sentences, in a list or in a table; without money, a sentence."""
    voice, uses = memo.voice, memo.matter.uses
    blocks: list[Block] = [voice.paragraph(stock("forms")["memo"]["consequences"])]
    if uses is None:
        return blocks
    rest = (Term((memo.granted.key,)), Term((memo.used.key,), Decimal(-1)))
    memo.relations += [
        Relation("recalc.balance", memo.left.key, rest, "Ekonomi, kvar"),
        Relation("recalc.balance", memo.used.key, terms((memo.granted.key,)), "Ekonomi", at_most=True),
    ]
    shape = voice.rng.choice(("prose", "prose", "list", "table", "units", "units"))
    labels = ("Beviljat bidrag", voice.rng.choice(_USED_HEADS[uses[1]]), voice.rng.choice(("Kvar", "Återstår")))
    figures = (memo.granted, memo.used, memo.left)
    if shape == "list":
        lines = [Item((f"{label}: ", each)) for label, each in zip(labels, figures, strict=True)]
        return [*blocks, Bullets(tuple(lines))]
    if shape == "prose":
        names = (
            uses[0],
            uses[1],
            voice.rng.choice(("remaining", "repayable") if memo.name == "report" else ("remaining",)),
        )
        told = [
            voice.drawer.prose(of_a_municipality(stock("money")[name]), {"belopp": each})
            for name, each in zip(names, figures, strict=True)
        ]
        return [Paragraph(tuple(part for each in told for part in (*each, " "))[:-1]), *blocks]
    return [*blocks, _table(memo, labels, units=shape == "units")]


def _table(memo: MemoDraft, labels: Sequence[str], *, units: bool) -> Table:
    """Granted, used and left; with units, what each field of work has of what is used stands before its sum."""
    voice = memo.voice
    caption = voice.rng.choice(("", f"Ekonomi {memo.assignment.scenario.year}", "Sammanställning (kr)"))
    granted, used, left = (replace(each, style=voice.bare) for each in (memo.granted, memo.used, memo.left))
    rows = _unit_rows(memo, f"{caption or 'Tabell'}, {labels[1]}") if units else []
    lines = list(zip(labels, (granted, used, left), strict=True))
    for label, each in (lines[1], lines[0], lines[2]) if units else lines:
        rows.append(Row(((label,), (each,)), "total" if units else "body", each.key))
    head = voice.rng.choice(("Belopp", "Kronor", "Belopp (kr)"))
    return Table("memo", caption, (Column("Post", width=2), Column(head, "figure")), tuple(rows))


def _unit_rows(memo: MemoDraft, where: str) -> list[Row]:
    """A row a field of work, at times in two groups; then the sum is made of the groups' subtotals."""
    voice, initiatives = memo.voice, memo.assignment.about().initiatives
    names = list(dict.fromkeys(each.theme.name for each in initiatives))
    groups = [names]
    if len(names) > 3 and voice.rng.random() < 0.75:
        groups = [names[:2], names[2:]]
    rows: list[Row] = []
    addends: list[str] = []
    for group, title in zip(groups, ("Barn, unga och familj", "Vuxna och äldre"), strict=False):
        keys = [f"unit.{names.index(name) + 1}" for name in group]
        sums = [_sum_of(memo, name) for name in group]
        rows += [_unit_row(memo, *each) for each in zip(keys, group, sums, strict=True)]
        if len(groups) == 1:
            addends = keys
            continue
        addends.append(f"unit.sum.{len(addends) + 1}")
        rows.append(_unit_row(memo, addends[-1], f"Summa {title[0].lower()}{title[1:]}", sum(sums, Decimal(0))))
        memo.relations.append(Relation("footing.column", addends[-1], terms(keys), f"{where}, {title}"))
    memo.relations.append(Relation("footing.column", memo.used.key, terms(addends), where))
    if len(groups) > 1:
        why = "The sum is made of subtotals: all rows together count everything twice"
        twice = memo.used.value * 2
        trap = Planted("footing.column", where, twice, memo.used.value, why, "subtotals-in-total", "trap-not-error")
        memo.planted.append(trap)
    return rows


def _sum_of(memo: MemoDraft, name: str) -> Decimal:
    members = [each for each in memo.assignment.about().initiatives if each.theme.name == name]
    return sum((each.spent if memo.name == "report" else each.planned for each in members), Decimal(0))


def _unit_row(memo: MemoDraft, key: str, label: str, value: Decimal) -> Row:
    role: RowRole = "subtotal" if key.startswith("unit.sum") else "body"
    kinds = SPENT if memo.name == "report" else PLANNED
    if role == "subtotal":
        kinds = TOTAL
    year = memo.assignment.scenario.year
    return Row(((label,), (money(key, value, kinds, memo.voice.bare, year=year),)), role, key)


def ties(memo: MemoDraft) -> tuple[Figure, ...]:
    """Relations to the county's and the municipality's plan; gives the figures that stand there."""
    if memo.matter.uses is None:
        return ()
    elsewhere: list[Figure] = []
    others: tuple[tuple[DocumentKind, str, str], ...] = (
        ("county_plan", f"alloc.{memo.assignment.about().code}", "tie.allocation"),
        ("local_plan", "plan.granted", "tie.plan-report.total"),
    )
    for kind, key, rule in others:
        other = memo.assignment.siblings.get(kind)
        if other is not None:
            elsewhere.append(replace(memo.granted, key=f"{kind}:{key}"))
            also = ("tie.same-fact", "tie.allocation")
            memo.relations.append(
                Relation(rule, memo.granted.key, terms((elsewhere[-1].key,)), "Beviljat", also, other=other)
            )
    return tuple(elsewhere)
