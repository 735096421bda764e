"""The page of what a made corpus can hold: `python -m corpus.generator.docs` writes docs/corpus.md."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.generator.composers.catalogue import COMPOSERS
from corpus.generator.looks.catalogue import LOOKS
from corpus.generator.seeding.catalogue import SEEDINGS

PAGE = Path(__file__).parents[2] / "docs" / "corpus.md"

_INTRODUCTION = """# Made documents

This page is made from the catalogues of composers, seedings and looks in `corpus/generator`; change it there.

`plankoll corpus make` makes plans, reports and memos whose truth is known because they are made. A scenario is one
county, its grant and what each municipality plans and spends. A composer turns it into the content of one document:
blocks of words that know what they mean, and the relations that hold between its figures. A seeding puts an error
into the content; which relations then break is worked out from what is printed, and is the truth of the findings. A
look typesets the content as a PDF. One document in twenty-four is a scan: a picture without text.
"""


def corpus_page() -> str:
    """The whole page, Markdown."""
    kinds = [(f"`{kind}`", _first_line(composer.__module__)) for kind, composer in COMPOSERS.items()]
    errors = [(f"`{each.name}`", f"`{each.rule}`", each.title) for each in SEEDINGS]
    looks = [
        (f"`{look.name}`", look.family, look.producer, ", ".join(sorted(look.fits)))
        for look in sorted(LOOKS, key=lambda look: (look.family, look.name))
    ]
    return "\n".join(
        (
            _INTRODUCTION,
            "## Kinds of documents\n",
            _table(("kind", "what it is"), kinds),
            "## Seeded errors\n",
            _table(("error", "check that should find it", "what is wrong"), errors),
            "## Looks\n",
            _table(("look", "layout family", "producer", "for"), looks),
        )
    )


def _first_line(module: str) -> str:
    """What the composer's module says of its kind."""
    documentation = sys.modules[module].__doc__
    assert documentation is not None, f"{module} has no docstring"
    return str(documentation).splitlines()[0]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(corpus_page(), encoding="utf-8")
