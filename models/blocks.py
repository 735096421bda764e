"""The plain document model that stands between reading and understanding.

Everything after layout reads this and never a PDF. A document is a sequence of blocks in
reading order; each knows its place on every page that it runs over. Running heads, page
numbers and footnotes are blocks too, set apart by their kind: nothing is dropped.
"""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from models.lean import Lean
from models.place import Place

NoteKind = Literal["running_head", "page_number", "footnote", "caption", "contents", "instruction", "aside"]
CellRole = Literal["header", "label", "body", "subtotal", "total", "note"]
TextLayer = Literal["native", "ocr", "mixed"]
GridMethod = Literal["ruled", "half_ruled", "unruled"]


class _Model(Lean):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Block(_Model):
    text: str = Field(description="The document's words, made whole: joined over lines and pages, de-hyphenated.")
    places: tuple[Place, ...] = Field(min_length=1, description="One box per page that the block runs over.")
    size: float = Field(default=0.0, description="Type size in points, the commonest in the block.")
    bold: bool = False
    italic: bool = False
    color: str = Field(default="", description="The fill colour of most of it, as text: to tell one from another.")
    framed: bool = Field(default=False, description="Stands inside a drawn or tinted box, or beside a bar at its side.")
    tail: str = Field(default="", description="The words that end it in smaller type; empty where none do.")
    frame: Place | None = Field(default=None, description="The drawn or tinted box that it begins in; null at a bar.")

    @property
    def place(self) -> Place:
        """Where the block begins."""
        return self.places[0]


class Heading(_Block):
    kind: Literal["heading"] = "heading"
    level: int = Field(ge=1, description="1 is the highest level in the document.")


class Paragraph(_Block):
    kind: Literal["paragraph"] = "paragraph"


class ListItem(_Block):
    kind: Literal["list_item"] = "list_item"
    marker: str = Field(description="The bullet or number as it stands, without white space.")
    level: int = Field(default=1, ge=1, description="Nesting, 1 is outermost.")


class Note(_Block):
    """Text set apart from the flow: running heads, page numbers, footnotes, captions, contents lines, a form's words
    to whoever fills it in, asides.

    An aside is no part of the text though it stands on the page: words that run another way outside tables, a
    watermark, a stamp, a comment, a signature.
    """

    kind: Literal["note"] = "note"
    note: NoteKind
    marker: str = ""
    """A footnote's mark, which its text does not repeat: `3`, `*`; empty where it has none."""


class Cell(_Model):
    row: int = Field(ge=0)
    col: int = Field(ge=0)
    row_span: int = Field(default=1, ge=1)
    col_span: int = Field(default=1, ge=1)
    text: str
    place: Place
    role: CellRole = "body"
    bold: bool = False
    size: float = Field(default=0.0, description="Type size in points, the largest of its lines; 0 where it is empty.")
    italic: bool = False
    color: str = Field(default="", description="The fill colour of its first line, as text: to tell one from another.")
    items: tuple[str, ...] = ()
    """The items, without their marks, of a list that fills the cell; empty where it holds none."""
    lead: str = ""
    """The words that begin the cell in a type of their own, a label over its answer; empty where there are none."""
    parts: tuple[str, ...] = ()
    """Its text, parted where lines end though the next one's first word would have fitted; empty where none do."""
    painted: bool = False
    """It holds no word and is painted in a colour that its row's texts do not stand on: a mark without a sign."""
    possible_parts: tuple[str, ...] = ()
    """Its text, parted wherever a line begins with a capital and may begin anew; empty where none does."""
    paragraphs: tuple[str, ...] = ()
    """Its text, parted where white is wider than within the table's texts; empty where it is nowhere."""
    marks: str = ""
    """The marks of footnotes that stood in it, which its text leaves out; empty where none did."""

    @property
    def look(self) -> tuple[float, bool, bool, str]:
        """Its type: size to half a point, bold, italic, colour."""
        return (round(self.size * 2) / 2, self.bold, self.italic, self.color)

    def covers(self, col: int) -> bool:
        """True where it stands over the column, be it as one of several."""
        return self.col <= col < self.col + self.col_span


class Table(_Block):
    """A table over as many pages as it runs. `text` is its title, or an empty string."""

    kind: Literal["table"] = "table"
    method: GridMethod
    n_rows: int = Field(ge=1)
    n_cols: int = Field(ge=1)
    cells: tuple[Cell, ...]
    doubt: str | None = Field(default=None, description="Why the grid is unsure; null where it is not.")
    confidence: float = Field(default=1.0, ge=0, le=1, description="How sure the grid is.")
    known_by_sv: str = Field(default="", description="What its columns and rows are known by, Swedish.")
    known_by_en: str = Field(default="", description="What its columns and rows are known by, English.")

    def grid(self) -> list[list[str]]:
        """Texts as n_rows x n_cols; cells that a span covers are empty strings."""
        grid = [[""] * self.n_cols for _ in range(self.n_rows)]
        for cell in self.cells:
            grid[cell.row][cell.col] = cell.text
        return grid


class Answer(_Block):
    """A label and its value as a form prints them side by side or one under the other."""

    kind: Literal["answer"] = "answer"
    label: str
    value: str | None = Field(description="null where the form left it empty.")
    said: Cell | None = None
    """The value as a cell of a table would hold it, with its items and paragraphs; null where it is not known."""


Block = Annotated[
    Heading | Paragraph | ListItem | Note | Table | Answer,
    Field(discriminator="kind"),
]


def as_paragraph(block: Block) -> Paragraph:
    """The block's words as running text."""
    return Paragraph(**_as_set(block))


def as_heading(block: Block, level: int) -> Heading:
    """The block's words as a heading of this level."""
    return Heading(**_as_set(block), level=level)


def _as_set(block: Block) -> dict[str, Any]:
    """What every block of text has."""
    return {name: getattr(block, name) for name in _Block.model_fields}


class PageInfo(_Model):
    """One page of the file as it was read."""

    page: int = Field(ge=1)
    label: str | None = Field(default=None, description="The page number as printed.")
    width: float
    height: float
    rotation: int = 0
    quarters: int = Field(
        default=0,
        ge=0,
        le=3,
        description="Right angles by which it was turned clockwise to be read. Its width, height and places are told "
        "as it lies.",
    )
    face: str | None = Field(default=None, description="The typeface that most of its text is set in.")
    text_layer: TextLayer | None = Field(description="null where the page has no text.")
    n_words: int
    doubt: str | None = Field(default=None, description="Why its reading is unsure; null where it is not.")
    unsure: tuple[Place, ...] = Field(default=(), description="Words that OCR read and is not sure of.")


class Part(_Model):
    """One of the documents that a file is bound of."""

    first_page: int = Field(ge=1, description="In the file, 1-based.")
    last_page: int = Field(ge=1)
    confidence: float = Field(ge=0, le=1, description="How sure it is that one document begins and ends there.")


class Unread(_Model):
    """Pages of print as pictures, on which nothing or not all could be read, though the file as a whole could."""

    pages: tuple[int, ...] = Field(min_length=1, description="Page numbers in the file, 1-based.")
    error: str = Field(description="A short code, such as ocr_missing.")
    message_sv: str
    message_en: str


class ReadFile(_Model):
    """A file as read and laid out: what understanding works on."""

    source_name: str = Field(description="File name as given, without folders.")
    source_sha256: str
    pages: tuple[PageInfo, ...]
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...] = Field(default=(), description="Its documents in order; empty where it is one.")
    unread: Unread | None = Field(default=None, description="The part that could not be read; null where all was.")
