"""A prose report in the making: its outcome table, its sums, and what its sections have declared so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Activity, Table
from corpus.generator.composers.money_tables import GRANTED, outcome_table
from corpus.generator.composers.report_period import ReportPeriod
from corpus.generator.composers.telling import Telling, of_a_municipality
from corpus.generator.content import Planted, Relation
from corpus.generator.figures import money
from corpus.generator.scenario import LocalInitiative
from corpus.generator.voice import Voice

_SAME_FACTS: Final = ("columns-swapped", "two-units")
"""Traps that look like one fact told in two ways; the others look like a balance that is off."""


@dataclass
class ReportDraft:
    """One report in the making. The sections add their relations and traps.

    Keys: out.* (money_tables.outcome_table; its rows are initiatives, or fields of work), granted, left; grant.before
    and grant.change; carried, own, cost; kind.* and tkr.* in further tables; <key>.told<n> for sums told again in
    prose.
    """

    assignment: Assignment
    voice: Voice
    period: ReportPeriod
    relations: list[Relation] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.about = self.period.reached(self.assignment.about(), self.assignment.rng("reached"))
        self.year = self.period.year
        self.telling = Telling(self.voice, "tie.text-table")
        self.by_initiative = self.voice.rng.random() < 0.7
        rows = self._rows()
        caption = self.voice.rng.choice(self.period.captions)
        made = outcome_table(self.voice, rows, self.year, caption)
        # What is planned is not all that was granted: a column of it cannot be called granted beside the grant's sum.
        # And before the year has ended its books are not closed.
        heads = {"Beviljat": "Planerat"} | ({"Bokslut": "Utfall"} if self.period.partial else {})
        columns = tuple(replace(each, head=heads.get(each.head, each.head)) for each in made.table.columns)
        self.outcome = replace(made, table=replace(made.table, columns=columns))
        self.relations += self.outcome.relations
        self.granted = money("granted", self.about.granted, GRANTED, self.voice.kronor, year=self.year)
        self.spent = money("out.sum.spent", self.about.spent, ("spent",), self.voice.kronor, year=self.year)

    def _rows(self) -> list[tuple[str, Decimal, Decimal]]:
        if self.by_initiative:
            return [(each.activity, each.planned, each.spent) for each in self.about.initiatives]
        return [
            (
                name,
                sum((each.planned for _, each in group), Decimal(0)),
                sum((each.spent for _, each in group), Decimal(0)),
            )
            for name, group in self.fields().items()
        ]

    def fields(self) -> dict[str, list[tuple[int, LocalInitiative]]]:
        """Field of work -> its initiatives, each with its number from 1 among all of them."""
        fields: dict[str, list[tuple[int, LocalInitiative]]] = {}
        for number, each in enumerate(self.about.initiatives, start=1):
            fields.setdefault(each.theme.name, []).append((number, each))
        return fields

    def sentences(self, stocked: Sequence[str]) -> tuple[str, ...]:
        """Those that this municipality can say of this period."""
        return self.period.fitting(of_a_municipality(stocked))

    def table(self) -> Table:
        """The outcome's table; a row's initiative may be taken for an activity of its year."""
        made = self.outcome.table
        if not self.by_initiative:
            return made
        rows = [
            replace(row, cells=((Activity(row.cells[0], (self.year,), optional=True),), *row.cells[1:]))
            if row.role == "body"
            else row
            for row in made.rows
        ]
        return replace(made, rows=tuple(rows))

    def trap(self, name: str, where: str, naive: Decimal, right: Decimal, why: str) -> None:
        """Declare that the naive sum is no error for the right one."""
        rule = "tie.same-fact" if name in _SAME_FACTS else "recalc.balance"
        self.planted.append(Planted(rule, where, naive, right, why, name, grade="trap-not-error"))
