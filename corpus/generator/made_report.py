"""What a made corpus holds, counted, as tables for the terminal."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group
from rich.table import Table

from corpus.generator.make import MadeDocument


def format_made(made: Sequence[MadeDocument]) -> Group:
    """Two tables: documents and pages by kind and family, then errors and traps by their kind."""
    return Group(
        _documents("Slag / Kinds", made, [document.kind for document in made]),
        _documents("Layoutfamiljer / Layout families", made, [document.family for document in made]),
        _documents("Utseenden / Looks", made, [document.look for document in made]),
        _counts("Inlagda fel / Seeded errors", (error for document in made for error in document.errors)),
        _counts("Fällor / Traps", (trap for document in made for trap in document.traps)),
    )


def _documents(title: str, made: Sequence[MadeDocument], groups: Sequence[str]) -> Table:
    table = _table(title, "", "dokument/\ndocuments", "sidor/\npages", "skannade/\nscanned", "rätta/\nclean")
    for group in sorted(set(groups)):
        table.add_row(group, *_sums([each for each, own in zip(made, groups, strict=True) if own == group]))
    table.add_section()
    table.add_row("alla / all", *_sums(made))
    return table


def _sums(made: Sequence[MadeDocument]) -> tuple[str, ...]:
    numbers = (
        len(made),
        sum(document.pages for document in made),
        sum(document.scanned for document in made),
        sum(not document.errors for document in made),
    )
    return tuple(str(number) for number in numbers)


def _counts(title: str, names: Iterable[str]) -> Table:
    table = _table(title, "", "dokument/\ndocuments")
    for name, n in sorted(Counter(names).items()):
        table.add_row(name, str(n))
    return table


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for i, heading in enumerate(headings):
        table.add_column(heading, justify="right" if i else "left", no_wrap=True)
    return table
