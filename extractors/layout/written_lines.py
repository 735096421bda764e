"""Lines to write on: a rule drawn beside a form's label, with the answer standing on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.pages.geometry import Box, Word
from extractors.pages.page_words import RawPage
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line, segments

_OVER, _UNDER = 0.35, 0.5
"""A rule to write on stands so far above and below the foot of its words at the most, as shares of the type size."""
_TOUCHES = 1.0
"""Points of white between two pieces of one rule, at most."""
_SLACK = 1.5
"""Points by which a word may reach over a rule's end."""
_PARTS = 1.5
"""White wider than this share of the type size parts a label from what stands beside it."""
_FAR = 250.0
"""Points from a label to its rule, at most."""
_FEWEST, _FILLED = 3, 2
"""Labels with a rule beside them on one page, and those of them that are answered, at the least."""
_SET_IN = 2.0
"""Words begin within so many type sizes of their rule's beginning; figures of a column end where its rule ends."""
_SAME_SIZE = 0.6
"""Points by which the type of an answer's lines differs at most."""
_NEXT = 2.0
"""White between two lines to write on of one answer, in type sizes, at most."""


@dataclass
class _Field:
    """A label, the rule beside it, and the words on the rule and on those right below it."""

    label: Line
    rule: Box
    value: list[Line] = field(default_factory=list)
    foot: float = 0.0

    def grid(self) -> DraftGrid:
        left = self.label.box
        x0 = min([self.rule.x0, *(line.x0 for line in self.value)])
        top = min([left.top, *(line.top for line in self.value)])
        right = Box(x0, top, self.rule.x1, self.foot)
        around = Box(min(left.x0, x0), top, right.x1, max(left.bottom, self.foot))
        cells = (DraftCell(0, 0, 1, 1, left, (self.label,)), DraftCell(0, 1, 1, 1, right, tuple(self.value)))
        edges = (around.x0, self.rule.x0, around.x1)
        return DraftGrid(self.label.page, around, cells, 1, 2, edges, is_answer=True)


def with_written_lines(
    page: RawPage, lines: Sequence[Line], gutters: Sequence[float] = ()
) -> tuple[list[Line], list[DraftGrid]]:
    """The lines without what stands at such rules, and each label with its answer as a row of two cells.

    Where `gutters` part the page in columns a label is in one with its rule.
    """
    found: list[_Field] = []
    rest: list[Line] = []
    last: _Field | None = None
    for line in lines:
        rules = _rules_at(page.rules, line)
        fields = _fields_in(line, rules)
        if fields and not any(each.label.x1 <= x <= each.rule.x0 for each in fields for x in gutters):
            found += fields
            last = fields[-1]
        elif last is not None and len(rules) == 1 and _goes_on(last, line, rules[0], page.tints):
            last.value.append(line)
            last.foot = rules[0].bottom
        else:
            rest.append(line)
            last = None
    filled = [each for each in found if each.value]
    if len(found) < _FEWEST or len(filled) < max(_FILLED, len(found) / 3) or all(map(_ends_at_rule, filled)):
        return list(lines), []
    if any(_has_answer(line, filled) for line in rest):
        return list(lines), []
    return rest, [each.grid() for each in found]


def _rules_at(rules: Sequence[Box], line: Line) -> list[Box]:
    """The rules along the line's foot, from the left; one below the words and one behind them can be two that touch."""
    at = [r for r in rules if -_OVER * line.size <= r.bottom - line.bottom <= _UNDER * line.size]
    whole: list[Box] = []
    for rule in sorted(at, key=lambda rule: rule.x0):
        if whole and rule.x0 - whole[-1].x1 <= _TOUCHES:
            last = whole.pop()
            whole.append(Box(last.x0, min(last.top, rule.top), max(last.x1, rule.x1), max(last.bottom, rule.bottom)))
        else:
            whole.append(rule)
    return whole


def _fields_in(line: Line, rules: Sequence[Box]) -> list[_Field]:
    """Each rule of the line with its label to the left and the words on it; none where a word stands otherwise."""
    words = list(line.words)
    found: list[_Field] = []
    for rule in rules:
        label = [word for word in words if word.x1 <= rule.x0 + _SLACK]
        words = words[len(label) :]
        said = [word for word in words if word.x1 <= rule.x1 + _SLACK]
        words = words[len(said) :]
        if not label or not any(c.isalpha() for word in label for c in word.text):
            return []
        parts = segments(Line(tuple(label)), _PARTS * line.size)
        if len(parts) > 1 or rule.x0 - label[-1].x1 > _FAR or (said and said[0].x0 < rule.x0 - _SLACK):
            return []
        found.append(_Field(parts[0], rule, [Line(tuple(said))] if said else [], rule.bottom))
    if words and (not found or not _is_unit(words, found[-1])):
        return []
    if words:
        found[-1].value = [Line((*found[-1].value[0].words, *words))]
    return found


def _is_unit(words: Sequence[Word], last: _Field) -> bool:
    """True for a word right behind the rule that has an answer: `kr`."""
    return bool(last.value) and len(words) == 1 and words[0].x0 - last.rule.x1 <= _PARTS * last.label.size


def _goes_on(last: _Field, line: Line, rule: Box, tints: Sequence[Box]) -> bool:
    """True for words on the next rule below an answer, which ends where that one does.

    They are set as the answer is, on its ground: a section's title on a band stands on a rule as well.
    """
    on_it = rule.x0 - _SLACK <= line.x0 and line.x1 <= rule.x1 + _SLACK
    near = 0 <= line.top - last.foot < _NEXT * line.size and abs(rule.x1 - last.rule.x1) <= _SLACK
    return bool(last.value) and on_it and near and _is_set_as(last.value[-1], line, tints)


def _is_set_as(above: Line, line: Line, tints: Sequence[Box]) -> bool:
    alike = above.bold == line.bold and abs(above.size - line.size) <= _SAME_SIZE and above.color == line.color
    return alike and _is_tinted(above, tints) == _is_tinted(line, tints)


def _is_tinted(line: Line, tints: Sequence[Box]) -> bool:
    return any(t.x0 <= line.x0 + _SLACK and t.x1 >= line.x1 - _SLACK and t.top < line.middle < t.bottom for t in tints)


def _ends_at_rule(each: _Field) -> bool:
    """True for words that end where their rule does, and begin far in: figures in a column."""
    (line, *_) = each.value
    return abs(line.x1 - each.rule.x1) <= _SLACK and line.x0 - each.rule.x0 > _SET_IN * line.size


def _has_answer(line: Line, fields: Sequence[_Field]) -> bool:
    """True for a label and an answer without a rule of their own, set as those that have: rules there part rows."""
    parts = segments(line, _PARTS * line.size)
    beside = {part.x0 for part in parts[1:]}
    return any(abs(x0 - each.value[0].x0) <= _SLACK for x0 in beside for each in fields)
