"""`python -m flows.measuring.retypeset`: labelled documents typeset anew, to measure on other looks of the same."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import json
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def retypeset(
    folder: Annotated[Path, typer.Argument(metavar="DIR", exists=True, file_okay=False, help="With pdf/ and truth/.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", file_okay=False, help="An empty or new folder.")],
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="The same seed gives the same documents.")] = 1,
    times: Annotated[int, typer.Option("--times", metavar="N", min=1, help="Typesettings of each document.")] = 4,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="NAME", help="Documents whose names hold this; may be repeated."),
    ] = None,
) -> None:
    """Typeset labelled documents anew, in other paper, type, columns, lists, tables and forms; labels carry over.

    Writes OUT/pdf/NAME--SxN.pdf and OUT/truth/NAME--SxN.json, which plankoll evaluate OUT reads, and says what could
    not be carried over. Documents without labels are left out.

    \b
    Example:
      python -m flows.measuring.retypeset corpus/samples anew --seed 7 --times 4
      plankoll evaluate anew
    """
    with ending_politely():
        from corpus.generator.looks.look import ProducerError
        from corpus.retypeset.typesetting import typeset
        from flows.measuring.retypeset_source import source_of

        if out.exists() and any(out.iterdir()):
            complain(f"Mappen {out} är inte tom.", f"The folder {out} is not empty.", ExitStatus.USAGE)
        for part in ("pdf", "truth"):
            (out / part).mkdir(parents=True)
        failed = False
        for labels in sorted((folder / "truth").glob("*.json")):
            pdf = folder / "pdf" / f"{labels.stem}.pdf"
            if not pdf.is_file() or (only and not any(part in labels.stem for part in only)):
                continue
            truth = json.loads(labels.read_text(encoding="utf-8"))
            source = source_of(pdf)
            for time in range(times):
                name = f"{labels.stem}--{seed}x{time}"
                try:
                    made = typeset(source, truth, f"{seed}/{time}/{labels.stem}")
                except ProducerError as error:
                    failed = True
                    typer.echo(f"plankoll: {name}: {error}", err=True)
                    continue
                (out / "pdf" / f"{name}.pdf").write_bytes(made.pdf)
                written = json.dumps(made.truth, ensure_ascii=False, indent=1)
                (out / "truth" / f"{name}.json").write_text(written + "\n", encoding="utf-8")
                typer.echo(name)
                if made.lost_signs:
                    typer.echo(f"  inget typsnitt har (no font has): {made.lost_signs!r}")
                if made.lost_letters:
                    failed = True
                    typer.echo(f"  {made.lost_letters} tecken saknas (letters are missing)")
    if failed:
        raise typer.Exit(ExitStatus.SOME_FAILED)


if __name__ == "__main__":
    app(prog_name="python -m flows.measuring.retypeset")
