"""Answers that are the parts of the one above them without saying so: the lines of one numbered question.

`2. Kostnader 955 473`, below it `Socialsekreterare 800 000` and `Arbetsledare 155 473`, then `3. Kvarstående 0`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from checks.check_input import CheckInput
from checks.tables.labels import money_role, names_a_breakdown
from models.rows import FormField


def parts_by_whole(fields: Sequence[FormField]) -> Iterator[tuple[FormField, list[FormField]]]:
    """Every answer of what was used with the answers of its own question: they bear its number, or none.

    Those without a number are its own only where the numbering goes on after them. Nothing where one of them tells of
    the account too (received, left), or says by därav that it is a part: footing.breakdown reads those.
    """
    for _, of_section in groupby(fields, key=lambda field: field.section):
        numbered = [field for field in of_section if field.value_number is not None or field.number is not None]
        for place, whole in enumerate(numbered):
            if whole.number is None or whole.value_number is None or money_role(whole.label) != "use":
                continue
            parts = _below(whole, numbered[place + 1 :])
            if len(parts) > 1 and not any(money_role(each.label) or names_a_breakdown(each.label) for each in parts):
                yield whole, parts


def _below(whole: FormField, after: Sequence[FormField]) -> list[FormField]:
    found: list[FormField] = []
    for field in after:
        if field.number not in (None, whole.number) or field.value_number is None:
            return found
        found.append(field)
    return [field for field in found if field.number is not None]


def part_ids(rows: CheckInput) -> frozenset[str]:
    """The field_id of every answer that is a part of another."""
    return frozenset(part.field_id for _, parts in parts_by_whole(rows.fields) for part in parts)
