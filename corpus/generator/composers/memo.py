"""A memo to a committee (tjänsteskrivelse): a proposal, a summary, the matter and its money.

The same sums come again and again, each time spelt in another way; each is tied to the one that is exact.
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Boxed, Bullets, Heading, Item, Letterhead, Paragraph, Prose, RunIn, Signature
from corpus.generator.composers.memo_draft import MemoDraft
from corpus.generator.composers.memo_economy import consequences, ties
from corpus.generator.composers.memo_matters import MATTERS, USUAL, MatterName
from corpus.generator.composers.money_tables import GRANTED
from corpus.generator.composers.telling import names_grant, of_a_municipality
from corpus.generator.content import Content, Facts, Planted
from corpus.generator.figures import money
from corpus.generator.phrases import stock

_LAST_YEAR: Final = (
    "Året innan var motsvarande bidrag {belopp}.",
    "För {forra_aret} hade {kommunen} {belopp} att röra sig med.",
    "Nivån {forra_aret} var {belopp}, men villkoren var då andra.",
)


def compose_memo(assignment: Assignment, about: MatterName | None = None, committee: str | None = None) -> Content:
    """A memo on a matter to a committee, each drawn where none is asked for. Keys: see MemoDraft."""
    voice = assignment.voice()
    name: MatterName = voice.rng.choice(USUAL) if about is None else about
    drawn = voice.drawer.draw(of_a_municipality(stock("prose")["committees"]))
    memo = MemoDraft(assignment, voice, MATTERS[name], name, committee or drawn)
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
    elsewhere = ties(memo)
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


def _sections(memo: MemoDraft) -> list[Block]:
    """The usual sections in one of the usual orders: the proposal first, last or in a box; or labels for heads."""
    voice = memo.voice
    proposal, summary, matter, economy = _proposal(memo), _summary(memo), _matter_told(memo), consequences(memo)
    told = [memo.head("matter"), *matter]
    money_told = [memo.head("consequences"), *economy]
    background = [memo.head("background"), *_background(memo)] if voice.rng.random() < 0.7 else []
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
            return [*labels, RunIn("Ekonomi:", ()), *economy, RunIn("Förslag:", ()), proposal, *end]


def _first_words(blocks: Sequence[Block]) -> Prose:
    first = blocks[0]
    assert isinstance(first, Paragraph)
    return first.parts


def _ending(memo: MemoDraft) -> list[Block]:
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


def _proposal(memo: MemoDraft) -> Bullets:
    """What the committee is to decide: a sentence of the matter's own, and some of the usual ones."""
    voice, money_of = memo.voice, memo.matter.uses
    first: Prose
    if money_of is None:
        first = (voice.drawer.filled(voice.drawer.template(memo.matter.proposals), namnd=memo.committee),)
    else:
        base = memo.used if memo.name == "allocation" else memo.granted
        first = memo.telling.tell(
            memo.matter.proposals, base, "Förslag till beslut", voice.kronor, namnd=memo.committee
        )
    items = [Item(first)]
    if memo.name == "report" and memo.left.value and voice.rng.random() < 0.5:
        repaid = ("Oförbrukade medel, {belopp}, återbetalas.", "{namnd} återbetalar {belopp} till bidragsgivaren.")
        items.append(Item(memo.telling.tell(repaid, memo.left, "Återbetalning", voice.kronor, namnd=memo.committee)))
    usual = ("Beslutet förklaras omedelbart justerat.", "Ärendet remitteras till funktionsrättsrådet för yttrande.")
    items += [Item((each,)) for each in voice.rng.sample(usual, voice.rng.choice((0, 0, 1, 2)))]
    return Bullets(tuple(items), ordered=voice.rng.random() < 0.75)


def _summary(memo: MemoDraft) -> list[Block]:
    voice, summaries = memo.voice, stock("forms")["memo"]["summaries"]
    parts: Prose = (voice.drawer.draw(memo.matter.purposes),)
    if memo.matter.uses and voice.rng.random() < 0.75:
        lists = stock("money")
        base, sentences = voice.rng.choice(
            ((memo.granted, lists[memo.matter.uses[0]]), (memo.used, lists[memo.matter.uses[1]]))
        )
        parts = (*parts, " ", *memo.telling.tell(of_a_municipality(sentences), base, "Sammanfattning"))
    fitting = [each for each in of_a_municipality(summaries) if re.search(memo.matter.stocked, each)]
    more = [voice.paragraph(fitting)] if fitting and voice.rng.random() < 0.4 else []
    return [Paragraph(parts), *more]


def _background(memo: MemoDraft) -> list[Block]:
    """Prose with numbers that are no sums: paragraphs of law, counts, times, telephone numbers."""
    voice, prose = memo.voice, stock("prose")
    blocks: list[Block] = [voice.paragraph(stock("forms")["memo"]["matters"])]
    names = voice.rng.sample(("law", "numbers", "numbers", "organisation", "others_goals"), voice.rng.randint(1, 4))
    blocks += [voice.paragraph(of_a_municipality(prose[name])) for name in names]
    if memo.matter.uses and voice.rng.random() < 0.3:
        blocks.append(Paragraph(_last_year(memo)))
    voice.rng.shuffle(blocks)
    return blocks


def _last_year(memo: MemoDraft) -> Prose:
    """Last year's sum beside this year's is another fact."""
    year = memo.assignment.scenario.year - 1
    value = (memo.granted.value * memo.voice.rng.choice((86, 94, 108, 121)) / 100).to_integral_value()
    before = money("before", value, (*GRANTED, "other"), memo.voice.kronor, year=year)
    why = "The sum of another year is another fact"
    trap = Planted("tie.same-fact", "Bakgrund", memo.granted.value, value, why, "other-year", "trap-not-error")
    memo.planted.append(trap)
    return memo.voice.drawer.prose(_LAST_YEAR, {"belopp": before})


def _matter_told(memo: MemoDraft) -> list[Block]:
    voice = memo.voice
    blocks: list[Block] = [
        voice.paragraph(of_a_municipality(stock("forms")["memo"]["matters"])) for _ in range(voice.rng.randint(1, 3))
    ]
    if memo.matter.uses and voice.rng.random() < 0.6:
        sentences = of_a_municipality(stock("money")[memo.matter.uses[1]])
        blocks.append(Paragraph(memo.telling.tell(sentences, memo.used, "Ärendet")))
    return blocks
