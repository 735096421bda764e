"""A plan for internal control: risks with their values, and the controls that are planned for the year."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import (
    Activity,
    Block,
    Bullets,
    Column,
    Cover,
    Heading,
    Item,
    Landscape,
    Paragraph,
    Prose,
    Row,
    RunIn,
    Table,
    words_of,
)
from corpus.generator.composers.telling import of_a_municipality
from corpus.generator.content import Content, Facts, Planted, Relation, Term
from corpus.generator.figures import Figure, count
from corpus.generator.phrases import stock
from corpus.generator.voice import Voice

_CONTROLLED_FROM: Final = 9
"""Risks of at least this value are controlled (phrases/control.toml says so in its prose)."""
_CONTROL_LEADS: Final = (
    "Följande kontroller ska utföras.",
    "Ur riskanalysen har dessa kontroller valts ut.",
    "Resultatet av varje kontroll lämnas till controllern inom en månad.",
)


@dataclass(frozen=True)
class _Risk:
    """One of the stock's risks, valued. key is that of its row and its figures."""

    key: str
    process: str
    risk: str
    cause: str
    control: str
    frequency: str
    responsible: str
    likelihood: int
    consequence: int

    @property
    def value(self) -> int:
        return self.likelihood * self.consequence


@dataclass
class _Plan:
    """One plan in the making. Keys: <risk>.s, .k, .value, and .after where a value after control is told."""

    voice: Voice
    year: int
    risks: tuple[_Risk, ...]
    worded: bool
    with_cause: bool
    after: bool
    heads: dict[str, str]
    relations: list[Relation] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def figures(self, risk: _Risk) -> tuple[Figure, Figure, Figure]:
        """Likelihood, consequence and their product, related."""
        s, k = count(f"{risk.key}.s", risk.likelihood), count(f"{risk.key}.k", risk.consequence)
        value = count(f"{risk.key}.value", risk.value)
        self.relations.append(Relation("recalc.product", value.key, (Term((s.key, k.key)),), risk.risk))
        return s, k, value

    def risk_table(self, key: str, caption: str, risks: Sequence[_Risk]) -> Table:
        """Process, risk, perhaps its cause, likelihood, consequence and value; perhaps the value after control."""
        heads = self.heads
        columns = [Column(heads["process"], width=1.6), Column(heads["risk"], width=2.6)]
        if self.with_cause:
            columns.append(Column(heads["cause"], width=2.2))
        columns += [Column(heads[name], "text" if self.worded else "figure") for name in ("likelihood", "consequence")]
        columns.append(Column(heads["value"], "figure", 0.8))
        if self.after:
            columns.append(Column("Efter åtgärd", "figure", 0.8))
        return Table(key, caption, tuple(columns), tuple(self._risk_row(risk) for risk in risks))

    def _risk_row(self, risk: _Risk) -> Row:
        s, k, value = self.figures(risk)
        words = stock("control")["scale_words"]
        cells: list[Prose] = [(risk.process,), (risk.risk,)]
        if self.with_cause:
            cells.append((risk.cause,))
        levels = ((s, words["likelihood"]), (k, words["consequence"]))
        cells += [_level(figure, scale) if self.worded else (figure,) for figure, scale in levels]
        cells.append((value,))
        if self.after:
            lower = max(1, risk.value - self.voice.rng.choice((2, 3, 4, 6)))
            cells.append((count(f"{risk.key}.after", lower),))
            if lower != risk.value:
                self._plant(risk, lower)
        return Row(tuple(cells), key=risk.key)

    def _plant(self, risk: _Risk, lower: int) -> None:
        why = "The value after control is no product of the values before it"
        values = Decimal(risk.value), Decimal(lower)
        trap = Planted("recalc.product", risk.risk, *values, why, "value-after-control", "trap-not-error")
        self.planted.append(trap)

    def controlled(self) -> tuple[_Risk, ...]:
        return tuple(risk for risk in self.risks if risk.value >= _CONTROLLED_FROM)

    def control(self, risk: _Risk) -> Activity:
        return Activity((self.voice.item(risk.control),), (self.year,), key=risk.key)

    def control_table(self) -> Table:
        """One row a planned control."""
        names = ("process", "control", "frequency", "responsible")
        widths = (1.5, 2.8, 1.3, 1.4)
        columns = [Column(self.heads[name], width=width) for name, width in zip(names, widths, strict=True)]
        rows: list[Row] = []
        for risk in self.controlled():
            cells: tuple[Prose, ...] = ((risk.process,), (self.control(risk),), (risk.frequency,), (risk.responsible,))
            rows.append(Row(cells, key=f"{risk.key}.control"))
        return Table("controls", self.voice.rng.choice(("", f"Kontroller {self.year}")), tuple(columns), tuple(rows))

    def control_list(self) -> list[Block]:
        """The planned controls under their process's heading, as labels, or as one list."""
        shape = self.voice.rng.choice(("heads", "list"))
        items: list[Item] = []
        blocks: list[Block] = []
        for risk in self.controlled():
            if shape == "list":
                control = self.control(risk)
                stop = "" if words_of(control.parts).endswith(".") else "."
                items.append(Item((control, f"{stop} {risk.frequency}. Ansvarig: {risk.responsible}")))
                continue
            blocks += [
                Heading(risk.process, 3),
                RunIn(f"{self.heads['risk']}:", (f" {risk.risk}",)),
                RunIn(f"{self.heads['control']}:", (" ", self.control(risk))),
                RunIn(f"{self.heads['responsible']}:", (f" {risk.responsible}, {risk.frequency.lower()}",)),
            ]
        return [*blocks, Bullets(tuple(items))] if items else blocks


def compose_control_plan(assignment: Assignment) -> Content:
    """Keys: see _Plan. Its activities are the planned controls; it has no goals and no money."""
    voice, about, year = assignment.voice(), assignment.about(), assignment.scenario.year
    committee = voice.drawer.draw(of_a_municipality(stock("prose")["committees"]))
    title = voice.rng.choice(
        (
            f"Internkontrollplan {year}",
            f"Plan för intern kontroll {year}: {committee.lower()}",
            f"Intern kontroll {year}",
        )
    )
    plan = _make_plan(voice, year)
    dated = voice.rng.random() < 0.6
    lines = (about.title, committee, *((f"Dnr {about.diary_number}",) if dated else ()))
    blocks: list[Block] = [Cover(title, lines=lines)] if voice.rng.random() < 0.4 else _opening(title, lines, voice)
    blocks += _introduction(voice)
    blocks += _risks(plan)
    blocks.append(Heading(voice.rng.choice(("Planerade kontroller", "Kontrollplan", f"Kontroller under {year}")), 2))
    blocks.append(Paragraph((voice.drawer.draw(_CONTROL_LEADS),)))
    blocks += [plan.control_table()] if voice.rng.random() < 0.6 else plan.control_list()
    if voice.rng.random() < 0.6:
        blocks += [Heading(voice.rng.choice(("Uppföljning", "Rapportering")), 2), *voice.prose("follow_up")]
    return Content(
        name=assignment.name,
        kind="control_plan",
        facts=Facts(
            "internal_control_plan",
            title,
            reporting_year=year,
            diary_number=about.diary_number if dated else None,
            municipality=about.name,
        ),
        blocks=tuple(blocks),
        relations=tuple(plan.relations),
        planted=tuple(plan.planted),
        running_head=voice.rng.choice(("", title, committee)),
        page_number=voice.rng.choice(("{page}", "{page} ({pages})", "Sida {page}")),
    )


def _make_plan(voice: Voice, year: int) -> _Plan:
    stocked = stock("control")
    chosen = voice.rng.sample(stocked["risk"], voice.rng.randint(8, 20))
    if voice.rng.random() < 0.5:
        chosen.sort(key=lambda risk: str(risk["process"]))
    values = ((2, 2), (2, 3), (3, 2), (1, 4), (2, 4), (3, 3), (3, 4), (4, 3), (3, 3), (4, 4))
    drawn = [(3, 4), (3, 3), *voice.rng.choices(values, k=len(chosen) - 2)]
    voice.rng.shuffle(drawn)
    risks = tuple(
        _Risk(f"risk{i}", **risk, likelihood=s, consequence=k)
        for i, (risk, (s, k)) in enumerate(zip(chosen, drawn, strict=True), start=1)
    )
    return _Plan(
        voice=voice,
        year=year,
        risks=risks,
        worded=voice.rng.random() < 0.3,
        with_cause=voice.rng.random() < 0.4,
        after=voice.rng.random() < 1 / 6,
        heads={name: voice.rng.choice(heads) for name, heads in stocked["columns"].items()},
    )


def _level(figure: Figure, words: Sequence[str]) -> Prose:
    """As in 3. Möjlig."""
    return (figure, f". {words[int(figure.value) - 1]}")


def _opening(title: str, lines: tuple[str, ...], voice: Voice) -> list[Block]:
    """The title with the issuer above or under it."""
    told = Paragraph((voice.rng.choice((" · ", ", ")).join(lines),))
    return [told, Heading(title, 1)] if voice.rng.random() < 0.5 else [Heading(title, 1), told]


def _introduction(voice: Voice) -> list[Block]:
    """What internal control is, and at times the scales."""
    stocked = stock("control")
    blocks: list[Block] = [Heading(voice.rng.choice(("Inledning", "Bakgrund", "Om intern kontroll")), 2)]
    blocks += [voice.paragraph(stocked["intro"]) for _ in range(voice.rng.randint(2, 6))]
    if voice.rng.random() < 0.4:
        blocks.append(voice.paragraph(stock("prose")["law"]))
    if voice.rng.random() < 0.55:
        scale = stocked["scale_words"]
        blocks.append(Heading(voice.rng.choice(("Skalor", "Så bedöms riskerna", "Bedömningsskala")), 2))
        for label, name in (("Sannolikhet", "likelihood"), ("Konsekvens", "consequence")):
            lines = zip(scale[name], scale[f"{name}_explained"], strict=True)
            items = [Item((f"{word}: {told[0].lower()}{told[1:]}",)) for word, told in lines]
            blocks += [RunIn(f"{label}:", ()), Bullets(tuple(items), ordered=True)]
    return blocks


def _risks(plan: _Plan) -> list[Block]:
    """The risks in one table, in a table a part of the organisation, or on a page that lies down."""
    voice = plan.voice
    head = Heading(voice.rng.choice(("Riskanalys", "Riskbedömning", "Risker")), 2)
    captions = [each for each in stock("control")["matrix_captions"] if "bokstavsordning" not in each]
    match voice.rng.choice(("one", "one", "parts", "landscape")):
        case "parts":
            half = len(plan.risks) // 2
            parts = (("Verksamhet", plan.risks[:half]), ("Ekonomi och administration", plan.risks[half:]))
            blocks: list[Block] = [head]
            for i, (words, risks) in enumerate(parts, start=1):
                blocks += [Heading(words, 3), plan.risk_table(f"risks{i}", "", risks)]
            return blocks
        case "landscape":
            return [Landscape((head, plan.risk_table("risks", voice.rng.choice(captions), plan.risks)))]
        case _:
            return [head, plan.risk_table("risks", voice.rng.choice(("", *captions)), plan.risks)]
