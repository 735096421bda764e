"""A scenario: one county, one grant and what becomes of it, consistent by construction.

What is allocated to a municipality is what its local plan has to spend; what its report reports is what it planned
and received. Amounts are whole kronor.
"""

import csv
import random
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from stdnum import luhn

from corpus.generator.phrases import Theme, themes
from corpus.registry import load_registry

_REGIONS: Final = Path(__file__).parents[1] / "registry" / "regions.csv"
FIRST_YEAR: Final = 2016
LAST_YEAR: Final = 2027
_NOT_COUNTIES: Final = frozenset({"09"})
"""Gotland is one municipality that is its own region: no county allocates to it."""
_KEPT_NAMES: Final = {"Falun": "Falu kommun"}
GRANTS: Final = (
    "Statsbidrag för insatser inom psykisk hälsa och suicidprevention",
    "Stimulansmedel för riktade insatser inom området psykisk hälsa",
    "Medel för att stärka barn och ungas psykiska hälsa",
    "Bidrag till kommuner och regioner för psykisk hälsa",
    "Statsbidrag för tidiga insatser mot psykisk ohälsa",
)


@dataclass(frozen=True)
class LocalInitiative:
    """A row of a local plan: what one unit does for its part of the money. Kronor."""

    key: str
    theme: Theme
    unit: str
    activity: str
    goal: str
    planned: Decimal
    spent: Decimal


@dataclass(frozen=True)
class Municipality:
    """A municipality's year with the grant. granted is what the county's table allocates to it."""

    code: str
    name: str
    org_number: str
    diary_number: str
    granted: Decimal
    initiatives: tuple[LocalInitiative, ...]

    @property
    def title(self) -> str:
        """With the word kommun: Rättviks kommun, Mora kommun."""
        kept = _KEPT_NAMES.get(self.name)
        return kept or f"{_joined(self.name)} kommun"

    @property
    def planned(self) -> Decimal:
        return sum((each.planned for each in self.initiatives), start=Decimal(0))

    @property
    def spent(self) -> Decimal:
        return sum((each.spent for each in self.initiatives), start=Decimal(0))


@dataclass(frozen=True)
class Pot:
    """A named sum that is shared out: the parts make the whole. Kronor."""

    name: str
    parts: tuple[tuple[str, Decimal], ...]

    @property
    def whole(self) -> Decimal:
        return sum((amount for _, amount in self.parts), start=Decimal(0))


@dataclass(frozen=True)
class Scenario:
    """year is the grant's; the county's plan runs from period_start to period_end."""

    name: str
    county_code: str
    county: str
    region: str
    year: int
    period_start: int
    period_end: int
    grant_name: str
    themes: tuple[Theme, ...]
    region_share: Decimal
    common: Pot
    municipalities: tuple[Municipality, ...]

    @property
    def allocated(self) -> Decimal:
        """All that the municipalities get together."""
        return sum((each.granted for each in self.municipalities), start=Decimal(0))

    @property
    def total(self) -> Decimal:
        return self.region_share + self.common.whole + self.allocated

    def slots(self, municipality: Municipality | None = None) -> dict[str, str]:
        """What the stock's slots say in a document of the municipality, or of the county."""
        return {
            "kommunen": municipality.title if municipality else "länets kommuner",
            "kommunens": genitive(municipality.title) if municipality else "länets kommuners",
            "regionen": self.region,
            "regionens": genitive(self.region),
            "lanet": self.county,
            "ar": str(self.year),
            "forra_aret": str(self.year - 1),
            "period": f"{self.period_start}–{self.period_end}",
            "grant": self.grant_name,
        }


def make_scenario(seed: int, number: int) -> Scenario:
    """The number-th scenario of a seed: the same two give the same scenario."""
    rng = random.Random(f"scenario/{seed}/{number}")
    registry = load_registry()
    code = rng.choice(sorted(set(registry.counties) - _NOT_COUNTIES))
    names = sorted((kommun, name) for kommun, name in registry.municipalities.items() if kommun.startswith(code))
    year = rng.randint(FIRST_YEAR, LAST_YEAR)
    start = year - rng.randint(0, 1)
    chosen = tuple(rng.sample(themes(), min(len(themes()), rng.randint(5, 8))))
    kronor = _shares(rng, rng.randint(4_000_000, 90_000_000), len(names) + 2)
    return Scenario(
        name=f"{seed}-{number}",
        county_code=code,
        county=registry.counties[code],
        region=region_name(code, year),
        year=year,
        period_start=start,
        period_end=start + rng.choice((2, 2, 3, 4)),
        grant_name=rng.choice(GRANTS),
        themes=chosen,
        region_share=kronor[0],
        common=_pot(rng, kronor[1], chosen),
        municipalities=tuple(
            _municipality(rng, kommun, name, granted, chosen, year)
            for (kommun, name), granted in zip(names, kronor[2:], strict=True)
        ),
    )


def region_name(county_code: str, year: int) -> str:
    """What the county's region, or landsting before it, was called in a year. Raises KeyError for no county."""
    return max(name for name in _region_names()[county_code] if name[0] <= year)[1]


def genitive(name: str) -> str:
    """Of the name: no s after s, x or z."""
    return name if name.endswith(("s", "x", "z")) else f"{name}s"


@cache
def _region_names() -> dict[str, tuple[tuple[int, str], ...]]:
    """County code -> (first year, name), the first of them from year 0."""
    names: dict[str, tuple[tuple[int, str], ...]] = {}
    with _REGIONS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            names[row["lanskod"]] = (*names.get(row["lanskod"], ()), (int(row["from_year"] or 0), row["region"]))
    return names


def _joined(name: str) -> str:
    """As it stands before kommun: Rättviks, but Mora, Umeå and Borås."""
    return name if name[-1] in "aeiouyåäösxz" else f"{name}s"


def _shares(rng: random.Random, total: int, n: int) -> list[Decimal]:
    """Uneven whole sums that make the total; the first two, the region's and the common ones, are the largest."""
    weights = sorted((rng.lognormvariate(0, 0.8) for _ in range(n)), reverse=True)
    order = [0, 1, *rng.sample(range(2, n), n - 2)]
    scale = total / sum(weights)
    parts = [Decimal(round(weights[i] * scale)) for i in order]
    parts[0] += Decimal(total) - sum(parts)
    return parts


def _pot(rng: random.Random, whole: Decimal, chosen: tuple[Theme, ...]) -> Pot:
    names = rng.sample([title for theme in chosen for title in theme.initiatives], rng.randint(3, 7))
    rest, parts = whole, []
    for name in names[:-1]:
        part = (whole * rng.randint(5, 90 // len(names)) / 100 / 1000).to_integral_value() * 1000
        parts.append((name, part))
        rest -= part
    return Pot("Länsgemensamma insatser", (*parts, (names[-1], rest)))


def _municipality(
    rng: random.Random, code: str, name: str, granted: Decimal, chosen: tuple[Theme, ...], year: int
) -> Municipality:
    step = rng.choice((1, 1000, 5000)) if granted > 400_000 else 1
    n = min(rng.randint(3, 18), max(3, int(granted // 40_000)))
    left = granted
    rows: list[LocalInitiative] = []
    used: set[str] = set()
    for i in range(n):
        theme = rng.choice(chosen)
        activity = rng.choice([one for one in _plain(theme.activities) if one not in used] or _plain(theme.activities))
        used.add(activity)
        goal = rng.choice(_plain((*theme.long_term_goals, *theme.short_term_goals)))
        share = left if i == n - 1 and rng.random() < 0.5 else left * rng.randint(20, 90) / 100 / max(1, n - i - 1)
        planned = max(Decimal(step), (min(share, left) // step) * step)
        planned = min(planned, left)
        if planned <= 0:
            break
        left -= planned
        spent = planned if rng.random() < 0.6 else (planned * rng.randint(70, 99) / 100).to_integral_value()
        rows.append(LocalInitiative(f"i{i + 1}", theme, rng.choice(theme.verksamheter), activity, goal, planned, spent))
    digits = f"212000{rng.randint(1, 2)}{rng.randint(0, 99):02d}"
    number = digits + luhn.calc_check_digit(digits)
    prefix = rng.choice(("SN", "KS", "VON", "SON"))
    diary = f"{prefix} {year}:{rng.randint(11, 899)}"
    return Municipality(code, name, f"{number[:6]}-{number[6:]}", diary, granted, tuple(rows))


def _plain(sentences: tuple[str, ...]) -> list[str]:
    """Those that have no slot to fill and are one sentence: they stand alike in plan and report."""
    return [sentence for sentence in sentences if "{" not in sentence and ". " not in sentence]
