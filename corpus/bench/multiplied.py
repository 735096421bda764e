"""The rows of a few documents made the rows of thousands, to measure what grows with their number."""

from collections.abc import Mapping, Sequence

import polars as pl

NOT_AN_ID = frozenset(["run_id", "finding_id"])
OTHER_IDS = frozenset(["source_sha256", "repeat_of", "duplicate_of"])
STRIDE = 7
"""How many places on in the registry each copy's municipality is: neighbours are in one county and one table."""


def multiplied(
    frames: Mapping[str, pl.DataFrame], copies: int, municipalities: Sequence[str]
) -> dict[str, pl.DataFrame]:
    """The frames, a table each, so many times over: each copy with ids of its own, and of other municipalities.

    frames: table -> its rows. municipalities: every kommunkod there is, in order. Words and numbers are the same in
    every copy; so what is kept for a text that comes again makes the copies cheaper than documents of their own.
    """
    return {
        name: pl.concat([_copy(frame, count, municipalities) for count in range(copies)]) if frame.height else frame
        for name, frame in frames.items()
    }


def _copy(frame: pl.DataFrame, count: int, municipalities: Sequence[str]) -> pl.DataFrame:
    if count == 0:
        return frame
    ids = [name for name in frame.columns if name in OTHER_IDS or (name.endswith("_id") and name not in NOT_AN_ID)]
    moved = frame.with_columns(pl.col(name) + f"-{count}" for name in ids)
    if "kommunkod" not in frame.columns:
        return moved
    step = count * STRIDE % len(municipalities)
    others = {old: municipalities[(place + step) % len(municipalities)] for place, old in enumerate(municipalities)}
    return moved.with_columns(pl.col("kommunkod").replace(others))
