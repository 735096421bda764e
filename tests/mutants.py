"""Mutated PDF files: whatever bytes are changed, a file gives rows or a failure with a message.

    python -m tests.mutants --count 5000 --seed 1

takes so many mutants of the samples through all stages and says what became of them. It ends with status 1 where one
gave neither, or was not done with in its time.
"""

import argparse
import contextlib
import json
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from flows.files.apart import run_apart
from flows.files.outcome import FileOutcome
from flows.files.stages import process_file, process_here
from flows.files.workers import ApartError
from flows.settings import Settings
from tests.hostile_pdfs import one_page, raw
from tests.places import SAMPLES

_WORDS = (b"obj", b"endobj", b"stream", b"endstream", b"xref", b"/Kids", b"/Length", b"/Filter", b"/Type", b"R", b"<<")
"""What a PDF is built of: to change these hurts more than to change any bytes."""
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e308")
_BATCH_SECONDS = 120.0
_MUTANT_SECONDS = 20.0


def sources() -> list[bytes]:
    """Files to mutate: one made by hand, which has no packed streams, and the smallest samples."""
    smallest = sorted(SAMPLES.glob("*.pdf"), key=lambda path: path.stat().st_size)[:3]
    return [raw(one_page()), *(path.read_bytes() for path in smallest)]


def mutate(content: bytes, chance: random.Random) -> bytes:
    """The content with one to eight changes."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        _change(changed, chance)
    return bytes(changed)


def _change(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content))
    match chance.randrange(7):
        case 0:
            content[at] = chance.randrange(256)
        case 1:
            del content[at : at + chance.randint(1, 200)]
        case 2:
            content[at:at] = chance.randbytes(chance.randint(1, 50))
        case 3:
            content[at:at] = content[at : at + chance.randint(1, 2_000)]
        case 4:
            word = chance.choice(_WORDS)
            found = content.find(word, at)
            if found >= 0:
                content[found : found + len(word)] = chance.choice(_WORDS)
        case 5:
            digit = next((i for i in range(at, min(at + 500, len(content))) if 48 <= content[i] <= 57), None)
            if digit is not None:
                content[digit : digit + 1] = chance.choice(_NUMBERS)
        case _:
            other = chance.randrange(len(content))
            length = chance.randint(1, 100)
            content[at : at + length] = content[other : other + length]
    if not content:
        content.append(37)


def write_mutants(folder: Path, count: int, seed: int) -> list[Path]:
    """So many mutants, the same for a seed."""
    chance = random.Random(seed)
    originals = sources()
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:05}.pdf" for number in range(count)]
    for path in paths:
        path.write_bytes(mutate(chance.choice(originals), chance))
    return paths


def take_in(paths: list[Path], settings: Settings, record: Path) -> Counter[str]:
    """What became of each: `rows`, or the failure's code; `unsaid` where it was neither, or without a message.

    Many are read in one process, which is quicker; one that takes it down or holds it up is tried once more as any file
    of a run is. record: a file to note in what has been read.
    """
    tally: Counter[str] = Counter()
    position = 0
    while position < len(paths):
        record.write_bytes(b"")
        with contextlib.suppress(ApartError):
            run_apart(
                read_many,
                ([str(path) for path in paths[position:]], settings.model_dump_json(), str(record)),
                seconds=_BATCH_SECONDS,
                memory=settings.memory_per_file,
            )
        read = record.read_text(encoding="utf-8").splitlines()
        tally.update(json.loads(line) for line in read)
        position += len(read)
        if position < len(paths):
            tally[_fate(process_file(paths[position], settings, "fuzz"))] += 1
            position += 1
    return tally


def read_many(paths: list[str], settings: str, record: str) -> bytes:
    """In the other process: note what became of each, as soon as it is known."""
    chosen = Settings.model_validate_json(settings)
    with Path(record).open("a", encoding="utf-8") as stream:
        for path in paths:
            fate = _fate(process_here(Path(path), chosen, "fuzz"))
            stream.write(f"{json.dumps(fate)}\n")
            stream.flush()
    return b""


def _fate(outcome: FileOutcome) -> str:
    if outcome.rows is not None:
        return "rows"
    if outcome.failure is None or " / " not in outcome.failure.message:
        return "unsaid"
    return outcome.failure.error


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--count", type=int, default=5_000)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    settings = Settings(ocr="off", seconds_per_file=_MUTANT_SECONDS, memory_per_file=1024**3, workers=1)
    with tempfile.TemporaryDirectory() as folder:
        paths = write_mutants(Path(folder) / "pdf", asked.count, asked.seed)
        tally = take_in(paths, settings, Path(folder) / "record")
    sys.stdout.write(f"{dict(tally.most_common())}\n")
    sys.exit(bool(tally["unsaid"] or tally["internal_error"] or tally.total() != asked.count))


if __name__ == "__main__":
    main()
