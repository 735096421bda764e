"""The money of one grant in a form: what was received, spent and left, and what is told of it in words."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Column, FormSection, Question, Row, Table
from corpus.generator.composers.form_drafts import FormDraft
from corpus.generator.composers.form_texts import SectionText
from corpus.generator.composers.forms import TRAP, own_sentences, split_sum, trap
from corpus.generator.composers.money_tables import GRANTED, REMAINING, SPENT, TOTAL, terms
from corpus.generator.content import Relation, Term
from corpus.generator.figures import Figure, Style, money
from models.rows import AmountKind

_RECEIVED: Final = (
    "Erhållet belopp",
    "Erhållet statsbidrag",
    "Utbetalt bidrag",
    "Mottaget bidrag",
    "Bidrag som kommunen fått",
)
_SPENT: Final = ("Kostnader", "Kostnader under perioden", "Förbrukat av bidraget", "Använt belopp")
_LEFT: Final = ("Kvarstående belopp", "Kvarstående statsbidrag", "Kvar av bidraget", "Ej förbrukat belopp")
_REPAID: Final = ("Att återbetala", "Belopp som ska återbetalas", "Återbetalas")
_COST_KINDS: Final = (
    ("lönekostnader", "utbildning", "lokaler och material"),
    ("personal", "köpta tjänster", "övrigt"),
    ("lön inkl. sociala avgifter", "handledning", "resor", "administration"),
    ("egen personal", "konsulter"),
)


_ROLES: Final[Mapping[str, AmountKind]] = {
    "received": "received",
    "spent": "spent",
    "left": "remaining",
    "repaid": "repayable",
}
"""What the stock calls the sums that have help texts there."""


@dataclass(frozen=True)
class AccountLabels:
    """What the form calls its three sums."""

    received: str
    spent: str
    left: str

    @classmethod
    def of(cls, rng: random.Random) -> "AccountLabels":
        return cls(rng.choice(_RECEIVED), rng.choice(_SPENT), rng.choice(_LEFT))


def add_account(draft: FormDraft, text: SectionText, labels: AccountLabels, *, by_kind: bool) -> None:
    """Received, spent and left; besides them what is repaid, other money, or kinds of costs; in fields or in a table.

    by_kind: the costs are told by kind too, which is right only where no table of activities makes them.
    Keys: received, spent, spent.<n>, left, repaid, own, whole; told.
    """
    rng = draft.voice.rng
    as_table = rng.random() < 0.25
    style = draft.voice.bare if as_table else draft.filling.sums.style
    lines = _lines(draft, style, labels, by_kind=by_kind)
    title = rng.choice((text.words, "Ekonomisk redovisning", "Ekonomi"))
    # A help text that names other lines by number holds in the stock's own form only.
    hints = {each.role: each.hint for each in text.questions if "punkt" not in each.hint and rng.random() < 0.6}
    if as_table:
        rows = tuple(_row(label, figure) for label, figure in lines)
        columns = (Column("Post", width=2.5), Column(rng.choice(("Belopp (kr)", "Kronor")), "figure"))
        caption = rng.choice(("", f"Ekonomisk redovisning {draft.filling.year}"))
        draft.add_table(Table("economy", caption, columns, rows, headless=rng.random() < 0.5), title, ())
    questions = (
        []
        if as_table
        else [
            draft.filling.sum_question(label[:1].upper() + label[1:], figure, hints.get(_ROLES.get(figure.key), ""))
            for label, figure in lines
        ]
    )
    questions += _told_besides(draft, text)
    if questions:
        heading = rng.choice(("Kommentarer till ekonomin", "Frågor om användningen")) if as_table else title
        draft.sections.append(FormSection(heading, tuple(questions)))


def _row(label: str, figure: Figure) -> Row:
    return Row(((label,), (figure,)), "breakdown" if figure.key.startswith("spent.") else "body", figure.key)


def _lines(draft: FormDraft, style: Style, labels: AccountLabels, *, by_kind: bool) -> list[tuple[str, Figure]]:
    """The labels and the sums, in their order, with what must hold between them."""
    municipality, rng, year = draft.assignment.about(), draft.voice.rng, draft.filling.year
    received, spent = municipality.granted, municipality.spent

    def figure(key: str, value: Decimal, kinds: tuple[AmountKind, ...]) -> Figure:
        return money(key, value, kinds, style, year=year)

    lines = [
        (labels.received, figure("received", received, GRANTED)),
        (labels.spent, figure("spent", spent, SPENT)),
    ]
    if by_kind:
        names = rng.choice(_COST_KINDS)
        parts = [figure(f"spent.{i}", part, SPENT) for i, part in enumerate(split_sum(rng, spent, len(names)), start=1)]
        word = rng.choice(("varav", "därav"))
        lines += [(f"{word} {name}", part) for name, part in zip(names, parts, strict=True)]
        keys = [part.key for part in parts]
        where = f"{labels.spent}, {word}"
        draft.relations.append(Relation("footing.breakdown", "spent", terms(keys), where, also=("footing.column",)))
    lines.append((labels.left, figure("left", received - spent, REMAINING)))
    balance = (Term(("received",)), Term(("spent",), Decimal(-1)))
    draft.relations += [
        Relation("recalc.balance", "left", balance, labels.left),
        Relation("recalc.balance", "spent", terms(("received",)), labels.spent, at_most=True),
    ]
    if rng.random() < 0.4:
        label = rng.choice(_REPAID)
        lines.append((label, figure("repaid", received - spent, ("repayable", "remaining"))))
        relation = Relation("tie.same-fact", "repaid", terms(("left",)), label, also=("recalc.balance",))
        draft.relations.append(relation)
    if rng.random() < TRAP:
        own = Decimal(rng.randint(2, 60) * 5_000)
        lines += [
            ("Egna medel utöver bidraget", figure("own", own, ("other", "spent"))),
            ("Total kostnad för insatserna, bidrag och egna medel", figure("whole", spent + own, TOTAL)),
        ]
        relation = Relation(
            "footing.column", "whole", terms(("spent", "own")), lines[-1][0], also=("footing.breakdown",)
        )
        draft.relations.append(relation)
        if spent + own > received:
            told = "What the municipality pays itself may bring the costs above what it received"
            draft.filling.traps.append(trap("recalc.balance", lines[-1][0], received, spent + own, told, "own-funding"))
    return lines


def _told_besides(draft: FormDraft, text: SectionText) -> list[Question]:
    """Whether all was used, why not, and sums told once more in prose. It says what the sums say."""
    municipality, voice, rng = draft.assignment.about(), draft.voice, draft.voice.rng
    left = municipality.granted - municipality.spent
    questions: list[Question] = []
    for each in text.questions:
        if each.kind == "choice":
            questions.append(draft.filling.stocked(each, ("Ja" if left == 0 else "Delvis",)))
        elif each.kind == "long" and (left > 0 or rng.random() < 0.4):
            fitting = [answer for answer in each.answers if answer.startswith("Ej aktuellt") == (left == 0)]
            questions.append(draft.filling.stocked(each, (voice.drawer.draw(fitting),)))
    if rng.random() < 0.45:
        label = rng.choice(
            ("Kommentar", "Kommentar till den ekonomiska redovisningen", "Övriga upplysningar om ekonomin")
        )
        options = [("spent", municipality.spent, SPENT), ("received", municipality.granted, GRANTED)]
        name, value, kinds = rng.choice([*options, ("remaining", left, REMAINING)] if left > 0 else options)
        rounded = value >= 100_000 and rng.random() < 0.3
        told = money("told", value, kinds, voice.thousands() if rounded else voice.kronor, year=draft.filling.year)
        key = "left" if name == "remaining" else name
        # What is left is a difference too: whoever weighs it against what was received and spent says the same.
        also = ("tie.text-table", "recalc.balance") if name == "remaining" else ("tie.text-table",)
        draft.relations.append(Relation("tie.same-fact", "told", terms((key,)), label, also=also, rounded=rounded))
        questions.append(Question(label, voice.drawer.prose(own_sentences(name), {"belopp": told}), "long"))
    return questions
