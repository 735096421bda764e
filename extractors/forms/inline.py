"""Labels that stand on one line with their answers: `Dnr: 4471/2025`, `2. Kostnader 955 473 (Kr)`."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from extractors.forms.choices import Line, is_option, options_in
from extractors.forms.questions import addresses, asks, split_number
from extractors.forms.style import Entry, Item, Style, is_colon_label
from extractors.numbers.money import parse_number

_INLINE = re.compile(r"^(?P<label>(?:[^:?.]|\.(?!\s+[A-ZÅÄÖ])){3,90}):\s+(?P<value>[^\s(].{0,200})$")
_NEXT_LABEL = re.compile(r"(?<=\s)(?P<label>[A-ZÅÄÖ][^:]{2,60}):(?=\s+[^\s(])")
_DIVIDER = re.compile(r"\s+[|¦·•]\s+(?=[A-ZÅÄÖ][^:|¦·•]{2,60}:\s+[^\s(])")
"""Parts a line of several labels with their answers: `Dnr: 4471/2025 | Status: Inskickad`."""
_SHORT = 60
"""Letters of a value at most, where nothing but its line tells."""
_SOME, _SEVERAL = 2, 3
"""Options of a question at the least; lines of one look that surely ask, from which others of it do too."""
_SUM = re.compile(
    r"^(?P<label>\D.{2,120}?)\s+(?P<value>-?(?!(?:19|20)\d\d\s*\()\d[\d\s.,]*\((?:kr|tkr|sek)\))$", re.IGNORECASE
)
"""A label and the figure that was filled in: only a form prints the unit in brackets after the figure's field.

What looks like a year is one, and its label goes on to the unit: `Beviljade medel 2024 (kr)`.
"""

_UNIT_THEN_SUM = re.compile(
    r"^(?P<label>\D.{2,120}?\((?:i\s+)?(?:hela\s+)?(?:kr|kronor|tkr|sek)\))\s+(?P<value>-?\d[\d\s.,]*)$", re.IGNORECASE
)
"""A label with the unit of its answer in brackets, and the figure right behind it: `Belopp (kr) 130 441`."""


_ASKED_THEN = re.compile(
    r"^(?P<label>[^?]{6,200}\?):?(?:\s\*:?)?\s+"
    r"(?P<value>-?\d[\d\s.,]*(?:\s?(?:kr|kronor|tkr|st|%))?|Ja|Nej|Delvis|Vet ej)$"
)
"""A question with a figure or one of the common options behind it: `Hur mycket återstår? 92 500 kr`."""

_WITH_OPTIONS = re.compile(
    r"^(?P<label>[^?]{6,200}\?(?:\s*\((?!\s*[xX✓✔]\s*\))[^()]*\w[^()]*\))?):?\s+(?P<options>\S.*)$"
)
"""A question and what stands behind it."""


@dataclass(frozen=True)
class Inline:
    """A label with its answer on one line: `Dnr: 4471/2025`; number is that of its question, where it has one."""

    label: str
    value: str | None
    entry: Entry
    number: str | None = None
    chosen: bool = False
    """The value is the chosen one of the options behind the label; null where no sign tells."""


def inline_lines(flow: Sequence[Item], questions: Sequence[Style] = ()) -> dict[int, list[Inline]]:
    """Pairs on each line that holds label and answer, by its place in the flow.

    These are lines with a figure and its unit, lines whose label asks, those next to one of these, those that look as
    several of these do, and several short ones below each other under no question; `questions` are questions' styles.
    """
    lines: dict[int, list[Inline]] = {}
    sums: dict[int, Inline] = {}
    for at, item in enumerate(flow):
        if not isinstance(item, Entry) or (item.marker is not None and not _UNIT_THEN_SUM.match(item.text)):
            continue
        if (asked := _with_options(item) or _asked_then(item)) is not None:
            lines[at] = [asked]
        elif (filled := _sum_in(item)) is not None:
            above = sums.get(at - 1)
            sums[at] = filled if filled.number or above is None else replace(filled, number=above.number)
            lines[at] = [sums[at]]
        elif _INLINE.match(item.text) and not addresses(item.text):
            lines[at] = _pairs_in(item)
        elif is_colon_label(item.text):
            lines[at] = []
    found = {at for at, pairs in lines.items() if at in sums or any(_is_filled(pair) for pair in pairs)}
    found |= _below_each_other(flow, lines, questions)
    for step in (1, -1):
        for at in sorted(lines, reverse=step < 0):
            if at - step in found:
                found.add(at)
    looks = Counter(_look(flow[at]) for at in found)
    found |= {at for at in lines if looks[_look(flow[at])] >= _SEVERAL}
    return {at: pairs for at, pairs in lines.items() if pairs and at in found}


def _look(item: Item) -> object:
    """Type and left edge; what is bold is as often the label alone."""
    return (replace(item.style, bold=False), round(item.place.x0)) if isinstance(item, Entry) else None


def _below_each_other(
    flow: Sequence[Item], lines: Mapping[int, Sequence[Inline]], questions: Sequence[Style]
) -> set[int]:
    """The places of several short lines with one pair each, one after another; a list that answers a question is none.

    Their values are no sentences, and one of them is a figure.
    """
    short = [at for at in sorted(lines) if len(lines[at]) == 1 and _is_short(lines[at][0])]
    found: set[int] = set()
    for _, numbered in groupby(enumerate(short), lambda one: one[1] - one[0]):
        run = [at for _, at in numbered]
        above = flow[run[0] - 1] if run[0] else None
        figures = any(parse_number(lines[at][0].value or "") is not None for at in run)
        asked = isinstance(above, Entry) and (above.asks or any(above in style for style in questions))
        if len(run) >= _SEVERAL and figures and not asked:
            found.update(at for at in run if _look(flow[at]) == _look(flow[run[0]]))
    return found


def _is_short(pair: Inline) -> bool:
    value = pair.value or ""
    return 0 < len(value) <= _SHORT and value[-1] not in ".;," and pair.entry.marker is None


def _is_filled(pair: Inline) -> bool:
    """True where the label asks, and for a figure in a box with its label before it: `Antal tjänster: 2,8`."""
    figure = parse_number(pair.value) if pair.entry.framed and pair.value is not None else None
    return asks(pair.label) or pair.chosen or figure is not None


def _sum_in(entry: Entry) -> Inline | None:
    """The label and the sum in kronor behind it; the parts of a sum stand below it, without a number."""
    number, text = split_number(entry.text)
    match = _SUM.match(text) or _UNIT_THEN_SUM.match(text)
    return Inline(match["label"], match["value"], entry, number) if match is not None else None


def _with_options(entry: Entry) -> Inline | None:
    """The question with the chosen one of the options printed behind it: `Har medlen använts? (X) Ja ( ) Nej`."""
    number, text = split_number(entry.text)
    match = _WITH_OPTIONS.match(text)
    if match is None or not is_option(Line(match["options"])):
        return None
    options = options_in([Line(match["options"])])
    if options is None or len(options) < _SOME:
        return None
    said = "; ".join(option.words for option in options if option.chosen) or None
    return Inline(match["label"], said, entry, number, chosen=True)


def _asked_then(entry: Entry) -> Inline | None:
    number, text = split_number(entry.text)
    match = _ASKED_THEN.match(text)
    return Inline(match["label"], match["value"], entry, number) if match is not None else None


def _pairs_in(entry: Entry) -> list[Inline]:
    """The label with its answer, or several such that stand on one line: `Dnr: 4471/2025 Ort: By`."""
    parts: list[str] = []
    for piece in _DIVIDER.split(entry.text):
        begins = [0, *(m.start() for m in _NEXT_LABEL.finditer(piece) if asks(m["label"]))]
        parts += [piece[one:other].strip() for one, other in pairwise([*begins, len(piece)])]
    return [Inline(match["label"], match["value"], entry) for part in parts if (match := _INLINE.match(part))]
