"""What cannot be so, though no sum shows it: a plan of two periods, a contact of two numbers, a digit too many."""

import random
from dataclasses import replace

from corpus.generator.blocks import Question, Table, walk_blocks, words_of
from corpus.generator.composers.forms import fiction_phone
from corpus.generator.content import Content, Planted, figures_of
from corpus.generator.editing import with_figures, with_questions
from corpus.generator.figures import Figure
from corpus.generator.judging import propagated

_TEN_TIMES = 10
_FEWEST_PEERS = 6
"""Rows that a table must have for one of them to stand out."""


def rename_period(content: Content, rng: random.Random) -> Content | None:
    """The running head gives the plan another last year than its title."""
    start, end = content.period("period_start"), content.period("period_end")
    period = f"{start}–{end}"
    if end is None or "plan" not in content.running_head.casefold() or period not in content.running_head:
        return None
    other = f"{start}–{int(end) + rng.choice((-1, 1))}"
    made = replace(content, running_head=content.running_head.replace(period, other))
    finding = Planted(
        "cutoff.title",
        "Sidhuvud",
        period,
        other,
        "The running head gives the plan another period",
        "title-period",
        severity="warning",
        subject=other,
    )
    return replace(made, planted=(*made.planted, finding))


def give_other_number(content: Content, rng: random.Random) -> Content | None:
    """The contact stands in a form twice, with two telephone numbers."""
    asked: list[Question] = []

    def look(question: Question) -> Question:
        asked.extend([question] if question.role == "phone" else [])
        return question

    with_questions(content, look)
    twice = [each for each in asked if sum((each.label, each.answer) == (one.label, one.answer) for one in asked) > 1]
    if not twice:
        return None
    last = twice[-1]
    assert last.answer is not None
    printed = words_of(last.answer)
    other = fiction_phone(rng, besides=printed)

    def edit(question: Question) -> Question:
        return replace(question, answer=(other,)) if question is last else question

    made = with_questions(content, edit)
    finding = Planted(
        "identity.contact",
        last.label,
        None,
        None,
        f"{last.label}: the same contact has two numbers",
        "contact-number",
        severity="warning",
        subject=last.label,
    )
    return replace(made, planted=(*made.planted, finding))


def misstate_inhabitants(content: Content, rng: random.Random) -> Content | None:
    """One municipality's inhabitants have a digit too many, and the column's sum counts them so."""
    figures = figures_of(content)
    for table in [block for block in walk_blocks(content.blocks) if isinstance(block, Table) and block.key == "alloc"]:
        rows = [row for row in table.rows if f"people.{row.key}" in figures]
        if len(rows) < _FEWEST_PEERS:
            continue
        row = rng.choice(rows)
        figure = figures[f"people.{row.key}"]
        wrong: Figure = figure.stating(figure.value * _TEN_TIMES)
        made = with_figures(content, propagated(content, wrong))
        name = words_of(row.cells[0])
        finding = Planted(
            "reason.outlier",
            table.caption,
            None,
            None,
            f"{name}: ten times as many inhabitants",
            "outlier",
            severity="warning",
            subject=name,
        )
        return replace(made, planted=(*made.planted, finding))
    return None
