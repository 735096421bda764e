"""The dataset on disk: whole, immutable snapshots, and `current`, which is flipped last.

    current -> snapshots/<run_id>        relative symbolic link, replaced in one step
    snapshots/<run_id>/<table>.parquet   every table of the contract, also when it is empty
    snapshots/<run_id>/datapackage.json  the tables described
    snapshots/<run_id>/_run.json         what ran

A snapshot is written under a name of its own and renamed when it is on the disk; a crash at any
moment leaves the old `current` whole. What a dead run left is cleared by the next one.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import polars as pl

from models.rows import TABLES, Failure, Row
from models.schema import DATASET_VERSION, column_order, frame_schema, to_frame
from outputs.datapackage import descriptor
from outputs.lock import is_held
from outputs.row_order import in_order
from outputs.run_report import RunReport

UNFINISHED = ".unfinished-"
"""Begins the name of all that is being written or taken away."""


class DatasetUnreadableError(Exception):
    """The current snapshot is damaged, or of a version that this one cannot take over."""

    def __init__(self, snapshot: Path, why: str) -> None:
        super().__init__(snapshot, why)
        self.message_sv = (
            f"Datamängden i {snapshot} kan inte läsas ({why}). "
            "Peka `current` på en äldre ögonblicksbild, eller skriv till en ny mapp med --out."
        )
        self.message_en = (
            f"The dataset in {snapshot} cannot be read ({why}). "
            "Point `current` at an older snapshot, or write to a new folder with --out."
        )

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


def publish(
    dataset_dir: Path, frames: Mapping[str, pl.DataFrame], run: RunReport, kept: Mapping[str, int] | None = None
) -> Path:
    """Write a snapshot of all tables and make it the current one; gives its folder.

    A table that is not in `frames` is published empty, unless it is in `kept`: the current snapshot's tables that stay
    just as they are, with their numbers of rows. Their files are not written again: both snapshots share them.
    The same rows give the same bytes in every table, whatever order they come in. The caller holds the lock
    (outputs.lock.dataset_lock).

    Raises KeyError for a table that is not in the contract, dataframely's ValidationError for rows
    that break a table's schema, FileExistsError where the run is already the current snapshot.
    """
    if not is_held(dataset_dir):
        raise RuntimeError("a snapshot is published under the dataset's lock")
    kept = kept or {}
    tables = _validated(frames, kept)
    current = current_snapshot(dataset_dir)
    snapshots = dataset_dir / "snapshots"
    snapshots.mkdir(parents=True, exist_ok=True)
    _clear_unfinished(dataset_dir)
    target = snapshots / run.run_id
    if target.resolve() == current:
        raise FileExistsError(f"run {run.run_id} is already published")
    if target.exists():  # a run that died between its snapshot's renaming and the flip: nobody has read it
        _remove(target)
    unfinished = snapshots / f"{UNFINISHED}{run.run_id}"
    unfinished.mkdir()
    if current is not None:
        for name in kept:
            _share(current / f"{name}.parquet", unfinished)
    _write(unfinished, tables, {**{name: frame.height for name, frame in tables.items()}, **kept}, run)
    unfinished.rename(target)
    _sync(snapshots)
    _flip(dataset_dir, target)
    return target


class CurrentTables(Mapping[str, pl.DataFrame]):
    """Every table of the current snapshot, each read when it is first asked for; empty where nothing is published.

    A snapshot of an older minor version lacks columns or tables: they come as null, as the column's default, or empty.
    To make it raises DatasetUnreadableError where the snapshot's description is damaged or lost; to ask for a table,
    where the table is, or where a column that must be there is not.
    """

    def __init__(self, dataset_dir: Path) -> None:
        self._snapshot = current_snapshot(dataset_dir)
        self._published = tables_of(self._snapshot) if self._snapshot is not None else set()
        self._read: dict[str, pl.DataFrame] = {}

    def __getitem__(self, name: str) -> pl.DataFrame:
        if self._snapshot is None:
            raise KeyError(name)
        if name not in self._read:
            row_type = next((t for t in TABLES if t.table_name == name), None)
            if row_type is None:
                raise KeyError(name)
            there = name in self._published
            self._read[name] = _read(self._snapshot, row_type) if there else to_frame(row_type, ())
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(t.table_name for t in TABLES) if self._snapshot is not None else iter(())

    def __len__(self) -> int:
        return len(TABLES) if self._snapshot is not None else 0

    def keepable(self) -> dict[str, int]:
        """Tables whose files another snapshot may share as they are, with their numbers of rows."""
        if self._snapshot is None:
            return {}
        found: dict[str, int] = {}
        for row_type in TABLES:
            name = row_type.table_name
            path = self._snapshot / f"{name}.parquet"
            if name in self._published and pl.read_parquet_schema(path) == to_frame(row_type, ()).schema:
                found[name] = int(pl.scan_parquet(path).select(pl.len()).collect().item())
        return found


def read_current(dataset_dir: Path) -> dict[str, pl.DataFrame]:
    """Every table of the current snapshot, read at once; empty where nothing has been published.

    Raises DatasetUnreadableError as CurrentTables does.
    """
    return dict(CurrentTables(dataset_dir))


def read_snapshot(snapshot: Path, only: Collection[str] | None = None) -> dict[str, pl.DataFrame]:
    """Every table of the snapshot in this folder, or only those named; older ones as read_current says."""
    published = tables_of(snapshot)
    return {
        row_type.table_name: _read(snapshot, row_type) if row_type.table_name in published else to_frame(row_type, ())
        for row_type in TABLES
        if only is None or row_type.table_name in only
    }


def retire(dataset_dir: Path, keep: int) -> tuple[Path, ...]:
    """Take away all but the `keep` newest snapshots, never the current one; gives those taken away.

    The caller holds the dataset's lock.
    """
    if keep < 1:
        raise ValueError("at least one snapshot is kept")
    if not is_held(dataset_dir):
        raise RuntimeError("snapshots are retired under the dataset's lock")
    _clear_unfinished(dataset_dir)
    current = current_snapshot(dataset_dir)
    newest_first = sorted((dataset_dir / "snapshots").glob("[0-9]*"), reverse=True)
    retired = tuple(path for path in newest_first[keep:] if path.resolve() != current)
    for path in retired:
        _remove(path)
    return retired


def _validated(frames: Mapping[str, pl.DataFrame], kept: Collection[str]) -> dict[str, pl.DataFrame]:
    """All tables but those kept, with the contract's schema and order of columns and rows."""
    unknown = sorted(set(frames) - {t.table_name for t in TABLES})
    if unknown:
        raise KeyError(f"not in the contract: {', '.join(unknown)}")
    whole = {
        t.table_name: frame_schema(t).validate(frames[t.table_name]).select(column_order(t))
        if t.table_name in frames
        else to_frame(t, ())
        for t in TABLES
        if t.table_name not in kept
    }
    return {t.table_name: in_order(t, whole).rechunk() for t in TABLES if t.table_name in whole}


def _share(path: Path, folder: Path) -> None:
    """Have a file of an immutable snapshot in another one too; a copy where the file system knows no second names."""
    try:
        (folder / path.name).hardlink_to(path)
    except OSError:
        shutil.copyfile(path, folder / path.name)
        _sync(folder / path.name)


def _write(folder: Path, tables: Mapping[str, pl.DataFrame], counts: Mapping[str, int], run: RunReport) -> None:
    """counts: rows of all tables, those too that lie in the folder already."""
    counts = {t.table_name: counts[t.table_name] for t in TABLES}
    for name, frame in tables.items():
        path = folder / f"{name}.parquet"
        frame.write_parquet(path, compression="zstd", statistics=True)
        _sync(path)
    for name, content in (
        ("datapackage.json", descriptor(folder, counts, run)),
        ("_run.json", _run_record(tables[Failure.table_name], counts, run)),
    ):
        path = folder / name
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        _sync(path)
    _sync(folder)


def _run_record(failures: pl.DataFrame, counts: Mapping[str, int], run: RunReport) -> dict[str, object]:
    return {
        "dataset_version": DATASET_VERSION,
        **run.model_dump(mode="json"),
        "rows": dict(counts),
        "failures": failures.drop("run_id").to_dicts(),
    }


def _flip(dataset_dir: Path, target: Path) -> None:
    link = dataset_dir / f"{UNFINISHED}current"
    link.symlink_to(target.relative_to(dataset_dir), target_is_directory=True)
    link.replace(dataset_dir / "current")
    _sync(dataset_dir)


def current_snapshot(dataset_dir: Path) -> Path | None:
    """The folder that `current` points to, looked up once so that one reader sees one snapshot."""
    link = dataset_dir / "current"
    if link.is_symlink():
        return link.resolve()
    if link.exists():  # a copy that followed links: taking it for nothing would start the dataset over
        raise DatasetUnreadableError(link, "`current` är ingen länk, is not a link")
    return None


def tables_of(snapshot: Path) -> set[str]:
    """The tables that a snapshot says it has, so that a lost file is not taken for an empty table.

    Raises DatasetUnreadableError where it does not say it, or is of another major version.
    """
    try:
        package = json.loads((snapshot / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DatasetUnreadableError(snapshot, f"datapackage.json: {error}") from error
    if _major(package["version"]) != _major(DATASET_VERSION):
        raise DatasetUnreadableError(snapshot, f"version {package['version']} != {DATASET_VERSION}")
    return {resource["name"] for resource in package["resources"]}


def _major(version: str) -> str:
    return version.partition(".")[0]


def _read(snapshot: Path, row_type: type[Row]) -> pl.DataFrame:
    """One table with today's columns; those that an older snapshot lacks hold their default."""
    path = snapshot / f"{row_type.table_name}.parquet"
    schema = to_frame(row_type, ()).schema
    try:
        frame = pl.read_parquet(path, hive_partitioning=False, memory_map=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise DatasetUnreadableError(snapshot, f"{path.name}: {error}") from error
    fields = {name: row_type.model_fields[name] for name in schema if name not in frame.columns}
    needed = [name for name, field in fields.items() if field.is_required()]
    if needed:
        raise DatasetUnreadableError(snapshot, f"{path.name}: {', '.join(needed)}?")
    added = [pl.lit(field.get_default(), dtype=schema[name]).alias(name) for name, field in fields.items()]
    frame = frame.with_columns(added).select(schema.names())
    if frame.schema != schema:
        raise DatasetUnreadableError(snapshot, f"{path.name}: {frame.schema} != {schema}")
    return frame


def _clear_unfinished(dataset_dir: Path) -> None:
    for path in (*dataset_dir.glob(f"{UNFINISHED}*"), *(dataset_dir / "snapshots").glob(f"{UNFINISHED}*")):
        if path.is_symlink():
            path.unlink()
        else:
            shutil.rmtree(path)


def _remove(snapshot: Path) -> None:
    """Take a snapshot away; one that is half gone does not look like one."""
    doomed = snapshot.with_name(f"{UNFINISHED}{snapshot.name}-retired")
    snapshot.rename(doomed)
    shutil.rmtree(doomed)


def _sync(path: Path) -> None:
    """Have a file's or folder's content on the disk before the next step."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
