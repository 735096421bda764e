"""Changes as text to read: by document, one change a line, signed as in other programs; reworded texts side by side."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from rich.box import SIMPLE
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from outputs.diff.change import Change, How, What
from outputs.summary import shown

_SIGNS: dict[How, tuple[str, str]] = {
    "added": ("+", "green"),
    "dropped": ("−", "red"),
    "reworded": ("~", "yellow"),
    "changed": ("≠", "yellow"),
    "new_version": ("≠", "cyan"),
    "retired": ("×", "red"),
    "returned": ("↩", "green"),
}
_TEXTS: tuple[What, ...] = ("goal", "activity", "indicator")
_WORDS: dict[What, tuple[str, str]] = {
    "document": ("dokument", "document"),
    "goal": ("mål", "goal"),
    "activity": ("aktivitet", "activity"),
    "indicator": ("indikator", "indicator"),
    "amount": ("belopp", "amount"),
    "finding": ("fynd", "finding"),
}


def changes_listed(changes: list[Change]) -> RenderableType:
    """Each change under its document, and how many there are of each kind."""
    if not changes:
        return Text("Ingen skillnad (no difference).")
    parts: list[RenderableType] = []
    for document, of_one in groupby(changes, key=lambda change: change.document):
        parts.append(Text(shown(document), style="bold"))
        parts += [Padding(each, (0, 0, 0, 2)) for change in of_one for each in _told(change)]
    parts.append(Text(_counted(changes)))
    return Group(*parts)


def _told(change: Change) -> Iterator[RenderableType]:
    yield _line(change)
    if change.how == "reworded":
        yield _side_by_side(change)


def _side_by_side(change: Change) -> Table:
    """Both texts in columns of their own, the words that only one of them has marked."""
    table = Table(box=SIMPLE, show_edge=False, pad_edge=False, expand=True)
    for head, page in (("före (before)", change.page_before), ("efter (after)", change.page_after)):
        table.add_column(f"{head}, sida {page}" if page else head, ratio=1)
    before, after = (shown(text or "").split() for text in (change.before, change.after))
    left, right = Text(), Text()
    for how, i0, i1, j0, j1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        left.append(" ".join(before[i0:i1]), style="" if how == "equal" else "red underline").append(" ")
        right.append(" ".join(after[j0:j1]), style="" if how == "equal" else "green underline").append(" ")
    table.add_row(left, right)
    return table


def _line(change: Change) -> Text:
    sign, style = _SIGNS[change.how]
    swedish, english = _WORDS[change.what]
    stands_below = change.how == "reworded"
    page = None if stands_below else change.page_after or change.page_before
    line = Text(f"{sign} ", style=style)
    line.append(swedish if swedish == english else f"{swedish} ({english})")
    line.append(f", sida {page}: " if page else ":" if stands_below else ": ")
    if change.what == "amount":
        line.append(f"{shown(change.detail)}: ")
    texts = [shown(text) for text in (change.before, change.after) if text is not None and not stands_below]
    # Of what stays as it is worded, and of findings, the later words are enough: what is another is the detail.
    is_told_once = change.what == "finding" or (change.how == "changed" and change.what in _TEXTS)
    line.append("".join(texts[-1:]) if is_told_once else " → ".join(texts))
    if change.detail and change.what not in ("amount", "finding"):
        line.append(f" [{shown(change.detail)}]", style="dim")
    return line


def _counted(changes: list[Change]) -> str:
    order = list(_SIGNS)
    counts: dict[tuple[What, How], int] = {}
    for change in changes:
        counts[change.what, change.how] = counts.get((change.what, change.how), 0) + 1
    told = sorted(counts.items(), key=lambda each: (list(_WORDS).index(each[0][0]), order.index(each[0][1])))
    return ", ".join(f"{_SIGNS[how][0]}{number} {_WORDS[what][0]}" for (what, how), number in told)
