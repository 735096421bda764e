"""Looking at how one page was read: its picture with the blocks marked, and the blocks as text."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from flows.files.apart import run_apart
from flows.files.outcome import unforeseen
from flows.files.stages import ended_apart, read_taken
from flows.files.workers import ApartError
from flows.settings import Settings
from models.blocks import Answer, Block, Heading, ListItem, ReadFile, Table
from models.failures import IntakeError
from models.rows import Stage


class NoSuchPageError(Exception):
    """The file has fewer pages."""

    def __init__(self, page: int, n_pages: int) -> None:
        super().__init__(page, n_pages)
        self.message_sv = f"Sidan {page} finns inte: filen har sidorna 1 till {n_pages}."
        self.message_en = f"There is no page {page}: the file has pages 1 to {n_pages}."

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


class _Refusal(BaseModel):
    stage: Stage
    code: str
    message_sv: str
    message_en: str


class _Answer(BaseModel):
    """What comes back from the other process: one of the three."""

    read: ReadFile | None = None
    n_pages: int = 0
    refusal: _Refusal | None = None


def look_at_page(path: Path, page: int, picture: Path, settings: Settings) -> ReadFile:
    """Read the file apart and draw one page (1-based) to `picture` as PNG; gives the whole file as read.

    Raises IntakeError for a file that cannot be taken in, NoSuchPageError.
    """
    try:
        raw = run_apart(
            _look,
            (path, page, picture, settings.handed_on),
            seconds=settings.seconds_per_file,
            memory=settings.memory_per_file,
        )
    except ApartError as error:
        raise ended_apart(error, settings) from error
    answer = _Answer.model_validate_json(raw)
    if answer.refusal is not None:
        raise IntakeError(**answer.refusal.model_dump())
    if answer.read is None:
        raise NoSuchPageError(page, answer.n_pages)
    return answer.read


def blocks_as_text(read: ReadFile, page: int) -> Iterator[str]:
    """The blocks on a page, each as its number and kind, its box in points, and its words."""
    from extractors.pictures.blocks import blocks_on, kind_of

    info = read.pages[page - 1]
    printed = f", tryckt (printed) {info.label}" if info.label else ""
    doubt = f", osäker (doubt): {info.doubt}" if info.doubt else ""
    yield f"sida (page) {page} av (of) {len(read.pages)}{printed}: {info.n_words} ord (words){doubt}"
    for ordinal, block, place in blocks_on(read, page):
        box = f"{place.x0:.0f},{place.top:.0f} – {place.x1:.0f},{place.bottom:.0f}"
        pages = sorted({p.page for p in block.places})
        over = f" sidor (pages) {pages[0]}–{pages[-1]}" if len(pages) > 1 else ""
        yield f"{ordinal:>4} {kind_of(block)}{_traits(block)} [{box}]{over}"
        for line in _words(block, page):
            yield f"       {line}"


def _look(path: Path, page: int, picture: Path, settings: Settings) -> bytes:
    """In the other process."""
    from corpus.registry import load_registry
    from extractors.pictures.picture import draw_page
    from extractors.taking.intake import take
    from extractors.understanding import understand

    try:
        taken = take(path, settings.limits)
        read = read_taken(path, taken.sha256, taken.source_name, settings)
    except IntakeError as error:
        return _refused(error)
    except MemoryError:  # the limit on this process: the parent has words for it
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told in the parent
        return _refused(unforeseen(error, "read"))
    if not 1 <= page <= len(read.pages):
        return _Answer(n_pages=len(read.pages)).model_dump_json().encode()
    try:
        fields = understand(read, load_registry(), "").fields
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return _refused(unforeseen(error, "understand"))
    draw_page(path, read, page, fields).save(picture, format="PNG")
    return _Answer(read=read).model_dump_json().encode()


def _refused(error: IntakeError) -> bytes:
    refusal = _Refusal(stage=error.stage, code=error.code, message_sv=error.message_sv, message_en=error.message_en)
    return _Answer(refusal=refusal).model_dump_json().encode()


def _traits(block: Block) -> str:
    match block:
        case Heading():
            return f" {block.level}"
        case ListItem():
            return f" {block.level} {block.marker!r}"
        case Table():
            doubt = f", osäker (doubt): {block.doubt}" if block.doubt else ""
            known = f"säkerhet (confidence) {block.confidence:.2f}, {block.known_by_sv} ({block.known_by_en})"
            return f" {block.method} {block.n_rows} x {block.n_cols}, {known}{doubt}"
        case _:
            return ""


def _words(block: Block, page: int) -> Iterator[str]:
    """A block's words; of a table, the rows that have a cell on the page."""
    if isinstance(block, Answer):
        yield f"{block.label} => {block.value if block.value is not None else '(tomt, empty)'}"
        return
    if block.text:
        yield block.text
    if isinstance(block, Table):
        here = {cell.row for cell in block.cells if cell.place.page == page}
        roles = {cell.row: cell.role for cell in reversed(block.cells)}
        for row, texts in enumerate(block.grid()):
            if row in here:
                yield f"{row:>3} {roles[row]:<8} | " + " | ".join(text.replace("\n", " ") for text in texts)
