"""Step 2, read: a page's words with place and type, and its drawings. PDF in, plain values out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import pypdfium2

from extractors.pages.annotations import Aside, Entry, attached_to
from extractors.pages.bar_charts import without_charts
from extractors.pages.drawings import drawings_of
from extractors.pages.drawn_bullets import with_drawn_bullets
from extractors.pages.drop_caps import without_initials
from extractors.pages.geometry import Box, Drawn, RuledGrid, Word
from extractors.pages.justified_lines import with_justified_lines
from extractors.pages.letter_spacing import drawn_together
from extractors.pages.nameless_fonts import is_asked, with_weights
from extractors.pages.painted_cells import with_painted_cells
from extractors.pages.pdfium_page import sheet_of
from extractors.pages.pdfium_shapes import shapes_of
from extractors.pages.pdfium_text import text_of
from extractors.pages.ringed_steps import with_ringed_steps
from extractors.pages.second_reading import SecondText, settle
from extractors.pages.small_capitals import with_case_by_size
from extractors.pages.tick_boxes import TickBox
from extractors.pages.turned_text import quarters_of
from extractors.pages.typed_boxes import with_typed_boxes
from extractors.pages.typed_rules import with_typed_rules
from extractors.pages.underlines import emphasised
from extractors.pages.unprinted_options import unprinted_options
from extractors.pages.unseen import seen_of
from models.blocks import TextLayer

TICK = "☐"
"""The word that stands for a tick box in which no mark was seen."""
TICKED = "☒"
"""The word that stands for a tick box with a mark in it, as forms set it themselves."""
TICKS = frozenset({TICK, TICKED})
_DOTS = frozenset(".·…_")
_DOTS_IN_ROW = 4
_NOTHING = frozenset({"...", "…"})
_APART = 1.0
"""White before a column, in type sizes; a leader begins nearer to the text that it leads from."""
_LED_WITHIN = re.compile(r"^(?P<before>.*?[.…]{4,})(?P<number>\d{1,4})$")
_MANY_DOTS = "...."
_DIGIT = 0.5
"""A digit is about so wide, in type sizes."""
_LEADER = re.compile(r"[.…]{4,}$|^[.…]{3,}$|^[.…_]{4,}$")


@dataclass(frozen=True)
class RawPage:
    """What stands on one page, before layout."""

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    """Words in reading direction, and TICK or TICKED for each tick box."""
    rules: tuple[Box, ...] = ()
    """Horizontal rules."""
    bands: tuple[Box, ...] = ()
    """Tints behind table rows."""
    tints: tuple[Box, ...] = ()
    """The filled rectangles that the bands are made of, one or one for each cell."""
    grids: tuple[RuledGrid, ...] = ()
    bars: tuple[Box, ...] = ()
    """Lines down the left side of a text."""
    n_images: int = 0
    layer: TextLayer = "native"
    """Where its words come from."""
    doubt: str | None = None
    lost: int = 0
    """Signs that show on the page and that neither reader can tell."""
    turned: tuple[Word, ...] = field(default=())
    """Texts that run another way than from left to right, each as one word."""
    quarters: int = 0
    """Right angles by which the page was turned clockwise to be read: its text lies on its side in the file."""
    entries: tuple[Entry, ...] = ()
    """Form fields outside drawn grids, with what was filled in."""
    asides: tuple[Aside, ...] = ()
    """Stamps, comments and signatures."""
    face: str | None = None
    """The typeface that most of the text is set in."""
    charted: tuple[Word, ...] = ()
    """What stands in charts and at their axes; `words` are without it."""

    @property
    def drawn(self) -> Drawn:
        """What is drawn beside grids."""
        return Drawn(self.rules, self.bands, self.tints)


def read_page(page: pypdfium2.PdfPage, number: int, ask: Callable[[int], SecondText | None]) -> RawPage:
    """Read one page. `number` is its place in the file, from 1; `ask` reads it with the second reader."""
    sheet = sheet_of(page)
    text = text_of(page, sheet, number)
    quarters = quarters_of(sum(len(word.text) for word in text.words), text.turned)
    if quarters:
        sheet = sheet_of(page, quarters)
        text = text_of(page, sheet, number)
    drawn = shapes_of(page, sheet, text.objects)
    seen = seen_of(page, sheet, text, drawn.shapes)
    second = cache(lambda: None if quarters else ask(number))
    reading = settle(seen.text, drawn.unheard, second)
    read = reading.words
    if is_asked(text.nameless) and (told := second()) is not None:
        read = with_weights(read, told.words)
    read, typed = with_typed_rules(read)
    words = with_justified_lines(drawn_together(_without_leaders(with_typed_boxes(read))))
    words = without_initials(with_case_by_size(words))
    fixed = attached_to(page, sheet)
    words.extend(word for entry in fixed.typed for word in entry.words(number))
    words.extend(unprinted_options(fixed, words, sheet.width, number))
    plain = without_charts(drawn.shapes, words)
    meant = drawings_of(plain.shapes, plain.words, Box(0.0, 0.0, sheet.width, sheet.height))
    grids = with_painted_cells(meant.grids, plain.shapes, plain.words)
    words = emphasised(plain.words, meant.underlines)
    words = with_drawn_bullets(words, plain.shapes, [tick.box for tick in meant.ticks])
    in_cells = [entry for entry in fixed.entries if _in_cell(entry.box, meant.grids)]
    words.extend(word for entry in in_cells for word in entry.words(number))
    ticks = [tick_word(box, number, ticked=ticked) for box, ticked in _tick_states(meant.ticks, fixed.ticks)]
    words, steps = with_ringed_steps(words, plain.shapes)
    ticks.extend(tick_word(box, number, ticked=ticked) for box, ticked in steps)
    marks = [tick.mark for tick in meant.ticks if tick.mark is not None]
    words = [word for word in words if word not in marks]
    return RawPage(
        number=number,
        width=sheet.width,
        height=sheet.height,
        rotation=sheet.rotation,
        quarters=quarters,
        words=(*words, *ticks),
        rules=(*meant.rules, *typed),
        bands=meant.bands,
        tints=meant.tints,
        grids=tuple(grid for grid in grids if len(grid.cells) > 1 or not _holds_entry(grid.box, fixed.entries)),
        bars=meant.bars,
        n_images=drawn.n_images,
        layer=seen.layer,
        doubt="; ".join(doubt for doubt in (reading.doubt, seen.doubt) if doubt) or None,
        lost=reading.lost,
        turned=reading.turned,
        entries=tuple(entry for entry in fixed.entries if entry not in in_cells),
        asides=fixed.asides,
        face=text.face,
        charted=plain.set_apart,
    )


def tick_word(box: Box, page: int, *, ticked: bool) -> Word:
    """The word that stands for a tick box."""
    sign = TICKED if ticked else TICK
    return Word(sign, box.x0, box.top, box.x1, box.bottom, size=round(box.height, 2), page=page)


def _tick_states(drawn: Sequence[TickBox], fields: Sequence[tuple[Box, bool]]) -> list[tuple[Box, bool]]:
    """Each tick box once, and whether it is ticked: a form's field stands over the square that is drawn for it."""
    bare = [tick for tick in drawn if not any(_overlap(tick.box, field) for field, _ in fields)]
    return [*((tick.box, tick.ticked) for tick in bare), *fields]


def _overlap(box: Box, other: Box) -> bool:
    return box.x0 < other.x1 and other.x0 < box.x1 and box.top < other.bottom and other.top < box.bottom


def _in_cell(box: Box, grids: Sequence[RuledGrid]) -> bool:
    """True for a form field in a table: its value is the cell's. A single drawn box is the field's own frame."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return any(
        len(grid.cells) > 1 and any(c.x0 <= x <= c.x1 and c.top <= y <= c.bottom for c in grid.cells) for grid in grids
    )


def _holds_entry(box: Box, entries: Sequence[Entry]) -> bool:
    return any(_overlap(box, entry.box) for entry in entries)


def _without_leaders(words: Sequence[Word]) -> list[Word]:
    """Runs of dots or underscores that lead the eye to a page number or an answer are white, not words."""
    kept: list[Word] = []
    led = False
    words = [part for word in words for part in _parted_by_dots(word)]
    dotted = _rows_of_dots(words)
    for i, word in enumerate(words):
        ends_in_dots = word.text[-1] in _DOTS and not (i and _is_mark(words[i - 1], word))
        leader = _LEADER.search(word.text) if ends_in_dots else None
        if i in dotted or leader is not None:
            plain = "" if i in dotted or leader is None else word.text[: leader.start()]
            if plain:
                x1 = word.x0 + (word.x1 - word.x0) * len(plain) / len(word.text)
                kept.append(replace(word, text=plain, x1=x1, led=led))
            led = True
        else:
            kept.append(replace(word, led=True) if led else word)
            led = False
    return kept


def _parted_by_dots(word: Word) -> tuple[Word, ...]:
    """A word whose dots run on to the page number, "Inledning.....3", as two words, about where they stand."""
    found = _LED_WITHIN.match(word.text) if _MANY_DOTS in word.text else None
    if found is None:
        return (word,)
    number = replace(word, text=found["number"], x0=word.x1 - len(found["number"]) * _DIGIT * word.size)
    return (replace(word, text=found["before"], x1=max(word.x0, number.x0 - word.size)), number)


def _is_mark(before: Word, word: Word) -> bool:
    """True for three dots that stand in a column of their own: nothing is known there, and nothing is led to."""
    beside = word.top < before.bottom and before.top < word.bottom and word.x0 - before.x1 > _APART * word.size
    return beside and word.text in _NOTHING


def _rows_of_dots(words: Sequence[Word]) -> set[int]:
    """Where in `words` dots stand that follow each other on one line, parted by white."""
    found: set[int] = set()
    row: list[int] = []
    for i, word in enumerate(words):
        if word.text not in _DOTS or (row and word.bottom != words[row[-1]].bottom):
            row = []
        if word.text in _DOTS:
            row.append(i)
        if len(row) >= _DOTS_IN_ROW:
            found.update(row)
    return found
