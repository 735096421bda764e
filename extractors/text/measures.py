"""What a page's typography is measured against: body size, line pitch, the text column's edges."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.text.head_column import HeadColumn
from extractors.text.lines import Line, segments

ALIGNED = 1.2
"""Words that begin, or end, within this many points of each other are aligned."""

_DEFAULT_SIZE = 11.0
_DEFAULT_PITCH = 1.25
_WIDE_LINE_WORDS = 5
_SAME_SIZE = 0.6


@dataclass(frozen=True)
class Measures:
    """Points, but for `pitch`, which is a share of the type size."""

    body_size: float
    pitch: float
    left: float
    right: float
    color: str = ""
    """The colour of running text."""
    text_size: float = 0.0
    """The document's body size: a page may hold little but a table in smaller type."""
    gutters: tuple[float, ...] | None = None
    """Where the page is parted in columns, points from the left; empty where it is not, null before it is known."""
    on_surfaces: bool = False
    """The gutters are where surfaces meet that the page is set on: nothing stands over them."""
    bold: bool = False
    """The document's running text is set in bold: then bold makes no heading."""
    side_heads: tuple[HeadColumn, ...] = ()
    """How the document sets heads beside their text, on parts of pages."""
    margin: float | None = None
    """Where the text begins, points from the left, in a document whose headings stand in the margin before it."""

    @property
    def has_heads_set_right(self) -> bool:
        """True where heads before their text end at one edge, as a form's labels do."""
        return any(column.place == "set_right" for column in self.side_heads)

    def is_full(self, line: Line, following: Line) -> bool:
        """True where the next line's first word would not have fitted: the line did not end by choice."""
        return is_full(line, following, self.right)


def is_full(line: Line, following: Line, right: float) -> bool:
    """True where the first word of the line that follows would not have fitted before the right edge, in points."""
    word = following.words[0]
    return word.x1 - word.x0 + 0.25 * line.size > right - line.x1 - 3.0


_MANY_LINES = 8
_BODY_SHARE = 0.25
_RUNNING_SHARE = 0.2
"""Share of the characters that stand in lines of running text, from which only these are counted."""
_SEVERAL_STEPS = 3
"""Steps within running text, from which they alone tell a page's pitch."""
NO_STEPS: Mapping[float, int] = {}
_LARGER, _TEXT_LINES = 1.3, 3
"""Type this many times what most characters are set in is running text's only over some lines that are not in bold."""


def main_sizes(lines: Sequence[Line]) -> Counter[float]:
    """Characters per type size, of lines of running text where there are enough of them: cells may be set smaller.

    A long title over tables is no running text.
    """
    every: Counter[float] = Counter()
    running: Counter[float] = Counter()
    light: Counter[float] = Counter()
    for line in lines:
        size, n = line.size, len(line.text)
        every[size] += n
        if _runs(line):
            running[size] += n
            light[size] += not line.bold
    usual = every.most_common(1)[0][0] if every else _DEFAULT_SIZE
    for size in [s for s in running if s > _LARGER * usual and light[s] < _TEXT_LINES]:
        del running[size]
    return running if running.total() >= _RUNNING_SHARE * every.total() else every


def is_bold(lines: Sequence[Line], usual_size: float) -> bool:
    """Whether more than half of the running text is in bold. `usual_size` is the document's body size, points.

    A form may hold little but bold headings between its boxes: a few lines are no running text.
    """
    running = [x for x in lines if abs(x.size - usual_size) < _SAME_SIZE and len(x.words) >= _WIDE_LINE_WORDS]
    if len(running) < _MANY_LINES:
        return False
    return 2 * sum(len(x.text) for x in running if x.bold) > sum(len(x.text) for x in running)


def measure(
    lines: Sequence[Line], width: float, usual_size: float, usual_steps: Mapping[float, int] = NO_STEPS
) -> Measures:
    """Measure the body text of a page. `width` is the page's, in points.

    `usual_size` is the whole document's body size: it holds wherever a fair share of the page is set in it,
    so that a page full of a small table or of large headings is not measured by them. `usual_steps` are its steps
    from line to line of running text (running_steps): they hold where the page has some like them, or few of its own: a
    table may be set closer.
    """
    sizes = main_sizes(lines)
    body = sizes.most_common(1)[0][0] if sizes else _DEFAULT_SIZE
    near = sizes[usual_size] > 0 and abs(body - usual_size) < _SAME_SIZE
    if near or sizes[usual_size] >= _BODY_SHARE * sum(sizes.values()):
        body = usual_size
    wide = [x for x in lines if abs(x.size - body) < 0.6 and len(x.words) >= _WIDE_LINE_WORDS]
    steps = _told_steps(lines, body, usual_steps if body == usual_size else {})
    pitch = _usual_step(steps) / body if steps else _DEFAULT_PITCH
    rights = sorted(x.x1 for x in wide)
    lefts: Counter[float] = Counter(round(x.x0) for x in wide)
    return Measures(
        body_size=body,
        pitch=pitch,
        left=lefts.most_common(1)[0][0] if lefts else width * 0.12,
        right=rights[int(len(rights) * 0.9)] if rights else width * 0.88,
        color=Counter(x.color for x in wide or lines).most_common(1)[0][0] if lines else "",
        text_size=usual_size,
    )


def running_steps(lines: Sequence[Line], body: float) -> Counter[float]:
    """Steps from line to line of running text in the body size, half points, and how often."""
    return Counter(
        step for above, below, step in _steps(lines, body) if _runs(above) and len(segments(below, below.size)) == 1
    )


def _steps(lines: Sequence[Line], body: float) -> Iterator[tuple[Line, Line, float]]:
    """Lines of the body size below each other, with the step between them in half points.

    On a page in columns the next line from the top may be another column's.
    """
    for above, below in itertools.pairwise(lines):
        step = below.bottom - above.bottom
        if above.x1 <= below.x0 or below.x1 <= above.x0:
            continue
        if abs(above.size - body) < 0.6 and abs(below.size - body) < 0.6 and 0.9 * body < step < 1.9 * body:
            yield above, below, round(step * 2) / 2


def _runs(line: Line) -> bool:
    return len(line.words) >= _WIDE_LINE_WORDS and len(segments(line, line.size)) == 1


def _told_steps(lines: Sequence[Line], body: float, usual: Mapping[float, int]) -> Mapping[float, int]:
    """The steps that tell the pitch: those of the document's running text where the page has such a step too or hardly
    any of its own, else those of its own running text, else any.
    """
    running = running_steps(lines, body)
    if usual and (running.total() < _SEVERAL_STEPS or running[_usual_step(usual)]):
        return usual
    return running if running.total() >= _SEVERAL_STEPS else Counter(step for _, _, step in _steps(lines, body))


def _usual_step(steps: Mapping[float, int]) -> float:
    """The smallest step that is nearly as common as the commonest one."""
    most = max(steps.values())
    return min(step for step, n in steps.items() if n >= 0.4 * most)
