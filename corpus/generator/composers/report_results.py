"""What a prose report says was done, and at times what each of it cost."""

from typing import Final

from corpus.generator.blocks import Activity, Block, Bullets, Heading, Item, Paragraph, Prose, RunIn
from corpus.generator.composers.money_tables import PLANNED, SPENT
from corpus.generator.composers.report_draft import ReportDraft
from corpus.generator.figures import money
from corpus.generator.phrases import stock
from corpus.generator.scenario import LocalInitiative

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


def results(draft: ReportDraft, level: int) -> list[Block]:
    """What was done, in one of four shapes; some tell what each initiative cost."""
    voice = draft.voice
    shape = voice.rng.choice(("heads", "labels", "bullets", "prose") if draft.by_initiative else ("heads", "prose"))
    if shape == "prose":
        n = voice.rng.randint(4, 9)
        return [voice.paragraph(draft.sentences(stock("forms")["report_results"])) for _ in range(n)]
    if not draft.by_initiative:
        return _results_by_field(draft, level)
    costed, word = voice.rng.random() < 0.7, voice.rng.choice(("Insats", "Aktivitet", "Satsning"))
    blocks: list[Block] = []
    items: list[Item] = []
    for i, each in enumerate(draft.about.initiatives, start=1):
        told: Prose = (voice.drawer.draw(draft.period.fitting(each.theme.results)),)
        if costed and each.spent and voice.rng.random() < 0.7:
            told = (*told, " ", *_cost(draft, i, each))
        done = Activity((each.activity,), (draft.year,), optional=True)
        stop = "" if each.activity.endswith(".") else "."
        match shape:
            case "heads":
                blocks += [Heading(f"{word} {i}", level), Paragraph((done, stop)), Paragraph(told)]
            case "labels":
                blocks.append(RunIn(f"{each.unit}:", (" ", done, f"{stop} ", *told)))
            case _:
                items.append(Item((done, voice.rng.choice((" – ", ": ")), *told)))
    return [*blocks, Bullets(tuple(items))] if items else blocks


def _results_by_field(draft: ReportDraft, level: int) -> list[Block]:
    voice = draft.voice
    blocks: list[Block] = []
    for theme in dict.fromkeys(each.theme for each in draft.about.initiatives):
        blocks += [
            Heading(theme.name, level),
            *(voice.paragraph(draft.period.fitting(theme.results)) for _ in range(2)),
        ]
    return blocks


def _cost(draft: ReportDraft, i: int, each: LocalInitiative) -> Prose:
    voice = draft.voice
    spent = money(f"out.{i}.spent", each.spent, SPENT, voice.bare, year=draft.year)
    if voice.rng.random() < 0.6:
        return draft.telling.tell(_INITIATIVE_COST, spent, each.activity)
    budget = money(f"out.{i}.budget", each.planned, PLANNED, voice.bare, year=draft.year)
    figures = {
        "belopp": draft.telling.again(spent, each.activity, voice.kronor),
        "belopp2": draft.telling.again(budget, each.activity, voice.kronor),
    }
    return voice.drawer.prose(_AGAINST_PLAN, figures)
