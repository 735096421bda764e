"""An application for a grant, or a requisition of an allocated one: a form with a sum, an account, a signature."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from stdnum import luhn

from corpus.generator.assignment import Assignment
from corpus.generator.blocks import Block, Boxed, FormSection, Heading, Paragraph, Question, Strong
from corpus.generator.composers.form_drafts import FormDraft
from corpus.generator.composers.form_texts import FormText, SectionText, form_texts
from corpus.generator.composers.forms import TRAP, Filling, Scheme, day_between, lower_first, trap
from corpus.generator.composers.money_tables import GRANTED, TOTAL, posts_line, terms
from corpus.generator.composers.posts_table import posts_table
from corpus.generator.composers.requisition import add_requisition, told_requisition
from corpus.generator.content import Content, Facts, Relation
from corpus.generator.figures import money
from corpus.generator.phrases import stock
from models.rows import AmountKind

_RATES: Final = (280_800, 302_400, 312_000, 350_000, 405_000)
"""Kronor a year and post; whole hundreds, so that hundredths of posts make whole kronor."""
_POSTS_GRANTS: Final = ("personligt ombud", "kontaktpersoner")
"""Grants that are counted in posts, and that the stock's questions fit."""
_KINDS: Final = {"rekvisition": "Rekvisition av", "ansokan_personligt_stod": "Ansökan om"}
_OWN_LABELS: Final = ("Total kostnad", "Verksamhetens totala kostnad", "Sökt belopp och egen finansiering, totalt")


def compose_application(assignment: Assignment) -> Content:
    """Keys: applied, own, whole, previous, posts, rate, post.*; cap, requisitioned, waived, use.*; told."""
    shape = assignment.rng("shape").choice(("rate", "posts", "requisition", "requisition"))
    voice = assignment.voice()
    scenario = assignment.scenario
    text = form_texts()["rekvisition" if shape == "requisition" else "ansokan_personligt_stod"]
    grant = lower_first(scenario.grant_name)
    if shape != "requisition":
        grant = voice.rng.choice(
            [each for each in stock("forms")["grants"] if any(word in each for word in _POSTS_GRANTS)]
        )
    draft = FormDraft(assignment, Filling.of(voice, assignment.about(), scenario.year))
    draft.sections.append(_applicant(draft, text.sections[0]))
    _SHAPES[shape](draft, text)
    last = (9, 25) if shape == "requisition" else (2, 28)
    signed_on = day_between(assignment.rng("signed"), scenario.year, (1, 8), last)
    section = draft.filling.signing(
        voice.rng.choice(("Underskrift", "Sökandens underskrift")), signed_on, dates_report=False
    )
    draft.sections.append(section)
    if voice.rng.random() < TRAP:
        told = "An application is signed before its period is over"
        end = f"{scenario.year}-12-31"
        draft.filling.traps.append(
            trap("cutoff.date", section.questions[0].label, end, signed_on, told, "application-in-its-year")
        )
    return _printed(draft, text, grant)


def _applicant(draft: FormDraft, text: SectionText) -> FormSection:
    rng = draft.voice.rng
    names = [each.words for each in text.questions if each.kind == "name"]
    section = draft.filling.applicant(text.words, rng.choice((names[0], "Sökande kommun")), names[1])
    diary = (draft.filling.diary(),) if rng.random() < 0.5 else ()
    return replace(section, questions=(*section.questions, *diary, *_account(draft)))


def _account(draft: FormDraft) -> tuple[Question, ...]:
    """Where the money is to be paid: a number whose check digit is nobody's."""
    rng = draft.voice.rng
    if rng.random() < 0.3:
        return ()
    number = rng.randint(10_000_000, 99_999_998)
    number += 1 if luhn.is_valid(str(number)) else 0
    means, printed = rng.choice(
        (("Bankgiro", f"{number // 10_000}-{number % 10_000:04d}"), ("Plusgiro", f"{number // 10}-{number % 10}"))
    )
    label = rng.choice((f"{means}nummer", f"{means}", f"Konto för utbetalning ({means.lower()})"))
    return (Question(label, (printed,)),)


def _by_rate(draft: FormDraft, text: FormText) -> None:
    """So many posts at so much a post."""
    rng = draft.voice.rng
    scope = text.sections[1]
    posts = Decimal(rng.randint(2, 28)) / 4
    rate, n_posts, applied, product = posts_line(Decimal(rng.choice(_RATES)), posts, draft.voice, draft.filling.year)
    style = draft.filling.sums.style
    number = next(each for each in scope.questions if each.kind == "number")
    per_post = next(each for each in scope.questions if each.role == "unit_rate")
    draft.relations.append(product)
    questions = [
        Question(number.words, (n_posts,), "figure", hint=number.hint),
        draft.filling.sum_question(per_post.words, replace(rate, style=style)),
        draft.filling.sum_question(_sought(scope), replace(applied, style=style)),
    ]
    if rng.random() < 0.3:
        questions = [questions[1], questions[0], questions[2]]
    draft.sections.append(FormSection(scope.words, (*questions, *_own_funding(draft, scope, applied.value))))
    draft.sections.append(draft.filling.answered(text.sections[2].of_kinds("text", "long", "choice"), at_least=2))


def _by_posts(draft: FormDraft, text: FormText) -> None:
    """A table of posts, each with its part of a full post and its sum."""
    rng = draft.voice.rng
    caption = rng.choice(("Tjänster som ansökan avser", "Sökta tjänster", f"Tjänster och belopp {draft.filling.year}"))
    made, sought = posts_table(draft.voice, Decimal(rng.choice(_RATES)), draft.filling.year, caption)
    scope = text.sections[1]
    draft.add_table(made.table, scope.words, made.relations)
    kinds: tuple[AmountKind, ...] = ("requisitioned", "granted", "planned", "other")
    applied = money("applied", sought, kinds, draft.filling.sums.style, year=draft.filling.year)
    label = _sought(scope)
    draft.relations.append(
        Relation("tie.same-fact", "applied", terms(("post.sum.sum",)), label, also=("tie.text-table",))
    )
    question = draft.filling.sum_question(label, applied)
    title = rng.choice(("Finansiering", "Ekonomi", "Kostnader och finansiering"))
    draft.sections.append(FormSection(title, (question, *_own_funding(draft, scope, sought))))
    draft.sections.append(draft.filling.answered(text.sections[2].of_kinds("text", "long", "choice"), at_least=1))


def _sought(scope: SectionText) -> str:
    return next(each.words for each in scope.questions if each.role == "other")


def _own_funding(draft: FormDraft, scope: SectionText, sought: Decimal) -> list[Question]:
    """What the municipality pays itself and what all costs together; what it had the year before."""
    filling, rng = draft.filling, draft.voice.rng
    style, year = filling.sums.style, filling.year
    questions: list[Question] = []
    if rng.random() < 0.7:
        own = Decimal(rng.randint(4, 180) * 2_500)
        label = [each.words for each in scope.questions if each.role == "other"][1]
        whole = rng.choice(_OWN_LABELS)
        questions += [
            filling.sum_question(label, money("own", own, ("other", "planned"), style, year=year)),
            filling.sum_question(whole, money("whole", sought + own, (*TOTAL, "other"), style, year=year)),
        ]
        also = ("footing.row", "footing.breakdown")
        draft.relations.append(Relation("footing.column", "whole", terms(("applied", "own")), whole, also=also))
    had = rng.random() < 0.6
    if had:
        label = next(each.words for each in scope.questions if each.role == "granted")
        previous = (sought * rng.randint(60, 110) / 100).to_integral_value()
        questions.append(filling.sum_question(label, money("previous", previous, GRANTED, style, year=year - 1)))
    questions += [filling.stocked(each, ("Nej" if had else "Ja",)) for each in scope.questions if each.kind == "choice"]
    return questions


_SHAPES: Final[Mapping[str, Callable[[FormDraft, FormText], None]]] = {
    "rate": _by_rate,
    "posts": _by_posts,
    "requisition": add_requisition,
}


def _printed(draft: FormDraft, text: FormText, grant: str) -> Content:
    assignment, voice, rng = draft.assignment, draft.voice, draft.voice.rng
    municipality, year = assignment.about(), assignment.scenario.year
    title = rng.choice((voice.drawer.filled(text.title, grant=grant), f"{_KINDS[text.id]} {grant} {year}"))
    blocks: list[Block] = [Heading(title, 1)]
    if rng.random() < 0.25:
        blocks = [Paragraph((Strong(municipality.title),)), *blocks]
    intro = Paragraph((voice.drawer.filled(text.intro, grant=grant),))
    blocks += rng.choice(((), (intro,), (intro,), (Boxed("Anvisningar", (intro,)),)))
    if text.id == "rekvisition" and rng.random() < 0.35:
        blocks.append(told_requisition(draft))
    scheme: Scheme = rng.choice(("none", "none", "running", "by_section", "letters"))
    return Content(
        name=assignment.name,
        kind="application",
        facts=Facts(
            "grant_application",
            title,
            reporting_year=year,
            grant_name=grant[:1].upper() + grant[1:],
            diary_number=draft.printed_diary,
            municipality=municipality.name,
        ),
        blocks=(*blocks, *draft.blocks(scheme)),
        relations=tuple(draft.relations),
        elsewhere=tuple(draft.elsewhere),
        planted=tuple(draft.filling.traps),
        running_head=rng.choice(("", "", municipality.title, _KINDS[text.id].partition(" ")[0])),
        running_foot=rng.choice(("", "", "Blanketten skickas som pdf", "Blankett B 7")),
        page_number=rng.choice(("{page}", "{page} ({pages})", "Sida {page} av {pages}", "")),
    )
