"""Which Plankoll this is: the release, and a mark of the very code that reads documents."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

READING_ROOMS = ("models", "extractors", "corpus/registry", "corpus/registry.py")
"""The code and registries that a file's rows depend on, beside its bytes."""


@cache
def plankoll_version() -> str:
    """Release and code mark, such as `0.1.0+3fa9c1d2`: rows of one version and file are always the same."""
    return f"{release()}+{_code_mark(Path(__file__).parents[1])}"


def release() -> str:
    """The released version; `0` where the code runs without having been installed."""
    try:
        return version("plankoll")
    except PackageNotFoundError:
        return "0"


def _code_mark(root: Path) -> str:
    digest = hashlib.sha256()
    for room in READING_ROOMS:
        top = root / room
        files = [top] if top.is_file() else sorted(p for s in ("*.py", "*.csv") for p in top.rglob(s))
        for path in files:
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
