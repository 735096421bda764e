"""Totals among a form's answers: own money and the grant's make the whole cost, women and men make all staff."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from checks.arithmetic import add_up
from checks.check_input import CheckInput
from checks.recalculation.figures import Figure, figure_of_field, figures_of
from checks.recalculation.recalculated import Claim, sum_of
from checks.tables.labels import folded, is_breakdown, is_wide, money_role, without_numbering
from checks.tables.structure import tables_of
from models.rows import FormField

MOST_ANSWERS = 8
"""So many answers above a total are tried in every combination; a longer section would make any total."""
_WHOLE_COST = re.compile(
    r"\btotal(?:a|t)?\b.*\b(?:kostnad|finansiering)|\btotal(?:kostnad|finansiering)|\bfinansiering\b.*\btotalt$"
)
_OWN = re.compile(r"\begen (?:finansiering|insats)|\begna medel|\beget bidrag")
_OF_THE_GRANT = re.compile(r"^(?:totalt )?(?:sökt|ansökt|söker|rekvirera|belopp som (?:söks|rekvireras))")
_TOTALS = ("totalt", "sammanlagt", "summa", "samtliga")
_PART = re.compile(rf"[,:–-]?\s*\b(?P<part>{'|'.join(_TOTALS)}|kvinnor|män|flickor|pojkar|annat|annan|okänt)\b[,:–-]?")
""", kvinnor` of `Antal anställda, kvinnor`, `Kvinnor, antal anställda` and `Antal kvinnor anställda`."""


def form_totals_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """Every such total that no answers above it in its section make, and that its own parts do not."""
    for section in dict.fromkeys(field.section for field in rows.fields):
        fields = [field for field in rows.fields if field.section == section and field.value_number is not None]
        for place, field in enumerate(fields):
            above = fields[:place]
            parts = _parts_of(field, fields, above)
            claim = _claim(field, parts, section) if len(parts) > 1 else None
            if claim is not None and claim.arithmetic.grade == "error" and not _is_made_otherwise(field, above):
                yield claim


def line_totals_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """The same of the lines of a table with one column of numbers: a form may be read as such."""
    for view in tables_of(rows):
        column = view.columns[0] if len(view.columns) == 1 else None
        lines = [line for line in view.lines if column is not None and view.number(line, column) is not None]
        named = [(line, *_part_and_stem(without_numbering(folded(line.label)))) for line in lines]
        for total, part, stem in named:
            parts = [line for line, of_whom, what in named if of_whom not in (None, *_TOTALS) and what == stem]
            if column is None or part not in _TOTALS or not stem or len(parts) < 2:
                continue
            figures = figures_of(view, [(line, column) for line in (total, *parts)])
            if figures is None:
                continue
            stated, *terms = figures
            arithmetic = add_up(stated.quantity, [term.quantity for term in terms])
            if arithmetic.grade == "error":
                yield Claim(
                    stated=stated,
                    terms=terms,
                    formula=sum_of(terms),
                    weights=[1] * len(terms),
                    arithmetic=arithmetic,
                    title=view.table.title or "",
                    doubt=view.doubt,
                )


def _parts_of(field: FormField, fields: Sequence[FormField], above: Sequence[FormField]) -> list[FormField]:
    """The answers that the total is of, by what it is called; empty where it is no total."""
    words = folded(field.label)
    if _WHOLE_COST.search(words) and not is_breakdown(words) and not is_wide(words.replace("inkl", "")):
        own = [each for each in above if _OWN.search(folded(each.label))]
        used = [each for each in above if _is_of_the_grant(each)]
        return [used[-1], own[-1]] if used and len(own) == 1 else []
    part, stem = _part_and_stem(words)
    if part not in _TOTALS or not stem:
        return []
    others = [(other, *_part_and_stem(folded(other.label))) for other in fields]
    return [other for other, of_whom, what in others if of_whom not in (None, *_TOTALS) and what == stem]


def _part_and_stem(words: str) -> tuple[str | None, str]:
    """Whom a folded label is about, and what is counted; None where it names nobody, or more than one."""
    parts = list(_PART.finditer(words))
    if len(parts) != 1:
        return None, words
    return parts[0]["part"], " ".join(_PART.sub(" ", words).split()).strip(" ?:")


def _is_of_the_grant(field: FormField) -> bool:
    """What is applied for, or what was used of the grant."""
    words = folded(field.label)
    return bool(_OF_THE_GRANT.match(words)) or (money_role(field.label) == "use" and not _WHOLE_COST.search(words))


def _claim(field: FormField, parts: Sequence[FormField], section: str | None) -> Claim | None:
    stated, terms = figure_of_field(field), [figure_of_field(part) for part in parts]
    read: list[Figure] = [term for term in terms if term is not None]
    if stated is None or len(read) < len(terms):
        return None
    arithmetic = add_up(stated.quantity, [term.quantity for term in read])
    return Claim(
        stated=stated,
        terms=read,
        formula=sum_of(read),
        weights=[1] * len(read),
        arithmetic=arithmetic,
        title=section or "",
    )


def _is_made_otherwise(field: FormField, above: Sequence[FormField]) -> bool:
    """True where some of the answers above make it."""
    numbers = [each.value_number for each in above[-MOST_ANSWERS:] if each.value_number is not None]
    return any(
        sum(several) == field.value_number
        for count in range(2, len(numbers) + 1)
        for several in combinations(numbers, count)
    )
