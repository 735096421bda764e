"""`plankoll train`: the model of kinds, trained on made documents, with a card that says how good it is."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.exit_status import ExitStatus, ending_politely
from flows.runs.interrupt import ending_at_once

_CARD = "README.md"
_HANDS_COUNT = 3
"""How often the statements of many hands are learnt from: they are varied, and few beside the made documents'."""


def train(
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", file_okay=False, help="Where the model goes. Default: into the package."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="The same seed gives the same model.")] = 3,
    documents: Annotated[
        int, typer.Option("--documents", metavar="N", min=1, help="How many made documents it learns from.")
    ] = 400,
    measure: Annotated[
        list[Path] | None,
        typer.Option(
            "--measure",
            metavar="DIR",
            exists=True,
            file_okay=False,
            help="Labelled documents (DIR/truth) to measure it on as well; may be repeated.",
        ),
    ] = None,
) -> None:
    """Train the model that tells goals, activities, indicators, costs and background apart by their words.

    It learns from the texts of made documents and from statements in the forms of many hands, takes about a
    minute, and writes the model and its card (README.md): the scores on texts that it has not seen. Needs no
    typesetting program.

    \b
    Example:
      plankoll train --out modell --measure corpus/samples
    """
    with ending_politely(), ending_at_once():
        from corpus.generator.labelled_texts import labelled_texts, texts_of_many_hands
        from corpus.truth import TruthError, load_truth
        from extractors.plans.kinds_model import FOLDER
        from extractors.training import train as train_model
        from flows.commands.kinds_card import is_held_out, kinds_card

        target = out or FOLDER
        texts = [(each.text, each.kind) for each in labelled_texts(seed, documents)]
        try:
            truths = [load_truth(folder / "truth") for folder in measure or []]
        except TruthError as error:
            typer.echo(f"plankoll: {error}", err=True)
            raise typer.Exit(ExitStatus.NOTHING_DONE) from error
        of_hands = [(each.text, each.kind) for each in texts_of_many_hands()]
        learnt = [each for each in [*texts, *of_hands * _HANDS_COUNT] if not is_held_out(each[0])]
        train_model(
            learnt,
            target,
            seed=seed,
            tell=lambda n, loss: typer.echo(f"omgång (round) {n}: förlust (loss) {loss:.1f}", err=True),
        )
        held_out = [each for each in [*texts, *of_hands] if is_held_out(each[0])]
        labelled = [truth for each in truths for truth in each.values()]
        card = kinds_card(target, len(set(learnt)), held_out, labelled)
        (target / _CARD).write_text(card, encoding="utf-8")
        typer.echo(card)
