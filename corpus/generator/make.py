"""Makes a corpus of labelled documents: pdf/ and truth/ as `plankoll evaluate` reads them, and what is in it."""

import json
import multiprocessing
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pypdfium2

from corpus.generator.content import DocumentKind
from corpus.generator.labels import truth_of
from corpus.generator.looks import writer
from corpus.generator.looks.catalogue import typeset
from corpus.generator.looks.look import Look, ProducerError
from corpus.generator.paper_pages import pages_of_papers
from corpus.generator.plain import plain_blocks, plain_document
from corpus.generator.programme import PlannedDocument, plan_corpus
from corpus.generator.proofreading import missing_words
from corpus.generator.scan import scanned

MANIFEST: Final = "corpus.json"
_WRITER_BATCH: Final = 8
"""Documents converted by one start of LibreOffice, which takes seconds."""


class MakeError(Exception):
    """The corpus cannot be made there; the message says why."""


@dataclass(frozen=True)
class MadeDocument:
    """What a document of the corpus is, as the manifest has it."""

    name: str
    kind: str
    family: str
    look: str
    producer: str
    scanned: bool
    pages: int
    errors: tuple[str, ...]
    traps: tuple[str, ...]
    missing: tuple[str, ...]
    """Words that the truth claims and the typeset text lacks. There should be none."""


@dataclass(frozen=True)
class MadeCorpus:
    """What was made, and what could not be typeset: name -> why."""

    documents: tuple[MadeDocument, ...]
    failed: Mapping[str, str]


def make_corpus(
    out: Path,
    *,
    seed: int,
    n_documents: int,
    looks: Sequence[Look],
    workers: int,
    kinds: Collection[DocumentKind] | None = None,
    tell: Callable[[MadeDocument], None] = lambda _: None,
) -> MadeCorpus:
    """Write out/pdf/*.pdf, out/truth/*.json and out/corpus.json; the same seed and looks give the same bytes.

    kinds: only documents of these, where it is neither null nor empty; what is told of the others stays told.
    tell hears of each document that is done, in no certain order. A document that cannot be typeset is left out and
    told of; the rest is made. Raises MakeError where out holds something already.
    """
    if out.exists() and any(out.iterdir()):
        raise MakeError(
            f"Mappen {out} är inte tom: ange en ny eller töm den. / The folder {out} is not empty: name another one."
        )
    (out / "pdf").mkdir(parents=True)
    (out / "truth").mkdir()
    planned = list(plan_corpus(seed, n_documents, looks, kinds))
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting = {
            pool.submit(_make_batch, batch, out, seed): [each.content.name for each in batch]
            for batch in _batches(planned)
        }
        made, failed = gather(waiting, tell)
    made.sort(key=lambda document: document.name)
    manifest = {
        "seed": seed,
        "documents": [vars(document) for document in made],
        "failed": dict(sorted(failed.items())),
    }
    _write_json(out / MANIFEST, manifest)
    return MadeCorpus(tuple(made), failed)


def gather(
    waiting: Mapping[Future[list[MadeDocument]], Sequence[str]], tell: Callable[[MadeDocument], None]
) -> tuple[list[MadeDocument], dict[str, str]]:
    """What becomes of the batches: the documents made, and by name why others could not be typeset."""
    made: list[MadeDocument] = []
    failed: dict[str, str] = {}
    for future in as_completed(waiting):
        try:
            done = future.result()
        except ProducerError as error:
            failed |= dict.fromkeys(waiting[future], str(error))
            continue
        for document in done:
            made.append(document)
            tell(document)
    return made, failed


def _batches(planned: Sequence[PlannedDocument]) -> Iterator[tuple[PlannedDocument, ...]]:
    """What is made together: Writer's documents in batches, first of all; all others alone, the long ones first."""
    written = [each for each in planned if each.look.producer == "writer"]
    yield from (tuple(written[i : i + _WRITER_BATCH]) for i in range(0, len(written), _WRITER_BATCH))
    alone = [each for each in planned if each.look.producer != "writer"]
    yield from ((each,) for each in sorted(alone, key=lambda each: -len(each.content.blocks)))


def _make_batch(batch: tuple[PlannedDocument, ...], out: Path, seed: int) -> list[MadeDocument]:
    if batch[0].look.producer == "writer":
        pdfs = writer.typeset_many([(plain_document(each.content), each.look, each.look_seed) for each in batch])
    else:
        pdfs = [typeset(plain_document(each.content), each.look, each.look_seed) for each in batch]
    return [_write(each, pdf, out, seed) for each, pdf in zip(batch, pdfs, strict=True)]


def _write(planned: PlannedDocument, pdf: bytes, out: Path, seed: int) -> MadeDocument:
    content, look = planned.content, planned.look
    traps = sorted({each.seeded for each in content.planted if each.grade == "trap-not-error"})
    origin = {
        "family": look.family,
        "producer": look.producer,
        "kind": content.kind,
        "seed": seed,
        "scanned": planned.scanned,
        "errors": list(content.errors),
        "traps": traps,
    }
    truth = truth_of(content, origin, pages_of_papers(pdf, plain_blocks(content.blocks)))
    missing = missing_words(pdf, truth)
    if planned.scanned:
        pdf = scanned(pdf, planned.look_seed)
    (out / "pdf" / f"{content.name}.pdf").write_bytes(pdf)
    _write_json(out / "truth" / f"{content.name}.json", truth)
    return MadeDocument(
        name=content.name,
        kind=content.kind,
        family=look.family,
        look=look.name,
        producer=look.producer,
        scanned=planned.scanned,
        pages=_n_pages(pdf),
        errors=content.errors,
        traps=tuple(traps),
        missing=tuple(missing),
    )


def _n_pages(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _write_json(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
