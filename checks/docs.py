"""The page of all checks, made from the catalogue: `python -m checks.docs` writes docs/checks.md."""

from collections.abc import Sequence
from pathlib import Path

from checks.catalogue import Check, catalogue

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"

_INTRODUCTION = """# Kontroller / Checks

Den här sidan görs av katalogen i `checks/rules`; ändra där. / This page is made from the catalogue in
`checks/rules`; change it there.

Allvarsgrader / Grades:

| | |
| --- | --- |
| error | Ingen avrundning kan förklara skillnaden. / No rounding can explain the difference. |
| warning | Avrundning kan förklara den, men bara undantagsvis; eller läsningen är osäker. \
/ Rounding can explain it, but only by rare luck; or the reading is unsure. |
| note | Avrundning förklarar den; eller summan kunde inte kontrolleras. \
/ Rounding explains it; or the sum could not be checked. |

En kontroll som själv går sönder blir en not, `check.broken`; de andra görs ändå. / A check that itself
fails becomes a note, `check.broken`; the others are made all the same.
"""


def checks_page(checks: Sequence[Check] | None = None) -> str:
    """The page as Markdown, Swedish and English."""
    sections = [_section(check) for check in (catalogue() if checks is None else checks)]
    return "\n".join([_INTRODUCTION, *sections])


def _section(check: Check) -> str:
    return f"""## {check.id}

**{check.title.sv} / {check.title.en}** ({check.family})

{check.claim.sv}

{check.claim.en}
{_example(check)}"""


def _example(check: Check) -> str:
    if check.example is None:
        return ""
    return f"\nExempel: {check.example.sv}\n\nExample: {check.example.en}\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(checks_page(), encoding="utf-8")
