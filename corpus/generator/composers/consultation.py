"""A municipality's answer on a proposed law: prose that says mål, bör and ska, without goals, activities or sums."""

from collections.abc import Sequence
from typing import Final

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Bullets, Heading, Item, Letterhead, Paragraph, RunIn, Signature
from corpus.generator.composers.telling import of_a_municipality
from corpus.generator.content import Content, Facts
from corpus.generator.phrases import stock
from corpus.generator.voice import Voice

_TITLES: Final = (
    "Yttrande över betänkandet {name}",
    "Remissvar: {name}",
    "Svar på remiss av {name}",
    "{kommunens} synpunkter på {name}",
)
_PROPOSED: Final = (
    "En socialtjänst i rätt tid",
    "Samlat ansvar vid samsjuklighet",
    "Barnets väg till vård",
    "Rätt stöd från början",
    "Tillsammans kring den enskilde",
    "Psykisk hälsa som allas uppgift",
)
_CHAPTERS: Final = (
    "Målen för verksamheten",
    "Förebyggande insatser",
    "Barn och unga",
    "Samverkan mellan huvudmännen",
    "Insatser utan behovsprövning",
    "Ekonomiska konsekvenser",
    "Uppföljning och tillsyn",
    "Ikraftträdande",
    "Äldre",
    "Personer med funktionsnedsättning",
)
_STANDPOINT_HEADS: Final = ("Sammanfattning av synpunkterna", "Ställningstaganden", "Synpunkter i korthet")


def compose_consultation(assignment: Assignment) -> Content:
    """A letter of two or three pages; it has no figures and no relations."""
    voice, about, year = assignment.voice(), assignment.about(), assignment.scenario.year
    phrases, prose = stock("consultation"), stock("prose")
    name = f"{voice.rng.choice(_PROPOSED)} (SOU {year - 1}:{voice.rng.randint(11, 98)})"
    title = voice.drawer.filled(voice.rng.choice(_TITLES), name=name)
    letterhead = Letterhead(
        issuer=about.title,
        unit=voice.drawer.draw(of_a_municipality(prose["committees"])),
        kind=voice.rng.choice(("Yttrande", "Remissvar", "Skrivelse")),
        date=voice.date(year),
        diary_number=about.diary_number,
        recipient=voice.rng.choice(("Socialdepartementet", "Regeringskansliet", "Kommunstyrelsen")),
        sender=(voice.person(), voice.drawer.draw(prose["roles"])),
    )
    blocks: list[Block] = [letterhead, Heading(title, 1), voice.paragraph(of_a_municipality(phrases["openings"]))]
    standpoints = _standpoints(voice, phrases["standpoints"])
    body = _body(voice, of_a_municipality(phrases["paragraphs"]))
    blocks += voice.rng.choice(([*standpoints, *body], [*body, *standpoints], body))
    blocks.append(voice.paragraph(of_a_municipality(phrases["closings"])))
    signed = f"För {about.title}" if voice.rng.random() < 0.5 else ""
    blocks.append(Signature(signed, voice.person(), voice.drawer.draw(prose["roles"])))
    return Content(
        name=assignment.name,
        kind="consultation",
        facts=Facts("other", title, diary_number=about.diary_number, municipality=about.name),
        blocks=tuple(blocks),
        running_head=voice.rng.choice(("", "", about.title)),
        page_number=voice.rng.choice(("{page} ({pages})", "{page}", "Sida {page} av {pages}")),
    )


def _standpoints(voice: Voice, sentences: Sequence[str]) -> list[Block]:
    items = [Item((voice.item(each),)) for each in voice.drawer.several(sentences, voice.rng.randint(3, 8))]
    ordered = voice.rng.random() < 0.3
    if voice.rng.random() < 0.3:
        return [RunIn(f"{voice.rng.choice(_STANDPOINT_HEADS)}:", ()), Bullets(tuple(items), ordered)]
    return [Heading(voice.rng.choice(_STANDPOINT_HEADS), 2), Bullets(tuple(items), ordered)]


def _body(voice: Voice, sentences: Sequence[str]) -> list[Block]:
    """The opinions: under heads of the proposal's chapters, as numbered points, or as running prose; law in between."""
    law = stock("prose")["law"]

    def opinions(n: int) -> list[Block]:
        told: list[Block] = [voice.paragraph(sentences) for _ in range(n)]
        if voice.rng.random() < 0.4:
            told.insert(voice.rng.randint(0, n), voice.paragraph(law))
        return told

    match voice.rng.choice(("chapters", "chapters", "points", "prose")):
        case "chapters":
            chapters = voice.rng.sample(_CHAPTERS, voice.rng.randint(3, 6))
            numbered = voice.rng.random() < 0.5
            blocks: list[Block] = []
            for i, words in enumerate(chapters, start=voice.rng.randint(3, 7)):
                blocks += [Heading(words, 2, str(i) if numbered else ""), *opinions(voice.rng.randint(1, 3))]
            return blocks
        case "points":
            points = voice.drawer.several(sentences, voice.rng.randint(5, 10))
            return [*opinions(1), Bullets(tuple(Item((each,)) for each in points), ordered=True)]
        case _:
            return [*opinions(voice.rng.randint(5, 11)), Paragraph((voice.drawer.draw(sentences),))]
