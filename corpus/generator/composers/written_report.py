"""A grant report in prose: what was done, what it cost, what is left, with a table of planned and spent."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.composers.memo import Telling, names_grant, of_a_municipality
from corpus.generator.composers.money_tables import (
    GRANTED,
    PLANNED,
    REMAINING,
    SPENT,
    TOTAL,
    outcome_table,
    terms,
)
from corpus.generator.content import (
    Activity,
    Block,
    Bullets,
    Column,
    Content,
    Contents,
    Cover,
    Facts,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Planted,
    Prose,
    Relation,
    Row,
    RunIn,
    Signature,
    Table,
    Term,
)
from corpus.generator.figures import Figure, money
from corpus.generator.phrases import stock
from corpus.generator.scenario import LocalInitiative, Municipality
from corpus.generator.voice import Voice

_INITIATIVE_COST: Final = (
    "Kostnaden blev {belopp}.",
    "För insatsen användes {belopp}.",
    "Av medlen gick {belopp} hit.",
    "Bokförda kostnader: {belopp}.",
    "Insatsen har belastat bidraget med {belopp}.",
    "Det här tog {belopp} i anspråk.",
    "Utfallet stannade vid {belopp}.",
    "Till detta har {belopp} förbrukats.",
)
_AGAINST_PLAN: Final = (
    "Utfallet blev {belopp}, att jämföra med planens {belopp2}.",
    "Av avsatta {belopp2} användes {belopp}.",
    "Planerat: {belopp2}. Använt: {belopp}.",
    "Insatsen kostade {belopp} (budget {belopp2}).",
)
_CHANGE: Final = {
    "up": (
        "Det är {belopp} mer än {forra_aret}, då bidraget var {belopp2}.",
        "Bidraget var {belopp2} året innan och har alltså ökat med {belopp}.",
        "Jämfört med {forra_aret}, då {kommunen} fick {belopp2}, är höjningen {belopp}.",
    ),
    "down": (
        "Det är {belopp} mindre än {forra_aret}, då bidraget var {belopp2}.",
        "Året innan var bidraget {belopp2}; minskningen är {belopp}.",
        "Jämfört med {forra_aret}, då {kommunen} fick {belopp2}, har bidraget sänkts med {belopp}.",
    ),
}
_OWN_FUNDING: Final = (
    "Lokalerna har {kommunen} själv bekostat med {belopp}; hela kostnaden för arbetet blev därmed {belopp2}.",
    "Nämnden har skjutit till {belopp} ur egen ram. Med det som togs av bidraget har insatserna kostat {belopp2}.",
    "Den egna finansieringen uppgick till {belopp}, vilket ger en samlad kostnad på {belopp2}.",
)
_CARRIED: Final = (
    "Från {forra_aret} fördes {belopp} vidare enligt bidragets villkor, och även de pengarna har kunnat användas.",
    "Ingående balans av tidigare års medel var {belopp}. Den läggs till årets bidrag innan kostnaderna dras av.",
    "Till årets bidrag kommer {belopp} som inte hade använts vid utgången av {forra_aret}.",
)
_TABLE_LEAD: Final = (
    "Hur utfallet förhåller sig till planen framgår av tabellen.",
    "I tabellen ställs planerade kostnader mot bokförda.",
    "Tabellen nedan visar budget och utfall, post för post.",
    "Ekonomin redovisas i sammandrag.",
)
_KINDS_LEAD: Final = (
    "Fördelat på kostnadsslag blir bilden denna.",
    "Samma kostnader kan också delas upp efter slag.",
    "Ekonomienheten redovisar dessutom kostnaderna efter slag.",
)
_COST_KINDS: Final = ("Personal", "Utbildning och handledning", "Material och information", "Övriga kostnader")


@dataclass
class _Report:
    """One report in the making. The sections add their relations and traps.

    Keys: out.* (money_tables.outcome_table; its rows are initiatives, or fields of work), granted, left; grant.before
    and grant.change; carried, own, cost; kind.* in the second table; <key>.told<n> for sums told again in prose.
    """

    assignment: Assignment
    voice: Voice
    relations: list[Relation] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.about = self.assignment.about()
        self.year = self.assignment.scenario.year
        self.telling = Telling(self.voice, "tie.text-table")
        self.by_initiative = self.voice.rng.random() < 0.7
        rows = self._rows()
        caption = self.voice.rng.choice(("", f"Budget och utfall {self.year}", "Ekonomiskt utfall", "Redovisning i kr"))
        made = outcome_table(self.voice, rows, self.year, caption)
        # What is planned is not all that was granted: a column of it cannot be called granted beside the grant's sum.
        named = made.table.columns
        columns = tuple(replace(each, head="Planerat") if each.head == "Beviljat" else each for each in named)
        self.outcome = replace(made, table=replace(made.table, columns=columns))
        self.relations += self.outcome.relations
        self.granted = money("granted", self.about.granted, GRANTED, self.voice.kronor, year=self.year)
        self.spent = money("out.sum.spent", self.about.spent, ("spent",), self.voice.kronor, year=self.year)

    def _rows(self) -> list[tuple[str, Decimal, Decimal]]:
        initiatives = self.about.initiatives
        if self.by_initiative:
            return [(each.activity, each.planned, each.spent) for each in initiatives]
        fields = list(dict.fromkeys(each.theme.name for each in initiatives))
        members = [[each for each in initiatives if each.theme.name == name] for name in fields]
        return [
            (name, sum((each.planned for each in group), Decimal(0)), sum((each.spent for each in group), Decimal(0)))
            for name, group in zip(fields, members, strict=True)
        ]

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

    def grant(self) -> list[Block]:
        """What was granted, at times against the year before."""
        voice = self.voice
        sentences = of_a_municipality(stock("money")[voice.rng.choice(("granted", "received"))])
        parts: Prose = voice.drawer.prose(sentences, {"belopp": self.granted})
        if voice.rng.random() < 0.6:
            parts = (*parts, " ", *self._change())
        return [Paragraph(parts)]

    def _change(self) -> Prose:
        granted, voice = self.about.granted, self.voice
        before = (granted * voice.rng.choice((82, 88, 93, 97, 104, 109, 115)) / 100 // 1000) * 1000
        way, sign = ("up", Decimal(1)) if granted > before else ("down", Decimal(-1))
        style = voice.rng.choice((voice.kronor, voice.kronor, voice.thousands()))
        last = money("grant.before", before, (*GRANTED, "other"), style, year=self.year - 1)
        change = money("grant.change", abs(granted - before), ("other", "granted"), style)
        made = (Term((self.granted.key,), sign), Term((last.key,), -sign))
        where = "Bidraget jämfört med året innan"
        self.relations.append(Relation("recalc.change", change.key, made, where, rounded=style.unit > 1))
        return voice.drawer.prose(_CHANGE[way], {"belopp": change, "belopp2": last})

    def results(self, level: int) -> list[Block]:
        """What was done, in one of four shapes; some tell what each initiative cost."""
        voice = self.voice
        shape = voice.rng.choice(("heads", "labels", "bullets", "prose") if self.by_initiative else ("heads", "prose"))
        if shape == "prose":
            n = voice.rng.randint(4, 9)
            return [voice.paragraph(of_a_municipality(stock("forms")["report_results"])) for _ in range(n)]
        if not self.by_initiative:
            return self._results_by_field(level)
        costed, word = voice.rng.random() < 0.7, voice.rng.choice(("Insats", "Aktivitet", "Satsning"))
        blocks: list[Block] = []
        items: list[Item] = []
        for i, each in enumerate(self.about.initiatives, start=1):
            told: Prose = (voice.drawer.draw(each.theme.results),)
            if costed and each.spent and voice.rng.random() < 0.7:
                told = (*told, " ", *self._cost(i, each))
            done = Activity((each.activity,), (self.year,), optional=True)
            stop = "" if each.activity.endswith(".") else "."
            match shape:
                case "heads":
                    blocks += [
                        Heading(f"{word} {i}", level),
                        Paragraph((done, stop)),
                    ]
                    blocks.append(Paragraph(told))
                case "labels":
                    blocks.append(RunIn(f"{each.unit}:", (" ", done, f"{stop} ", *told)))
                case _:
                    items.append(Item((done, voice.rng.choice((" – ", ": ")), *told)))
        return [*blocks, Bullets(tuple(items))] if items else blocks

    def _results_by_field(self, level: int) -> list[Block]:
        voice = self.voice
        blocks: list[Block] = []
        for theme in dict.fromkeys(each.theme for each in self.about.initiatives):
            blocks += [Heading(theme.name, level), *(voice.paragraph(theme.results) for _ in range(2))]
        return blocks

    def _cost(self, i: int, each: LocalInitiative) -> Prose:
        voice = self.voice
        spent = money(f"out.{i}.spent", each.spent, SPENT, voice.bare, year=self.year)
        if voice.rng.random() < 0.6:
            return self.telling.tell(_INITIATIVE_COST, spent, each.activity)
        budget = money(f"out.{i}.budget", each.planned, PLANNED, voice.bare, year=self.year)
        figures = {
            "belopp": self.telling.again(spent, each.activity, voice.kronor),
            "belopp2": self.telling.again(budget, each.activity, voice.kronor),
        }
        return voice.drawer.prose(_AGAINST_PLAN, figures)

    def economy(self) -> list[Block]:
        """The table, what it comes to in words, what is left; at times the costs by kind once more."""
        voice, money_of = self.voice, stock("money")
        blocks: list[Block] = [Paragraph((voice.drawer.draw(_TABLE_LEAD),)), self.table()]
        n = voice.rng.choice((0, 1, 1, 2))
        told = [self.telling.tell(of_a_municipality(money_of["spent"]), self.spent, "Förbrukat") for _ in range(n)]
        told.append(self._left())
        if voice.rng.random() < 0.17:
            told.append(self._own_funding())
        voice.rng.shuffle(told)
        if voice.rng.random() < 0.5:
            blocks += [Paragraph(each) for each in told]
        else:
            blocks.append(Paragraph(tuple(part for each in told for part in (*each, " "))[:-1]))
        if voice.rng.random() < 0.3:
            blocks += [Paragraph((voice.drawer.draw(_KINDS_LEAD),)), self._by_kinds()]
        return blocks

    def _left(self) -> Prose:
        voice, about = self.voice, self.about
        sums = [Term((self.granted.key,)), Term((self.spent.key,), Decimal(-1))]
        self.relations.append(
            Relation("recalc.balance", self.spent.key, terms((self.granted.key,)), "Förbrukat", at_most=True)
        )
        opening: Prose = ()
        rest = about.granted - about.spent
        if voice.rng.random() < 0.2:
            self.relations.pop()
            carried = money(
                "carried", Decimal(voice.rng.randint(20, 400) * 1000), REMAINING, voice.kronor, year=self.year - 1
            )
            sums.append(Term((carried.key,)))
            opening = (*voice.drawer.prose(_CARRIED, {"belopp": carried}), " ")
            self._trap("remaining-carried", "Kvarstående", rest, rest + carried.value, "What was left is carried over")
            rest += carried.value
        if not rest and voice.rng.random() < 0.8:
            return (voice.drawer.draw(of_a_municipality(stock("money")["nothing_left"])),)
        left = money("left", rest, REMAINING, voice.kronor, year=self.year)
        self.relations.append(Relation("recalc.balance", left.key, tuple(sums), "Kvarstående"))
        name = voice.rng.choice(("remaining", "remaining", "repayable"))
        return (*opening, *voice.drawer.prose(of_a_municipality(stock("money")[name]), {"belopp": left}))

    def _own_funding(self) -> Prose:
        """Costs above the grant that the municipality bore itself: no grant is overspent."""
        voice, about = self.voice, self.about
        extra = Decimal(voice.rng.randint(15, 250) * 1000) + (about.granted - about.spent)
        own = money("own", extra, ("other", "spent"), voice.kronor, year=self.year)
        cost = money("cost", about.spent + extra, ("total", "spent"), voice.kronor, year=self.year)
        self.relations.append(
            Relation("recalc.balance", cost.key, terms((self.spent.key, own.key)), "Samlad kostnad", ("footing.row",))
        )
        self._trap("balance-that-balances", "Samlad kostnad", about.granted, cost.value, "The rest is own funding")
        return voice.drawer.prose(_OWN_FUNDING, {"belopp": own, "belopp2": cost})

    def _by_kinds(self) -> Table:
        """The same totals by kind of cost; at times with the two columns in the other order."""
        voice = self.voice
        swapped = voice.rng.random() < 0.55
        names = [*voice.rng.sample(_COST_KINDS[:3], voice.rng.randint(1, 3)), _COST_KINDS[3]]
        budgets = parted(voice, self.about.planned, len(names))
        spent = parted(voice, self.about.spent, len(names))
        keys = [str(i) for i in range(1, len(names) + 1)]
        rows: list[Row] = []
        lines = [*zip(names, keys, budgets, spent, strict=True), ("Summa", "sum", self.about.planned, self.about.spent)]
        for label, key, budget, used in lines:
            whole = key == "sum"
            first = money(f"kind.{key}.budget", budget, TOTAL if whole else PLANNED, voice.bare, year=self.year)
            other = money(f"kind.{key}.spent", used, TOTAL if whole else SPENT, voice.bare, year=self.year)
            pair = (other, first) if swapped else (first, other)
            cells: tuple[Prose, ...] = ((label,), *((each,) for each in pair))
            rows.append(Row(cells, "total" if whole else "body", f"kind.{key}"))
        for name in ("budget", "spent"):
            where = f"Kostnadsslag, {name}"
            column = terms([f"kind.{key}.{name}" for key in keys])
            again = terms((f"out.sum.{name}",))
            self.relations += [
                Relation("footing.column", f"kind.sum.{name}", column, where),
                Relation("tie.same-fact", f"kind.sum.{name}", again, where),
            ]
        if swapped and self.about.planned != self.about.spent:
            self._trap(
                "columns-swapped", "Kostnadsslag", self.about.planned, self.about.spent, "The columns are swapped"
            )
        heads = [column.head for column in self.outcome.table.columns[1:3]]
        columns = (
            Column("Kostnadsslag", width=2),
            *(Column(head, "figure") for head in heads[:: -1 if swapped else 1]),
        )
        return Table("kind", voice.rng.choice(("", "Kostnader efter slag")), columns, tuple(rows))

    def _trap(self, name: str, where: str, naive: Decimal, right: Decimal, why: str) -> None:
        rule = "tie.same-fact" if name == "columns-swapped" else "recalc.balance"
        self.planted.append(Planted(rule, where, naive, right, why, name, grade="trap-not-error"))

    def ties(self) -> tuple[Figure, ...]:
        """Relations to the municipality's plan and to its county's; gives the figures that stand there."""
        siblings, about, elsewhere = self.assignment.siblings, self.about, list[Figure]()
        plan, county = siblings.get("local_plan"), siblings.get("county_plan")
        if plan is not None:
            elsewhere += [
                money("local_plan:plan.sum", about.planned, TOTAL),
                money("local_plan:plan.granted", about.granted, GRANTED),
            ]
            where = self.outcome.table.caption or "Budget"
            told = (
                ("out.sum.budget", "local_plan:plan.sum", where),
                ("granted", "local_plan:plan.granted", "Beviljat"),
            )
            self.relations += [
                Relation("tie.plan-report.total", ours, terms((theirs,)), each, other=plan)
                for ours, theirs, each in told
            ]
            for i, each in enumerate(about.initiatives if self.by_initiative else (), start=1):
                elsewhere.append(money(f"local_plan:plan.{each.key}", each.planned, PLANNED))
                self.relations.append(
                    Relation(
                        "tie.plan-report.activity",
                        f"out.{i}.budget",
                        terms((f"local_plan:plan.{each.key}",)),
                        each.activity,
                        other=plan,
                    )
                )
        if county is not None:
            elsewhere.append(money(f"county_plan:alloc.{about.code}", about.granted, GRANTED))
            self.relations.append(
                Relation("tie.allocation", "granted", terms((elsewhere[-1].key,)), "Beviljat", other=county)
            )
        return tuple(elsewhere)


def parted(voice: Voice, whole: Decimal, n: int) -> list[Decimal]:
    """So many uneven whole parts that make the whole."""
    parts: list[Decimal] = []
    for left in range(n, 1, -1):
        rest = whole - sum(parts, Decimal(0))
        parts.append((rest * voice.rng.randint(30, 160) / 100 / left).to_integral_value())
    return [*parts, whole - sum(parts, Decimal(0))]


def compose_written_report(assignment: Assignment) -> Content:
    """Keys: see _Report. Facts of the report as printed; period_end_date is the grant year's last day."""
    voice = assignment.voice()
    report = _Report(assignment, voice)
    scenario, about, year = assignment.scenario, report.about, report.year
    title = voice.rng.choice(
        (
            f"Återrapport {year}: {scenario.grant_name}",
            f"{scenario.grant_name} – redovisning för {year}",
            f"Redovisning av {year} års insatser för psykisk hälsa i {about.title}",
            f"Så använde {about.title} statsbidraget {year}",
        )
    )
    numbered, diary = voice.rng.random() < 0.4, voice.rng.random() < 0.6
    opening = _opening(voice, about, title, voice.early_date(year + 1), with_diary=diary)
    blocks = list(opening)
    sections = _sections(report)
    for i, (words, section) in enumerate(sections, start=1):
        blocks += [Heading(words, 2, str(i) if numbered else ""), *section]
    lettered = isinstance(opening[0], Letterhead)
    signed = about.name if lettered else f"{about.name} {voice.early_date(year + 1)}"
    blocks.append(Signature(signed, voice.person(), voice.drawer.draw(stock("prose")["roles"])))
    elsewhere = report.ties()
    return Content(
        name=assignment.name,
        kind="written_report",
        facts=Facts(
            "grant_report",
            title,
            reporting_year=year,
            grant_name=scenario.grant_name if names_grant(tuple(blocks), title, scenario.grant_name) else None,
            diary_number=about.diary_number if diary or lettered else None,
            municipality=about.name,
        ),
        blocks=tuple(blocks),
        relations=(*report.relations, *report.telling.relations),
        elsewhere=elsewhere,
        planted=tuple(report.planted),
        running_head=voice.rng.choice(("", "", about.title, title)),
        page_number=voice.rng.choice(("{page}", "{page} ({pages})", "Sida {page}", "Sida {page} av {pages}")),
        periods=(("period_end_date", f"{year}-12-31"),),
    )


def _opening(voice: Voice, about: Municipality, title: str, date: str, *, with_diary: bool) -> list[Block]:
    """A cover and the contents, a letter's head, or just the title with the issuer above it."""
    committee = voice.drawer.draw(of_a_municipality(stock("prose")["committees"]))
    lines: tuple[str, ...] = (about.title, committee)
    if with_diary:
        lines = (*lines, f"Dnr {about.diary_number}")
    match voice.rng.choice(("cover", "letter", "title")):
        case "cover":
            return [Cover(title, lines=lines), Contents()]
        case "letter":
            unit = voice.drawer.draw(of_a_municipality(stock("prose")["units"]))
            head = Letterhead(about.title, unit, "Återrapport", date, about.diary_number, committee)
            return [head, Heading(title, 1)]
        case _:
            return [Paragraph((" · ".join(lines),)), Heading(title, 1)]


def _sections(report: _Report) -> list[tuple[str, Sequence[Block]]]:
    """Heads and what stands under them: the grant first or last, economy before or after what was done."""
    voice, forms, prose = report.voice, stock("forms"), stock("prose")
    intro = [voice.paragraph(of_a_municipality(forms["report_intro"])) for _ in range(voice.rng.randint(1, 2))]
    opening = (voice.rng.choice(("Inledning", "Om redovisningen", "Sammanfattning")), [*intro, *report.grant()])
    done = (voice.rng.choice(("Genomförda insatser", "Så har medlen använts", "Vad som gjorts")), report.results(3))
    economy = (voice.rng.choice(("Ekonomiskt utfall", "Ekonomi", "Ekonomisk redovisning")), report.economy())
    others: list[tuple[str, Sequence[Block]]] = [
        (
            voice.rng.choice(("Resultat och effekter", "Vad blev bättre?", "Sammanfattande bedömning")),
            [voice.paragraph(of_a_municipality(forms["report_results"])) for _ in range(voice.rng.randint(1, 3))],
        ),
        (
            voice.rng.choice(("Samverkan med andra aktörer", "Organisation")),
            [
                *voice.prose("organisation", voice.rng.randint(1, 2)),
                voice.paragraph(of_a_municipality(prose["numbers"])),
            ],
        ),
        (voice.rng.choice(("Uppföljning och utvärdering", "Fortsatt arbete")), voice.prose("follow_up", 2)),
        (
            voice.rng.choice(("Målgrupper som nåtts", "Siffror från året")),
            [voice.paragraph(of_a_municipality(prose["numbers"])) for _ in range(voice.rng.randint(2, 5))],
        ),
        ("Jämställdhet och tillgänglighet", voice.prose("equality")),
        ("Barn och unga", voice.prose("children_rights")),
    ]
    chosen = voice.rng.sample(others, voice.rng.randint(1, 6))
    middle = voice.rng.choice(([done, economy], [economy, done], [done, chosen[0], economy]))
    rest = [each for each in chosen if each not in middle]
    return [opening, *middle, *rest] if voice.rng.random() < 0.75 else [opening, *rest, *middle]
