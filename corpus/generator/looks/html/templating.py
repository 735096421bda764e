"""The templates and style sheets that lie beside the code, and what they may call."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NoReturn

from corpus.generator.looks.html.dress import HERE
from corpus.generator.looks.html.fonts import stack
from corpus.generator.plain import Plain

if TYPE_CHECKING:
    from jinja2 import Environment

NUMBER: Final = re.compile(r"\{(page|pages)\}")
SHORT: Final = {"text", "figure"}
"""The kinds of questions that stand two in a row where a form sets them in pairs."""


def css_string(words: str) -> str:
    """Words as a string in a style sheet."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'"{escaped}"'


def css_number(pattern: str) -> str:
    """A page number's pattern ({page}, {pages}) as the value of content."""
    pieces = NUMBER.split(pattern)
    return " ".join(
        f"counter({piece})" if n % 2 else css_string(piece) for n, piece in enumerate(pieces) if n % 2 or piece
    )


def in_pairs(questions: Sequence[Plain]) -> list[list[Plain]]:
    """Short questions two and two, others alone."""
    rows: list[list[Plain]] = []
    for question in questions:
        short = question["kind"] in SHORT
        if short and rows and len(rows[-1]) == 1 and rows[-1][0]["kind"] in SHORT:
            rows[-1].append(question)
        else:
            rows.append([question])
    return rows


def refuse(kind: str) -> NoReturn:
    """A block that no template prints must not vanish: raises ValueError."""
    raise ValueError(f"no template for a block of type {kind!r}")


@cache
def environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    made = Environment(
        loader=FileSystemLoader([HERE / "templates", HERE / "styles"]),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"string": css_string, "number": css_number, "stack": stack, "in_pairs": in_pairs}
    made.globals["refuse"] = refuse
    return made


def fill(template: str, **values: Any) -> str:
    """The template filled in. Raises jinja2.UndefinedError where it names a value that is not there."""
    return environment().get_template(template).render(**values)
