"""`plankoll checks`: the catalogue of checks."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from typing import Annotated

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.options import Verbose
from flows.commands.terminal import console_to, log_to_terminal, settings_from


def checks(
    rule: Annotated[
        str | None, typer.Argument(metavar="[RULE]", help="A check's id, to explain it; or a family, to list it.")
    ] = None,
    verbose: Verbose = False,
) -> None:
    """List the checks that are made, or explain one: what it claims, when it is silent, an example.

    A file rules on them: checks.toml in the folder that the command is run in, or the one that PLANKOLL_CHECKS
    names. In it checks are turned off, and told to take numbers as exact or as rounded, in all documents or in those
    of a grant.

    \b
    off = ["reason.outlier", "form"]
    [regime]
    "footing.column" = "rounded"
    [[grant]]
    name = "god och nära vård"
    off = ["complete.amounts"]
    regime = { "recalc.balance" = "exact" }

    \b
    Examples:
      plankoll checks
      plankoll checks cutoff
      plankoll checks cutoff.period
    """
    log_to_terminal(verbose)
    settings = settings_from(None)
    with ending_politely():
        from checks.catalogue import catalogue
        from checks.catalogue_pages import check_explained, checks_table
        from flows.runs.ruled import rulings_of

        rulings = rulings_of(settings)
        known = catalogue()
        chosen = [each for each in known if rule is None or each.id == rule or each.id.startswith(f"{rule}.")]
        if not chosen:
            names = ", ".join(each.id for each in known)
            complain(
                f"Ingen kontroll heter {rule}. Kontrollerna är: {names}",
                f"There is no check {rule}. The checks are: {names}",
                ExitStatus.USAGE,
            )
        console = console_to()
        console.print(check_explained(chosen[0], rulings) if chosen[0].id == rule else checks_table(chosen, rulings))
