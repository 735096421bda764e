"""The catalogue for the command line: all checks as a table, one check explained."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from checks.catalogue import Check
from checks.rulings import Ruling

_FAMILIES = {
    "footing": "summering",
    "cross-footing": "korssummering",
    "recalculation": "omräkning",
    "tie-out": "avstämning",
    "cut-off": "periodisering",
    "completeness": "fullständighet",
    "reasonableness": "rimlighet",
    "identity": "identitet",
    "form": "form",
}
_REGIMES = {"exact": "exakt (exact)", "rounded": "avrundat (rounded)"}
_AS_WRITTEN = "som skrivet (as written)"


def checks_table(checks: Sequence[Check], ruling: Ruling) -> RenderableType:
    """One line a check: id, family, regime and title, and whether it is made."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("kontroll\n(check)", no_wrap=True)
    table.add_column("familj\n(family)", no_wrap=True)
    table.add_column("avrundning\n(regime)", no_wrap=True)
    table.add_column("titel\n(title)", overflow="fold")
    for check in checks:
        state = " · av (off)" if ruling.is_off(check.id) else ""
        family = f"{_FAMILIES[check.family]} ({check.family})"
        table.add_row(check.id, family, regime_in_words(check, ruling), f"{check.title.sv} ({check.title.en}){state}")
    return table


def check_explained(check: Check, ruling: Ruling) -> RenderableType:
    """What one check claims and when it is silent, an example, and what it can say."""
    parts: list[RenderableType] = [
        Text(f"{check.id} · {check.title.sv} ({check.title.en})", style="bold"),
        Text(f"Familj (family): {_FAMILIES[check.family]} ({check.family})"),
        Text(f"Avrundning (regime): {regime_in_words(check, ruling)}"),
    ]
    if ruling.is_off(check.id):
        parts.append(Text("Avslagen i inställningarna (off by the settings)", style="yellow"))
    parts += [Text(f"\n{check.claim.sv}"), Text(f"\n{check.claim.en}")]
    if check.example is not None:
        parts += [Text(f"\nExempel: {check.example.sv}"), Text(f"Example: {check.example.en}")]
    parts.append(Text("\nKan säga (may say):"))
    parts += [Text(f"  {words}") for each in check.messages.values() for words in (each.sv, each.en)]
    return Group(*parts)


def regime_in_words(check: Check, ruling: Ruling) -> str:
    """How it weighs rounding: as ruled, else by how the numbers are written; a dash where it weighs no numbers."""
    if not check.weighs_rounding:
        return "–"
    regime = ruling.regime_of(check.id)
    return _AS_WRITTEN if regime is None else _REGIMES[regime]
