"""Where in a file a form stands: pages on which several things are asked that only forms ask."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from extractors.forms.boxes_in_grid import rows_of_boxes
from extractors.forms.built_as_forms import labels_by_build
from extractors.forms.choices import BOXES
from extractors.forms.matrices import matrix_rows
from extractors.forms.number_column import without_number_column
from extractors.forms.question_rows import filled_columns, rows_seen, without_groups
from extractors.forms.questions import asks, is_letterheads, opens_with_letter, split_number
from extractors.forms.wording import likeness
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph, Table

_ENOUGH = 3
"""Things that a page asks, from which it is taken for a form's."""
_ENOUGH_LINES = 4
_COLON_LINE = re.compile(r"^[A-ZÅÄÖ][^:.?]{2,50}:\s+\S.{0,100}$")
_OF_US = re.compile(r"^(?:hur|vad|vart|var|vem|vilk\w+|varför|när)\b.*\b(?:vi|oss)\b.*\?$", re.IGNORECASE)
"""What a text asks of those who wrote it, and answers itself: "Vart vill vi komma?"; a form asks others."""
_IN_KRONOR = re.compile(r"^[\d\s.]+\s?(?:kr|kronor|tkr|sek)\b", re.IGNORECASE)
_SURELY = 1.5
"""What sounds so much like a label asks."""
_LABEL_AND_ANSWER = 2
"""Columns."""
_GAP = 2
"""Pages of long answers or instructions that can lie between two pages that ask."""


def forms_in(blocks: Sequence[Block], *, is_report: bool = False) -> list[list[Block]]:
    """The blocks of each form in the file, in order; empty where it holds none.

    What a letterhead asks for as well counts only in what `is_report` or an application by its class, and there only
    beside something else.

    A form runs over pages next to each other. Pages before them belong to it where they ask anything at all, and those
    after it where they have its boxes or numbered questions as well, unless a new document begins on them.
    """
    pages: dict[int, list[Block]] = {}
    for block in blocks:
        if not isinstance(block, Note):
            pages.setdefault(block.place.page, []).append(block)
    asked = {page: _asked_on(found, letterheads=is_report) for page, found in pages.items()}
    spans: list[tuple[int, int]] = []
    for page in sorted(page for page, count in asked.items() if count >= _ENOUGH):
        first, last = page, page
        while (before := next((p for p in (first - 1, first - 2) if asked.get(p)), None)) is not None:
            first = before
        while last + 1 in pages and (asked[last + 1] > 0 or _goes_on(pages[last + 1], pages[last])):
            last += 1
        if spans and first - spans[-1][1] <= _GAP + 1:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return [[b for b in blocks if first <= b.place.page <= last] for first, last in spans]


def _goes_on(blocks: Sequence[Block], before: Sequence[Block]) -> bool:
    """True for a page with boxes, tick boxes or numbered questions, on which no title stands.

    So is one that answers what the page `before` ends in.
    """
    if any(isinstance(b, Heading) and b.level == 1 for b in blocks):
        return False
    waits = isinstance(before[-1], Heading | Paragraph | ListItem) and likeness(before[-1].text) >= _SURELY
    return waits or any(
        (isinstance(b, Table) and _goes_on_in(b))
        or (isinstance(b, ListItem) and likeness(f"{b.marker} {b.text}") >= _SURELY)
        or (b.framed and not isinstance(b, Table))
        or (isinstance(b, ListItem) and b.marker in BOXES)
        or (isinstance(b, Heading | Paragraph) and split_number(b.text)[0] is not None)
        for b in blocks
    )


def _goes_on_in(table: Table) -> bool:
    """True for statements with boxes to tick, and for questions that have numbers."""
    return matrix_rows(table) is not None or without_number_column(table) is not table


def _asked_on(blocks: Sequence[Block], *, letterheads: bool) -> int:
    """How many different things a page asks; a tick box counts as one with the others beside it."""
    found = {*_colon_lines(blocks), *labels_by_build(blocks)} if letterheads else set()
    for block in blocks:
        if isinstance(block, Answer):
            labels = [block.label]
        elif isinstance(block, Table):
            labels = _asked_in(block, is_form=letterheads)
        elif isinstance(block, ListItem) and block.marker in BOXES:
            labels = []
            found.add("")
        else:
            labels = [] if _OF_US.search(block.text) else [block.text.split(": ")[0]]
        found.update(label for label in labels if asks(label) or _is_asked_by_number(label, block, is_form=letterheads))
    found.update(_over_boxes(blocks))
    own = [label for label in found if not is_letterheads(label)]
    return len(found) if letterheads and own else len(own)


def _is_asked_by_number(label: str, block: Block, *, is_form: bool) -> bool:
    """True for a numbered label of a table of two columns, in what is a report or an application by its class."""
    return is_form and isinstance(block, Table) and split_number(label)[0] is not None


def _asked_in(table: Table, *, is_form: bool) -> list[str]:
    """The labels of a table of two columns, and the statements of a table of boxes.

    Pairs of columns beside each other ask in what is a report or an application by its class: a plan's cards have them.
    """
    rows = matrix_rows(table)
    if rows is not None:
        return [row.label for row in rows]
    boxes = rows_of_boxes(table)
    if boxes is not None:
        return [row.label for row in boxes]
    numbered = without_number_column(table)
    if numbered is not table and numbered.n_cols == 1:
        return [cell.lead or cell.text for cell in numbered.cells if cell.text]
    bare, _ = without_groups(numbered)
    columns = filled_columns(bare)
    if len(columns) == _LABEL_AND_ANSWER:
        return [c.text for c in bare.cells if c.col == columns[0]]
    return [row.label for row in rows_seen(table)] if is_form else []


def _over_boxes(blocks: Sequence[Block]) -> list[str]:
    """Texts numbered by a letter, each right above a box."""
    return [
        label.text
        for label, box in pairwise(blocks)
        if isinstance(label, Heading | Paragraph)
        and isinstance(box, Paragraph)
        and box.framed
        and not label.framed
        and label.place.page == box.place.page
        and opens_with_letter(label.text)
    ]


def _colon_lines(blocks: Sequence[Block]) -> list[str]:
    """The labels of lines `Label: answer` one below another, where one of them asks or gives a sum of money."""
    found: list[str] = []
    for is_line, run in groupby(blocks, lambda b: isinstance(b, Paragraph) and _COLON_LINE.match(b.text) is not None):
        pairs = [block.text.split(": ", 1) for block in run] if is_line else []
        telling = any(asks(label) or _IN_KRONOR.search(value) for label, value in pairs)
        if len(pairs) >= _ENOUGH_LINES and telling:
            found += [label for label, _ in pairs]
    return found
