"""Rows of files that are attached to others: their place is the file that carries them."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from models.rows import SourceFile

_ID_DIGITS = 20
_OF_CARRIER = ("folder_id", "reason", "retired_since", "source_url", "fetched", "licence", "source_note", "run_id")
"""What is said of an attachment because it is said of what carries it."""


def parted(rows: Iterable[SourceFile]) -> tuple[list[SourceFile], dict[str, list[SourceFile]]]:
    """The files by themselves; and by the file_id of such a one those attached to it, in any order."""
    own: list[SourceFile] = []
    attached: dict[str, list[SourceFile]] = {}
    for row in rows:
        if row.carrier_id is None:
            own.append(row)
        else:
            attached.setdefault(row.carrier_id, []).append(row)
    return own, attached


def hung_on(carrier: SourceFile, attached: Iterable[SourceFile]) -> Iterator[SourceFile]:
    """The rows of the files attached to a carrier, as its place, name and fate now make them."""
    said = {column: getattr(carrier, column) for column in _OF_CARRIER}
    namesakes: Counter[str] = Counter()
    for row in sorted(attached, key=lambda each: (each.source_name, each.source_sha256 or "")):
        inner = row.source_name.partition("/")[2]
        namesakes[inner] += 1
        place = {
            "file_id": hashlib.sha256(f"{carrier.file_id} {namesakes[inner]} {inner}".encode()).hexdigest()[
                :_ID_DIGITS
            ],
            "carrier_id": carrier.file_id,
            "path": f"{carrier.path}/{inner}",
            "source_name": f"{carrier.source_name}/{inner}",
        }
        yield row.model_copy(update=said | place)
