"""Measuring Plankoll against labelled documents: the plain stages over a folder, then the evaluation."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.evaluation import evaluate
from corpus.evaluation_scores import Scores
from corpus.truth import load_truth
from flows.files.outcome import FileOutcome
from flows.files.stages import process_file
from flows.inboxes.inbox import Inbox, InboxFile
from flows.runs.checks_apart import check
from flows.runs.progress import Listener
from flows.settings import Settings
from models.rows import FileRows
from outputs.run_report import new_run_id


@dataclass(frozen=True)
class Measured:
    """Scores, and what could not be taken in."""

    scores: Scores
    failed: tuple[FileOutcome, ...]
    without_pdf: tuple[str, ...]
    """Labelled documents whose PDF is missing: all of their truth counts as missed."""


def measure_folder(folder: Path, settings: Settings, listener: Listener) -> Measured:
    """Take in the PDFs in folder/pdf that have a truth of the same name in folder/truth, and compare.

    Nothing is published. Raises corpus.truth.TruthError for a truth that cannot be used.
    """
    truths = load_truth(folder / "truth")
    paths = {name: folder / "pdf" / f"{name}.pdf" for name in truths}
    present = {name: path for name, path in paths.items() if path.exists()}
    files = tuple(InboxFile(path, path.name, None, path.parent) for path in present.values())
    listener.opened(Inbox(files), len(files))
    run_id = new_run_id(datetime.now(UTC))

    def process(path: Path) -> FileOutcome:
        listener.begun(path.name)
        outcome = process_file(path, settings, run_id)
        listener.ended(outcome)
        return outcome

    with ThreadPoolExecutor(settings.workers) as pool:
        outcomes = dict(zip(present, pool.map(process, present.values()), strict=True))
    predicted: dict[str, FileRows] = {n: o.rows for n, o in outcomes.items() if o.rows is not None}
    findings, _ = check(predicted.values())
    return Measured(
        scores=evaluate(truths, predicted, findings),
        failed=tuple(outcome for outcome in outcomes.values() if outcome.failure is not None),
        without_pdf=tuple(name for name in paths if name not in present),
    )
