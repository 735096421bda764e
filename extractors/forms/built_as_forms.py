"""What a page asks by how it is built, whatever its words are: for documents that are reports or applications."""

from collections.abc import Sequence

from extractors.forms.boxes_in_grid import rows_of_boxes
from extractors.forms.entries import entries
from extractors.forms.labels_by_turns import styles_by_turns
from extractors.forms.pairs_beside import pairs_beside
from extractors.forms.question_rows import is_set_as_rows, rows_seen
from extractors.forms.small_labels import small_labels
from extractors.forms.style import Entry, Item, on_one_row
from extractors.forms.wording import likeness
from models.blocks import Answer, Block, Table

_SEVERAL = 3
"""Labels built alike, from which they are a form's."""
_SIDE_BY_SIDE = 2
"""Columns."""
_FIGURE = -2.0
"""What sounds so is a sum, a count, a day or a number, and nothing else."""
_SHORT = 60
_SAME_ROW = 6.0
"""Points by which the words in a box may stand lower or higher than the label beside it: it has its own white."""


def labels_by_build(blocks: Sequence[Block]) -> list[str]:
    """The labels with an answer of their own, beside boxes, beside or above others, in grids of boxes and in tables."""
    texts = [item for item in entries(blocks) if isinstance(item, Entry)]
    small = small_labels(texts)
    found = [texts[at].text for at in sorted(small)]
    found += [texts[at].text for at in sorted(labels_beside_boxes(texts))]
    beside = {at: answer for at, answer in pairs_beside(texts).items() if _is_filled_in(texts[at], answer)}
    found += [texts[at].text for at in sorted(beside)] if len(beside) >= _SEVERAL else []
    turns = styles_by_turns(texts)
    found += [text.text for text in texts if any(text in style for style in turns)]
    answers = [block.label for block in blocks if isinstance(block, Answer)]
    found += answers if len(answers) >= _SEVERAL else []
    for block in blocks:
        if isinstance(block, Table):
            found += _labels_in(block)
    return found


def _is_filled_in(label: Entry, answer: Entry) -> bool:
    """True for a few words in bold with a few others beside them: what stands beside a heading are sentences."""
    return label.bold and not answer.bold and len(answer.text) < _SHORT and answer.text[-1] not in ".:;"


def _labels_in(table: Table) -> list[str]:
    """The labels of a table that is several boxes, or rows of labels with answers of several kinds."""
    boxes = rows_of_boxes(table)
    if boxes is not None:
        return [row.label for row in boxes] if len(boxes) >= _SEVERAL else []
    rows = rows_seen(table)
    answers = [row.answer for row in rows if row.answer]
    figures = sum(likeness(answer) <= _FIGURE for answer in answers)
    short = all(len(row.label) < _SHORT for row in rows)
    mixed = 0 < figures < len(answers) or (is_set_as_rows(table, (0, 1)) and table.n_cols == _SIDE_BY_SIDE)
    return [row.label for row in rows] if short and len(answers) >= _SEVERAL and mixed else []


def labels_beside_boxes(flow: Sequence[Item]) -> set[int]:
    """The places in the flow of short texts with a box to the right of each; fewer than several are none."""
    texts = [item for item in flow if isinstance(item, Entry)]
    found = {at for at, item in enumerate(flow) if isinstance(item, Entry) and _has_box_beside(item, texts)}
    return found if len(found) >= _SEVERAL else set()


def _has_box_beside(text: Entry, texts: Sequence[Entry]) -> bool:
    own = text.place
    if text.framed or text.marker is not None or len(text.text) >= _SHORT or text.text[-1] in ".!,;":
        return False
    return any(
        other.framed and other.place.x0 > own.x1 and (on_one_row(own, other.place) or _is_level(text, other))
        for other in texts
    )


def _is_level(text: Entry, other: Entry) -> bool:
    return text.place.page == other.place.page and abs(text.place.top - other.place.top) <= _SAME_ROW
