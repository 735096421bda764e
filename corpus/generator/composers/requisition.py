"""A requisition: the sum that is allocated, or less of it, is asked for."""

from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Activity, Column, FormSection, Paragraph, Row, Table
from corpus.generator.composers.cost_tables import allocated_by_county
from corpus.generator.composers.form_drafts import FormDraft
from corpus.generator.composers.form_texts import FormText, SectionText
from corpus.generator.composers.forms import own_sentences
from corpus.generator.composers.money_tables import GRANTED, PLANNED, REMAINING, TOTAL, terms
from corpus.generator.content import Relation, Term
from corpus.generator.figures import Figure, money
from corpus.generator.voice import MONTHS
from models.rows import AmountKind

_REQUISITIONED: Final[tuple[AmountKind, ...]] = ("requisitioned", "granted", "planned")


def add_requisition(draft: FormDraft, text: FormText) -> None:
    """The sections of payment and use; at times a table of what the money is to be used for.

    Keys: cap, requisitioned, waived, use.<initiative>, use.sum.
    """
    filling, rng, municipality = draft.filling, draft.voice.rng, draft.assignment.about()
    style, year = filling.sums.style, filling.year
    payment, use = text.sections[1:]
    asked = municipality.planned if rng.random() < 0.35 else municipality.granted
    labels = {each.role: each for each in payment.questions if each.role is not None}
    granted, wanted = labels["granted"], labels["requisitioned"]
    questions = [
        filling.sum_question(granted.words, money("cap", municipality.granted, GRANTED, style, year=year)),
        filling.sum_question(
            wanted.words, money("requisitioned", asked, _REQUISITIONED, style, year=year), wanted.hint
        ),
    ]
    if asked == municipality.granted:
        draft.relations.append(Relation("tie.same-fact", "requisitioned", terms(("cap",)), wanted.words))
    else:
        label = rng.choice(("Belopp som vi avstår från", "Kvar av högsta belopp", "Ej rekvirerat belopp"))
        waived = money("waived", municipality.granted - asked, (*REMAINING, "other"), style, year=year)
        questions.append(filling.sum_question(label, waived))
        balance = (Term(("cap",)), Term(("requisitioned",), Decimal(-1)))
        draft.relations += [
            Relation("recalc.balance", "waived", balance, label),
            Relation(
                "recalc.balance", "requisitioned", terms(("cap",)), wanted.words, ("tie.same-fact",), at_most=True
            ),
        ]
    for each in payment.questions:
        if each.kind == "choice" and "resterande" in each.words:
            questions.append(filling.stocked(each, ("Ej aktuellt" if asked == municipality.granted else "Ja",)))
        elif each.kind == "text" and rng.random() < 0.7:
            questions.append(filling.stocked(each))
    draft.sections.append(FormSection(payment.words, tuple(questions)))
    county = draft.assignment.siblings.get("county_plan")
    if county is not None:
        figure, relation = allocated_by_county(municipality, "cap", granted.words, county)
        draft.elsewhere.append(figure)
        draft.relations.append(relation)
    if rng.random() < 0.4:
        _add_use(draft)
    draft.sections.append(filling.answered(_unsigned(use), at_least=2))


def _add_use(draft: FormDraft) -> None:
    """What the municipality plans to use the money for."""
    voice, municipality, year = draft.voice, draft.assignment.about(), draft.filling.year
    heads = voice.rng.choice((("Insats", "Belopp"), ("Planerad aktivitet", "Kostnad (kr)"), ("Användning", "Kronor")))
    caption = voice.rng.choice((f"Planerad användning {year}", "Insatser som medlen ska användas till"))
    rows = [
        Row(
            (
                (Activity((voice.item(each.activity),), (year,), optional=True, key=each.key),),
                (money(f"use.{each.key}", each.planned, PLANNED, voice.bare, year=year),),
            ),
            key=each.key,
        )
        for each in municipality.initiatives
    ]
    keys = [f"use.{each.key}" for each in municipality.initiatives]
    whole = money("use.sum", municipality.planned, TOTAL, voice.bare, year=year)
    rows.append(Row(((voice.rng.choice(("Summa", "Totalt")),), (whole,)), "total", "use.sum"))
    columns = (Column(heads[0], width=3), Column(heads[1], "figure"))
    relation = Relation("footing.column", "use.sum", terms(keys), f"{caption}, {heads[1]}")
    draft.add_table(Table("use", caption, columns, tuple(rows)), "Planerade insatser", (relation,))


def _unsigned(use: SectionText) -> SectionText:
    """Without what the signature's own section asks for."""
    kept = use.of_kinds("text", "long", "choice").questions
    return SectionText(use.title, tuple(each for each in kept if "intygar" not in each.words))


def told_requisition(draft: FormDraft) -> Paragraph:
    """The sum that is asked for, told once more in a sentence. Key: told."""
    voice = draft.voice
    asked = next(
        part
        for section in draft.sections
        for question in section.questions
        for part in question.answer or ()
        if isinstance(part, Figure) and part.key == "requisitioned"
    )
    told = money("told", asked.value, _REQUISITIONED, voice.kronor, year=draft.filling.year)
    relation = Relation(
        "tie.same-fact", "told", terms(("requisitioned",)), "Rekvirerat belopp", also=("tie.text-table",)
    )
    draft.relations.append(relation)
    # A sentence that names a month could belie the date of signing.
    sentences = [each for each in own_sentences("requisitioned") if not any(month in each for month in MONTHS)]
    return Paragraph(voice.drawer.prose(sentences, {"belopp": told}))
