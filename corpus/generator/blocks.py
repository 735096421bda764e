"""The blocks of words that a made document is of, which know what they mean.

A look sees blocks and words only (plain.py). Truth is read off the same tree (labels.py), so words and labels are
written once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from corpus.generator.figures import Figure
from models.rows import Horizon


@dataclass(frozen=True)
class Strong:
    """Words in bold; they count as words of whatever they stand in."""

    words: str


@dataclass(frozen=True)
class Note:
    """A footnote: a mark here, the words at the foot of the page."""

    words: str


@dataclass(frozen=True)
class Goal:
    parts: "Prose"
    horizon: Horizon = "unspecified"


@dataclass(frozen=True)
class Activity:
    """years are those that the document gives it, by head, mark, phrase or its own period."""

    parts: "Prose"
    years: tuple[int, ...] = ()
    optional: bool = False
    key: str | None = None


@dataclass(frozen=True)
class Indicator:
    parts: "Prose"


Inline: TypeAlias = str | Strong | Note | Figure | Goal | Activity | Indicator
Prose: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True)
class Cover:
    title: str
    subtitle: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letterhead:
    """The top of a memo or a letter: issuer and unit to the left, date and diary number to the right."""

    issuer: str
    unit: str
    kind: str
    date: str
    diary_number: str
    recipient: str
    sender: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contents:
    """A list of the headings with their pages."""


@dataclass(frozen=True)
class Heading:
    words: str
    level: int
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    parts: Prose


@dataclass(frozen=True)
class RunIn:
    """A label in bold with its text on the same line."""

    label: str
    parts: Prose


@dataclass(frozen=True)
class Item:
    parts: Prose
    items: tuple["Item", ...] = ()


@dataclass(frozen=True)
class Bullets:
    items: tuple[Item, ...]
    ordered: bool = False


ColumnKind = Literal["text", "figure", "mark"]
RowRole = Literal["body", "section", "subtotal", "total", "breakdown"]


@dataclass(frozen=True)
class Column:
    """width is relative to the table's other columns."""

    head: str
    kind: ColumnKind = "text"
    width: float = 1.0


@dataclass(frozen=True)
class Row:
    """One cell a column; a section row has its only words in the first. key says what the row is about."""

    cells: tuple[Prose, ...]
    role: RowRole = "body"
    key: str | None = None


@dataclass(frozen=True)
class Table:
    """groups, where there are any, head several columns each: (words, columns spanned).

    sum_line stands right under the table and states its total.
    """

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    groups: tuple[tuple[str, int], ...] = ()
    sum_line: Prose = ()
    headless: bool = False


QuestionKind = Literal["text", "long", "figure", "choice"]


@dataclass(frozen=True)
class Question:
    """answer is None where nothing was filled in. choices are the boxes of a choice; the answer is the ticked one's.

    role says what the answer is, where that matters: "orgnr", "signed_on", "contact", "phone", "email".
    """

    label: str
    answer: Prose | None
    kind: QuestionKind = "text"
    number: str | None = None
    choices: tuple[str, ...] = ()
    hint: str = ""
    role: str | None = None


@dataclass(frozen=True)
class FormSection:
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    sections: tuple[FormSection, ...]


@dataclass(frozen=True)
class Boxed:
    """Blocks in a frame or a tint of their own."""

    title: str
    blocks: "Blocks"


@dataclass(frozen=True)
class Signature:
    place_and_date: str
    name: str
    role: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a page; restart begins the page numbers anew (a new document in a packet)."""

    restart: bool = False


@dataclass(frozen=True)
class Landscape:
    """Blocks on pages of their own that lie down."""

    blocks: "Blocks"


Block: TypeAlias = (
    Cover
    | Letterhead
    | Contents
    | Heading
    | Paragraph
    | RunIn
    | Bullets
    | Table
    | Form
    | Boxed
    | Signature
    | PageBreak
    | Landscape
)
Blocks: TypeAlias = tuple[Block, ...]


def walk_blocks(blocks: Blocks) -> Iterator[Block]:
    """Every block in the document's order, those inside boxes and landscape pages too."""
    for block in blocks:
        yield block
        if isinstance(block, Boxed | Landscape):
            yield from walk_blocks(block.blocks)


def walk_prose(blocks: Blocks) -> Iterator[Prose]:
    """Every run of words in the document's order."""
    for block in walk_blocks(blocks):
        match block:
            case Paragraph() | RunIn():
                yield block.parts
            case Bullets():
                yield from _walk_items(block.items)
            case Table():
                yield from (cell for row in block.rows for cell in row.cells)
                yield block.sum_line
            case Form():
                yield from (
                    question.answer
                    for section in block.sections
                    for question in section.questions
                    if question.answer is not None
                )
            case _:
                pass


def _walk_items(items: tuple[Item, ...]) -> Iterator[Prose]:
    for item in items:
        yield item.parts
        yield from _walk_items(item.items)


def walk_inlines(prose: Prose) -> Iterator[Inline]:
    """Every inline, those inside goals, activities and indicators after what holds them."""
    for part in prose:
        yield part
        if isinstance(part, Goal | Activity | Indicator):
            yield from walk_inlines(part.parts)


def words_of(prose: Prose) -> str:
    """The words as printed, without footnotes."""
    words: list[str] = []
    for part in prose:
        match part:
            case str():
                words.append(part)
            case Strong() | Figure():
                words.append(part.words)
            case Note():
                pass
            case Goal() | Activity() | Indicator():
                words.append(words_of(part.parts))
    return "".join(words)
