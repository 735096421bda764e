"""The documents of a benchmark: PDFs whose tables are known."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import pypdfium2

from corpus.bench.competition import competition_tables
from corpus.evaluation_cells import Grid
from corpus.truth import Origin, load_truth

Ruling = Literal["ruled", "half_ruled", "unruled"]

_RULING_OF_FAMILY: Final[dict[str, Ruling]] = {
    "word-ruled": "ruled",
    "half-ruled": "half_ruled",
    "unruled": "unruled",
}
"""The layout families that say how their tables are ruled; the others have tables of more than one kind."""


class BenchError(Exception):
    """A folder that cannot be measured; the message says why, in Swedish and English."""


@dataclass(frozen=True)
class Labelled:
    """One PDF and the tables that it really has, in reading order, heads included."""

    name: str
    path: Path
    n_pages: int
    grids: tuple[Grid, ...]
    ruling: Ruling | None = None
    """How its tables are ruled; null where nobody has said."""


@dataclass(frozen=True)
class LabelledFolder:
    """What can be measured, by name, and what cannot."""

    name: str
    documents: tuple[Labelled, ...]
    scanned: tuple[str, ...] = ()
    """Left out: without OCR no tool reads anything there."""
    without_pdf: tuple[str, ...] = ()


def load_folder(folder: Path) -> LabelledFolder:
    """Take folder/pdf with folder/truth, or else a folder with PDFs and *-str.xml of the ICDAR 2013 competition.

    Documents whose truth has no tables are among them: what is found there is false. Raises BenchError where there
    is neither, corpus.truth.TruthError for a truth that cannot be used.
    """
    if (folder / "truth").is_dir():
        return _load_truths(folder)
    structures = sorted(folder.rglob("*-str.xml"))
    if not structures:
        raise BenchError(
            f"I {folder} finns varken truth/ eller *-str.xml. / There is neither truth/ nor *-str.xml in {folder}."
        )
    pdfs = {path.stem: path for path in sorted(folder.rglob("*.pdf"))}
    grids = {path.stem.removesuffix("-str"): competition_tables(path) for path in structures}
    return LabelledFolder(
        name=folder.name,
        documents=tuple(
            Labelled(name, pdfs[name], _n_pages(pdfs[name]), tuple(tables))
            for name, tables in grids.items()
            if name in pdfs
        ),
        without_pdf=tuple(name for name in grids if name not in pdfs),
    )


def _load_truths(folder: Path) -> LabelledFolder:
    truths = load_truth(folder / "truth")
    paths = {name: folder / "pdf" / f"{name}.pdf" for name in truths}
    scanned = tuple(name for name, truth in truths.items() if truth.origin is not None and truth.origin.scanned)
    without_pdf = tuple(name for name, path in paths.items() if not path.exists())
    return LabelledFolder(
        name=folder.name,
        documents=tuple(
            Labelled(
                name,
                paths[name],
                _n_pages(paths[name]),
                tuple(table.grid() for table in truth.tables),
                _ruling(truth.origin),
            )
            for name, truth in truths.items()
            if name not in {*scanned, *without_pdf}
        ),
        scanned=scanned,
        without_pdf=without_pdf,
    )


def _ruling(origin: Origin | None) -> Ruling | None:
    return None if origin is None else _RULING_OF_FAMILY.get(origin.family)


def _n_pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()
