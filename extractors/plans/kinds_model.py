"""The model of kinds: what a text of a plan is by its words alone, and how sure that is.

A spaCy text classifier (a small convolutional network over the telling words), trained by `plankoll train` and shipped
in kinds_model/. It knows nothing of the headings; the card there says how good it is, and on what.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.plans.telling_words import telling_words
from models.rows import TextKind

FOLDER = Path(__file__).with_suffix("")
"""Where the trained model lies."""
SHARED_WORDS = "shared_words.txt"
KINDS: tuple[TextKind, ...] = ("activity", "background", "cost", "goal", "indicator")
_BATCH = 128
_AGREE, _LIKELY = 2 / 3, 0.7
"""The share of texts that must be read as their common kind, and how likely all of them together must be it."""


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


def read_kinds(texts: Sequence[str], model: KindsModel | None = None) -> list[Reading]:
    """What each text is by its words, in their order."""
    if not texts:
        return []
    nlp, shared = model or load()
    return [_reading(doc.cats) for doc in nlp.pipe(as_docs(nlp, texts, shared), batch_size=_BATCH)]


def agreed_kind(texts: Sequence[str], fewest: int) -> TextKind | None:
    """The kind that the texts have together; None where they do not agree, or are fewer."""
    if len(texts) < fewest:
        return None
    readings = read_kinds(texts)
    for kind in KINDS:
        agree = sum(reading.kind == kind for reading in readings) / len(readings)
        likely = sum(reading.likely[kind] for reading in readings) / len(readings)
        if agree >= _AGREE and likely >= _LIKELY:
            return kind
    return None


def as_docs(nlp: Language, texts: Iterable[str], shared: frozenset[str]) -> Iterable[Doc]:
    """The texts as the model reads them."""
    return (Doc(nlp.vocab, words=telling_words(text, shared)) for text in texts)


def _reading(cats: dict[str, Any]) -> Reading:
    likely = {kind: float(cats[kind]) for kind in KINDS}
    return Reading(max(KINDS, key=lambda kind: likely[kind]), likely)
