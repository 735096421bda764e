"""A memo to a committee (tjänsteskrivelse): a proposal, a summary, the matter and its money.

The same sums come again and again, each time spelt in another way; each is tied to the one that is exact.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final, Literal

from corpus.generator.assignment import Assignment
from corpus.generator.composers.money_tables import GRANTED, PLANNED, REMAINING, SPENT, TOTAL, terms
from corpus.generator.content import (
    Block,
    Blocks,
    Boxed,
    Bullets,
    Column,
    Content,
    DocumentKind,
    Facts,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Planted,
    Prose,
    Relation,
    Row,
    RowRole,
    RunIn,
    Signature,
    Table,
    Term,
    walk_prose,
    words_of,
)
from corpus.generator.figures import NO_BREAK, Figure, Style, money
from corpus.generator.phrases import stock
from corpus.generator.voice import Voice

MatterName = Literal["report", "allocation", "requisition", "control", "consultation"]


@dataclass(frozen=True)
class _Matter:
    """What a memo can be about. stocked picks the stock's summaries that fit; proposals may carry the granted sum."""

    titles: tuple[str, ...]
    purposes: tuple[str, ...]
    proposals: tuple[str, ...]
    stocked: str
    uses: tuple[str, str] | None = None
    """The stock's lists that tell what was granted and what was used; null where the matter has no money."""


_MATTERS: Final[dict[MatterName, _Matter]] = {
    "report": _Matter(
        (
            "{grant}: återrapportering {ar}",
            "Återrapport {ar} – {grant}",
            "Användning av statsbidrag för psykisk hälsa {ar}",
        ),
        (
            "{kommunen} ska redovisa hur statsbidraget för {ar} har använts. Underlaget kommer från flera enheter.",
            "I ärendet lämnas en redovisning av arbetet under {ar} och av vad det har kostat.",
            "Bidraget för {ar} ska slutredovisas. Nämnden behöver ta ställning till rapporten innan den skickas in.",
        ),
        (
            "{namnd} godkänner redovisningen av {belopp} i statsbidrag för {ar}.",
            "{namnd} noterar att {belopp} har tagits emot och att användningen har redovisats.",
            "{namnd} ställer sig bakom återrapporten, som avser ett bidrag på {belopp}.",
        ),
        r"redovis|förbrukats",
        ("received", "spent"),
    ),
    "allocation": _Matter(
        ("{grant}: fördelning {ar}", "Fördelning av medel för psykisk hälsa {ar}", "Lokal plan {ar} för {grant}"),
        (
            "Länets fördelning för {ar} är klar. Nämnden behöver besluta hur kommunens del ska användas.",
            "Förvaltningen lämnar förslag till hur medlen för {ar} ska fördelas mellan verksamheterna.",
            "Med detta ärende fastställs den lokala användningen av statsbidraget under {ar}.",
        ),
        (
            "{namnd} fördelar {belopp} enligt förvaltningens förslag.",
            "{namnd} antar den lokala planen och avsätter {belopp} till dess genomförande.",
            "{namnd} ger förvaltningen i uppdrag att genomföra planen inom ramen för {belopp}.",
        ),
        r"handlingsplan|fördelning",
        ("granted", "planned_total"),
    ),
    "requisition": _Matter(
        ("{grant}: rekvisition {ar}", "Rekvisition av medel för psykisk hälsa {ar}"),
        (
            "{kommunen} kan rekvirera stimulansmedel för {ar}. Firmatecknare ska skriva under rekvisitionen.",
            "Medlen för {ar} betalas ut först efter rekvisition. Hela utrymmet föreslås bli taget i anspråk.",
        ),
        (
            "{namnd} rekvirerar {belopp} för {ar}.",
            "Socialchefen får i uppdrag att rekvirera {belopp} före den sista september.",
        ),
        r"[Rr]ekvi|[Aa]nsök",
        ("requisitioned", "planned_total"),
    ),
    "control": _Matter(
        ("Internkontrollplan {ar}", "Plan för intern kontroll {ar}", "Intern kontroll {ar} – riskanalys och plan"),
        (
            "Nämnden ska varje år besluta om en plan för sin interna kontroll. Förslaget bygger på höstens riskanalys.",
            "Förvaltningen har gått igenom nämndens risker och föreslår vilka av dem som ska granskas under {ar}.",
        ),
        ("{namnd} antar planen för intern kontroll {ar}.", "{namnd} godkänner internkontrollplanen."),
        r"[Rr]evisorerna",
    ),
    "consultation": _Matter(
        ("Yttrande över remiss om ny socialtjänstlag", "Remissvar: stärkt stöd vid psykisk ohälsa", "Svar på remiss"),
        (
            "{kommunen} har fått en remiss från Socialdepartementet. Ett förslag till svar bifogas.",
            "Remisstiden går ut före nästa sammanträde. Ett förslag till yttrande har därför tagits fram.",
        ),
        ("{namnd} avger yttrandet som sitt eget.", "{namnd} överlämnar förslaget till yttrande till kommunstyrelsen."),
        r"remiss",
    ),
}
_USUAL: Final[tuple[MatterName, ...]] = (*("report",) * 3, *("allocation",) * 2, "requisition", "control")
_USED_HEADS: Final[dict[str, tuple[str, ...]]] = {
    "spent": ("Använt", "Kostnader", "Förbrukat"),
    "planned_total": ("Planerat", "Fördelat", "Avsatt till insatser"),
}
_LAST_YEAR: Final = (
    "Året innan var motsvarande bidrag {belopp}.",
    "För {forra_aret} hade {kommunen} {belopp} att röra sig med.",
    "Nivån {forra_aret} var {belopp}, men villkoren var då andra.",
)
_NOT_A_MUNICIPALITYS: Final = re.compile(
    r"region|\blän(et)?s?\b|\{lanet\}|ombud|åtta aktiviteter|i tabellen|diarienummer|\bdnr\b", re.IGNORECASE
)
_ABOUT: Final = ("ca", "omkring", "cirka", "runt")
_MORE: Final = ("drygt", "något över")
_LESS: Final = ("knappt", "närmare", "nästan")


def of_a_municipality(sentences: Sequence[str]) -> tuple[str, ...]:
    """Those that a municipality can say of itself: nothing of regions, counties or the numbers of other matters."""
    return tuple(sentence for sentence in sentences if not _NOT_A_MUNICIPALITYS.search(sentence))


def names_grant(blocks: Blocks, title: str, grant: str) -> bool:
    """Whether the grant's name is printed in the title or the text."""
    return grant in title or any(grant in words_of(prose) for prose in walk_prose(blocks))


@dataclass
class Telling:
    """Tells sums in prose. Each repeats a figure that is printed exactly, and is tied to it by a relation."""

    voice: Voice
    rule: str
    relations: list[Relation] = field(default_factory=list)

    def again(self, base: Figure, where: str, style: Style, *, approximate: bool = False) -> Figure:
        """The figure once more in another style. Key: <base>.told<n>."""
        key = f"{base.key}.told{len(self.relations) + 1}"
        told = money(key, base.value, base.kinds, style, year=base.year, approximate=approximate)
        also = tuple({"tie.text-table", "tie.same-fact"} - {self.rule})
        self.relations.append(Relation(self.rule, key, terms((base.key,)), where, also, rounded=style.unit > 1))
        return told

    def tell(
        self, sentences: Sequence[str], base: Figure, where: str, style: Style | None = None, **more: str
    ) -> Prose:
        """A sentence with the sum in its slot {belopp}; where it is rounded, often with a word that says so."""
        voice, style = self.voice, style or self._style(base.value)
        template = voice.drawer.template(sentences)
        cut = base.value - style.rounded(base.value)
        word = ""
        if cut and voice.rng.random() < 0.7:
            word = voice.rng.choice((*_ABOUT, *(_MORE if cut > 0 else _LESS) * 2))
            opens = template.startswith("{belopp}")
            template = template.replace("{belopp}", f"{word.capitalize() if opens else word} {{belopp}}", 1)
        told = self.again(base, where, style, approximate=bool(word))
        return voice.drawer.prose_of(template, {"belopp": told}, **more)

    def _style(self, value: Decimal) -> Style:
        """Kronor to the last one, or whole thousands, or millions with a decimal or two."""
        voice = self.voice
        suffixes = (voice.kronor.suffix, ":-", " kr", f"{NO_BREAK}kronor")
        styles = [replace(voice.kronor, suffix=suffix) for suffix in suffixes]
        if value >= 20_000:
            styles += [voice.thousands()] * 2
        if value >= 200_000:
            styles.append(voice.millions(2))
        if value >= 2_000_000:
            styles += [voice.millions(1)] * 2
        return voice.rng.choice(styles)


@dataclass
class _Memo:
    """One memo in the making. Keys: granted, used, left; unit.<n>; before; <key>.told<n> for what is told again."""

    assignment: Assignment
    voice: Voice
    matter: _Matter
    name: MatterName
    committee: str
    relations: list[Relation] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)

    def __post_init__(self) -> None:
        scenario, about, voice = self.assignment.scenario, self.assignment.about(), self.voice
        self.telling = Telling(voice, "tie.same-fact")
        used = about.spent if self.name == "report" else about.planned
        kinds = SPENT if self.name == "report" else TOTAL
        self.granted = money("granted", about.granted, GRANTED, voice.kronor, year=scenario.year)
        self.used = money("used", used, ("total", *kinds), voice.kronor, year=scenario.year)
        self.left = money("left", about.granted - used, REMAINING, voice.kronor, year=scenario.year)

    def head(self, name: str) -> Heading:
        return Heading(self.voice.rng.choice(stock("forms")["memo"]["headings"][name]) + self.voice.colon, 2)

    def proposal(self) -> Bullets:
        """What the committee is to decide: a sentence of the matter's own, and some of the usual ones."""
        voice, money_of = self.voice, self.matter.uses
        first: Prose
        if money_of is None:
            first = (voice.drawer.filled(voice.drawer.template(self.matter.proposals), namnd=self.committee),)
        else:
            base = self.used if self.name == "allocation" else self.granted
            first = self.telling.tell(
                self.matter.proposals, base, "Förslag till beslut", voice.kronor, namnd=self.committee
            )
        items = [Item(first)]
        if self.name == "report" and self.left.value and voice.rng.random() < 0.5:
            repaid = ("Oförbrukade medel, {belopp}, återbetalas.", "{namnd} återbetalar {belopp} till bidragsgivaren.")
            items.append(
                Item(self.telling.tell(repaid, self.left, "Återbetalning", voice.kronor, namnd=self.committee))
            )
        usual = ("Beslutet förklaras omedelbart justerat.", "Ärendet remitteras till funktionsrättsrådet för yttrande.")
        items += [Item((each,)) for each in voice.rng.sample(usual, voice.rng.choice((0, 0, 1, 2)))]
        return Bullets(tuple(items), ordered=voice.rng.random() < 0.75)

    def summary(self) -> list[Block]:
        voice, summaries = self.voice, stock("forms")["memo"]["summaries"]
        parts: Prose = (voice.drawer.draw(self.matter.purposes),)
        if self.matter.uses and voice.rng.random() < 0.75:
            lists = stock("money")
            base, sentences = voice.rng.choice(
                ((self.granted, lists[self.matter.uses[0]]), (self.used, lists[self.matter.uses[1]]))
            )
            parts = (*parts, " ", *self.telling.tell(of_a_municipality(sentences), base, "Sammanfattning"))
        fitting = [each for each in of_a_municipality(summaries) if re.search(self.matter.stocked, each)]
        more = [voice.paragraph(fitting)] if fitting and voice.rng.random() < 0.4 else []
        return [Paragraph(parts), *more]

    def background(self) -> list[Block]:
        """Prose with numbers that are no sums: paragraphs of law, counts, times, telephone numbers."""
        voice, prose = self.voice, stock("prose")
        blocks: list[Block] = [voice.paragraph(stock("forms")["memo"]["matters"])]
        names = voice.rng.sample(("law", "numbers", "numbers", "organisation", "others_goals"), voice.rng.randint(1, 4))
        blocks += [voice.paragraph(of_a_municipality(prose[name])) for name in names]
        if self.matter.uses and voice.rng.random() < 0.3:
            blocks.append(Paragraph(self._last_year()))
        voice.rng.shuffle(blocks)
        return blocks

    def _last_year(self) -> Prose:
        """Last year's sum beside this year's is another fact."""
        year = self.assignment.scenario.year - 1
        value = (self.granted.value * self.voice.rng.choice((86, 94, 108, 121)) / 100).to_integral_value()
        before = money("before", value, (*GRANTED, "other"), self.voice.kronor, year=year)
        why = "The sum of another year is another fact"
        trap = Planted("tie.same-fact", "Bakgrund", self.granted.value, value, why, "other-year", "trap-not-error")
        self.planted.append(trap)
        return self.voice.drawer.prose(_LAST_YEAR, {"belopp": before})

    def matter_told(self) -> list[Block]:
        voice = self.voice
        blocks: list[Block] = [
            voice.paragraph(of_a_municipality(stock("forms")["memo"]["matters"]))
            for _ in range(voice.rng.randint(1, 3))
        ]
        if self.matter.uses and voice.rng.random() < 0.6:
            sentences = of_a_municipality(stock("money")[self.matter.uses[1]])
            blocks.append(Paragraph(self.telling.tell(sentences, self.used, "Ärendet")))
        return blocks

    def consequences(self) -> list[Block]:
        """The money, exact: in sentences, in a list or in a table; without money, a sentence."""
        voice, uses = self.voice, self.matter.uses
        blocks: list[Block] = [voice.paragraph(stock("forms")["memo"]["consequences"])]
        if uses is None:
            return blocks
        rest = (Term((self.granted.key,)), Term((self.used.key,), Decimal(-1)))
        self.relations += [
            Relation("recalc.balance", self.left.key, rest, "Ekonomi, kvar"),
            Relation("recalc.balance", self.used.key, terms((self.granted.key,)), "Ekonomi", at_most=True),
        ]
        shape = voice.rng.choice(("prose", "prose", "list", "table", "units", "units"))
        labels = ("Beviljat bidrag", voice.rng.choice(_USED_HEADS[uses[1]]), voice.rng.choice(("Kvar", "Återstår")))
        figures = (self.granted, self.used, self.left)
        if shape == "list":
            lines = [Item((f"{label}: ", each)) for label, each in zip(labels, figures, strict=True)]
            return [*blocks, Bullets(tuple(lines))]
        if shape == "prose":
            names = (
                uses[0],
                uses[1],
                voice.rng.choice(("remaining", "repayable") if self.name == "report" else ("remaining",)),
            )
            told = [
                voice.drawer.prose(of_a_municipality(stock("money")[name]), {"belopp": each})
                for name, each in zip(names, figures, strict=True)
            ]
            return [Paragraph(tuple(part for each in told for part in (*each, " "))[:-1]), *blocks]
        return [*blocks, self._table(labels, units=shape == "units")]

    def _table(self, labels: Sequence[str], *, units: bool) -> Table:
        """Granted, used and left; with units, what each field of work has of what is used stands before its sum."""
        voice = self.voice
        caption = voice.rng.choice(("", f"Ekonomi {self.assignment.scenario.year}", "Sammanställning (kr)"))
        granted, used, left = (replace(each, style=voice.bare) for each in (self.granted, self.used, self.left))
        rows = self._unit_rows(f"{caption or 'Tabell'}, {labels[1]}") if units else []
        lines = list(zip(labels, (granted, used, left), strict=True))
        for label, each in (lines[1], lines[0], lines[2]) if units else lines:
            rows.append(Row(((label,), (each,)), "total" if units else "body", each.key))
        head = voice.rng.choice(("Belopp", "Kronor", "Belopp (kr)"))
        return Table("memo", caption, (Column("Post", width=2), Column(head, "figure")), tuple(rows))

    def _unit_rows(self, where: str) -> list[Row]:
        """A row a field of work, at times in two groups; then the sum is made of the groups' subtotals."""
        voice, initiatives = self.voice, self.assignment.about().initiatives
        names = list(dict.fromkeys(each.theme.name for each in initiatives))
        groups = [names]
        if len(names) > 3 and voice.rng.random() < 0.75:
            groups = [names[:2], names[2:]]
        rows: list[Row] = []
        addends: list[str] = []
        for group, title in zip(groups, ("Barn, unga och familj", "Vuxna och äldre"), strict=False):
            keys = [f"unit.{names.index(name) + 1}" for name in group]
            sums = [self._sum_of(name) for name in group]
            rows += [self._unit_row(*each) for each in zip(keys, group, sums, strict=True)]
            if len(groups) == 1:
                addends = keys
                continue
            addends.append(f"unit.sum.{len(addends) + 1}")
            rows.append(self._unit_row(addends[-1], f"Summa {title[0].lower()}{title[1:]}", sum(sums, Decimal(0))))
            self.relations.append(Relation("footing.column", addends[-1], terms(keys), f"{where}, {title}"))
        self.relations.append(Relation("footing.column", self.used.key, terms(addends), where))
        if len(groups) > 1:
            why = "The sum is made of subtotals: all rows together count everything twice"
            twice = self.used.value * 2
            trap = Planted("footing.column", where, twice, self.used.value, why, "subtotals-in-total", "trap-not-error")
            self.planted.append(trap)
        return rows

    def _sum_of(self, name: str) -> Decimal:
        members = [each for each in self.assignment.about().initiatives if each.theme.name == name]
        return sum((each.spent if self.name == "report" else each.planned for each in members), Decimal(0))

    def _unit_row(self, key: str, label: str, value: Decimal) -> Row:
        role: RowRole = "subtotal" if key.startswith("unit.sum") else "body"
        kinds = SPENT if self.name == "report" else PLANNED
        if role == "subtotal":
            kinds = TOTAL
        year = self.assignment.scenario.year
        return Row(((label,), (money(key, value, kinds, self.voice.bare, year=year),)), role, key)

    def ties(self) -> tuple[Figure, ...]:
        """Relations to the county's and the municipality's plan; gives the figures that stand there."""
        if self.matter.uses is None:
            return ()
        elsewhere: list[Figure] = []
        others: tuple[tuple[DocumentKind, str, str], ...] = (
            ("county_plan", f"alloc.{self.assignment.about().code}", "tie.allocation"),
            ("local_plan", "plan.granted", "tie.plan-report.total"),
        )
        for kind, key, rule in others:
            other = self.assignment.siblings.get(kind)
            if other is not None:
                elsewhere.append(replace(self.granted, key=f"{kind}:{key}"))
                also = ("tie.same-fact", "tie.allocation")
                self.relations.append(
                    Relation(rule, self.granted.key, terms((elsewhere[-1].key,)), "Beviljat", also, other=other)
                )
        return tuple(elsewhere)


def compose_memo(assignment: Assignment, about: MatterName | None = None, committee: str | None = None) -> Content:
    """A memo on a matter to a committee, each drawn where none is asked for. Keys: see _Memo."""
    voice = assignment.voice()
    name: MatterName = voice.rng.choice(_USUAL) if about is None else about
    drawn = voice.drawer.draw(of_a_municipality(stock("prose")["committees"]))
    memo = _Memo(assignment, voice, _MATTERS[name], name, committee or drawn)
    scenario, municipality = assignment.scenario, assignment.about()
    title = voice.drawer.draw(memo.matter.titles)
    finished = name == "report"
    letterhead = Letterhead(
        issuer=municipality.title,
        unit=voice.drawer.draw(of_a_municipality(stock("prose")["units"])),
        kind=voice.rng.choice(("Tjänsteskrivelse", "Tjänsteskrivelse", "Ordförandeförslag", "PM")),
        date=voice.early_date(scenario.year + 1) if finished else voice.date(scenario.year),
        diary_number=municipality.diary_number,
        recipient=memo.committee,
        sender=(voice.person(), voice.drawer.draw(stock("prose")["roles"])),
    )
    blocks: list[Block] = [letterhead, Heading(title, 1), *_sections(memo)]
    if voice.rng.random() < 0.6:
        blocks.append(Signature("", voice.person(), voice.drawer.draw(stock("prose")["roles"])))
    elsewhere = memo.ties()
    return Content(
        name=assignment.name,
        kind="memo",
        facts=Facts(
            "memo",
            title,
            reporting_year=None if name == "consultation" else scenario.year,
            grant_name=scenario.grant_name if names_grant(tuple(blocks), title, scenario.grant_name) else None,
            diary_number=municipality.diary_number,
            municipality=municipality.name,
        ),
        blocks=tuple(blocks),
        relations=(*memo.relations, *memo.telling.relations),
        elsewhere=elsewhere,
        planted=tuple(memo.planted),
        running_foot=voice.rng.choice(("", municipality.title)),
        page_number=voice.rng.choice(("{page} ({pages})", "{page}({pages})", "Sida {page}")),
        periods=(("period_end_date", f"{scenario.year}-12-31"),) if finished else (),
    )


def _sections(memo: _Memo) -> list[Block]:
    """The usual sections in one of the usual orders: the proposal first, last or in a box; or labels for heads."""
    voice = memo.voice
    proposal, summary, matter, consequences = memo.proposal(), memo.summary(), memo.matter_told(), memo.consequences()
    told = [memo.head("matter"), *matter]
    money_told = [memo.head("consequences"), *consequences]
    background = [memo.head("background"), *memo.background()] if voice.rng.random() < 0.7 else []
    end = _ending(memo)
    match voice.rng.choice(("first", "first", "last", "boxed", "labels")):
        case "first":
            opening = [memo.head("proposal"), proposal, memo.head("summary"), *summary]
            return [*opening, *background, *told, *money_told, *end]
        case "last":
            opening = [memo.head("summary"), *summary, *background, *told, *money_told]
            return [*opening, memo.head("proposal"), proposal, *end]
        case "boxed":
            boxed = Boxed(memo.head("proposal").words, (proposal,))
            return [boxed, memo.head("summary"), *summary, *money_told, *told, *background, *end]
        case _:
            labels = [RunIn("Bakgrund:", (" ", *_first_words(summary))), *summary[1:], *matter]
            return [*labels, RunIn("Ekonomi:", ()), *consequences, RunIn("Förslag:", ()), proposal, *end]


def _first_words(blocks: Sequence[Block]) -> Prose:
    first = blocks[0]
    assert isinstance(first, Paragraph)
    return first.parts


def _ending(memo: _Memo) -> list[Block]:
    """Children, attachments and whom the decision is sent to."""
    voice, stocked = memo.voice, stock("forms")["memo"]
    blocks: list[Block] = []
    if voice.rng.random() < 0.6:
        blocks += [memo.head("children"), voice.paragraph(stocked["children_consequences"])]
    for name in ("attachments", "recipients"):
        if voice.rng.random() < 0.6:
            lines = voice.drawer.several(of_a_municipality(stocked[name]), voice.rng.randint(1, 4))
            blocks += [memo.head(name), Bullets(tuple(Item((line,)) for line in lines))]
    return blocks
