"""Labels that their white alone tells: set as their answers are, right above them, with more white above than below."""

from collections.abc import Sequence

from extractors.forms.style import Entry, Item, is_colon_label, is_right_above

_SOME = 2
"""Questions by their words that stand so, from which what stands so asks; before a colon one is enough."""
_MORE_WHITE = 1.6
"""White above a label, as a multiple of that below it, at the least."""
_AT_LEAST = 2.0
"""Points by which the white above is more, at the least: lines of text stand a point or two closer or wider."""
_SAME_WHITE = 1.0
"""Points by which the white between labels and answers of one form differs at most."""
_LONGEST = 100

Look = tuple[object, int]
"""A label's style and its left edge in whole points."""


def labels_by_white(flow: Sequence[Item]) -> set[int]:
    """The places in the flow of texts that stand over the next one as the form's sure questions do."""
    standing = {at: white for at in range(len(flow)) if (white := _white_below(flow, at)) is not None}
    sure: dict[Look, list[float]] = {}
    for at, white in standing.items():
        entry = flow[at]
        if isinstance(entry, Entry) and entry.asks:
            sure.setdefault(_look(entry), []).append(white)
    found: set[int] = set()
    for at, white in standing.items():
        entry = flow[at]
        if isinstance(entry, Entry):
            alike = sum(abs(white - other) <= _SAME_WHITE for other in sure.get(_look(entry), ()))
            if alike >= (1 if is_colon_label(entry.text) else _SOME):
                found.add(at)
    return found


def _look(entry: Entry) -> Look:
    return entry.style, round(entry.place.x0)


def _white_below(flow: Sequence[Item], at: int) -> float | None:
    """The white between a short text and the one right below it; None where it stands no closer to that one."""
    label, value = flow[at], flow[at + 1] if at + 1 < len(flow) else None
    if not (isinstance(label, Entry) and isinstance(value, Entry)) or label.framed != value.framed:
        return None
    if (
        label.marker is not None
        or len(label.text) > _LONGEST
        or label.text[-1] in ".!,;"
        or not is_right_above(label.places[-1], value)
    ):
        return None
    place = label.place
    below = value.place.top - label.places[-1].bottom
    over = [
        other.bottom
        for item in flow[:at]
        for other in item.places
        if other.page == place.page and other.bottom <= place.top and other.x0 < place.x1 and other.x1 > place.x0
    ]
    above = place.top - max(over, default=0.0)
    return below if above >= max(_MORE_WHITE * below, below + _AT_LEAST) else None
