"""How well the dataset's rows agree with documents whose truth is known.

Pure functions over rows and truth: no file is read here. A file can hold several documents;
the rows of all of them count together.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from corpus.evaluation_cells import grids_by_table, score_cells, score_sureness
from corpus.evaluation_findings import FindingScores, score_findings
from corpus.evaluation_matching import (
    SOFT,
    STRICT,
    Cost,
    Matching,
    match_items,
    numbers_in,
    plain,
    text_distance,
)
from corpus.evaluation_parts import score_parts
from corpus.evaluation_scores import DocumentScores, Facts, Scores, Share, Tally
from corpus.truth import TrueAmount, TrueDocument, TrueField, Truth
from models.rows import Amount, Document, FileRows, Finding, FormField

_QUESTION_NUMBER = re.compile(r"^\d{1,2}(?:\.\d+)*\s?(?:[a-zåäö](?:\s?[-–]\s?[a-zåäö])?)?[.):]\s*")
_SUM_IN_LABEL = re.compile(r"[\s:]*\(\d+ ?(?:kr|kronor)\)$", re.IGNORECASE)
_CURRENCY = re.compile(r"(?<=\d)\s?(?::-|\(?(?:kr|kronor)\)?)$", re.IGNORECASE)


class _HasText(Protocol):
    @property
    def text(self) -> str: ...


class _Optional(Protocol):
    @property
    def optional(self) -> bool: ...


class _TrueText(_HasText, _Optional, Protocol):
    """A label that is known by its text."""


_Label = TypeVar("_Label", bound=_Optional)
_TextLabel = TypeVar("_TextLabel", bound=_TrueText)
_Row = TypeVar("_Row")
_TextRow = TypeVar("_TextRow", bound=_HasText)


def evaluate(
    truths: Mapping[str, Truth],
    predicted: Mapping[str, FileRows],
    findings: Iterable[Finding] = (),
) -> Scores:
    """Scores by document name (the PDF's stem), in the order of truths, and over all.

    A document without predicted rows was not taken in: all of its truth is missed. findings
    are those of the whole run; each counts in the file that holds its document_id, and those of
    files without truth are left out.
    """
    raised = score_findings({name: truth.findings for name, truth in truths.items()}, predicted, findings)
    return Scores(
        documents={
            name: _evaluate(truth, predicted.get(name, FileRows()), raised[name]) for name, truth in truths.items()
        },
        origins={name: truth.origin for name, truth in truths.items() if truth.origin is not None},
        unanswered={name: of_file.unanswered for name, of_file in raised.items()},
    )


def _evaluate(truth: Truth, rows: FileRows, findings: FindingScores) -> DocumentScores:
    goals, goals_soft, goals_strict = _match_texts(truth.goals, rows.goals)
    activities, activities_soft, activities_strict = _match_texts(truth.activities, rows.activities)
    _, indicators_soft, indicators_strict = _match_texts(truth.indicators, rows.indicators)
    amounts, amount_tally = _match(truth.amounts, rows.amounts, _amount_cost)
    _, field_tally = _match(
        [label for label in truth.fields if label.value],
        [row for row in rows.fields if row.value_text is not None],
        _field_cost,
    )
    true_grids, grids = [table.grid() for table in truth.tables], grids_by_table(rows.cells)
    said = {table.table_id: table.grid_confidence for table in rows.tables}
    cells, cells_of_matched = score_cells(true_grids, list(grids.values()))
    years = _years_by_activity(rows)
    parts = score_parts(truth, rows.documents)
    return DocumentScores(
        goals=goals_soft,
        goals_strict=goals_strict,
        activities=activities_soft,
        activities_strict=activities_strict,
        indicators=indicators_soft,
        indicators_strict=indicators_strict,
        horizon=_share(label.horizon == goal.horizon for label, goal in goals.pairs),
        years=_share(
            set(label.years) == years.get(activity.activity_id, set())
            for label, activity in activities.pairs
            if label.years
        ),
        amounts=amount_tally,
        amount_kinds=_share(amount.kind in label.kinds for label, amount in amounts.pairs),
        amount_years=_share(amount.year == label.year for label, amount in amounts.pairs if label.year is not None),
        fields=field_tally,
        cells=cells,
        cells_of_matched_tables=cells_of_matched,
        sureness=score_sureness(true_grids, [(grid, said.get(table_id)) for table_id, grid in grids.items()]),
        facts=_best_facts(truth.document, rows.documents),
        parts=parts.ranges,
        part_types=parts.types,
        part_repeats=parts.repeats,
        findings=findings.found,
        forbidden_errors=findings.forbidden_errors,
        false_errors=findings.false_errors,
        seeded=findings.seeded,
        traps=findings.traps,
        rules=findings.rules,
        clean=findings.clean,
    )


def _match(
    labels: Sequence[_Label], rows: Sequence[_Row], cost: Callable[[_Label, _Row], Cost | None]
) -> tuple[Matching[_Label, _Row], Tally]:
    """Required labels first; a row that answers to an optional label only is neither right nor wrong."""
    required = [label for label in labels if not label.optional]
    optional = [label for label in labels if label.optional]
    matching = match_items(required, optional, rows, cost)
    return matching, Tally(len(matching.pairs), len(rows) - matching.excused, len(required))


def _match_texts(
    labels: Sequence[_TextLabel], rows: Sequence[_TextRow]
) -> tuple[Matching[_TextLabel, _TextRow], Tally, Tally]:
    """The soft matching with its tally, and the tally of the strict one."""
    distances = _soft_distances((label.text for label in labels), (row.text for row in rows))

    def within(limit: float) -> Callable[[_TextLabel, _TextRow], Cost | None]:
        def cost(label: _TextLabel, row: _TextRow) -> Cost | None:
            distance = distances.get((label.text, row.text))
            return None if distance is None or distance > limit else (distance,)

        return cost

    matching, soft = _match(labels, rows, within(SOFT))
    _, strict = _match(labels, rows, within(STRICT))
    return matching, soft, strict


def _soft_distances(labels: Iterable[str], rows: Iterable[str]) -> dict[tuple[str, str], float]:
    """Distance of each label's text to each row's, where it is SOFT or less.

    Only texts with the same numbers and of nearly the same length are held against each other: no others
    can match, and a long plan has tens of thousands of pairs.
    """
    by_numbers: dict[tuple[str, ...], list[str]] = {}
    for row in dict.fromkeys(rows):
        by_numbers.setdefault(numbers_in(row), []).append(row)
    return {
        (label, row): distance
        for label in dict.fromkeys(labels)
        for row in by_numbers.get(numbers_in(label), ())
        if _may_be_soft(label, row) and (distance := text_distance(label, row)) <= SOFT
    }


def _may_be_soft(one: str, other: str) -> bool:
    """False where the lengths alone put the distance above SOFT."""
    shorter, longer = sorted((len(plain(one)), len(plain(other))))
    return not longer or (longer - shorter) / longer <= SOFT


def _amount_cost(label: TrueAmount, amount: Amount) -> Cost | None:
    """Equal to the krona; among equal sums those go together that agree in kind, year and text."""
    if label.value_sek != amount.value_sek:
        return None
    return (
        float(amount.kind not in label.kinds) + float(amount.year != label.year),
        text_distance(label.text, amount.text),
    )


def _field_cost(label: TrueField, row: FormField) -> Cost | None:
    """The same question and the same answer; among several those of one number go together."""
    question = text_distance(_question(label.label), _question(row.label))
    if question > SOFT:
        return None
    answer = text_distance(_answer(label.value), _answer(row.value_text))
    if answer > SOFT:
        return None
    return float(label.number != row.number), question, answer


@lru_cache(maxsize=8192)
def _question(label: str) -> str:
    """Without its leading number, its closing colon and a sum repeated in brackets after it."""
    return _SUM_IN_LABEL.sub("", _QUESTION_NUMBER.sub("", plain(label)))


@lru_cache(maxsize=8192)
def _answer(value: str | None) -> str:
    """Without the currency after a figure: `636 982 (kr)` answers as `636982` does."""
    return _CURRENCY.sub("", plain(value or ""))


def _years_by_activity(rows: FileRows) -> dict[str, set[int]]:
    years: dict[str, set[int]] = {}
    for row in rows.activity_years:
        years.setdefault(row.activity_id, set()).add(row.year)
    return years


def _best_facts(truth: TrueDocument, documents: Sequence[Document]) -> Facts:
    """The facts of the part that agrees best: a report may follow its memo in one file."""
    candidates = [_facts(truth, document) for document in documents] or [_facts(truth, None)]
    return max(candidates, key=lambda facts: facts.all.right)


def _facts(truth: TrueDocument, document: Document | None) -> Facts:
    def same(name: str) -> Share:
        asked = getattr(truth, name)
        return _fact(asked, asked == getattr(document, name, None))

    def alike(name: str) -> Share:
        asked, given = getattr(truth, name), getattr(document, name, None)
        # Capitals throughout are a title's type and not its words.
        return _fact(asked, text_distance((asked or "").casefold(), (given or "").casefold()) <= SOFT)

    diary_number = document.diary_number if document else None
    return Facts(
        doc_type=same("doc_type"),
        title=alike("title"),
        period_start=same("period_start"),
        period_end=same("period_end"),
        reporting_year=same("reporting_year"),
        grant_name=alike("grant_name"),
        diary_number=_fact(truth.diary_number, numbers_in(truth.diary_number or "") == numbers_in(diary_number or "")),
    )


def _fact(asked: str | int | None, right: bool) -> Share:
    return Share() if asked is None else Share(int(right), 1)


def _share(answers: Iterable[bool]) -> Share:
    given = list(answers)
    return Share(sum(given), len(given))
