"""Errors in rows: one left out, one printed twice, a municipality that is missing or stands twice."""

import random
from dataclasses import replace
from decimal import Decimal

from corpus.generator.blocks import Activity, Inline, Row, Table, walk_blocks, walk_inlines, words_of
from corpus.generator.content import Content, Planted, Relation, Term, figures_of
from corpus.generator.editing import edit_prose, with_figures, with_table
from corpus.generator.figures import Figure
from corpus.generator.judging import propagated
from corpus.generator.seeding.seeding import broken

_FEW_MUNICIPALITIES = 3
"""A table of no more is no county's."""


def drop_row(content: Content, rng: random.Random) -> Content | None:
    """A row is left out; the totals still count it."""
    for table, row in _addend_rows(content, rng):
        made = with_table(content, _without(table, row))
        if len(broken(made)) > len(broken(content)):
            return _with_municipality(made, table, row, "missing", "row-dropped")
    return None


def double_row(content: Content, rng: random.Random) -> Content | None:
    """A row is printed twice; the totals count it once."""
    for table, row in _addend_rows(content, rng):
        again = {figure.key: f"{figure.key}+" for figure in figures_in(row)}

        def renamed(part: Inline, names: dict[str, str] = again) -> Inline:
            if isinstance(part, Figure):
                return replace(part, key=names[part.key])
            return replace(part, key=f"{part.key}+") if isinstance(part, Activity) and part.key else part

        twin = replace(row, cells=tuple(edit_prose(cell, renamed) for cell in row.cells), key=f"{row.key}+")
        place = table.rows.index(row) + 1
        made = with_table(content, replace(table, rows=(*table.rows[:place], twin, *table.rows[place:])))
        made = replace(made, relations=tuple(_counting_twins(each, again) for each in made.relations))
        if len(broken(made)) > len(broken(content)):
            return _with_municipality(made, table, row, "twice", "row-doubled")
    return None


def leave_out_activity(content: Content, rng: random.Random) -> Content | None:
    """A report says nothing of an activity that the plan has; its own sums add up without it."""
    compared = {each.stated: each for each in content.relations if each.rule == "tie.plan-report.activity"}
    for table, row in _addend_rows(content, rng):
        told = [compared[figure.key] for figure in figures_in(row) if figure.key in compared]
        if not told:
            continue
        made = with_table(content, _without(table, row))
        for figure in figures_in(row):
            for relation in made.relations:
                if relation.other is None and any(figure.key in term.keys for term in relation.terms):
                    made = without_figure(made, relation, figure)
        planned = {each.key: each for each in content.elsewhere}.get(told[0].terms[0].keys[0])
        return replace(
            made,
            planted=(
                *made.planted,
                Planted(
                    "tie.plan-report.activity",
                    table.caption or "Tabell",
                    None if planned is None else planned.value,
                    None,
                    "The plan has this activity, the report does not",
                    "activity-missing",
                    severity="warning",
                    subject=_label(row),
                    also=("complete.listed",),
                    other=told[0].other,
                ),
            ),
        )
    return None


def leave_out_municipality(content: Content, rng: random.Random) -> Content | None:
    """A municipality is missing from the county's table; its money stands with its neighbour."""
    for table, rows in _municipal_tables(content):
        index = rng.randrange(len(rows) - 1)
        row, heir = rows[index], rows[index + 1]
        lost = dict(zip([f.key for f in figures_in(heir)], [f.value for f in figures_in(row)], strict=True))
        grown = {each.key: each.stating(each.value + lost[each.key]) for each in figures_in(heir)}
        made = with_figures(with_table(content, _without(table, row)), grown)
        return replace(made, planted=(*made.planted, _registry_finding(table, row, "missing", "municipality-missing")))
    return None


def name_municipality_twice(content: Content, rng: random.Random) -> Content | None:
    """A row bears the name of another municipality, which so stands twice; its own is missing."""
    for table, rows in _municipal_tables(content):
        wrong, twice = rng.sample(rows, 2)
        relabelled = replace(wrong, cells=(twice.cells[0], *wrong.cells[1:]))
        made = with_table(content, replace(table, rows=tuple(relabelled if r is wrong else r for r in table.rows)))
        cause = "municipality-twice"
        findings = (_registry_finding(table, twice, "twice", cause), _registry_finding(table, wrong, "missing", cause))
        return replace(made, planted=(*made.planted, *findings))
    return None


def _addend_rows(content: Content, rng: random.Random) -> list[tuple[Table, Row]]:
    """Body rows, in a random order, whose figures some total within the document adds up with at least two others."""
    added = {
        key
        for relation in content.relations
        if relation.rule in ("footing.column", "tie.pot") and relation.other is None and len(relation.terms) > 2
        for term in relation.terms
        for key in term.keys
    }
    rows = [
        (block, row)
        for block in walk_blocks(content.blocks)
        if isinstance(block, Table)
        for row in block.rows
        if row.role == "body" and any(figure.key in added for figure in figures_in(row))
    ]
    return rng.sample(rows, len(rows))


def _municipal_tables(content: Content) -> list[tuple[Table, list[Row]]]:
    """Tables whose rows are a county's municipalities, with those rows."""
    return [
        (block, rows)
        for block in walk_blocks(content.blocks)
        if isinstance(block, Table)
        and len(rows := [row for row in block.rows if _is_municipal(block, row)]) > _FEW_MUNICIPALITIES
    ]


def _is_municipal(table: Table, row: Row) -> bool:
    """True for a row of a county's municipalities: its key is a kommunkod."""
    return table.key == "alloc" and row.key is not None and row.key.isdigit()


def _with_municipality(content: Content, table: Table, row: Row, what: str, cause: str) -> Content:
    """The content; where the row was a municipality's, in a county's table, that is a finding too."""
    if not _is_municipal(table, row) or sum(_is_municipal(table, each) for each in table.rows) <= _FEW_MUNICIPALITIES:
        return content
    return replace(content, planted=(*content.planted, _registry_finding(table, row, what, cause)))


def _registry_finding(table: Table, row: Row, what: str, cause: str) -> Planted:
    """what: missing or twice."""
    name = words_of(row.cells[0])
    return Planted(
        "complete.registry",
        table.caption,
        "1",
        "2" if what == "twice" else "0",
        f"{name} stands twice" if what == "twice" else f"{name} is missing",
        cause,
        subject=name,
    )


def without_figure(content: Content, relation: Relation, gone: Figure) -> Content:
    """The relation's stated figure, and all that follows from it, printed anew without the figure that is gone."""
    stated = figures_of(content).get(relation.stated)
    left = tuple(term for term in relation.terms if gone.key not in term.keys)
    if stated is None or not left:
        return content
    weight = sum((term.weight for term in relation.terms if term.keys == (gone.key,)), start=Decimal(0))
    anew = stated.stating(stated.value - weight * gone.value)
    return with_figures(content, propagated(content, anew))


def _counting_twins(relation: Relation, again: dict[str, str]) -> Relation:
    twins = [Term((again[term.keys[0]],), term.weight) for term in relation.terms if term.keys[0] in again]
    rule_adds = relation.rule in ("footing.column", "tie.pot") and relation.stated not in again
    return replace(relation, terms=(*relation.terms, *twins)) if rule_adds else relation


def _without(table: Table, row: Row) -> Table:
    return replace(table, rows=tuple(each for each in table.rows if each is not row))


def figures_in(row: Row) -> list[Figure]:
    """The figures of a row, from the left."""
    return [part for cell in row.cells for part in walk_inlines(cell) if isinstance(part, Figure)]


def _label(row: Row) -> str:
    """The row's activity, or else its first words."""
    for cell in row.cells:
        for part in walk_inlines(cell):
            if isinstance(part, Activity):
                return words_of(part.parts)
    return words_of(row.cells[0])
