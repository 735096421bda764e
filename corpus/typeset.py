"""Typesets the sample documents and writes what they hold beside them.

`python -m corpus.typeset` reads corpus/samples/src/*.typ and writes pdf/<name>.pdf and truth/<name>.json.
A source labels its own goals, activities, amounts and so on (src/_labels.typ), so that words and truth are
written once. The same sources give the same bytes: only the fonts that come with Typst are used, and the time
in the file is fixed. Needs the development dependency typst.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

SAMPLES: Final = Path(__file__).resolve().parent / "samples"
CREATED: Final = 1_735_689_600
"""1 January 2025 UTC in Unix seconds, printed into every file as its time of creation."""
LISTS: Final = ("parts", "goals", "activities", "indicators", "amounts", "fields", "tables", "findings")
"""The truth's lists, always there, in the order in which they are written."""
PRINTED_SPACES: Final = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " "})
"""The truth writes every space as a plain one, whichever the document has."""


def sources(samples: Path = SAMPLES) -> list[Path]:
    """The sources that make a document each, sorted; those that begin with _ only serve the others."""
    return sorted(path for path in (samples / "src").glob("*.typ") if not path.name.startswith("_"))


def typeset(source: Path) -> bytes:
    """The PDF of one source. Raises typst.TypstError where the source cannot be typeset."""
    import typst

    pdf = typst.compile(
        source,
        root=source.parent,
        format="pdf",
        ignore_system_fonts=True,
        timestamp=CREATED,
        pdf_tags=False,
    )
    assert isinstance(pdf, bytes), "a PDF is one file"
    return pdf


def read_labels(source: Path) -> dict[str, Any]:
    """The truth of one source, in the form of truth/<name>.json.

    Raises ValueError where the source does not say exactly once what document it is.
    """
    import typst

    answer = typst.query(source, "<truth>", field="value", root=source.parent, ignore_system_fonts=True)
    truth: dict[str, Any] = {"document": None, **{name: [] for name in LISTS}}
    for label in plain_spaces(json.loads(answer)):
        part = label.pop("part")
        if part in LISTS:
            truth[part].append(label)
        elif part == "document" and truth["document"] is None:
            truth["document"] = label
        else:
            raise ValueError(f"{source.name}: unexpected label {part!r}")
    if truth["document"] is None:
        raise ValueError(f"{source.name}: no label says what document it is")
    return truth


def plain_spaces(value: Any) -> Any:
    """The same value with plain spaces in every string."""
    if isinstance(value, str):
        return value.translate(PRINTED_SPACES)
    if isinstance(value, list):
        return [plain_spaces(item) for item in value]
    if isinstance(value, dict):
        return {key: plain_spaces(item) for key, item in value.items()}
    return value


def rebuild(samples: Path = SAMPLES) -> Iterator[Path]:
    """Writes the PDF and the truth of every source and yields each file that is written."""
    for source in sources(samples):
        pdf = samples / "pdf" / f"{source.stem}.pdf"
        truth = samples / "truth" / f"{source.stem}.json"
        pdf.parent.mkdir(exist_ok=True)
        truth.parent.mkdir(exist_ok=True)
        pdf.write_bytes(typeset(source))
        yield pdf
        text = json.dumps(read_labels(source), ensure_ascii=False, indent=1)
        truth.write_text(text + "\n", encoding="utf-8")
        yield truth


if __name__ == "__main__":
    for written in rebuild():
        print(written.relative_to(SAMPLES))  # noqa: T201
