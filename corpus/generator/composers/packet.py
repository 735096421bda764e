"""A meeting's packet: an agenda, then the papers of several matters of one municipality, one after another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import (
    Activity,
    Block,
    Bullets,
    Column,
    Heading,
    Inline,
    Item,
    Letterhead,
    PageBreak,
    Paragraph,
    Prose,
    Row,
    Table,
)
from corpus.generator.composers.application import compose_application
from corpus.generator.composers.consultation import compose_consultation
from corpus.generator.composers.control_plan import compose_control_plan
from corpus.generator.composers.form_report import compose_form_report
from corpus.generator.composers.local_plan import compose_local_plan
from corpus.generator.composers.memo import compose_memo
from corpus.generator.composers.memo_matters import MatterName
from corpus.generator.composers.money_tables import terms
from corpus.generator.composers.survey_report import compose_survey_report
from corpus.generator.composers.telling import of_a_municipality
from corpus.generator.composers.written_report import compose_written_report
from corpus.generator.content import Content, DocumentKind, Facts, Paper, Planted, Relation, Term, figures_of
from corpus.generator.editing import with_blocks, with_inlines
from corpus.generator.figures import Figure
from corpus.generator.phrases import stock
from corpus.generator.scenario import Municipality
from corpus.generator.voice import Voice

_ANNEXES: Final[dict[MatterName, tuple[DocumentKind, ...]]] = {
    "report": ("written_report", "form_report", "survey_report"),
    "allocation": ("local_plan",),
    "requisition": ("application",),
    "control": ("control_plan",),
    "consultation": ("consultation",),
}
"""What can be attached to the memo of a matter; one of them is."""
_COMPOSERS: Final[Mapping[DocumentKind, Callable[[Assignment], Content]]] = {
    "written_report": compose_written_report,
    "form_report": compose_form_report,
    "survey_report": compose_survey_report,
    "local_plan": compose_local_plan,
    "application": compose_application,
    "control_plan": compose_control_plan,
    "consultation": compose_consultation,
}
_FORMALITIES: Final = (
    "Sammanträdets öppnande",
    "Upprop",
    "Val av justerare",
    "Fastställande av dagordning",
    "Föregående protokoll",
)
_CLOSING: Final = ("Anmälan av delegationsbeslut", "Förvaltningen informerar", "Övriga frågor", "Nästa sammanträde")
_SAME_FACTS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("memo.report", "granted", "report", "granted"),
    ("memo.report", "granted", "report", "received"),
    ("memo.report", "used", "report", "out.sum.spent"),
    ("memo.report", "used", "report", "spent"),
    ("memo.allocation", "granted", "local_plan", "plan.granted"),
    ("memo.allocation", "used", "local_plan", "plan.sum"),
)
"""(part, its figure, other part, the figure there): one fact told in both."""


@dataclass(frozen=True)
class _Part:
    """One paper of the packet, its keys already its own. role: memo.<matter>, report, or its kind."""

    role: str
    prefix: str
    content: Content


def compose_packet(assignment: Assignment) -> Content:
    """Keys: p<n>.<key in the part's own composer>. Facts are the agenda's: no period, and none of its diary numbers."""
    voice, about, year = assignment.voice(), assignment.about(), assignment.scenario.year
    committee = voice.drawer.draw(of_a_municipality(stock("prose")["committees"]))
    date = voice.early_date(year + 1)
    title = voice.rng.choice(
        (
            f"{committee} – handlingar till sammanträde {date}",
            f"Kallelse till {committee.lower()}, {about.title} {date}",
            f"Föredragningslista för {committee.lower()} {date}",
        )
    )
    matters = _matters(voice)
    parts = _tied_to_plan(_parts(assignment, matters, committee), assignment.name)
    blocks: list[Block] = _agenda(voice, about, title, parts)
    for part in parts:
        blocks += [PageBreak(restart=True), *part.content.blocks]
    between, planted = _between(parts)
    facts = Facts("other", title, municipality=about.name)
    return Content(
        name=assignment.name,
        kind="packet",
        facts=facts,
        blocks=tuple(blocks),
        relations=(*(each for part in parts for each in part.content.relations), *between),
        elsewhere=tuple({each.key: each for part in parts for each in part.content.elsewhere}.values()),
        planted=(*(each for part in parts for each in part.content.planted), *planted),
        running_head=voice.rng.choice(("", "", about.title)),
        page_number=voice.rng.choice(("{page} ({pages})", "{page}", "Sida {page}")),
        papers=(Paper(facts), *_papers(parts)),
    )


def prefixed(content: Content, prefix: str) -> Content:
    """The same content with prefix before every key of its own: figures, activities, rows, tables, relations.

    Keys of figures that stand elsewhere name another document, and stay.
    """
    theirs = {figure.key for figure in content.elsewhere}

    def named(key: str) -> str:
        return key if key in theirs else f"{prefix}{key}"

    def edit_inline(part: Inline) -> Inline:
        if isinstance(part, Figure) or (isinstance(part, Activity) and part.key is not None):
            return replace(part, key=f"{prefix}{part.key}")
        return part

    def edit_block(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        rows = tuple(replace(row, key=None if row.key is None else f"{prefix}{row.key}") for row in block.rows)
        return replace(block, key=f"{prefix}{block.key}", rows=rows)

    def edit_relation(relation: Relation) -> Relation:
        addends = tuple(Term(tuple(map(named, term.keys)), term.weight) for term in relation.terms)
        return replace(relation, stated=named(relation.stated), terms=addends)

    made = with_blocks(with_inlines(content, edit_inline), edit_block)
    return replace(made, relations=tuple(map(edit_relation, content.relations)))


def _matters(voice: Voice) -> list[MatterName]:
    """Two to five matters, money among them."""
    first: MatterName = voice.rng.choice(("report", "allocation"))
    others: list[MatterName] = [each for each in _ANNEXES if each != first]
    matters = [first, *voice.rng.sample(others, voice.rng.choice((1, 2, 3, 3, 4, 4, 4, 4)))]
    voice.rng.shuffle(matters)
    return matters


def _parts(assignment: Assignment, matters: list[MatterName], committee: str) -> list[_Part]:
    """The papers in their order: a matter's memo and its annex, at times the decision after them."""
    rng = assignment.rng("parts")
    annexes = {matter: rng.choice(_ANNEXES[matter]) for matter in matters if rng.random() < 0.93}
    decided = rng.choice(matters) if rng.random() < 0.25 else None
    series = assignment.about().diary_number.split(":")[0]
    beside: dict[DocumentKind, str] = {}
    if "county_plan" in assignment.siblings:
        beside["county_plan"] = assignment.siblings["county_plan"]
    plan_beside: dict[DocumentKind, str] = {"local_plan": assignment.name} if "allocation" in annexes else {}
    parts: list[_Part] = []

    def put(role: str, content: Content) -> None:
        prefix = f"p{len(parts) + 1}."
        parts.append(_Part(role, prefix, prefixed(content, prefix)))

    for matter, number in zip(matters, rng.sample(range(11, 900), len(matters)), strict=True):
        about = replace(assignment.about(), diary_number=f"{series}:{number}")
        part = Assignment(f"{assignment.name}.{matter}", "memo", assignment.scenario, about, beside)
        memo = compose_memo(part, matter, committee)
        put(f"memo.{matter}", memo)
        if matter in annexes:
            kind = annexes[matter]
            siblings = beside | plan_beside if matter == "report" else beside
            annex = replace(part, name=f"{part.name}.annex", kind=kind, siblings=siblings)
            put("report" if matter == "report" else kind, _COMPOSERS[kind](annex))
        if matter == decided:
            put("decision", _as_decision(memo))
    return parts


def _as_decision(memo: Content) -> Content:
    """The memo once more, as the decision: the same but for its kind. Whoever takes its sums once is right too."""

    def again(part: Inline) -> Inline:
        return replace(part, optional=True) if isinstance(part, Figure) else part

    def decided(block: Block) -> Block:
        return replace(block, kind="Beslut") if isinstance(block, Letterhead) else block

    content = with_blocks(with_inlines(memo, again), decided)
    return replace(content, relations=(), planted=(), elsewhere=())


def _tied_to_plan(parts: list[_Part], packet: str) -> list[_Part]:
    """What a report says of the plan is said of the packet's own one: their relations are within the document.

    A report was made as if the plan lay beside it under the packet's name, its figures called local_plan:<key>.
    """
    plan = next((part for part in parts if part.role == "local_plan"), None)
    printed = figures_of(plan.content) if plan else {}

    def within(relation: Relation) -> Relation | None:
        if plan is None or relation.other != packet:
            return relation
        theirs = [plan.prefix + key.removeprefix("local_plan:") for term in relation.terms for key in term.keys]
        return replace(relation, terms=terms(theirs), other=None) if set(theirs) <= set(printed) else None

    tied: list[_Part] = []
    for part in parts:
        relations = tuple(made for relation in part.content.relations if (made := within(relation)) is not None)
        named = {key for relation in relations for term in relation.terms for key in term.keys}
        elsewhere = tuple(each for each in part.content.elsewhere if each.key in named)
        tied.append(replace(part, content=replace(part.content, relations=relations, elsewhere=elsewhere)))
    return tied


def _papers(parts: list[_Part]) -> Iterator[Paper]:
    """The agenda is the first paper, so that the first part is the second."""
    for part in parts:
        memo = _decided(part, parts) if part.role == "decision" else None
        yield Paper(part.content.facts, None if memo is None else parts.index(memo) + 2)


def _decided(decision: _Part, parts: list[_Part]) -> _Part:
    """The memo that the decision repeats: the last one before it."""
    before = parts[: parts.index(decision)]
    return next(part for part in reversed(before) if part.role.startswith("memo"))


def _agenda(voice: Voice, about: Municipality, title: str, parts: list[_Part]) -> list[Block]:
    """The first page: the matters with their diary numbers, as a numbered list or a table, among the formalities."""
    papers = [part.content.facts for part in parts if part.role.startswith("memo")]
    opening = voice.rng.sample(_FORMALITIES, voice.rng.randint(1, 4))
    closing = voice.rng.sample(_CLOSING, voice.rng.randint(0, 3))
    lines = [*((each, "") for each in opening), *((each.title, each.diary_number or "") for each in papers)]
    lines += [(each, "") for each in closing]
    place = voice.rng.choice(("Sessionssalen", "Sammanträdesrum Eken", "Digitalt sammanträde", "Stora konferensrummet"))
    hour = voice.rng.choice(("kl. 8.30", "kl. 9.00", "kl. 13.15", "kl. 14.00"))
    blocks: list[Block] = [Heading(title, 1), Paragraph((f"{about.title}. {place}, {hour}",))]
    if voice.rng.random() < 0.5:
        told = [Item((words + (f" (dnr {number})" if number else ""),)) for words, number in lines]
        blocks.append(Bullets(tuple(told), ordered=True))
    else:
        rows: list[Row] = []
        for i, (words, number) in enumerate(lines, start=1):
            cells: tuple[Prose, ...] = ((str(i),), (words,), (number,))
            rows.append(Row(cells, key=f"matter{i}"))
        columns = (Column("Nr", width=0.5), Column("Ärende", width=4), Column("Diarienummer", width=1.5))
        blocks.append(Table("agenda", "", columns, tuple(rows)))
    chair = f"{voice.person()}, ordförande"
    return [*blocks, Paragraph((chair,))]


def _between(parts: list[_Part]) -> tuple[list[Relation], list[Planted]]:
    """What must hold between the packet's papers, and the traps that lie in telling the same twice."""
    by_role = {part.role: part for part in parts}
    printed = {key for part in parts for key in figures_of(part.content)}
    relations: list[Relation] = []
    for role, key, other_role, other_key in _SAME_FACTS:
        if role in by_role and other_role in by_role:
            stated, told = by_role[role].prefix + key, by_role[other_role].prefix + other_key
            if stated in printed and told in printed:
                relations.append(Relation("tie.same-fact", stated, terms((told,)), by_role[role].content.facts.title))
    planted: list[Planted] = []
    for decision in (part for part in parts if part.role == "decision"):
        memo = _decided(decision, parts)
        pairs = [(key, memo.prefix + key.removeprefix(decision.prefix)) for key in figures_of(decision.content)]
        relations += [Relation("tie.same-fact", ours, terms((theirs,)), "Beslut") for ours, theirs in pairs]
        title, why = decision.content.facts.title, "The decision repeats the memo that proposed it"
        trap = Planted("identity.duplicate", title, None, None, why, "memo-and-decision", "trap-not-error")
        planted.append(replace(trap, subject=title))
    return relations, planted
