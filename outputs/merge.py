"""The next snapshot from the last one and what a run found: pure functions on frames.

Rows of files that were not read now are taken over as they are; rows of files that were read
now come in whole. A finding keeps the verdict that a reviewer gave it as long as its id stays; one that was dismissed
is open again where its numbers have changed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import polars as pl

from models.rows import TABLES, Code, Document, Evidence, Failure, FileRows, Finding, Row, Run, SourceFile
from models.schema import to_frame
from outputs.run_report import RunReport
from outputs.verdicts import Verdicts, with_verdicts

Frames = Mapping[str, pl.DataFrame]

FILE_TABLES: tuple[type[Row], ...] = tuple(t for t in TABLES if t.table_name in FileRows.model_fields)
"""The tables that reading a file fills."""


def file_frames(files: Iterable[FileRows], run_id: str) -> dict[str, pl.DataFrame]:
    """What was read now, as frames; its documents bear the run's id.

    Raises dataframely's ValidationError where one file's rows come twice.
    """
    all_files = tuple(files)
    frames = {
        row_type.table_name: to_frame(row_type, (row for file in all_files for row in file.of(row_type)))
        for row_type in FILE_TABLES
    }
    documents = Document.table_name
    frames[documents] = frames[documents].with_columns(run_id=pl.lit(run_id, dtype=pl.String))
    return frames


def merge_files(before: Frames, now: Frames, replaced: Collection[str]) -> dict[str, pl.DataFrame]:
    """The last snapshot's rows, save those of the files in `replaced`, and after them the rows read now.

    before: the last snapshot's tables; empty where there is none. now: as file_frames gives them.
    replaced: SHA-256 of files whose earlier rows go: files whose bytes changed or that are gone.
    Files in `now` are replaced in any case.
    """
    now_sources = now[Document.table_name]["source_sha256"]
    gone = pl.concat([now_sources, pl.Series("source_sha256", list(replaced), dtype=pl.String)]).unique()
    kept = _without(before, gone) if before else {}
    return {
        row_type.table_name: pl.concat([kept[row_type.table_name], now[row_type.table_name]])
        if kept
        else now[row_type.table_name]
        for row_type in FILE_TABLES
    }


def with_retired(files: Frames, since: Mapping[str, datetime]) -> dict[str, pl.DataFrame]:
    """The file tables, whose documents say since when their file is gone. since: by SHA-256, in UTC."""
    documents = files[Document.table_name]
    gone = pl.DataFrame(
        {"source_sha256": list(since), "_gone": list(since.values())},
        schema={"source_sha256": pl.String, "_gone": documents.schema["retired_since"]},
    )
    told = documents.join(gone, on="source_sha256", how="left", maintain_order="left")
    return {
        **files,
        Document.table_name: told.with_columns(retired_since=pl.col("_gone")).select(documents.columns),
    }


def in_use(files: Frames) -> dict[str, pl.DataFrame]:
    """The file tables without the rows of files that are gone."""
    documents = files[Document.table_name]
    gone = documents.filter(pl.col("retired_since").is_not_null())["source_sha256"].unique()
    return dict(files) if gone.is_empty() else _without(files, gone)


def with_same_text(files: Frames) -> dict[str, pl.DataFrame]:
    """The file tables, where a document of the very text of another file's is that one's duplicate.

    The original is the first by file name. One that is gone is nobody's original, and a duplicate within its file stays
    that one's.
    """
    documents = files[Document.table_name]
    file_of = r"-\d+$"
    within = pl.col("duplicate_of").str.replace(file_of, "") == pl.col("document_id").str.replace(file_of, "")
    alone = documents.with_columns(duplicate_of=pl.when(within).then(pl.col("duplicate_of")))
    originals = (
        alone.filter(
            pl.col("text_sha256").is_not_null() & pl.col("duplicate_of").is_null() & pl.col("retired_since").is_null()
        )
        .sort("source_name", "source_sha256", "first_page")
        .group_by("text_sha256", maintain_order=True)
        .agg(pl.col("document_id").first().alias("_first"))
    )
    found = alone.join(originals, on="text_sha256", how="left", maintain_order="left")
    another = pl.when(pl.col("_first") != pl.col("document_id")).then(pl.col("_first"))
    marked = found.with_columns(duplicate_of=pl.coalesce("duplicate_of", another))
    return {**files, Document.table_name: marked.select(documents.columns)}


def merge_findings(before: pl.DataFrame | None, now: Iterable[Finding], run_id: str) -> pl.DataFrame:
    """The findings of this run; one whose id was known before keeps its status and its first run.

    A dismissed one whose numbers are others than before is open. One that says just what it said before also keeps
    its run_id: the run that first said it so. One that is no longer found is not taken over.
    """
    found = to_frame(Finding, now).with_columns(status=pl.lit("open"), first_run=pl.lit(run_id), run_id=pl.lit(run_id))
    if before is None:
        return found
    kept = ["status", "first_run", "run_id"]
    said = [name for name in found.columns if name not in kept and name != "finding_id"]
    known = found.join(before, on="finding_id", how="left", suffix="_before", maintain_order="left")
    unchanged = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"{name}_before")) for name in said)
    new_numbers = pl.any_horizontal(
        pl.col(name).ne_missing(pl.col(f"{name}_before")) for name in ("expected", "actual")
    )
    returns = (pl.col("status_before") == "dismissed") & new_numbers
    return known.with_columns(
        status=pl.when(returns).then(pl.lit("open")).otherwise(pl.col("status_before").fill_null(pl.col("status"))),
        first_run=pl.col("first_run_before").fill_null(pl.col("first_run")),
        run_id=pl.when(unchanged).then(pl.col("run_id_before")).otherwise(pl.col("run_id")),
    ).select(found.columns)


@dataclass(frozen=True)
class Outcome:
    """What a run gives beside the rows of files.

    Findings and evidence come from checking all of the dataset's files; failures are this run's alone. Verdicts go
    before what the last snapshot says.
    """

    report: RunReport
    findings: Iterable[Finding] = ()
    evidence: Iterable[Evidence] = ()
    failures: Iterable[Failure] = ()
    verdicts: Verdicts = field(default_factory=dict)
    codes: Iterable[Code] = ()
    """The whole codebook that the rows' codes are of."""
    files: Iterable[SourceFile] = ()
    """Every known file."""


def assemble(
    before: Frames, files: Frames, outcome: Outcome, kept: Mapping[str, int] | None = None
) -> dict[str, pl.DataFrame]:
    """Every table of the next snapshot; files: as merge_files gives them. Runs accumulate.

    kept: tables that stay as they are, with their numbers of rows; they are left out of what is given.
    """
    run_id = outcome.report.run_id
    frames = dict(files)
    found = merge_findings(before.get(Finding.table_name), outcome.findings, run_id)
    frames[Finding.table_name] = with_verdicts(found, outcome.verdicts, files[Document.table_name])
    frames[Evidence.table_name] = to_frame(Evidence, outcome.evidence)
    frames[Failure.table_name] = to_frame(Failure, outcome.failures).with_columns(
        run_id=pl.lit(run_id, dtype=pl.String)
    )
    frames[Code.table_name] = to_frame(Code, outcome.codes)
    frames[SourceFile.table_name] = to_frame(SourceFile, outcome.files)
    earlier = before.get(Run.table_name, to_frame(Run, ()))
    frames = {name: frame for name, frame in frames.items() if name not in (kept or {})}
    heights = {name: frame.height for name, frame in frames.items()} | dict(kept or {})
    heights[Run.table_name] = earlier.height + 1
    counts = {t.table_name: heights[t.table_name] for t in TABLES if t.table_name in heights}
    frames[Run.table_name] = pl.concat([earlier, to_frame(Run, (outcome.report.row(counts),))])
    return frames


def _without(frames: Frames, gone: pl.Series) -> dict[str, pl.DataFrame]:
    """The file tables without the rows of some files.

    A row hangs on its file by source_sha256, else on a document, else on an activity or a table.
    """
    kept: dict[str, pl.DataFrame] = {}
    for row_type in FILE_TABLES:
        frame = frames[row_type.table_name]
        if "source_sha256" in frame.columns:
            kept[row_type.table_name] = frame.join(
                gone.to_frame(), on="source_sha256", how="anti", maintain_order="left"
            )
            continue
        owner, key = _owner(row_type)
        kept[row_type.table_name] = frame.join(kept[owner], on=key, how="semi", maintain_order="left")
    return kept


def _owner(row_type: type[Row]) -> tuple[str, str]:
    """The table, met before, whose key says which document a row is of; and that key."""
    for owner in FILE_TABLES:
        key = owner.primary_key[0]
        if owner is not row_type and key in row_type.model_fields and _required(row_type, key):
            return owner.table_name, key
    raise TypeError(f"{row_type.table_name} does not say which document its rows are of")


def _required(row_type: type[Row], column: str) -> bool:
    return row_type.model_fields[column].is_required()
