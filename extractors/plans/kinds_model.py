"""The model of kinds: what a text of a plan is by its words alone, and how sure that is.

A spaCy text classifier (a small convolutional network over the telling words), trained by `plankoll train` and shipped
in kinds_model/. It knows nothing of the headings; the card there says how good it is, and on what.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.drafts import Stated
from extractors.plans.telling_words import telling_words
from models.rows import TextKind

FOLDER = Path(__file__).with_suffix("")
"""Where the trained model lies."""
SHARED_WORDS = "shared_words.txt"
KINDS: tuple[TextKind, ...] = ("activity", "background", "cost", "goal", "indicator")
_BATCH = 128
_WORD = re.compile(r"[^\W\d_]+")
STATED: tuple[Stated, ...] = ("goal", "activity", "indicator")
_AGREE = 0.6
"""How much of what texts state together must be of their common kind."""
_STATE, _LISTED_STATE = 0.65, 0.12
"""How likely texts together must state something: prose may be background, where items of a list are told tersely."""
_FEW, _LIKELY_OF_FEW = 2, 0.85
"""So few texts must be of one kind by themselves."""
_FEWEST_WORDS = 3.0
"""Words that the texts have on average: names are shorter."""
_KEPT = 2048
"""Texts whose readings are known by heart, some 300 bytes each: the same one is asked of as a cell, an item, a row."""


class Reading(NamedTuple):
    """What the model takes a text for, and how likely each kind is, 0 to 1."""

    kind: TextKind
    likely: dict[TextKind, float]


class KindsModel(NamedTuple):
    nlp: Language
    shared: frozenset[str]
    """The words that it reads as they are (telling_words)."""


@cache
def load(folder: Path = FOLDER) -> KindsModel:
    """The model in a folder: the shipped one unless said. Raises OSError where the folder is not whole.

    Its texts come as words: a tokenizer's rules are not read.
    """
    nlp = spacy.load(folder, exclude=["tokenizer"])
    return KindsModel(nlp, frozenset((folder / SHARED_WORDS).read_text(encoding="utf-8").split("\n")))


_known: dict[str, Reading] = {}
"""What the shipped model made of its last texts; a text is read alike whatever is read with it."""


def read_kinds(texts: Sequence[str], model: KindsModel | None = None) -> list[Reading]:
    """What each text is by its words, in their order."""
    if model is not None:
        return _read(texts, model)
    known = {text: _known[text] for text in texts if text in _known}
    if new := [text for text in dict.fromkeys(texts) if text not in known]:
        read = dict(zip(new, _read(new, load()), strict=True))
        known |= read
        if len(_known) + len(read) > _KEPT:
            _known.clear()
        _known.update(read)
    return [known[text] for text in texts]


def _read(texts: Sequence[str], model: KindsModel) -> list[Reading]:
    nlp, shared = model
    return [_reading(doc.cats) for doc in nlp.pipe(as_docs(nlp, texts, shared), batch_size=_BATCH)]


def agreed_kind(texts: Sequence[str], fewest: int, *, listed: bool = False) -> Stated | None:
    """What the texts below one head state together; None where they state nothing, differ, or are fewer.

    Each alone may read as something else: a goal told as a state, an act in the present. Their mean sways less.
    listed: they are items of lists.
    """
    if len(texts) < fewest or sum(len(_WORD.findall(text)) for text in texts) < _FEWEST_WORDS * len(texts):
        return None
    readings = read_kinds(texts)
    mean = {kind: sum(reading.likely[kind] for reading in readings) / len(readings) for kind in STATED}
    kind = max(STATED, key=lambda each: mean[each])
    if len(texts) <= _FEW:
        return kind if mean[kind] >= _LIKELY_OF_FEW else None
    states = sum(mean.values())
    return kind if states >= (_LISTED_STATE if listed else _STATE) and mean[kind] >= _AGREE * states else None


def as_docs(nlp: Language, texts: Iterable[str], shared: frozenset[str]) -> Iterable[Doc]:
    """The texts as the model reads them."""
    return (Doc(nlp.vocab, words=telling_words(text, shared)) for text in texts)


def _reading(cats: dict[str, Any]) -> Reading:
    likely = {kind: float(cats[kind]) for kind in KINDS}
    return Reading(max(KINDS, key=lambda kind: likely[kind]), likely)
