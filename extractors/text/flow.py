"""Lines to blocks: list items, headings, captions and paragraphs, in reading order on one page."""

import itertools
import re
from collections.abc import Sequence

from extractors.pages.geometry import Box
from extractors.sentences import LEFT_OPEN
from extractors.text.draft_block import Draft
from extractors.text.large_text import as_lists, reads_as_text
from extractors.text.lines import Line, segments
from extractors.text.markers import NUMBER_MARK, goes_on_in_number, hangs_below_code, marker_of
from extractors.text.measures import ALIGNED, Measures
from extractors.text.small_tail import first_size, goes_on_small
from models.tick_signs import EMPTY_BOXES, EMPTY_RINGS, TICKED_BOXES

_OPTION_SIGNS = EMPTY_BOXES | EMPTY_RINGS | TICKED_BOXES | {"●", "◉"}
"""Boxes and rings of a form's options, which can be set larger than its questions."""
_FILLED_BOXES = frozenset("■⬛")
"""Beside empty boxes those of chosen options; elsewhere bullets or ornaments."""
_LEAD_WORDS = 3
"""Words that announce a list, at the most: what is longer may be a sentence's last line."""
_CAPTION = re.compile(r"^(?:tabell|bild|figur|diagram)\s+\d+\s*[.:]", re.IGNORECASE)
_YEARS_ONLY = re.compile(r"^(?:år\s+)?\d{4}(?:\s*[-–/]\s*\d{2,4})?:?$", re.IGNORECASE)
_NUMBER_ONLY = re.compile(r"\d{6}-\d{4}|\d{4}-\d\d-\d\d|\d{1,6}[/:]\d{4}|\d{4}[/:]\d{1,6}|\d{3}\s\d\d")
"""An organisation's number, a day, a diary number, a post code: alone on its line it goes on no sentence."""
_FIGURE_ONLY = re.compile(r"\d[\d\s.,]*(?:kr|kronor|tkr|st|%)?", re.IGNORECASE)
"""In a box, below one line that is not full, the answer to it."""
_FIGURE_FIRST = re.compile(r"[-–−+(]?\s?\d")
_LABEL = re.compile(r"^[A-ZÅÄÖ][^:.;,!?]{2,44}:\s+\S")
"""A line that opens with a label and goes on with what it says: "Kortsiktigt mål: Alla får ..."."""
_LABEL_WORDS = 6
_ADDRESS = re.compile(r"://|www\.|@")
_GAP = 1.22
"""A step to the next line above this share of the usual pitch begins a new block."""
_GAP_AFTER_SENTENCE = 1.1
"""... and above this one where the line above ends a sentence and the next begins one, be it full."""
_MORE, _MORE_AFTER_SENTENCE = 0.15, 0.1
"""The same for lines that begin in upper case, in type sizes more than the usual step or the block's own."""
_LARGE = 1.12
"""Type this many times the body's size is a heading's."""
_STEP, _AIR, _SHORT_HEADING = 1.06, 0.25, 120
"""A heading can be this little larger where it has air above, in type sizes, and at most so many letters."""
_HEADING_STEP = 1.75
"""Headings are set with more air: a second line that begins low stands at most this many sizes below."""
_APART, _TAG_WORDS = 0.8, 2
"""White between two tags, in type sizes, at the least; words of one tag, at most."""
_INDENT = 4.0
_ENDS_QUESTION = "?*"
"""A numbered question ends so, also before its answer at the edge of its words; a star: it must be answered."""
_HEADING_LINES = 4
_TITLE = 1.6
"""Type this many times the body's size is a title's, over however many lines it runs."""
_HEADING_LETTERS = 260


def flow(lines: Sequence[Line], measures: Measures, *, frame: Box | None = None) -> list[Draft]:
    """Group the lines of one column, from the top, into blocks; `frame` is the box that they stand in."""
    drafts: list[Draft] = []
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        current = drafts[-1] if drafts else None
        markers = [draft.marker for draft in drafts if draft.marker]
        if current is not None and _goes_on(current, line, measures, markers) and not _leads_in(current, line, below):
            current.lines.append(line)
            continue
        marker = marker_of(line)
        text_x0 = line.words[1].x0 if marker is not None else line.x0
        drafts.append(Draft([line], marker=marker, text_x0=text_x0, framed=frame is not None, frame=frame))
    boxed = any(draft.marker in EMPTY_BOXES for draft in drafts)
    for before, draft, after in zip([None, *drafts], drafts, [*drafts[1:], None], strict=False):
        if boxed and draft.marker in _FILLED_BOXES:
            continue
        _classify(draft, measures)
        if not draft.heading and not draft.caption and _stands_out(before, draft, after, measures):
            draft.heading = True
    as_lists(drafts)
    return drafts


def one_block(lines: Sequence[Line], measures: Measures) -> Draft:
    """Lines that are known to be one text, as one block: a heading, or a paragraph."""
    draft = Draft(list(lines), text_x0=lines[0].x0)
    _classify(draft, measures)
    return draft


def _goes_on(block: Draft, line: Line, measures: Measures, markers: Sequence[str]) -> bool:
    """True where the line continues the block. `markers` are those of the blocks so far, its own the last."""
    last = block.last
    cut = goes_on_in_number(last, line, markers) and abs(line.x0 - block.text_x0) <= _INDENT
    if marker_of(line) is not None and not (cut or _is_lone_dash(line, block, measures)):
        return False
    sized = abs(first_size(line) - last.size) <= 0.6 or (goes_on_small(last, line) and measures.is_full(last, line))
    if not sized or (line.bold != last.bold and not _mixed(block, line, measures)):
        return False
    if opens_with_label(block, line) or _changes_type(last, line, measures) or _stands_beside(last, line):
        return False
    step = line.bottom - last.bottom
    lowercase = line.text[0].islower()
    limit = _widest_step(block, line, measures)
    if line.size >= _LARGE * measures.body_size and lowercase:
        limit = max(limit, _HEADING_STEP * line.size)
    if step > limit or step < 0:
        return False
    if block.marker is not None:
        hangs = line.x0 >= block.first.x0 + _INDENT
        # A line that begins left of the marker is the text's below the list, but where its word runs on.
        runs_on = lowercase or (_is_open(last) and line.x0 >= block.first.x0 - ALIGNED)
        if not hangs and not (measures.is_full(last, line) and runs_on):
            return False
        asked = last.text[-1] in _ENDS_QUESTION
        at_words = not asked and abs(line.x0 - block.text_x0) <= _INDENT
        return measures.is_full(last, line) or lowercase or at_words
    hung = hangs_below_code(block.first, line)
    if line.x0 > last.x0 + _INDENT and not (hung or _centred(last, line)):
        return False
    if line.x0 < last.x0 - _INDENT and len(block.lines) > 1 and not _centred(last, line):
        return False
    if measures.is_full(last, line):
        return True
    to_year = last.text[-1] in "-\u2013" and last.text[-2:-1].isdigit()
    answers = block.frame is not None and len(block.lines) == 1 and _FIGURE_ONLY.fullmatch(line.text) is not None
    alone = answers or _YEARS_ONLY.match(line.text) or _NUMBER_ONLY.fullmatch(line.text)
    runs_on = lowercase or (line.text[0].isdigit() and (to_year or not alone))
    return runs_on and last.text[-1] not in ".:!?;"


def _widest_step(block: Draft, line: Line, measures: Measures) -> float:
    """From foot to foot of the block's last line and the next one of its text, points, at the most.

    Steps within a text hardly differ: before what may begin a new one, a little more white tells.
    """
    size = max(line.size, 1.0)
    usual = measures.pitch * size
    if not line.text[0].isupper() or LEFT_OPEN.search(block.last.text):
        return _GAP * usual + 0.5
    own = max((b.bottom - a.bottom for a, b in itertools.pairwise(block.lines)), default=0.0)
    ended = block.last.text[-1] in ".!?"
    share, more = (_GAP_AFTER_SENTENCE, _MORE_AFTER_SENTENCE) if ended else (_GAP, _MORE)
    return min(share * usual, max(usual, own) + more * size) + 0.5


def _leads_in(block: Draft, line: Line, below: Line | None) -> bool:
    """True for a few words alone on their line between a full stop and a list: they announce it ("Insatser")."""
    if below is None or marker_of(below) is None or len(line.words) > _LEAD_WORDS:
        return False
    return block.last.text[-1] in ".!?" and line.text[0].isupper() and line.text[-1] not in ".!?;,"


def _stands_beside(last: Line, line: Line) -> bool:
    """True for two labels at different heights over boxes side by side: no text goes on beside where it ended."""
    return line.x1 <= last.x0 or line.x0 >= last.x1


def opens_with_label(block: Draft, line: Line) -> bool:
    """True where the line opens with a label of its own, so that it goes on nothing.

    A label in bold before other type is one by its looks ("Aktivitet 3." too, "Mål." where no sentence is open);
    another only after a full stop, or where the block has such a label itself.
    """
    bold = list(itertools.takewhile(lambda w: w.bold, line.words[: _LABEL_WORDS + 1]))
    if 0 < len(bold) <= _LABEL_WORDS and len(bold) < len(line.words) and not block.last.words[-1].bold:
        stopped = bold[-1].text[-1] == "."
        numbered = stopped and any(c.isdigit() for c in bold[-1].text)
        if bold[-1].text[-1] in ":?" or numbered or (stopped and not LEFT_OPEN.search(block.last.text)):
            return True
    labelled = _LABEL.match(line.text) is not None
    return labelled and (block.last.text[-1] in ".!?" or _LABEL.match(block.first.text) is not None)


def _is_open(line: Line) -> bool:
    """True where the line does not end a sentence."""
    return line.text.rstrip()[-1] not in ".:!?;"


def _is_lone_dash(line: Line, block: Draft, measures: Measures) -> bool:
    r"""A dash that goes on a sentence is no bullet: between years ("2018\\n– 2020"), or where none would stand.

    It would have stood on the line above, had that not been full, and stands where the text begins, not its marker.
    """
    last, after = block.last, line.words[1].text[0]
    if line.words[0].text not in "–-—":
        return False
    if line.x0 <= last.x0 + 1 and last.text[-1].isdigit() and after.isdigit():
        return True
    hangs = block.marker is not None and line.x0 > block.first.x0 + _INDENT
    at_text = abs(line.x0 - last.x0) <= ALIGNED if len(block.lines) > 1 else abs(line.x0 - block.text_x0) <= _INDENT
    return hangs and at_text and after.islower() and _is_open(last) and measures.is_full(last, line)


def _changes_type(last: Line, line: Line, measures: Measures) -> bool:
    """True where a line in one colour, or in italics, follows one that is not; an address may have its own colour.

    A name in italics that a full line breaks before is of the sentence.
    """
    if (line.color, line.italic) == (last.color, last.italic) or _ADDRESS.search(f"{last.text} {line.text}"):
        return False
    if not (line.text[0].isupper() or line.text[0].isdigit()):
        return False
    if line.color == last.color and line.italic and measures.is_full(last, line) and last.text[-1] not in ".:;?!":
        return False
    return all(len({(w.color, w.italic) for w in x.words if w.text != "*"}) == 1 for x in (last, line))


def _mixed(block: Draft, line: Line, measures: Measures) -> bool:
    """A paragraph that begins or ends in bold: its lines differ in weight but run on without a break."""
    last = block.last
    if last.words[-1].bold != line.words[0].bold and _FIGURE_FIRST.match(line.text):
        # Running text breaks its weight within a line; a label's answer is set in another from its first figure.
        return False
    return measures.is_full(last, line) and not line.text[0].isupper()


def _centred(above: Line, below: Line) -> bool:
    return abs((above.x0 + above.x1) / 2 - (below.x0 + below.x1) / 2) < 3.0


def _classify(draft: Draft, measures: Measures) -> None:
    text = " ".join(draft.text_lines).strip()
    draft.caption = bool(_CAPTION.match(text))
    if draft.caption:
        return
    draft.heading = _looks_like_heading(draft, text, measures)
    if draft.heading and draft.marker is not None:
        # A numbered heading keeps its number; a dash before a title line is an ornament.
        if not NUMBER_MARK.match(draft.marker):
            draft.ornament = draft.marker
        draft.marker = None


def _stands_out(before: Draft | None, draft: Draft, after: Draft | None, measures: Measures) -> bool:
    """True for a short line with air above, a little larger, in a colour or in italics, over running text."""
    text = " ".join(draft.text_lines).strip()
    if after is None or draft.marker is not None or draft.framed or len(draft.lines) > 2 or len(text) > _SHORT_HEADING:
        return False
    if (not text[0].isupper() and not text[0].isdigit()) or text[-1] in ".,;:!?" or _ADDRESS.search(text):
        return False
    above = draft.first.top - before.last.bottom if before is not None else float("inf")
    below = after.first.top - draft.last.bottom
    if above < (measures.pitch - 1 + _AIR) * draft.size or below > above + 1.0 or after.size > draft.size + 0.3:
        return False
    colored = draft.first.color not in (measures.color, "") and all(x.color == draft.first.color for x in draft.lines)
    italic = all(x.italic for x in draft.lines) and not after.first.italic
    return draft.size >= measures.body_size * _STEP or (draft.size >= measures.body_size * 0.97 and (colored or italic))


def _are_tags(draft: Draft) -> bool:
    """True for a few words each, side by side on one line with a bar or wide white between them: they sort the text."""
    if len(draft.lines) > 1 or draft.marker is not None:
        return False
    parts = [bit for part in segments(draft.first, _APART * draft.size) for bit in part.text.split("|")]
    return len(parts) > 1 and all(len(bit.split()) <= _TAG_WORDS and any(map(str.isalpha, bit)) for bit in parts)


def _looks_like_heading(draft: Draft, text: str, measures: Measures) -> bool:
    if not any(c.isalpha() for c in text) and not re.fullmatch(r"[\d\s–-]{4,}", text):
        return False
    body = measures.body_size
    large = draft.size >= body * _LARGE and draft.size >= measures.text_size * _STEP
    # A box before large type in bold is an ornament; before any other it is an option's.
    if (draft.marker in _OPTION_SIGNS and not (large and draft.bold)) or _are_tags(draft):
        return False
    if (len(draft.lines) > _HEADING_LINES and draft.size < _TITLE * body) or len(text) > _HEADING_LETTERS:
        return False
    if large:
        return draft.size >= _TITLE * body or not reads_as_text(draft, text, measures)
    if draft.marker is not None and not NUMBER_MARK.match(draft.marker):
        return False
    if draft.bold and not measures.bold:
        return draft.size >= body * 0.97
    code = draft.framed or (" " not in text and any(c.isdigit() for c in text))
    return text.isupper() and len(text) > 3 and len(draft.lines) == 1 and draft.size >= body * 0.97 and not code
