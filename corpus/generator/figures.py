"""Figures as a document prints them: a value, and the style in which it is written."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from models.rows import AmountKind

NO_BREAK: Final = "\u00a0"
THIN: Final = "\u2009"


@dataclass(frozen=True)
class Style:
    """How a figure is written: `prefix` 1 234,5 `suffix`, in steps of `scale`.

    scale is what the written 1 stands for (1 000 for tkr); decimals are those that are written.
    """

    suffix: str = ""
    separator: str = NO_BREAK
    scale: Decimal = Decimal(1)
    decimals: int = 0
    prefix: str = ""
    minus: str = "-"

    @property
    def unit(self) -> Decimal:
        """What the last written digit is worth."""
        return self.scale.scaleb(-self.decimals)

    def rounded(self, value: Decimal) -> Decimal:
        """The value that the written figure states."""
        return (value / self.unit).quantize(Decimal(1), ROUND_HALF_UP) * self.unit

    def spell(self, value: Decimal) -> str:
        """The figure as printed, with prefix and suffix."""
        written = (abs(value) / self.scale).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
        whole, _, fraction = str(written).partition(".")
        digits = f"{int(whole):,}".replace(",", self.separator) + (f",{fraction}" if fraction else "")
        return f"{self.prefix}{self.minus if value < 0 else ''}{digits}{self.suffix}"


KRONOR: Final = Style(suffix=f"{NO_BREAK}kr")
BARE: Final = Style()
"""No unit beside the figure: the column's heading, or nothing, tells."""
THOUSANDS: Final = Style(suffix=f"{NO_BREAK}tkr", scale=Decimal(1000))
BARE_THOUSANDS: Final = Style(scale=Decimal(1000))
MILLIONS: Final = Style(suffix=f"{NO_BREAK}miljoner kronor", scale=Decimal(1_000_000), decimals=1)
PLAIN_YEAR: Final = Style(separator="")


@dataclass(frozen=True)
class Figure:
    """A number that means something in its document.

    key is unique in the document; relations name figures by it. value is what the print states, in kronor where
    kinds says that it is money; kinds is empty for counts, percents and years. `printed` overrides the style: a
    malformed amount. A figure that cannot be read at all has no value.
    """

    key: str
    value: Decimal
    style: Style = KRONOR
    kinds: tuple[AmountKind, ...] = ()
    year: int | None = None
    approximate: bool = False
    optional: bool = False
    printed: str | None = None

    @property
    def words(self) -> str:
        return self.style.spell(self.value) if self.printed is None else self.printed

    def stating(self, value: Decimal) -> "Figure":
        """The same figure with another value, rounded as its style writes it."""
        return replace(self, value=self.style.rounded(value), printed=None)


def money(
    key: str,
    value: Decimal,
    kinds: tuple[AmountKind, ...],
    style: Style = KRONOR,
    *,
    year: int | None = None,
    approximate: bool = False,
) -> Figure:
    """A sum of money as its style can state it."""
    return Figure(key, style.rounded(value), style, kinds, year, approximate)


def count(key: str, value: int | Decimal, style: Style = PLAIN_YEAR) -> Figure:
    """A figure that is no money."""
    return Figure(key, Decimal(value), style)
