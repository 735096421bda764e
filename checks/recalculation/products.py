"""Rate times quantity: columns of a table that multiply, and a form's grant per post times its posts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from checks.arithmetic import Arithmetic, Quantity, add_up
from checks.check_input import CheckInput
from checks.recalculation.figures import Figure, figure_of_field
from checks.recalculation.recalculated import Claim, named
from checks.tables.columns import last_digit
from checks.tables.labels import folded, is_blank, is_of_the_grant
from checks.tables.structure import TableView
from models.numbers import KRONOR, Unit
from models.rows import CellRow, FormField

_FACTOR = re.compile(
    r"sannolik|konsekvens|allvar|påverkan|\bper\b|\bà\b|pris\b|timkostnad|^antal|omfattning|^(?:s|k|st|tim|timmar)\b"
    r"|tjänster$|årsarbetare"
)
FEWEST_UNHEADED = 5
"""Rows with two factors above one that make the third number: so many do not come out by chance."""
NEARLY_ALL = 5
"""Of columns without headings one product in so many may be wrong."""
_IS_AFTERWARDS = re.compile(r"\befter\b|kvarstående|restrisk|\bmål\b|målvärde|föregående|tidigare|förra")
"""A column of values after a measure, or of another year: no part of the product beside it."""
_GRADED = re.compile(r"\s*(\d{1,2})\s*[.:)–=-]?\s+[^\W\d]|[^\d]*\((\d{1,2})\)\s*")
"""A grade and its word: `3. Möjlig`, `4 – Allvarlig`, `Möjlig (3)`."""
_RATE = re.compile(
    r"\b(?:per|för (?:en|varje))\s+(?:\w+\s+)?(?:hel)?(?:tids?)?-?(?:tjänst|årsarbetare|heltid|plats|ombud|post)"
)
_POSTS = re.compile(r"antal.*(?:tjänst|årsarbetare|heltid|platser|ombud)|^(?:års|heltids)(?:arbetare|tjänster)\b")
_ASKED = re.compile(r"^(?:totalt )?(?:sökt|ansökt|söker|beräknat|rekvirera|belopp som|bidrag som söks|summa)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table and its numbers, by column."""

    label: str
    cells: Mapping[int, tuple[CellRow, Decimal]]


def products_that_differ(view: TableView) -> Iterator[Claim]:
    """Every row whose product is not that of its factors, in a table where the other rows come out.

    Which columns multiply must be shown by the table: their headings name a rate, a quantity or a grade, two rows at
    least come out with factors other than one, and at least half of those that can be tried. A table that lacks its
    headings, as the rest of one on the page before may, shows it by FEWEST_UNHEADED rows and nearly all that it has.
    """
    headings = {index: folded(heading) for index, heading in view.headings.items()}
    is_headed = any(headings.values())
    if is_headed and not any(_FACTOR.search(heading) for heading in headings.values()):
        return
    rows = [_row(view, line.row, line.label) for line in view.lines if line.kind not in ("section", "sum")]
    indices = [index for index, words in headings.items() if not _IS_AFTERWARDS.search(words)]
    found: dict[int, tuple[int, list[Claim]]] = {}
    for first, second in combinations(indices, 2):
        if is_headed and not (_FACTOR.search(headings[first]) or _FACTOR.search(headings[second])):
            continue
        for product in indices:
            claims, shown = ([], 0) if product in (first, second) else _tried(view, rows, (first, second, product))
            wrong = sum(claim.arithmetic.grade != "equal" for claim in claims)
            if not is_headed and (shown < FEWEST_UNHEADED or wrong * NEARLY_ALL > len(claims)):
                continue
            if shown > max(1, found.get(product, (0, []))[0]):
                found[product] = shown, claims
    for _, claims in found.values():
        yield from (claim for claim in claims if claim.arithmetic.grade != "equal")


def _tried(view: TableView, rows: Sequence[_Row], columns: tuple[int, int, int]) -> tuple[list[Claim], int]:
    """A claim for each row that has all three numbers, and how many of them show the structure; 0 if too few do."""
    full = [row for row in rows if all(index in row.cells for index in columns)]
    values = [tuple(row.cells[index][1] for index in columns) for row in full]
    hits = sum(a * b == c for a, b, c in values)
    shown = sum(a * b == c and 1 not in (a, b) and c != 0 for a, b, c in values)
    if not shown or 2 * hits < len(full):
        return [], 0
    return [_claim(view, row, columns) for row in full], shown


def _claim(view: TableView, row: _Row, columns: tuple[int, int, int]) -> Claim:
    first, second, product = (_figure(view, row, index) for index in columns)
    return Claim(
        stated=replace(product, label=", ".join(words for words in (row.label, product.label) if words)),
        terms=(first, second),
        formula=f"{named(first)} × {named(second)}",
        arithmetic=_multiplied(product, first, second),
        title=view.table.title or "",
        doubt=view.doubt,
    )


def _multiplied(product: Figure, first: Figure, second: Figure) -> Arithmetic:
    """Both factors count as exact; a product with more decimals than are written may have been rounded."""
    value = first.quantity.value * second.quantity.value
    step = last_digit(product.quantity.value)
    stated = product.quantity if value % step == 0 else Quantity.rounded(product.quantity.value, step)
    return add_up(stated, [Quantity.exact(value)])


def _row(view: TableView, row: int, label: str) -> _Row:
    cells = {}
    for index in view.headings:
        cell = view.cells.get((row, index))
        value = _number(cell) if cell is not None else None
        if cell is not None and value is not None:
            cells[index] = (cell, value)
    return _Row(label, cells)


def _number(cell: CellRow) -> Decimal | None:
    """The cell's number, or the grade that it gives with its word; never an order of grades such as a date."""
    if cell.value is not None or is_blank(cell.text):
        return cell.value if cell.unit not in ("percent", "year") else None
    graded = _GRADED.match(cell.text or "")
    return Decimal(graded[1] or graded[2]) if graded else None


def _figure(view: TableView, row: _Row, index: int) -> Figure:
    cell, value = row.cells[index]
    unit: Unit | None = next((unit for unit in KRONOR if unit == cell.unit), None)
    return Figure(
        label=view.headings.get(index) or row.label,
        text=cell.text or "",
        quantity=Quantity.exact(value),
        unit=unit,
        document_id=view.document.document_id,
        place=cell.place,
    )


def products_of_forms(rows: CheckInput) -> Iterator[Claim]:
    """A sum applied for that is not the grant per post times the posts that the same section tells.

    Silent where another sum of the section is the product.
    """
    sections = dict.fromkeys(field.section for field in rows.fields)
    for section in sections:
        fields = [field for field in rows.fields if field.section == section and field.value_number is not None]
        rates = [field for field in fields if _RATE.search(folded(field.label))]
        posts = [field for field in fields if _POSTS.search(folded(field.label)) and field not in rates]
        asked = [field for field in fields if _ASKED.match(folded(field.label)) and is_of_the_grant(field.label)]
        if len(rates) == len(posts) == 1 and asked:
            claim = _form_claim(rates[0], posts[0], asked[0], section)
            made = claim.arithmetic.expected
            if claim.arithmetic.grade != "equal" and all(field.value_number != made for field in fields):
                yield claim


def _form_claim(rate: FormField, posts: FormField, asked: FormField, section: str | None) -> Claim:
    figures = [figure_of_field(field) for field in (asked, posts, rate)]
    product, first, second = (figure for figure in figures if figure is not None)
    return Claim(
        stated=product,
        terms=(first, second),
        formula=f"{named(first)} × {named(second)}",
        arithmetic=_multiplied(product, first, second),
        title=section or "",
    )
