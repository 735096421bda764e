"""A source in a dress: HTML to PDF, each of its documents beginning on a page of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from corpus.generator.looks.html.weasy import collecting_paused, missing, rendered, written
from corpus.generator.looks.look import ProducerError
from corpus.retypeset.dress import Dress, Traits, draw, traits_of
from corpus.retypeset.losses import letters_in, letters_of, texts_of
from corpus.retypeset.marks import is_option
from corpus.retypeset.markup import Setting, body_html, footnotes_of, in_lists, titles_of
from corpus.retypeset.printable import printable
from corpus.retypeset.section_markup import recurring_heads
from corpus.retypeset.source import Piece, Source, pieces_of
from corpus.retypeset.style import css_of
from models.blocks import Answer, Heading, ListItem, Paragraph, ReadFile

if TYPE_CHECKING:
    from weasyprint import Document

FORM_OPTIONS: Final = 3
"""A document with so many boxes to tick is a form."""


@dataclass(frozen=True)
class Typesetting:
    """One typesetting of a document."""

    pdf: bytes
    truth: dict[str, Any]
    """The labels; the pages on which its parts stand are those of this PDF."""
    dress: Dress
    lost_signs: str
    """Signs that no font here has, printed as something else."""
    lost_letters: int
    """Letters and digits of the source that are not in the PDF. There should be none."""


def typeset(source: Source, truth: Mapping[str, Any], seed: str) -> Typesetting:
    """The source in the dress that the seed draws. The same arguments give the same bytes.

    Raises ProducerError where WeasyPrint or a font is missing, or where it cannot typeset this.
    """
    if (reason := missing()) is not None:
        raise ProducerError(reason)
    dress = draw(seed, traits(source.read))
    ranges = list(_page_ranges(source.read, truth.get("parts") or ()))
    pieces = [list(pieces_of(source, first, last)) for first, last in ranges]
    pages = [html_of(each, source, dress) for each in pieces]
    lost = "".join(sorted({sign for _, lacking in pages for sign in lacking}))
    try:
        with collecting_paused():
            made = [_render(html, each, source, dress) for (html, _), each in zip(pages, pieces, strict=True)]
            pdf = written(made)
    except Exception as error:
        raise ProducerError(f"WeasyPrint kunde inte sätta / could not typeset {seed}: {error!r}") from error
    texts = " ".join(text for each in pieces for text in texts_of(each))
    lacking = (letters_in(texts) - letters_of(pdf)).total()
    return Typesetting(pdf, carried(truth, [len(document.pages) for document in made]), dress, lost, lacking)


def html_of(pieces: Sequence[Piece], source: Source, dress: Dress) -> tuple[str, str]:
    """The whole page of HTML, and the signs that had to be printed as something else."""
    rest, footnotes = footnotes_of(pieces)
    levels = sorted({b.level for b in source.read.blocks if isinstance(b, Heading)})
    setting = Setting(
        dress,
        source.ticks,
        _main_size(pieces),
        tuple(levels),
        footnotes,
        titles_of(rest),
        in_lists(rest),
        recurring_heads(rest) if dress.heads != "own" else frozenset(),
    )
    body, lost = printable(body_html(rest, setting), dress.body_font, dress.head_font, dress.answer_font)
    return f'<!doctype html><html lang="sv"><meta charset="utf-8"><body>{body}</body></html>', lost


def traits(read: ReadFile) -> Traits:
    """What of a document decides how it may be dressed."""
    headings: dict[int, list[str]] = defaultdict(list)
    for block in read.blocks:
        if isinstance(block, Heading):
            headings[block.level].append(block.text)
    options = sum(isinstance(b, ListItem) and is_option(b.marker) for b in read.blocks)
    is_form = options >= FORM_OPTIONS or any(isinstance(b, Answer) for b in read.blocks)
    return traits_of(is_form=is_form, headings=headings)


def carried(truth: Mapping[str, Any], pages: Sequence[int]) -> dict[str, Any]:
    """The labels, their parts on the pages where they stand now; pages counts those of each part in turn."""
    if not truth.get("parts"):
        return dict(truth)
    parts = []
    end = 0
    for part, n_pages in zip(truth["parts"], pages, strict=True):
        parts.append({**part, "first_page": end + 1, "last_page": end + n_pages})
        end += n_pages
    return {**truth, "parts": parts}


def _page_ranges(read: ReadFile, parts: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, int]]:
    """The pages of each document that the file is bound of, as the labels part it, or reading where these do not."""
    for part in parts:
        yield part["first_page"], part["last_page"]
    for found in () if parts else read.parts:
        yield found.first_page, found.last_page
    if not parts and not read.parts:
        yield 1, len(read.pages)


def _main_size(pieces: Sequence[Piece]) -> float:
    """The type size, in points, that most of a document's text has."""
    sizes: Counter[float] = Counter()
    for block in pieces:
        if isinstance(block, Paragraph | ListItem):
            sizes[block.size] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _render(html: str, pieces: Sequence[Piece], source: Source, dress: Dress) -> "Document":
    families = (dress.body_font, dress.head_font, dress.answer_font)
    try:
        return rendered(html, css_of(dress), families)
    except IndexError:
        if not dress.columns:
            raise
        # WeasyPrint 70 counts the notes of columns wrongly now and then.
        alone = replace(dress, columns=False)
        return rendered(html_of(pieces, source, alone)[0], css_of(alone), families)
