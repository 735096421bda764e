"""Tables of activities and what they cost, as reports have them, and how they tie to the plan that they report on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Activity, Column, Prose, Row, Table
from corpus.generator.composers.forms import TRAP, lower_first, trap
from corpus.generator.composers.money_tables import GRANTED, PLANNED, SPENT, TOTAL, terms
from corpus.generator.content import Planted, Relation
from corpus.generator.figures import Figure, money
from corpus.generator.phrases import stock
from corpus.generator.scenario import LocalInitiative, Municipality
from corpus.generator.voice import Voice


@dataclass(frozen=True)
class TableForm:
    """How a survey tells of its activities: which columns, and how the table is closed.

    kinds: a column of the kind of service. planned: what was planned beside what it cost. sum_line: the total stands
    under the table, not in it. example: the form's own example was left in the first row.
    """

    kinds: bool
    planned: bool
    sum_line: bool
    heads: tuple[str, str, str, str]
    example: bool = False

    @classmethod
    def of(cls, voice: Voice) -> "TableForm":
        planned = voice.rng.random() < 0.4
        return cls(
            kinds=voice.rng.random() < 0.75,
            planned=planned,
            sum_line=not planned and voice.rng.random() < 0.6,
            heads=voice.rng.choice(
                (
                    ("Aktivitet", "Verksamhetstyp", "Planerat (kr)", "Summa (kr)"),
                    ("Insats", "Verksamhet", "Budget", "Utfall"),
                    ("Genomförd aktivitet", "Typ av verksamhet", "Planerad kostnad", "Kostnad (kr)"),
                    ("Aktivitet", "Del av verksamheten", "Avsatt", "Förbrukat"),
                )
            ),
            example=voice.rng.random() < TRAP,
        )


@dataclass(frozen=True)
class CostTable:
    """A table of activities with what holds in it. spent, and planned where it is there, are its totals' keys."""

    table: Table
    relations: tuple[Relation, ...]
    planted: tuple[Planted, ...]
    spent: str
    planned: str | None


def cost_table(
    voice: Voice,
    initiatives: Sequence[LocalInitiative],
    year: int,
    key: str,
    caption: str,
    form: TableForm,
    *,
    by_area: bool = False,
) -> CostTable:
    """One row an initiative with what it cost, and their total; by_area: under areas with a subtotal each.

    Keys: act.<initiative>.spent and .planned, <key>.spent and <key>.planned, <key>.<area's number>.spent and .planned.
    """
    return _CostTable(voice, year, key, caption, form).made(initiatives, by_area=by_area)


@dataclass(frozen=True)
class _CostTable:
    voice: Voice
    year: int
    key: str
    caption: str
    form: TableForm

    @property
    def names(self) -> tuple[str, ...]:
        """Of the columns of sums."""
        return ("planned", "spent") if self.form.planned else ("spent",)

    def made(self, initiatives: Sequence[LocalInitiative], *, by_area: bool) -> CostTable:
        rows: list[Row] = []
        relations: list[Relation] = []
        planted = list(_twins(initiatives, self.caption))
        addends = [f"act.{each.key}" for each in initiatives]
        areas = sorted({each.theme.name for each in initiatives})
        whole = {name: _sum_of(initiatives, name) for name in self.names}
        if by_area and len(areas) > 1:
            addends = []
            for i, area in enumerate(areas, start=1):
                members = [each for each in initiatives if each.theme.name == area]
                addends.append(f"{self.key}.{i}")
                rows.append(Row(((area,), *self._blank(len(self.names))), "section"))
                rows += [self._activity(each) for each in members]
                parts = {name: _sum_of(members, name) for name in self.names}
                rows.append(self._closing(f"Summa {lower_first(area)}", addends[-1], parts, subtotal=True))
                relations += self._feet(addends[-1], [f"act.{each.key}" for each in members], area)
            told = "The subtotals count once"
            planted.append(
                trap(
                    "footing.column",
                    self.caption,
                    2 * whole["spent"],
                    whole["spent"],
                    told,
                    "grand-total-of-subtotals",
                )
            )
        else:
            rows = [self._activity(each) for each in initiatives]
            if self.form.example:
                row, planted_row = self._example(whole["spent"])
                rows.insert(0, row)
                planted.append(planted_row)
        relations += self._feet(self.key, addends, "")
        line: Prose = ()
        if self.form.sum_line:
            line = (self.voice.rng.choice(("= ", "= ", "Summa: ")), self._figure(f"{self.key}.spent", whole["spent"]))
        else:
            label = self.voice.rng.choice(("Summa", "Totalt", "Summa kostnader", "Total"))
            rows.append(self._closing(label, self.key, whole, subtotal=False))
        table = Table(self.key, self.caption, self._columns(), tuple(rows), sum_line=line)
        planned = f"{self.key}.planned" if self.form.planned else None
        return CostTable(table, tuple(relations), tuple(planted), f"{self.key}.spent", planned)

    def _columns(self) -> tuple[Column, ...]:
        activity, kind, planned, spent = self.form.heads
        columns = [Column(activity, width=3.0)]
        columns += [Column(kind, width=1.6)] if self.form.kinds else []
        columns += [Column(planned, "figure", 1.1)] if self.form.planned else []
        return (*columns, Column(spent, "figure", 1.1))

    def _activity(self, each: LocalInitiative) -> Row:
        voice = self.voice
        told = Activity((voice.item(each.activity),), (self.year,), optional=True, key=each.key)
        kind: tuple[Prose, ...] = ((voice.rng.choice(stock("forms")["survey_kinds"]),),) if self.form.kinds else ()
        planned = money(f"act.{each.key}.planned", each.planned, PLANNED, voice.bare, year=self.year)
        spent = money(f"act.{each.key}.spent", each.spent, SPENT, voice.bare, year=self.year)
        figures = (planned, spent) if self.form.planned else (spent,)
        return Row(((told,), *kind, *((figure,) for figure in figures)), key=each.key)

    def _closing(self, label: str, key: str, sums: dict[str, Decimal], *, subtotal: bool) -> Row:
        figures = tuple((self._figure(f"{key}.{name}", value),) for name, value in sums.items())
        blank: tuple[Prose, ...] = self._blank(0)
        return Row(((label,), *blank, *figures), "subtotal" if subtotal else "total", key)

    def _figure(self, key: str, value: Decimal) -> Figure:
        return money(key, value, TOTAL, self.voice.bare, year=self.year)

    def _blank(self, n: int) -> tuple[Prose, ...]:
        """The empty cells of a row that has words in its first one only."""
        return ((),) * (n + (1 if self.form.kinds else 0))

    def _feet(self, key: str, addends: Sequence[str], area: str) -> list[Relation]:
        head = dict(zip(("planned", "spent"), self.form.heads[2:], strict=True))
        where = f"{self.caption}, {area}" if area else self.caption
        return [
            Relation(
                "footing.column",
                f"{key}.{name}",
                terms([f"{addend}.{name}" for addend in addends]),
                f"{where}, {head[name]}",
            )
            for name in self.names
        ]

    def _example(self, whole: Decimal) -> tuple[Row, Planted]:
        """The form's own example, left in: no activity of the municipality's, and in no total."""
        value = Decimal(self.voice.rng.choice((10_000, 15_000, 25_000, 40_000)))
        words = self.voice.rng.choice(stock("forms")["survey_activities"])
        kind: tuple[Prose, ...] = ((self.voice.rng.choice(stock("forms")["survey_kinds"]),),) if self.form.kinds else ()
        sums = [
            replace(
                money(f"{self.key}.example.{name}", value, ("other", "planned", "spent"), self.voice.bare),
                optional=True,
            )
            for name in self.names
        ]
        label = f"{self.voice.rng.choice(('T.ex. ', 'Exempel: '))}{words}"
        row = Row(((label,), *kind, *((figure,) for figure in sums)), key=f"{self.key}.example")
        told = "The form's own example is in no total"
        return row, trap("footing.column", f"{self.caption}, {label}", whole + value, whole, told, "template-row")


def _sum_of(initiatives: Sequence[LocalInitiative], name: str) -> Decimal:
    return sum((each.planned if name == "planned" else each.spent for each in initiatives), start=Decimal(0))


def _twins(initiatives: Sequence[LocalInitiative], where: str) -> list[Planted]:
    """Two rows of the same sum are no row that stands twice."""
    sums = [each.spent for each in initiatives]
    told = "Different activities may cost the same"
    return [
        trap("identity.duplicate", where, value, value * sums.count(value), told, "same-sum-twice")
        for value in sorted({each for each in sums if sums.count(each) > 1})
    ]


def allocated_by_county(municipality: Municipality, granted: str, where: str, county: str) -> tuple[Figure, Relation]:
    """What the county's table allocates, and that it is what `granted` states. A county may print whole thousands."""
    figure = money(f"county_plan:alloc.{municipality.code}", municipality.granted, GRANTED)
    return figure, Relation("tie.allocation", granted, terms((figure.key,)), where, rounded=True, other=county)


def compared_with_plan(
    assignment: Assignment, made: Sequence[CostTable], granted: str, where: str
) -> tuple[list[Relation], list[Figure], list[Planted]]:
    """How the report ties to the municipality's plan and to the county's allocation, where they lie beside it.

    granted is the key of the report's received sum. Figures of the others have their kind before their key.
    """
    municipality = assignment.about()
    relations: list[Relation] = []
    elsewhere: list[Figure] = []
    planted: list[Planted] = []
    county = assignment.siblings.get("county_plan")
    if county is not None:
        figure, relation = allocated_by_county(municipality, granted, where, county)
        elsewhere.append(figure)
        relations.append(relation)
    plan = assignment.siblings.get("local_plan")
    if plan is None:
        return relations, elsewhere, planted
    elsewhere.append(money("local_plan:plan.granted", municipality.granted, GRANTED))
    relations.append(Relation("tie.plan-report.total", granted, terms(("local_plan:plan.granted",)), where, other=plan))
    for each in municipality.initiatives if made else ():
        name = "planned" if made[0].planned else "spent"
        elsewhere.append(money(f"local_plan:plan.{each.key}", each.planned, PLANNED))
        relations.append(
            Relation(
                "tie.plan-report.activity",
                f"act.{each.key}.{name}",
                terms((f"local_plan:plan.{each.key}",)),
                f"{made[0].table.columns[0].head}: {each.activity}",
                at_most=name == "spent",
                other=plan,
            )
        )
    if len(made) == 1 and made[0].planned:
        elsewhere.append(money("local_plan:plan.sum", municipality.planned, TOTAL))
        relations.append(
            Relation(
                "tie.plan-report.total",
                made[0].planned,
                terms(("local_plan:plan.sum",)),
                made[0].table.caption,
                other=plan,
            )
        )
    under = next((each for each in municipality.initiatives if each.spent < each.planned), None)
    if made and under is not None:
        told = "Less may be spent than was planned"
        planted.append(
            trap(
                "tie.plan-report.activity", under.activity, under.planned, under.spent, told, "spent-less-than-planned"
            )
        )
    return relations, elsewhere, planted
