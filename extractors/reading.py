"""Steps 2 to 4, read, lay out and part: a PDF file to the plain document model of each of its documents."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.documents.bookmarked import Bookmarked, bookmarked_pages
from extractors.documents.document_class import class_of
from extractors.documents.page_signs import PageSigns, signs_of
from extractors.documents.parting import part
from extractors.documents.titles import title_of
from extractors.form_instructions import instructions_in
from extractors.held_sheets import HeldSheets
from extractors.layout.framed_heads import with_framed_heads
from extractors.layout.furniture import Furniture, set_apart
from extractors.layout.joining import join_pages
from extractors.layout.margin_heads import right_of, text_edge
from extractors.layout.page_items import NoteItem, PageLayout
from extractors.layout.page_layout import lay_out
from extractors.layout.side_heads import heads_at_sides
from extractors.layout.tables_begun import with_begun_table
from extractors.ocr.limits import Ocr
from extractors.ocr.recognition import PageLayer, WithPictures
from extractors.ocr.turn import Turn, as_read, turned_back
from extractors.pages.page_surfaces import surface_gutters
from extractors.pages.page_words import TICKS, RawPage
from extractors.sheets import Sheet, without_instructions
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from extractors.text.measures import Measures, is_bold, main_sizes, measure, running_steps
from models.blocks import Block, PageInfo, ReadFile
from models.failures import IntakeError

_OCR = Ocr()
_FORMS = frozenset({"grant_report", "grant_application", "other"})
"""Classes that are forms, or can be; in others lesser type is text as well."""
_TOGETHER = 100
"""Pages, at most, that are laid out together to see where a file's documents begin."""
_PIECE = 50
"""Pages of a longer file that are laid out together for that: what this takes does not grow with the file."""
_NEIGHBOURS = 5
"""Pages on both sides of one from which it is known what repeats on it."""
_ENOUGH_TEXT = 600
"""Characters on a page from which it can be measured by itself."""


@dataclass(frozen=True)
class _LaidOut:
    """Pages that follow each other, as one document's blocks in reading order."""

    pages: tuple[PageInfo, ...]
    blocks: tuple[Block, ...]


def read_file(
    path: Path, sha256: str, source_name: str, ocr: Ocr = _OCR, ranges: Sequence[bytes] | None = None
) -> ReadFile:
    """Read a PDF that intake has let in: words, rules, layout, tables, blocks in reading order.

    A file that several documents are bound of is laid out again, each of them by itself: running heads, type sizes
    and levels of headings are each one's own, and it reads as if it were given alone.

    ocr: whether and for how long pages that are pictures are recognised. ranges: every sheet of the file as it lies,
    packed range after range, where they have been read already. Raises IntakeError (stage `read`) where a page cannot
    be read or no page holds any text that can be read.
    """
    sheets = HeldSheets(path, ocr, ranges)
    found = sheets.found
    if not sheets.has_text:
        if sheets.has_lost:
            raise IntakeError(
                "read",
                "text_lost",
                "Filens text kan inte läsas, fast den syns: typsnitten är inbäddade på ett sätt som inte går att tyda. "
                "Skriv ut filen till en ny PDF och lämna in den igen.",
                "The file's text shows but cannot be read: its fonts are embedded in a way that cannot be made out. "
                "Print the file to a new PDF and hand it in again.",
            )
        if found.unread is not None:
            raise IntakeError("read", found.unread.error, found.unread.message_sv, found.unread.message_en)
        raise IntakeError(
            "read",
            "no_text",
            "Filen har ingen text: sidorna är tomma, eller bilder som ingen text kan urskiljas i.",
            "The file has no text: its pages are empty, or pictures in which no text can be made out.",
        )
    whole = _laid_out(sheets.between(1, len(sheets)), found) if len(sheets) <= _TOGETHER else None
    marked = bookmarked_pages(sheets.bookmarks, len(sheets))
    parts = part(signs_of(whole.pages, whole.blocks, marked) if whole else _signs_by_pieces(sheets, marked))
    laid = whole if len(parts) == 1 else None
    del whole  # a packet is not held twice
    alone = [_alone(sheets.between(each.first_page, each.last_page), found, laid) for each in parts]
    return ReadFile(
        source_name=source_name,
        source_sha256=sha256,
        pages=tuple(page for each in alone for page in each.pages),
        blocks=tuple(block for each in alone for block in each.blocks),
        parts=parts,
        unread=found.unread,
    )


def _signs_by_pieces(sheets: HeldSheets, marked: Mapping[int, Bookmarked]) -> list[PageSigns]:
    """What every page of a long file shows of where documents begin.

    The first and last pages of a piece lack neighbours: they are laid out in the piece beside it too.
    """
    signs: list[PageSigns] = []
    for begin in range(1, len(sheets) + 1, _PIECE):
        first, last = max(1, begin - _NEIGHBOURS), min(len(sheets), begin + _PIECE - 1 + _NEIGHBOURS)
        piece = _laid_out(sheets.between(first, last), sheets.found)
        found = signs_of(piece.pages, piece.blocks, marked)
        signs.extend(each for each in found if begin <= each.page < begin + _PIECE)
    return signs


def _alone(sheets: Sequence[Sheet], found: WithPictures, laid: _LaidOut | None) -> _LaidOut:
    """One of the file's documents; `laid` is how it is laid out, where that is known already."""
    return _without_instructions(sheets, laid or _laid_out(sheets, found), found)


def _laid_out(sheets: Sequence[Sheet], found: WithPictures) -> _LaidOut:
    """Step 3: pages that follow each other as the blocks of one document."""
    sheets = with_framed_heads(sheets)
    raw, lines = [sheet.page for sheet in sheets], [sheet.lines for sheet in sheets]
    furniture = set_apart(raw, lines, [[grid.box for grid in sheet.grids] for sheet in sheets])
    in_cells = (line for sheet in sheets for grid in sheet.grids for cell in grid.cells for line in cell.lines)
    vocabulary = Vocabulary(line.text for line in itertools.chain(*lines, in_cells))
    measures = _measures(
        raw, furniture, [_running_text(sheet, parts.body) for sheet, parts in zip(sheets, furniture, strict=True)]
    )
    layouts: list[PageLayout] = []
    for sheet, parts, measured in zip(sheets, furniture, measures, strict=True):
        before = layouts[-1] if layouts else None
        layouts.append(lay_out(sheet.page, sheet.grids, parts, measured, vocabulary, before))
        if before is not None:
            layouts[-2] = with_begun_table(before, layouts[-1], vocabulary)
    for sheet, layout in zip(sheets, layouts, strict=True):
        layout.items.extend(NoteItem(layout.page, "instruction", (line,)) for line in sheet.instructions)
    on_their_side = {page.number: as_read(page) for sheet in sheets if (page := sheet.as_it_lies).quarters}
    turns = on_their_side | dict(found.turns)
    infos = [
        _page_info(sheet, parts, found.layers.get(sheet.page.number), turns.get(sheet.page.number))
        for sheet, parts in zip(sheets, furniture, strict=True)
    ]
    return _LaidOut(tuple(infos), tuple(turned_back(join_pages(layouts, vocabulary), turns)))


def _without_instructions(sheets: Sequence[Sheet], laid: _LaidOut, found: WithPictures) -> _LaidOut:
    """A form laid out once more without its words to whoever fills it in, where it has any; else as it is laid out."""
    if class_of(laid.blocks, title_of(laid.blocks))[0] not in _FORMS:
        return laid
    instructions = instructions_in([sheet.all_lines if sheet.page.layer == "native" else [] for sheet in sheets])
    if not any(instructions):
        return laid
    return _laid_out([without_instructions(s, lines) for s, lines in zip(sheets, instructions, strict=True)], found)


def _running_text(sheet: Sheet, body: Sequence[Line]) -> list[Line]:
    """The page's lines outside its grids; with those of its boxes of text, where these hold most of it."""
    boxed = [line for grid in sheet.grids if grid.n_cols == 1 for cell in grid.cells for line in cell.lines]
    return [*body, *boxed] if _letters(boxed) > _letters(body) else list(body)


def _letters(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _measures(
    raw: Sequence[RawPage], furniture: Sequence[Furniture], running: Sequence[Sequence[Line]]
) -> list[Measures]:
    """Each page measured by itself, or together with its neighbours where it holds little text.

    running: each page's lines of running text.
    """
    every = [line for lines in running for line in lines]
    sizes = main_sizes(every)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    bold = is_bold(every, usual)
    steps = sum((running_steps(lines, usual) for lines in running), Counter[float]())
    margin = text_edge(raw, [f.body for f in furniture])
    at_sides = heads_at_sides((f.body, f.gutters) for f in furniture) if margin is None else ()
    measured: list[Measures] = []
    for i, page in enumerate(raw):
        lines = list(running[i])
        if _letters(lines) < _ENOUGH_TEXT:
            lines = [line for near in running[max(0, i - 1) : i + 2] for line in near]
        measured.append(measure(lines, page.width, usual, steps))
    return [
        replace(
            m,
            gutters=surfaces or right_of(margin, parts.gutters),
            on_surfaces=bool(surfaces),
            bold=bold,
            margin=margin,
            side_heads=at_sides,
        )
        for surfaces, m, parts in zip((surface_gutters(p.grids) for p in raw), measured, furniture, strict=True)
    ]


def _number_of_words(sheet: Sheet) -> int:
    """Words on the page, those that run another way and those in form fields too; tick boxes are none."""
    page = sheet.page
    texts = [text.text for text in page.turned] + [entry.value for entry in page.entries]
    texts += [line.text for line in sheet.instructions]
    return sum(1 for w in page.words if w.text not in TICKS) + sum(len(text.split()) for text in texts)


def _page_info(sheet: Sheet, parts: Furniture, picture: PageLayer | None, turn: Turn | None) -> PageInfo:
    """`picture` is what is said of what OCR was asked, `turn` how the page was turned to be read."""
    as_it_lies, page = sheet.as_it_lies, sheet.page
    native = PageLayer(page.layer if page.words or page.lost else None, page.doubt)
    layer = picture or native
    width, height = as_it_lies.width, as_it_lies.height
    if as_it_lies.quarters % 2:
        width, height = height, width
    return PageInfo(
        page=page.number,
        label=parts.label,
        width=width,
        height=height,
        rotation=page.rotation,
        quarters=turn.quarters if turn is not None else 0,
        face=page.face,
        text_layer=layer.text_layer,
        n_words=_number_of_words(sheet),
        doubt=layer.doubt,
        unsure=layer.unsure,
    )
