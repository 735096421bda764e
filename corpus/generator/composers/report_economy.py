"""The money of a prose report: what was granted, what it went to, and what is left of it."""

from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Block, Column, Paragraph, Prose, Row, Table
from corpus.generator.composers.money_tables import GRANTED, PLANNED, REMAINING, SPENT, TOTAL, terms
from corpus.generator.composers.report_draft import ReportDraft
from corpus.generator.composers.report_thousands import in_thousands
from corpus.generator.content import Relation, Term
from corpus.generator.figures import money
from corpus.generator.phrases import stock
from corpus.generator.voice import Voice

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
_TWO_UNITS: Final = 0.2
"""The part of the reports that tell their outcome in thousands too."""


def grant(draft: ReportDraft) -> list[Block]:
    """What was granted, at times against the year before."""
    voice = draft.voice
    sentences = draft.sentences(stock("money")[voice.rng.choice(("granted", "received"))])
    parts: Prose = voice.drawer.prose(sentences, {"belopp": draft.granted})
    if voice.rng.random() < 0.6:
        parts = (*parts, " ", *_change(draft))
    return [Paragraph(parts)]


def _change(draft: ReportDraft) -> Prose:
    granted, voice = draft.about.granted, draft.voice
    before = (granted * voice.rng.choice((82, 88, 93, 97, 104, 109, 115)) / 100 // 1000) * 1000
    way, sign = ("up", Decimal(1)) if granted > before else ("down", Decimal(-1))
    style = voice.rng.choice((voice.kronor, voice.kronor, voice.thousands()))
    last = money("grant.before", before, (*GRANTED, "other"), style, year=draft.year - 1)
    change = money("grant.change", abs(granted - before), ("other", "granted"), style)
    made = (Term((draft.granted.key,), sign), Term((last.key,), -sign))
    where = "Bidraget jämfört med året innan"
    draft.relations.append(Relation("recalc.change", change.key, made, where, rounded=style.unit > 1))
    return voice.drawer.prose(_CHANGE[way], {"belopp": change, "belopp2": last})


def economy(draft: ReportDraft) -> list[Block]:
    """The table, what it comes to in words, what is left; at times the costs once more by kind, or in thousands."""
    voice, money_of = draft.voice, stock("money")
    blocks: list[Block] = [Paragraph((voice.drawer.draw(_TABLE_LEAD),)), draft.table()]
    n = voice.rng.choice((0, 1, 1, 2))
    told = [draft.telling.tell(draft.sentences(money_of["spent"]), draft.spent, "Förbrukat") for _ in range(n)]
    told.append(_left(draft))
    # Before the period's end there is no knowing what the municipality will have to pay itself.
    if voice.rng.random() < 0.17 and not draft.period.partial:
        told.append(_own_funding(draft))
    voice.rng.shuffle(told)
    if voice.rng.random() < 0.5:
        blocks += [Paragraph(each) for each in told]
    else:
        blocks.append(Paragraph(tuple(part for each in told for part in (*each, " "))[:-1]))
    if voice.rng.random() < 0.3:
        blocks += [Paragraph((voice.drawer.draw(_KINDS_LEAD),)), _by_kinds(draft)]
    if draft.assignment.rng("two-units").random() < _TWO_UNITS:
        blocks += in_thousands(draft)
    return blocks


def _left(draft: ReportDraft) -> Prose:
    voice, about = draft.voice, draft.about
    sums = [Term((draft.granted.key,)), Term((draft.spent.key,), Decimal(-1))]
    draft.relations.append(
        Relation("recalc.balance", draft.spent.key, terms((draft.granted.key,)), "Förbrukat", at_most=True)
    )
    opening: Prose = ()
    rest = about.granted - about.spent
    if voice.rng.random() < 0.2:
        draft.relations.pop()
        carried = money(
            "carried", Decimal(voice.rng.randint(20, 400) * 1000), REMAINING, voice.kronor, year=draft.year - 1
        )
        sums.append(Term((carried.key,)))
        opening = (*voice.drawer.prose(_CARRIED, {"belopp": carried}), " ")
        draft.trap("remaining-carried", "Kvarstående", rest, rest + carried.value, "What was left is carried over")
        rest += carried.value
    if not rest and voice.rng.random() < 0.8:
        return (voice.drawer.draw(draft.sentences(stock("money")["nothing_left"])),)
    left = money("left", rest, REMAINING, voice.kronor, year=draft.year)
    draft.relations.append(Relation("recalc.balance", left.key, tuple(sums), "Kvarstående"))
    name = voice.rng.choice(("remaining",) if draft.period.partial else ("remaining", "remaining", "repayable"))
    return (*opening, *voice.drawer.prose(draft.sentences(stock("money")[name]), {"belopp": left}))


def _own_funding(draft: ReportDraft) -> Prose:
    """Costs above the grant that the municipality bore itself: no grant is overspent."""
    voice, about = draft.voice, draft.about
    extra = Decimal(voice.rng.randint(15, 250) * 1000) + (about.granted - about.spent)
    own = money("own", extra, ("other", "spent"), voice.kronor, year=draft.year)
    cost = money("cost", about.spent + extra, ("total", "spent"), voice.kronor, year=draft.year)
    draft.relations.append(
        Relation("recalc.balance", cost.key, terms((draft.spent.key, own.key)), "Samlad kostnad", ("footing.row",))
    )
    draft.trap("balance-that-balances", "Samlad kostnad", about.granted, cost.value, "The rest is own funding")
    return voice.drawer.prose(_OWN_FUNDING, {"belopp": own, "belopp2": cost})


def _by_kinds(draft: ReportDraft) -> Table:
    """The same totals by kind of cost; at times with the two columns in the other order."""
    voice = draft.voice
    swapped = voice.rng.random() < 0.55
    names = [*voice.rng.sample(_COST_KINDS[:3], voice.rng.randint(1, 3)), _COST_KINDS[3]]
    budgets = parted(voice, draft.about.planned, len(names))
    spent = parted(voice, draft.about.spent, len(names))
    keys = [str(i) for i in range(1, len(names) + 1)]
    rows: list[Row] = []
    lines = [*zip(names, keys, budgets, spent, strict=True), ("Summa", "sum", draft.about.planned, draft.about.spent)]
    for label, key, budget, used in lines:
        whole = key == "sum"
        first = money(f"kind.{key}.budget", budget, TOTAL if whole else PLANNED, voice.bare, year=draft.year)
        other = money(f"kind.{key}.spent", used, TOTAL if whole else SPENT, voice.bare, year=draft.year)
        pair = (other, first) if swapped else (first, other)
        cells: tuple[Prose, ...] = ((label,), *((each,) for each in pair))
        rows.append(Row(cells, "total" if whole else "body", f"kind.{key}"))
    for name in ("budget", "spent"):
        where = f"Kostnadsslag, {name}"
        column = terms([f"kind.{key}.{name}" for key in keys])
        again = terms((f"out.sum.{name}",))
        draft.relations += [
            Relation("footing.column", f"kind.sum.{name}", column, where),
            Relation("tie.same-fact", f"kind.sum.{name}", again, where),
        ]
    if swapped and draft.about.planned != draft.about.spent:
        draft.trap("columns-swapped", "Kostnadsslag", draft.about.planned, draft.about.spent, "The columns are swapped")
    heads = [column.head for column in draft.outcome.table.columns[1:3]]
    columns = (
        Column("Kostnadsslag", width=2),
        *(Column(head, "figure") for head in heads[:: -1 if swapped else 1]),
    )
    return Table("kind", voice.rng.choice(("", "Kostnader efter slag")), columns, tuple(rows))


def parted(voice: Voice, whole: Decimal, n: int) -> list[Decimal]:
    """So many uneven whole parts that make the whole."""
    parts: list[Decimal] = []
    for left in range(n, 1, -1):
        rest = whole - sum(parts, Decimal(0))
        parts.append((rest * voice.rng.randint(30, 160) / 100 / left).to_integral_value())
    return [*parts, whole - sum(parts, Decimal(0))]
