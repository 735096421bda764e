"""`plankoll report`: the audit report as HTML."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.commands.exit_status import ending_politely
from flows.commands.options import Document, Grant, Municipality, Out, Rule, Severity, Verbose, Year
from flows.commands.terminal import log_to_terminal, settings_from

if TYPE_CHECKING:
    from outputs.audit_report.report import Report
    from outputs.audit_report.write import Drawn

Files = Annotated[
    list[Path] | None,
    typer.Option(
        "--files",
        metavar="DIR",
        exists=True,
        help="Where the PDF files are now, if they are not where they were read. They are known by their content.",
    ),
]
ReportLanguage = Annotated[Literal["sv", "en"], typer.Option("--language", help="The report's language.")]


def report(  # noqa: PLR0913, PLR0917 - one parameter an option
    out: Out = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", file_okay=False, help="The report's folder. Default: report in --out."),
    ] = None,
    language: ReportLanguage = "sv",
    files: Files = None,
    rule: Rule = None,
    severity: Severity = None,
    municipality: Municipality = None,
    grant: Grant = None,
    year: Year = None,
    document: Document = None,
    verbose: Verbose = False,
) -> None:
    """Make the audit report: pages that open from the disk, without a network.

    An overview, the list of findings to work off, a page for each finding with its arithmetic and the place on the
    PDF's page, and a page for each document with all that was read of it. Personal data that the dataset leaves out is
    covered in the pictures. Verdicts given in the report are saved as a file for `plankoll review --import`; with
    `plankoll serve` they are kept as they are given.

    \b
    Examples:
      plankoll report
      plankoll report --document lokal-plan --to granskning
      plankoll report --language en --files inbox/
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    with ending_politely():
        from flows.commands.page_pictures import PagePictures, SourceFiles
        from flows.commands.published import Asked, findings_wanted, published_tables
        from flows.commands.report_material import material_of
        from outputs.audit_report.report import Report
        from outputs.audit_report.write import Drawn, demand_report_folder, write_report

        folder = to or settings.out / "report"
        demand_report_folder(folder)
        frames = published_tables(settings)
        chosen = Asked(
            rule=rule,
            severity=severity,
            municipality=municipality,
            grant=grant,
            year=year,
            document=document,
            status="all",
        )
        wanted = findings_wanted(frames, chosen)
        made = Report(material_of(frames, wanted, language))
        pictures = PagePictures(frames, SourceFiles(frames["files"], settings, files or ()), settings)
        drawn = Drawn(*pictures.draw(made.pages_shown))
        overview = write_report(made, drawn, folder)
        _say(overview, made, drawn)


def _say(overview: Path, made: "Report", drawn: "Drawn") -> None:
    for swedish, english in dict.fromkeys(drawn.why.values()):
        n_pages = sum(why == (swedish, english) for why in drawn.why.values())
        typer.echo(f"{n_pages} sidor saknar bild. {swedish} ({n_pages} pages without a picture. {english})", err=True)
    n_findings, n_documents = len(made.material.findings), len(made.material.documents)
    typer.echo(f"{n_findings} fynd (findings), {n_documents} dokument (documents)")
    typer.echo(f"Rapport (report): {overview}")
