"""The scores as plain values for JSON."""

import dataclasses
from typing import Any

from corpus.evaluation_groups import groups_of
from corpus.evaluation_scores import (
    ByName,
    CleanScores,
    DocumentScores,
    Facts,
    RuleScores,
    Scores,
    Share,
    Tally,
    TrapScores,
    Unanswered,
)

_DECIMALS = 4
_Measure = Tally | Share | Facts | ByName[Any] | RuleScores | TrapScores | CleanScores | int


def scores_to_dict(scores: Scores) -> dict[str, Any]:
    """Everything that was measured.

    {"documents": {name: measures}, "total": measures, "groups": {grouping: {group: measures}},
    "origins": {name: origin}, "unanswered": {name: {"truths": [...], "findings": [...]}}}
    """
    return {
        "documents": {name: _plain_values(measures) for name, measures in scores.documents.items()},
        "total": _plain_values(scores.total),
        "groups": {
            grouping: {name: _plain_values(measures) for name, measures in groups.items()}
            for grouping, groups in groups_of(scores).items()
        },
        "origins": {name: origin.model_dump(mode="json") for name, origin in scores.origins.items()},
        "unanswered": {
            name: _plain_unanswered(unanswered)
            for name, unanswered in scores.unanswered.items()
            if unanswered.truths or unanswered.findings
        },
    }


def _plain_unanswered(unanswered: Unanswered) -> dict[str, Any]:
    return {
        part.name: [each.model_dump(mode="json", exclude_none=True) for each in getattr(unanswered, part.name)]
        for part in dataclasses.fields(unanswered)
    }


def _plain_values(measures: DocumentScores | Facts) -> dict[str, Any]:
    return {part.name: _plain_value(getattr(measures, part.name)) for part in dataclasses.fields(measures)}


def _plain_value(measure: _Measure) -> dict[str, Any] | int:
    match measure:
        case Tally():
            return _with_ratios(measure, precision=measure.precision, recall=measure.recall, f1=measure.f1)
        case RuleScores():
            return _with_ratios(measure, precision=measure.precision, recall=measure.recall)
        case Share():
            return _with_ratios(measure, share=measure.value)
        case CleanScores():
            return _with_ratios(measure, false_errors_per_hundred=measure.false_errors_per_hundred)
        case TrapScores():
            return _with_ratios(measure)
        case ByName():
            return {name: _plain_value(each) for name, each in measure.of.items()}
        case Facts():
            return _plain_values(measure)
        case int():
            return measure


def _with_ratios(
    measure: Tally | RuleScores | Share | CleanScores | TrapScores, **ratios: float | None
) -> dict[str, Any]:
    rounded = {name: None if ratio is None else round(ratio, _DECIMALS) for name, ratio in ratios.items()}
    return dataclasses.asdict(measure) | rounded
