"""An inbox of files that do harm or that nobody can read, in all the ways known here; no two have the same bytes.

python -m tests.hostile_inbox DIR --count 200 --seed 1
"""

import argparse
import os
import random
import sys
from collections.abc import Iterator
from itertools import count as numbers
from itertools import islice
from pathlib import Path

import pikepdf

from tests.hostile_pdfs import BOMBS, attached, locked, one_page, raw
from tests.mutants import mutate, sources
from tests.places import SAMPLES

SMALL = raw(one_page())
ODD_NAMES = (
    b"rad\nbrytning.pdf",
    "v\u202efdp.nalp\u202c.pdf".encode(),
    b"\x1b[2J\x07.pdf",
    b"latin-\xe5\xe4\xf6.pdf",
    b"a" * 251 + b".pdf",
    b"a..pdf.pdf",
    b"-rf.pdf",
    b"=HYPERLINK(1).pdf",
    b"'; DROP TABLE documents; --.pdf",
    b"<script>alert(1)<_script>.pdf",
    b"%(name)s {0} [red].pdf",
)
NOT_PDFS = (
    b"",
    b"%PDF-1.7",
    b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
    b"PK\x03\x04" + b"\0" * 200,
    b"<!doctype html><title>Inloggning</title>",
    b"\xff" * 5_000,
    b"\0" * 5_000,
)
"""A portal's page, an office file or a picture that was saved as a PDF; what a broken download leaves."""


def write_hostile(folder: Path, count: int, seed: int) -> list[Path]:
    """So many files, the same for a seed, but for the one that is locked, with a key of its own. Names hurt too."""
    folder.mkdir(parents=True, exist_ok=True)
    return list(islice(_files(folder, random.Random(seed)), count))


def _files(folder: Path, chance: random.Random) -> Iterator[Path]:
    """Each kind once; then what has no end: mutants, and files that were cut off."""

    def written(name: str, content: bytes) -> Path:
        return _written(folder / f"{name}.pdf", content)

    for number, content in enumerate(NOT_PDFS):
        yield written(f"ingen-pdf-{number}", content)
    yield from write_odd_names(folder)
    for make in BOMBS:
        yield written(make.__name__, make())
    yield locked(folder / "last.pdf", SAMPLES / "remissvar.pdf", "hemligt")
    yield attached(written("bilagor", SMALL), {"bilaga.pdf": SMALL, "a\nb.xml": b"<a/>"})
    yield _without_pages(folder / "utan-sidor.pdf")
    (folder / "runt.pdf").symlink_to("runt.pdf")
    yield folder / "runt.pdf"
    (folder / "borta.pdf").symlink_to(folder / "finns-inte")
    yield folder / "borta.pdf"
    originals = sources()
    for number in numbers():
        whole = chance.choice(originals)
        torn = whole[: chance.randrange(1, len(whole))] + b"%d" % number
        yield (
            written(f"avbruten-{number:04}", torn)
            if number % 4 == 0
            else written(f"mutant-{number:04}", mutate(whole, chance) + b"\n%% %d\n" % number)
        )


def write_odd_names(folder: Path) -> list[Path]:
    """A small file under each of the odd names."""
    places = [Path(os.fsdecode(os.fsencode(folder) + b"/" + name)) for name in ODD_NAMES]
    return [_written(place, SMALL + b"\n%% %d\n" % number) for number, place in enumerate(places)]


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _without_pages(path: Path) -> Path:
    with pikepdf.new() as document:
        document.save(path, deterministic_id=True)
    return path


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", metavar="DIR", type=Path)
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    sys.stdout.write(f"{len(write_hostile(asked.folder, asked.count, asked.seed))} filer (files)\n")


if __name__ == "__main__":
    main()
