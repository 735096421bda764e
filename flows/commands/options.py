"""Options that several commands have."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        file_okay=False,
        help="Folder for what comes out; the dataset is DIR/dataset. Default: outputs, or PLANKOLL_OUT.",
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Log to standard error, with the traceback of any error.")]
Rule = Annotated[
    str | None,
    typer.Option("--rule", metavar="RULE", help="Only this check, or a family of them: footing.column, footing."),
]
Severity = Annotated[
    Literal["error", "warning", "note"] | None, typer.Option("--severity", help="Only findings of this severity.")
]
Municipality = Annotated[
    str | None,
    typer.Option("--municipality", metavar="NAME", help="Only documents of this municipality: its code or its name."),
]
Grant = Annotated[
    str | None, typer.Option("--grant", metavar="WORDS", help="Only documents of a grant whose name has these words.")
]
Year = Annotated[
    int | None, typer.Option("--year", metavar="YEAR", help="Only documents about this year, or plans that it is in.")
]
Document = Annotated[
    str | None, typer.Option("--document", metavar="NAME", help="Only files whose name has this in it.")
]
