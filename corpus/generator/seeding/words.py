"""Errors in what is no sum: years, dates, marks, an organisation number, an amount that is misspelt."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from corpus.generator.blocks import (
    Activity,
    Block,
    Inline,
    Letterhead,
    Question,
    Table,
    walk_blocks,
    walk_inlines,
    walk_prose,
    words_of,
)
from corpus.generator.content import Content, Planted, Relation, figures_of
from corpus.generator.editing import with_blocks, with_figures, with_inlines, with_questions, with_table
from corpus.generator.figures import Figure


def mistype_year(content: Content, rng: random.Random) -> Content | None:
    """An activity's year is one that cannot be: 2204 for 2024."""

    def mistyped(year: int) -> int:
        digits = str(year)
        return int(rng.choice((digits[0] + digits[2] + digits[1] + digits[3], f"1{digits[1:]}", f"21{digits[2:]}")))

    return _with_other_year(content, rng, mistyped, "cutoff.year", "year-typo")


def year_outside(content: Content, rng: random.Random) -> Content | None:
    """An activity's year lies outside the plan's period."""
    start, end = content.period("period_start"), content.period("period_end")
    if start is None or end is None:
        return None
    other = rng.choice((int(end) + 1, int(end) + 2, int(start) - 1, int(start) - 2))
    return _with_other_year(content, rng, lambda _: other, "cutoff.period", "year-outside")


def move_mark(content: Content, rng: random.Random) -> Content | None:
    """The matrix marks an activity in another year than the body gives it."""
    if content.period("years_by") not in ("heads", "phrases"):
        return None
    activities: dict[str | None, Activity] = {part.key: part for part in _activities(content) if part.key}
    for table in (block for block in walk_blocks(content.blocks) if isinstance(block, Table)):
        years = [int(column.head) if column.kind == "mark" else 0 for column in table.columns]
        rows = [(row, activities[row.key]) for row in table.rows if any(years) and row.key in activities]
        for row, activity in rng.sample(rows, len(rows)):
            wrong = [year for year in years if year and year not in activity.years]
            if not wrong:
                continue
            marked = rng.choice(wrong)
            mark = next(cell for cell in row.cells[1:] if cell)
            moved = replace(
                row,
                cells=(row.cells[0], *(mark if year == marked else () for year in years[1:])),
            )
            made = with_table(content, replace(table, rows=tuple(moved if r is row else r for r in table.rows)))
            told = ", ".join(str(year) for year in activity.years)
            finding = Planted(
                "cutoff.matrix",
                table.caption or "Bilaga",
                told,
                str(marked),
                "The body gives the activity other years than the matrix",
                "matrix-disagrees",
                subject=words_of(row.cells[0]),
            )
            return _unasked(replace(made, planted=(*made.planted, finding)), activity.key)
    return None


def break_check_digit(content: Content, rng: random.Random) -> Content | None:
    """The last digit of the organisation number is another one."""
    right = _answer_of(content, "orgnr")
    if right is None:
        return None
    wrong = right[:-1] + rng.choice([digit for digit in "0123456789" if digit != right[-1]])
    made = _with_answer(content, "orgnr", wrong)
    return _planted(made, "identity.orgnr", "Organisationsnummer", right, wrong, "check-digit", subject=wrong)


def sign_early(content: Content, rng: random.Random) -> Content | None:
    """The report is signed before the period that it reports has ended."""
    ended = content.period("period_end_date")
    if ended is None:
        return None
    early = (date.fromisoformat(ended) - timedelta(days=rng.randint(12, 110))).isoformat()
    if _answer_of(content, "signed_on") is not None:
        made = _with_answer(content, "signed_on", early)
    else:

        def redated(block: Block) -> Block:
            return replace(block, date=early) if isinstance(block, Letterhead) else block

        made = with_blocks(content, redated)
        if made == content:
            return None
    return _planted(made, "cutoff.date", "Datum", f">= {ended}", early, "signed-early", subject=early)


def malform_amount(content: Content, rng: random.Random) -> Content | None:
    """A sum in running words is misprinted: a digit is missing in its last group, or its unit is misspelt."""
    in_prose = [
        part
        for prose in walk_prose(tuple(block for block in walk_blocks(content.blocks) if not isinstance(block, Table)))
        for part in walk_inlines(prose)
        if isinstance(part, Figure) and part.kinds and part.style.separator and part.style.scale == 1
    ]
    for figure in rng.sample(in_prose, len(in_prose)):
        unit = figure.style.suffix.strip()
        groups = figure.words.removesuffix(figure.style.suffix).split(figure.style.separator)
        if unit == "kronor" and rng.random() < 0.5:
            wrong = replace(figure, printed=figure.words.replace("kronor", rng.choice(("konor", "kornor", "krnor"))))
            made = with_figures(content, {figure.key: wrong})
        elif len(groups) > 1:
            printed = figure.style.separator.join((*groups[:-1], groups[-1][:2])) + figure.style.suffix
            wrong = replace(figure, printed=printed, optional=True)
            made = with_figures(content, {figure.key: wrong})
            made = replace(made, relations=tuple(each for each in made.relations if not _names(each, figure.key)))
        else:
            continue
        return _planted(
            made, "form.amount", "Löptext", None, wrong.words, "amount-malformed", subject=wrong.words, mild=True
        )
    return None


def _with_other_year(
    content: Content, rng: random.Random, other: Callable[[int], int], rule: str, seeded: str
) -> Content | None:
    """One activity's year printed as another; what the activity's years then are is not asked."""
    figures = figures_of(content)
    told = [part.key for part in _activities(content) if part.key and f"{part.key}.year" in figures]
    if not told:
        return None
    key = rng.choice(told)
    figure = figures[f"{key}.year"]
    wrong = replace(figure, value=Decimal(other(int(figure.value))))
    made = _unasked(with_figures(content, {figure.key: wrong}), key)
    words = words_of(next(part for part in _activities(made) if part.key == key).parts)
    also = ("cutoff.period", "cutoff.year", "cutoff.matrix")
    made = _planted(made, rule, words, figure.words, wrong.words, seeded, subject=wrong.words, also=also)
    in_matrix = any(
        row.key == key and any(column.kind == "mark" for column in block.columns)
        for block in walk_blocks(made.blocks)
        if isinstance(block, Table)
        for row in block.rows
    )
    if in_matrix:
        made = _planted(made, "cutoff.matrix", words, figure.words, wrong.words, seeded, subject=words, also=also)
    return made


def _activities(content: Content) -> Iterator[Activity]:
    for prose in walk_prose(content.blocks):
        yield from (part for part in walk_inlines(prose) if isinstance(part, Activity))


def _unasked(content: Content, key: str | None) -> Content:
    """The activity without years in its truth: they are not asked."""

    def edit(part: Inline) -> Inline:
        return replace(part, years=()) if isinstance(part, Activity) and part.key == key else part

    return with_inlines(content, edit)


def _answer_of(content: Content, role: str) -> str | None:
    found: list[str] = []

    def look(question: Question) -> Question:
        if question.role == role and question.answer is not None:
            found.append(words_of(question.answer))
        return question

    with_questions(content, look)
    return found[0] if found else None


def _with_answer(content: Content, role: str, words: str) -> Content:
    return with_questions(
        content,
        lambda question: (
            replace(question, answer=(words,)) if question.role == role and question.answer is not None else question
        ),
    )


def _planted(  # noqa: PLR0913 - the finding's own parts
    content: Content,
    rule: str,
    where: str,
    expected: str | None,
    actual: str,
    seeded: str,
    *,
    subject: str,
    also: tuple[str, ...] = (),
    mild: bool = False,
) -> Content:
    finding = Planted(
        rule,
        where,
        expected,
        actual,
        f"{where}: {actual}",
        seeded,
        severity="warning" if mild else "error",
        subject=subject,
        also=tuple(each for each in also if each != rule),
    )
    return replace(content, planted=(*content.planted, finding))


def _names(relation: Relation, key: str) -> bool:
    return relation.stated == key or any(key in term.keys for term in relation.terms)
