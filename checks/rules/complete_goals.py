"""complete.goals: an initiative has goals and activities, where the plan's others have."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.identity import normalised
from checks.quoting import DOUBT_MESSAGES, quote, quoting
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Horizon, Initiative, Severity

RULE = "complete.goals"

_FEWEST = 2
"""Initiatives that must have a thing before one without it lacks it: one alone shows no skeleton."""
_SHARE = 2
"""And at least one initiative in so many must have it: where most do without, that is how the plan is built."""
_NEARLY_ALL = 8
"""Both horizons are the skeleton only where at most one initiative in so many lacks one."""


@dataclass
class _Held:
    """What stands under one initiative."""

    initiative: Initiative
    horizons: set[Horizon] = field(default_factory=set)
    activities: int = 0


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every initiative with a heading of its own that lacks what the plan's others have.

    A row of a table is an initiative too, also where it bears a heading's words, but a cell that seems empty may only
    have been read so.
    """
    if rows.documents[0].doc_type != "action_plan":
        return
    headings = {(each.page, normalised(each.text or "")): each for each in rows.passages if each.kind == "heading"}
    held: dict[str, _Held] = {}
    for initiative in rows.initiatives:
        heading = headings.get((initiative.page, normalised(initiative.title)))
        if heading is not None and heading.top < initiative.bottom and initiative.top < heading.bottom:
            held[initiative.initiative_id] = _Held(initiative)
    for goal in rows.goals:
        if goal.initiative_id in held:
            held[goal.initiative_id].horizons.add(goal.horizon)
    for activity in rows.activities:
        if activity.initiative_id in held:
            held[activity.initiative_id].activities += 1
    everyone = _skeleton_on([each for each in held.values() if each.horizons or each.activities])
    with_goals = [each for each in everyone if each.horizons]
    with_both = [each for each in everyone if each.horizons >= {"long_term", "short_term"}]
    with_activities = [each for each in everyone if each.activities]
    skeleton = set[str]().union(*(each.horizons for each in with_goals if each.activities))
    for each in everyone:
        if not each.horizons and _is_skeleton(len(with_goals), len(everyone)):
            yield _violation(rows, each, "no_goals", "warning", len(with_goals), len(everyone))
        elif not each.activities and each.horizons <= skeleton and _is_skeleton(len(with_activities), len(everyone)):
            yield _violation(rows, each, "no_activities", "warning", len(with_activities), len(everyone))
        elif len(each.horizons) == 1 and len(everyone) > _NEARLY_ALL * (len(everyone) - len(with_both)):
            lacking = "no_short" if each.horizons == {"long_term"} else "no_long"
            yield _violation(rows, each, lacking, "note", len(with_both), len(everyone))


def _skeleton_on(held: list[_Held]) -> list[_Held]:
    """From the first that has both on: what stands before it introduces the plan."""
    whole = (place for place, each in enumerate(held) if each.horizons and each.activities)
    return held[next(whole, len(held)) :]


def _is_skeleton(having: int, of: int) -> bool:
    return having >= _FEWEST and having * _SHARE >= of


def _violation(rows: CheckInput, held: _Held, what: str, severity: Severity, having: int, of: int) -> Violation:
    document, initiative = rows.documents[0], held.initiative
    return quoting(
        rows,
        RULE,
        severity,
        document,
        subject=initiative.title,
        key=(initiative.focus_area or "", initiative.title, what),
        messages=(what,),
        arguments={"title": initiative.title, "having": str(having), "of": str(of)},
        evidence=[quote(initiative, document.document_id, initiative.title)],
    )


CHECK = Check(
    id=RULE,
    family="completeness",
    scope="document",
    title=Bilingual(sv="Satsningens mål och aktiviteter", en="An initiative's goals and activities"),
    claim=Bilingual(
        sv="En satsning med egen rubrik har mål och aktiviteter, om planens andra satsningar har det. En som saknar "
        "dem är en varning; en som har bara långsiktiga eller bara kortsiktiga mål, där nästan alla andra har båda, "
        "är en not. Kontrollen tiger där färre än varannan satsning har det som saknas, om rader i tabeller, och "
        "om inriktningar.",
        en="An initiative with a heading of its own has goals and activities if the plan's other initiatives have. "
        "One without them is a warning; one with only long-term or only short-term goals, where nearly all others "
        "have both, is a note. The check is silent where fewer than half of the initiatives have what is lacking, on "
        "rows of tables, and on directions.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "no_goals": Bilingual(
            sv="Sida {page}: satsningen {title} har aktiviteter men inga mål; {having} av {of} satsningar har mål.",
            en="Page {page}: the initiative {title} has activities but no goals; {having} of {of} initiatives have.",
        ),
        "no_activities": Bilingual(
            sv="Sida {page}: satsningen {title} har mål men inga aktiviteter; {having} av {of} satsningar har dem.",
            en="Page {page}: the initiative {title} has goals but no activities; {having} of {of} initiatives have.",
        ),
        "no_long": Bilingual(
            sv="Sida {page}: satsningen {title} har inget långsiktigt mål; {having} av {of} har både lång- och "
            "kortsiktigt.",
            en="Page {page}: the initiative {title} has no long-term goal; {having} of {of} have long- and short-term.",
        ),
        "no_short": Bilingual(
            sv="Sida {page}: satsningen {title} har inget kortsiktigt mål; {having} av {of} har både lång- och "
            "kortsiktigt.",
            en="Page {page}: the initiative {title} has no short-term goal; {having} of {of} have long- and "
            "short-term.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Fem av sex satsningar har mål; den sjätte har bara aktiviteter.",
        en="Five of six initiatives have goals; the sixth has only activities.",
    ),
)
