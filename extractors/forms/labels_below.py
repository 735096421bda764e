"""Labels in small type below what they name, side by side at a form's end: `Ort och datum`, `Namnförtydligande`."""

from collections.abc import Sequence

from extractors.forms.style import SMALLER, Entry, Item, is_right_above, on_one_row
from models.blocks import Answer

_SEVERAL = 2
"""Labels on one row that surely ask."""
_SHORT = 45
"""Letters of a label at most."""
_EDGE = 4.0
"""Points by which the left edges of a label and what stands above or below it differ at most."""
_NEAR = 1.5
"""White below a label within which what stands there may be its own, in its type sizes."""


def with_labels_below(flow: Sequence[Item]) -> list[Item]:
    """The flow with each such label and what stands on the line above it as an answer."""
    texts = [item for item in flow if isinstance(item, Entry) and item.marker is None]
    told: dict[int, Answer] = {}
    taken: set[int] = set()
    for label in texts:
        if id(label) in told or not label.asks:
            continue
        row = [text for text in texts if on_one_row(label.place, text.place)]
        values = {id(text): above for text in row if (above := _above(text, texts)) is not None}
        if values and _are_labels(row, texts) and not any(id(value) in told for value in values.values()):
            told |= {id(text): _answer(text, values.get(id(text))) for text in row}
            taken |= {id(value) for value in values.values()}
    return [told.get(id(item), item) for item in flow if id(item) not in taken]


def _are_labels(row: Sequence[Entry], texts: Sequence[Entry]) -> bool:
    short = all(len(text.text) < _SHORT and not text.framed and text.text[-1] not in ".?:" for text in row)
    return short and sum(text.asks for text in row) >= _SEVERAL and not any(_has_below(text, texts) for text in row)


def _above(label: Entry, texts: Sequence[Entry]) -> Entry | None:
    """What stands right above the label, in larger type, and asks nothing."""
    found = [
        text
        for text in texts
        if is_right_above(text.places[-1], label) and text.size > label.size + SMALLER and not (text.asks or text.bold)
    ]
    return found[0] if len(found) == 1 else None


def _has_below(label: Entry, texts: Sequence[Entry]) -> bool:
    """True where something stands right below the label at its edge: that may be its answer as well."""
    return any(
        text.place.page == label.place.page
        and abs(text.place.x0 - label.place.x0) <= _EDGE
        and 0 <= text.place.top - label.places[-1].bottom < _NEAR * label.size
        for text in texts
    )


def _answer(label: Entry, value: Entry | None) -> Answer:
    places = (*label.places, *(value.places if value is not None else ()))
    return Answer(label=label.text, value=value.text if value is not None else None, text=label.text, places=places)
