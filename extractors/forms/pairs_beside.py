"""Labels with their answers beside them in the columns in which others of the form stand, in tables or by themselves.

A row that stands alone, between questions of another kind, is no table; that its label stands where labels do, in their
type, and its answer where answers do tells what it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.forms.choices import Line, has_box, is_option
from extractors.forms.question_rows import filled_columns, rows_seen
from extractors.forms.style import Entry, Item, is_beside, is_right_above
from extractors.forms.wording import likeness
from models.blocks import Table
from models.place import Place

_COLUMN = 8.0
"""Points by which the left edges of one column differ at most: a cell has its own white."""
_ANSWERS = 16.0
"""The same for the columns of answers: an open cell begins at the white before its text."""
_SAME_SIZE = 0.6
_LABEL_AND_ANSWER = 2
"""Columns."""
_LONGEST = 90
_OTHERS = 1
"""Rows in the same columns, besides its own."""
_SURELY = 1.5
"""What is set as its answer is must sound so much like a label."""


@dataclass(frozen=True)
class _Pair:
    """Where a label and its answer stand, and the label's size and weight."""

    label: Place
    answer: Place
    size: float
    bold: bool

    def goes_with(self, other: "_Pair") -> bool:
        """True for rows of the same columns and type."""
        return (
            abs(self.label.x0 - other.label.x0) <= _COLUMN
            and (abs(self.answer.x0 - other.answer.x0) <= _ANSWERS or abs(self.answer.x1 - other.answer.x1) <= 1)
            and abs(self.size - other.size) < _SAME_SIZE
            and self.bold == other.bold
        )


def pairs_beside(flow: Sequence[Item]) -> dict[int, Entry]:
    """The places in the flow of such labels, each with its answer."""
    texts = [item for item in flow if isinstance(item, Entry)]
    answers = {
        at: answer
        for at, item in enumerate(flow)
        if isinstance(item, Entry) and (answer := _answer_of(item, texts)) is not None
    }
    if not answers:
        return {}
    labels = {at: item for at, item in enumerate(flow) if isinstance(item, Entry) and at in answers}
    alone = {at: _Pair(one.place, answers[at].place, one.size, one.bold) for at, one in labels.items()}
    every = [*(pair for item in flow if isinstance(item, Table) for pair in _in_table(item)), *alone.values()]
    return {at: answers[at] for at, pair in alone.items() if sum(pair.goes_with(other) for other in every) > _OTHERS}


def _answer_of(label: Entry, texts: Sequence[Entry]) -> Entry | None:
    """What stands right beside a text that may be a label, and may be its answer; else None.

    What stands right below a text of another type answers that.
    """
    words = label.text
    if label.marker is not None or len(words) > _LONGEST or words[-1] in ".!;," or not any(map(str.isalpha, words)):
        return None
    if is_option(Line(words)) or has_box(words, None):
        return None
    right = [text for text in texts if is_beside(label.place, text.place)]
    answer = min(right, key=lambda text: text.place.x0, default=None)
    if answer is None or answer.asks:
        return None
    if _look(label) == _look(answer):
        return answer if likeness(words) >= _SURELY else None
    told = likeness(words) - likeness(answer.text)
    over = any(is_right_above(text.places[-1], label) and _look(text) != _look(label) for text in texts)
    return answer if told >= 0 and not over else None


def _look(text: Entry) -> tuple[float, bool, bool, str]:
    return (round(text.size * 2) / 2, text.bold, text.italic, text.color)


def _in_table(table: Table) -> Iterator[_Pair]:
    """The pairs of a table that is a form's, of two columns."""
    columns = filled_columns(table)
    if len(columns) != _LABEL_AND_ANSWER or not rows_seen(table):
        return
    cells = {(cell.row, cell.col): cell for cell in table.cells if cell.text}
    for row in range(table.n_rows):
        label, answer = (cells.get((row, col)) for col in columns)
        if label is not None and answer is not None:
            yield _Pair(label.place, answer.place, label.size, label.bold)
