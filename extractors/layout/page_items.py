"""What a page is laid out as: its text, tables, answers and notes."""

from dataclasses import dataclass, field

from extractors.tables.draft_table import DraftTable
from extractors.tables.ruled_tables import DraftCell
from extractors.text.draft_block import Draft
from extractors.text.lines import Line
from extractors.text.measures import Measures
from models.blocks import NoteKind


@dataclass
class TextItem:
    """A piece of running text."""

    page: int
    draft: Draft
    right: float = float("inf")
    """Right edge of the column that it stands in, points."""
    opens_column: bool = False
    """First in a column: the text at the foot of the column before may go on in it."""
    is_beside: bool = False
    """A head that stands beside its text."""


@dataclass
class TableItem:
    """A table, or the part of it that stands on this page. `frame` holds its text as blocks, should it be a frame."""

    page: int
    table: DraftTable
    frame: list[Draft] | None = None
    opens_column: bool = False
    """First in a column, as with running text."""


@dataclass
class AnswerItem:
    """A label with its value beside it."""

    page: int
    label: DraftCell
    value: DraftCell
    measures: Measures | None = None
    """Those of the text around it."""


@dataclass
class NoteItem:
    """Lines that are set apart from the flow."""

    page: int
    note: NoteKind
    lines: tuple[Line, ...]


Item = TextItem | TableItem | AnswerItem | NoteItem


@dataclass
class PageLayout:
    """A page's items in reading order; `measures` tell full lines from short ones."""

    page: int
    measures: Measures
    items: list[Item] = field(default_factory=list)
