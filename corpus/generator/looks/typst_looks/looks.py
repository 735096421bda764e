"""The looks that Typst makes, and the template of each."""

from typing import Final

from corpus.generator.content import DocumentKind
from corpus.generator.looks.look import EVERYTHING, FORMS, LETTERS, PLANS, REPORTS, Family, Look

PACKET: Final[frozenset[DocumentKind]] = frozenset({"packet"})


def _look(name: str, family: Family, fits: frozenset[DocumentKind]) -> Look:
    return Look(name=f"typst-{name}", family=family, producer="typst", fits=fits)


LOOKS: Final[tuple[Look, ...]] = (
    _look("unruled", "unruled", PLANS | REPORTS | FORMS | PACKET),
    _look("half-ruled", "half-ruled", PLANS | REPORTS | LETTERS | PACKET),
    _look("word-ruled", "word-ruled", EVERYTHING),
    _look("two-column", "two-column", PLANS | REPORTS),
    _look("survey", "survey", FORMS),
    _look("form-label-above", "form-label-above", FORMS),
    _look("form-unboxed", "form-unboxed", FORMS),
    _look("memo", "memo", LETTERS | REPORTS | PACKET),
    _look("letter", "memo", LETTERS),
    _look("old-landsting", "old-landsting", PLANS | REPORTS | LETTERS),
    _look("modern", "modern", PLANS | REPORTS | FORMS),
    _look("landscape", "landscape", PLANS | REPORTS),
    _look("planning-system", "modern", PLANS | REPORTS),
)


def template_of(look: Look) -> str:
    """The file in templates/ that prints the look."""
    return f"{look.name.removeprefix('typst-')}.typ"
