"""Labels in a type of their own, smaller than the answers right below them, in however many columns they stand."""

from collections import Counter
from collections.abc import Sequence

from extractors.forms.questions import instructs
from extractors.forms.style import Entry, Item, is_larger_below

_SEVERAL = 3
"""Texts of one style right above larger ones, from which the style is that of labels."""
_MOSTLY = 0.6
"""Part of the style's texts that stand so, at the least."""
_SOME, _FEW = 2, 0.3
"""Of what stands right below a style's texts so many ask, and such a part: it is the questions, and no answers."""
_LONGEST = 120


def small_labels(flow: Sequence[Item]) -> set[int]:
    """The places in the flow of labels in such a style; what is read between a label and its answer does not matter."""
    texts = {at: item for at, item in enumerate(flow) if isinstance(item, Entry) and item.marker is None}
    every_text = list(texts.values())
    below = {at: _larger_below(text, every_text) for at, text in texts.items() if _may_ask(text)}
    over = {at: answers for at, answers in below.items() if answers}
    standing = Counter(texts[at].style for at in over)
    asking = Counter(texts[at].style for at, answers in over.items() if any(answer.asks for answer in answers))
    every = Counter(text.style for text in texts.values())
    labels = {
        style
        for style, n in standing.items()
        if n >= _SEVERAL and n >= _MOSTLY * every[style] and not asking[style] >= max(_SOME, _FEW * n)
    }
    return {at for at in over if texts[at].style in labels}


def _may_ask(text: Entry) -> bool:
    words = text.text
    return len(words) < _LONGEST and words[-1] not in ".,;!" and any(map(str.isalpha, words)) and not instructs(words)


def _larger_below(label: Entry, texts: Sequence[Entry]) -> list[Entry]:
    """What may answer right below; what text of another style follows on is a heading."""
    return [
        other
        for other, after in zip(texts, [*texts[1:], None], strict=True)
        if other.framed == label.framed
        and is_larger_below(label, other)
        and not (other.heading and after is not None and after.style != label.style)
    ]
