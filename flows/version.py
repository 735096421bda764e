"""Which Plankoll this is: the release, and marks of the very code that reads documents and of the checks."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

READING = ("models", "extractors", "corpus/registry", "corpus/registry.py")
"""The code and registries that a file's rows depend on, beside its bytes."""
CHECKING = ("models", "checks", "corpus/registry", "corpus/registry.py")
"""The code and registries that findings depend on, beside the rows."""
NO_ROWS = ("extractors/pictures", "extractors/training.py")
"""Code among it that no row depends on."""
NO_CODE = frozenset({".pyc", ".md"})
READERS = ("pdfplumber", "pdfminer.six", "pypdfium2", "pillow", "numpy", "spacy", "rapidfuzz")
"""The libraries that a file's rows depend on."""


@cache
def plankoll_version() -> str:
    """Release and code mark, such as `0.1.0+3fa9c1d2`: rows of one version and file are always the same."""
    return f"{release()}+{code_mark(Path(__file__).parents[1], READING, READERS)}"


@cache
def checks_version() -> str:
    """A mark of the checks' code."""
    return code_mark(Path(__file__).parents[1], CHECKING, ())


def release() -> str:
    """The released version; `0` where the code runs without having been installed."""
    try:
        return version("plankoll")
    except PackageNotFoundError:
        return "0"


def code_mark(root: Path, rooms: Iterable[str], libraries: Iterable[str]) -> str:
    """Eight hexadecimal digits that change with the code, what it has been trained on, and its libraries' versions."""
    digest = hashlib.sha256()
    for path in _files_of(root, rooms):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    for library in libraries:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()[:8]


def _files_of(root: Path, rooms: Iterable[str]) -> list[Path]:
    left_out = [root / name for name in NO_ROWS]
    found: list[Path] = []
    for room in rooms:
        top = root / room
        files = [top] if top.is_file() else sorted(path for path in top.rglob("*") if path.is_file())
        found += [
            path
            for path in files
            if path.suffix not in NO_CODE and not any(path == each or each in path.parents for each in left_out)
        ]
    return found
