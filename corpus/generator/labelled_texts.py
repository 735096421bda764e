"""Short texts that say what they are (goal, activity, indicator, cost, background): what the kinds model learns from.

Most are the blocks of made documents; others are frames (phrases/frames.toml) filled with invented matter, since
plans have more ways of saying a thing than the stock of sentences has. Beside them stand short statements in the forms
that many hands use (phrases/hands.toml), which no made document holds.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.generator.blocks import (
    Activity,
    Block,
    Bullets,
    Goal,
    Indicator,
    Item,
    Paragraph,
    Prose,
    RunIn,
    Table,
    walk_blocks,
    walk_inlines,
    words_of,
)
from corpus.generator.figures import Figure
from corpus.generator.looks.catalogue import LOOKS
from corpus.generator.phrases import stock
from corpus.generator.programme import plan_corpus
from models.rows import TextKind

_KINDS: tuple[TextKind, ...] = ("goal", "activity", "indicator", "background", "cost")
_SHORTEST = 20
"""Letters: a shorter paragraph is a label or a name and says nothing of its kind."""
_PER_FRAME = 12
_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"^Aktivitet \d+\s*[.:]\s*")
_STATEMENTS: dict[type[Goal | Activity | Indicator], TextKind] = {
    Goal: "goal",
    Activity: "activity",
    Indicator: "indicator",
}


@dataclass(frozen=True)
class LabelledText:
    text: str
    kind: TextKind


def labelled_texts(seed: int, n_documents: int) -> list[LabelledText]:
    """Texts of so many made documents and of the frames, sorted; none twice, figures aside."""
    rng = random.Random(f"labelled texts/{seed}")
    found: dict[str, LabelledText] = {}
    for planned in plan_corpus(seed, n_documents, LOOKS):
        for block in walk_blocks(planned.content.blocks):
            for each in _of_block(block):
                found.setdefault(_DIGITS.sub("0", each.text.casefold()), each)
    for each in _of_frames(rng):
        found.setdefault(_DIGITS.sub("0", each.text.casefold()), each)
    return [found[key] for key in sorted(found)]


def texts_of_many_hands() -> list[LabelledText]:
    """Short statements in many forms, each once, in the stock's order."""
    hands = stock("hands")
    return [LabelledText(text, kind) for kind in _KINDS for text in hands[kind]]


def _of_block(block: Block) -> Iterator[LabelledText]:
    for prose in _proses(block):
        inlines = list(walk_inlines(prose))
        stated = [part for part in inlines if isinstance(part, Goal | Activity | Indicator)]
        for part in stated:
            yield LabelledText(_NUMBERED.sub("", words_of(part.parts).strip()), _STATEMENTS[type(part)])
        if stated or isinstance(block, Table):
            continue
        text = words_of(prose).strip()
        if any(isinstance(part, Figure) and part.kinds for part in inlines):
            yield LabelledText(text, "cost")
        else:
            sentences = _SENTENCE.split(text)
            several = dict.fromkeys((text, *sentences))
            yield from (LabelledText(each, "background") for each in several if len(each) >= _SHORTEST)


def _proses(block: Block) -> Iterator[Prose]:
    match block:
        case Paragraph() | RunIn():
            yield block.parts
        case Bullets():
            yield from _items(block.items)
        case Table():
            yield from (cell for row in block.rows for cell in row.cells)
        case _:
            pass


def _items(items: tuple[Item, ...]) -> Iterator[Prose]:
    for item in items:
        yield item.parts
        yield from _items(item.items)


def _of_frames(rng: random.Random) -> Iterator[LabelledText]:
    frames = stock("frames")
    for kind in _KINDS:
        for frame in frames[kind]:
            yield from (LabelledText(_filled(frame, frames, rng), kind) for _ in range(_PER_FRAME))


def _filled(frame: str, frames: dict[str, list[str]], rng: random.Random) -> str:
    """A slot that begins with a capital has its words begin with one; numbers and years are drawn."""

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name == "tal":
            return str(rng.randint(2, 95))
        if name == "ar":
            return str(rng.randint(2015, 2030))
        words = rng.choice(frames[name] if name in frames else frames[name.removesuffix("_stor").lower()])
        return words[:1].upper() + words[1:] if name[0].isupper() else words

    return _SLOT.sub(fill, frame)
