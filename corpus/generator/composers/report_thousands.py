"""A prose report's outcome once more, by field of work and in thousands: other digits for the same facts."""

from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Block, Column, Paragraph, Prose, Row, Table
from corpus.generator.composers.money_tables import PLANNED, SPENT, TOTAL, terms
from corpus.generator.composers.report_draft import ReportDraft
from corpus.generator.content import Relation
from corpus.generator.figures import Style, money

_LEAD: Final = (
    "Per område, och i tusental kronor, ser samma utfall ut så här.",
    "Sammandraget nedan rymmer inga andra pengar, men är avrundat till tkr.",
    "I nämndens uppföljning anges beloppen i tkr.",
)
_CAPTIONS: Final = ("Sammandrag (tkr)", "Budget och utfall per område, tkr", "Utfall per område (tusental kronor)")


def in_thousands(draft: ReportDraft) -> list[Block]:
    """A sentence and the table. Keys: tkr.<n>.budget, .spent by field of work; tkr.sum.budget, .spent.

    Each of its figures is tied to what it rounds in the table of kronor. Both are right: read as kronor, this one
    would be a thousandth of the other.
    """
    rng = draft.assignment.rng("thousands")
    caption = rng.choice(_CAPTIONS)
    style = Style(scale=Decimal(1000), separator=draft.voice.bare.separator)
    rows: list[Row] = []

    def line(label: str, key: str, budget: Decimal, spent: Decimal, rounded: list[str]) -> None:
        whole = key == "sum"
        cells: list[Prose] = [(label,)]
        for name, value, kinds in (("budget", budget, PLANNED), ("spent", spent, SPENT)):
            figure = money(f"tkr.{key}.{name}", value, TOTAL if whole else kinds, style, year=draft.year)
            exact = terms([f"out.{each}.{name}" for each in rounded])
            where = f"{caption}, {label}"
            draft.relations.append(
                Relation("tie.same-fact", figure.key, exact, where, ("tie.text-table",), rounded=True)
            )
            cells.append((figure,))
        rows.append(Row(tuple(cells), "total" if whole else "body", f"tkr.{key}"))

    fields = draft.fields()
    for n, (name, members) in enumerate(fields.items(), start=1):
        budget = sum((each.planned for _, each in members), Decimal(0))
        spent = sum((each.spent for _, each in members), Decimal(0))
        printed = [str(i) for i, _ in members] if draft.by_initiative else [str(n)]
        line(name, str(n), budget, spent, printed)
    line(rng.choice(("Summa", "Totalt")), "sum", draft.about.planned, draft.about.spent, ["sum"])
    for name in ("budget", "spent"):
        column = terms([f"tkr.{n}.{name}" for n in range(1, len(fields) + 1)])
        draft.relations.append(
            Relation("footing.column", f"tkr.sum.{name}", column, f"{caption}, {name}", rounded=True)
        )
    naive = style.rounded(draft.about.spent) / style.scale
    draft.trap("two-units", caption, naive, draft.about.spent, "One table is in kronor, the other in thousands of them")
    heads = [column.head for column in draft.outcome.table.columns[1:3]]
    columns = (Column("Område", width=2.5), *(Column(head, "figure") for head in heads))
    return [Paragraph((rng.choice(_LEAD),)), Table("tkr", caption, columns, tuple(rows))]
