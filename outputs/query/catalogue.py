"""The ready views and queries: one SQL file each, which says at its head what it answers.

A view's file is views/N-name.sql, in the order in which they build on each other; a query's is ready/name.sql. Their
head is lines `-- key: text`: `sv` and `en` of a view, `title_sv`, `title_en`, `about_sv` and `about_en` of a query.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_HEAD = re.compile(r"^-- (\w+): (.+)$")


@dataclass(frozen=True)
class View:
    """A view over the dataset's tables, and the SELECT that it is."""

    name: str
    about_sv: str
    about_en: str
    sql: str


@dataclass(frozen=True)
class ReadyQuery:
    """A question that many ask, and the SQL that answers it, in an order that is always the same."""

    name: str
    title_sv: str
    title_en: str
    about_sv: str
    about_en: str
    sql: str


@cache
def views() -> tuple[View, ...]:
    """The views in the order in which they are made."""
    return tuple(
        View(path.stem.partition("-")[2], head["sv"], head["en"], sql)
        for path in sorted((_FOLDER / "views").glob("*.sql"))
        for head, sql in (_parted(path),)
    )


@cache
def ready_queries() -> tuple[ReadyQuery, ...]:
    """The queries by name."""
    return tuple(
        ReadyQuery(path.stem, head["title_sv"], head["title_en"], head["about_sv"], head["about_en"], sql)
        for path in sorted((_FOLDER / "ready").glob("*.sql"))
        for head, sql in (_parted(path),)
    )


def _parted(path: Path) -> tuple[dict[str, str], str]:
    """What a file says at its head, by key, and its SQL."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head: dict[str, str] = {}
    for line in lines:
        said = _HEAD.match(line)
        if said is None:
            break
        head[said[1]] = said[2]
    return head, "\n".join(lines[len(head) :]).strip().rstrip(";")
