"""Training of the model of kinds (plans/kinds_model.py) from texts that say what they are."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from extractors.plans.kinds_model import KINDS, SHARED_WORDS, as_docs
from extractors.plans.telling_words import shared_words
from models.rows import TextKind

_WIDTH = 48
_ROWS = (2000, 500)
"""Of the tables that words and endings are hashed into: few, so that the model is small and must generalise."""
_TEXTCAT = {
    "@architectures": "spacy.TextCatReduce.v1",
    "exclusive_classes": True,
    "use_reduce_first": True,
    "use_reduce_last": True,
    "use_reduce_max": True,
    "use_reduce_mean": True,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": _WIDTH,
            "attrs": ["NORM", "SUFFIX"],
            "rows": list(_ROWS),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": _WIDTH,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": 2,
        },
    },
}
_ROUNDS, _BATCH, _DROPOUT = 8, 64, 0.35
"""Few rounds and much dropout: the model is to learn forms, not the sentences. What is kept is the mean of its weights
over the rounds, which chance sways less than the last of them."""


def train(
    labelled: Sequence[tuple[str, TextKind]], out: Path, *, seed: int, tell: Callable[[int, float], None]
) -> None:
    """Train on (text, kind) and write the model to the folder `out`; tell hears each round and its loss.

    The same texts and seed give the same model on the same machine.
    """
    fix_random_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - chance that a seed repeats is what is wanted here
    shared = shared_words(text for text, _ in labelled)
    nlp = spacy.blank("sv")
    textcat = nlp.add_pipe("textcat", config={"model": _TEXTCAT})
    for kind in KINDS:
        textcat.add_label(kind)  # type: ignore[attr-defined]
    examples = _examples(nlp, labelled, shared)
    nlp.initialize(lambda: examples)
    optimizer = Adam(use_averages=True)
    for at in range(_ROUNDS):
        rng.shuffle(examples)
        losses: dict[str, float] = {}
        for start in range(0, len(examples), _BATCH):
            nlp.update(examples[start : start + _BATCH], sgd=optimizer, losses=losses, drop=_DROPOUT)
        tell(at + 1, losses["textcat"])
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(out)
    (out / SHARED_WORDS).write_text("\n".join(sorted(shared)), encoding="utf-8")


def _examples(nlp: Language, labelled: Sequence[tuple[str, TextKind]], shared: frozenset[str]) -> list[Example]:
    docs = as_docs(nlp, [text for text, _ in labelled], shared)
    return [
        Example.from_dict(doc, {"cats": {each: float(each == kind) for each in KINDS}})
        for doc, (_, kind) in zip(docs, labelled, strict=True)
    ]
