"""What a trial is worth: speed, rows that come out whole, cells beside their right neighbours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.bench.exact_rows import exact_rows
from corpus.bench.labelled import Ruling
from corpus.bench.trial import Outcome, Trial
from corpus.evaluation_cells import score_cells
from corpus.evaluation_scores import Share, Tally

Part = Ruling | Literal["all"]


@dataclass(frozen=True)
class DocumentScore:
    """One document as one tool read it. Where it did not get through, nothing is right and nothing predicted."""

    name: str
    ruling: Ruling | None
    n_pages: int
    pages_read: int
    cpu: float
    rows: Share
    cells: Tally
    """Neighbour relations of all tables."""
    cells_of_found: Tally
    """The same, without the predicted tables that answer to no true one: boxes of forms, for instance."""
    error: str | None


@dataclass(frozen=True)
class ToolScore:
    """One tool over a folder."""

    tool: str
    documents: tuple[DocumentScore, ...]
    peak: int
    """Bytes."""

    @property
    def pages_per_second(self) -> float | None:
        """Pages read per CPU-second; the time spent on files that it did not get through counts, their pages do not.

        Null where no time passed.
        """
        seconds = sum(document.cpu for document in self.documents)
        return sum(document.pages_read for document in self.documents) / seconds if seconds else None

    def rows(self, part: Part = "all") -> Share:
        """Exact rows, summed over the documents of a part."""
        return sum((document.rows for document in self._of(part)), start=Share())

    def cells(self, part: Part = "all") -> Tally:
        """Relations, summed over the documents of a part: micro."""
        return sum((document.cells for document in self._of(part)), start=Tally())

    def cells_of_found(self, part: Part = "all") -> Tally:
        """Relations of the tables that found a true one."""
        return sum((document.cells_of_found for document in self._of(part)), start=Tally())

    def macro(self, measure: Callable[[DocumentScore], float | None], part: Part = "all") -> float | None:
        """The mean of a measure over those documents of a part that have tables; null where none has."""
        values = [value for each in self._of(part) if each.cells.asked and (value := measure(each)) is not None]
        return sum(values) / len(values) if values else None

    def _of(self, part: Part) -> Sequence[DocumentScore]:
        return [document for document in self.documents if part in ("all", document.ruling)]


def score(trial: Trial) -> ToolScore:
    """Every outcome of a trial against its document's truth."""
    return ToolScore(trial.tool.name, tuple(_score(outcome) for outcome in trial.outcomes), trial.peak)


def _score(outcome: Outcome) -> DocumentScore:
    document = outcome.document
    cells, cells_of_found = score_cells(document.grids, outcome.grids)
    return DocumentScore(
        name=document.name,
        ruling=document.ruling,
        n_pages=document.n_pages,
        pages_read=0 if outcome.error is not None else document.n_pages,
        cpu=outcome.cpu,
        rows=exact_rows(document.grids, outcome.grids),
        cells=cells,
        cells_of_found=cells_of_found,
        error=outcome.error,
    )
