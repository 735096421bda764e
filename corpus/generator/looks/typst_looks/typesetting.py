"""A document in a look: the look's template, what the seed chose for it, and the document's words to Typst."""

import atexit
import json
import os
import shutil
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.generator.looks.look import Look, ProducerError
from corpus.generator.looks.typst_looks.choosing import choose
from corpus.generator.looks.typst_looks.fonts import lay_out, missing_packages
from corpus.generator.looks.typst_looks.looks import LOOKS, template_of
from corpus.generator.looks.typst_looks.measuring import with_longest_words
from corpus.generator.plain import Plain

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES: Final = Path(__file__).resolve().parent / "templates"
CREATED: Final = 1_735_689_600
"""1 January 2025 UTC in Unix seconds, printed into every file as its time of creation."""


def missing() -> str | None:
    """What has to be installed before these looks can be used, in Swedish and English; None where all is there."""
    packages = [*(["typst"] if find_spec("typst") is None else []), *missing_packages()]
    if not packages:
        return None
    line = "pip install " + " ".join(packages)
    return f"Typst-utseendena saknar paket, installera dem med / the Typst looks lack packages, install with: {line}"


def typeset(document: Plain, look: Look, seed: int) -> bytes:
    """The PDF of a document (plain.plain_document) in a look; the same arguments give the same bytes.

    Processes that share the work are spawned, or forked before the first call. Raises ProducerError where a package
    is missing or Typst fails, ValueError where the look is none of LOOKS.
    """
    if look not in LOOKS:
        raise ValueError(f"{look.name}: inget Typst-utseende / no look of Typst's")
    if (why := missing()) is not None:
        raise ProducerError(why)
    from typst import TypstError

    compiler, process = _compiler()
    if process != os.getpid():
        # Typst's threads do not live on in a fork, and it would wait for them for ever.
        raise ProducerError(
            "Typst användes innan processen delades; starta processer med spawn / "
            "Typst was used before this process was forked; start processes by spawn"
        )
    words = {"document": with_longest_words(document), "chosen": choose(look, seed)}
    try:
        pdf = compiler.compile(
            TEMPLATES / template_of(look),
            format="pdf",
            sys_inputs={name: json.dumps(value, ensure_ascii=False) for name, value in words.items()},
            timestamp=CREATED,
            pdf_tags=False,
        )
    except TypstError as error:
        raise ProducerError(
            f"{document['name']}, {look.name}: Typst kunde inte sätta dokumentet / Typst could not typeset it: "
            f"{error.message}\n{error.diagnostic}"
        ) from error
    assert isinstance(pdf, bytes), "a PDF is one file"
    return pdf


@cache
def _compiler() -> tuple["Compiler", int]:
    """One compiler, so that fonts and templates are read once, and the process that it was made in."""
    from typst import Compiler, Fonts

    # Kept as long as the process: Typst reads a font when it is first used.
    folder = tempfile.mkdtemp(prefix="plankoll-fonts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    fonts = Fonts(include_system_fonts=False, font_paths=[str(path) for path in lay_out(Path(folder))])
    return Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True), os.getpid()
