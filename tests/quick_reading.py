"""Reading that asks nothing of a file's bytes, for tests of what lies around it."""

from pathlib import Path

from extractors.taking.fingerprint import Limits, fingerprint
from flows.files.outcome import FileOutcome, refused
from flows.settings import Settings
from models.failures import IntakeError
from models.rows import Document, FileRows, Page


def read_as_said(path: Path, _settings: Settings, run_id: str) -> FileOutcome:
    """One document of one page a file; a failure where the bytes say so."""
    sha256, _ = fingerprint(path, Limits())
    begun = FileOutcome(path=str(path), source_name=path.name, sha256=sha256, n_pages=1)
    if path.read_bytes().startswith(b"trasig"):
        error = IntakeError("take", "broken_pdf", "Trasig.", "Broken.")
        return begun.model_copy(update={"failure": refused(error, path.name, sha256, run_id)})
    document = Document(
        document_id=f"{sha256[:20]}-1",
        source_name=path.name,
        source_sha256=sha256,
        first_page=1,
        last_page=1,
        doc_type="memo",
    )
    page = Page(
        source_sha256=sha256,
        page=1,
        document_id=document.document_id,
        width=595,
        height=842,
        rotation=0,
        text_layer="native",
        n_words=1,
    )
    return begun.model_copy(update={"rows": FileRows(documents=(document,), pages=(page,))})
