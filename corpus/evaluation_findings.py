"""Findings against their truth: what was found, what was raised without reason, by rule and by kind of error.

A finding across two documents belongs to the files of both: it may answer to a truth in either, and counts
as raised, right or false once, in the file of its document_id. Notes are no claims: they count as nothing,
save that they answer to a truth whose own severity is note. When a finding answers to a truth is told in
corpus.evaluation_answers; one finding may answer to several, and several to one.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from corpus.evaluation_answers import answers, can_be_answered
from corpus.evaluation_scores import ByName, CleanScores, RuleScores, Share, TrapScores, Unanswered
from corpus.truth import TrueFinding
from models.rows import FileRows, Finding, Severity

_Member = TypeVar("_Member")
_Key = TypeVar("_Key", bound=Hashable)

_CERTAINTY: dict[Severity, int] = {"note": 0, "warning": 1, "error": 2}


@dataclass(frozen=True)
class FindingScores:
    """The measures of corpus.evaluation_scores.DocumentScores that are about findings, for one file."""

    found: Share
    forbidden_errors: int
    false_errors: int
    seeded: ByName[Share]
    traps: ByName[TrapScores]
    rules: ByName[RuleScores]
    clean: CleanScores
    unanswered: Unanswered


@dataclass(frozen=True)
class _Label:
    """A true finding and where it stands: the file's name, and its place in that file's truth."""

    file: str
    place: int
    truth: TrueFinding

    @property
    def fault(self) -> str | int:
        """The same for all that one cause brings about."""
        return self.place if self.truth.cause is None else self.truth.cause

    @property
    def trap(self) -> str:
        """The kind of trap; where the labeller gave it none, its grade."""
        return self.truth.seeded or self.truth.grade


@dataclass(frozen=True)
class _Reply:
    """A finding, the files that hold its document, and the labels that it answers to."""

    finding: Finding
    owners: frozenset[str]
    real: tuple[_Label, ...]
    harmless: tuple[_Label, ...]

    @property
    def is_claim(self) -> bool:
        return self.finding.severity != "note"

    @property
    def is_false_error(self) -> bool:
        """Errors on a trap and on what rounding explains are false too."""
        return self.finding.severity == "error" and not self.real

    @property
    def is_overstated(self) -> bool:
        """Right, but more certain than anything that it answers to allows."""
        allowed = (_CERTAINTY[label.truth.severity or "error"] for label in self.real)
        return bool(self.real) and _CERTAINTY[self.finding.severity] > max(allowed)


def score_findings(
    truths: Mapping[str, Sequence[TrueFinding]], predicted: Mapping[str, FileRows], raised: Iterable[Finding]
) -> dict[str, FindingScores]:
    """Scores by the names of truths. predicted tells which documents a file holds.

    What is raised in a file without truth counts nowhere, but may answer to the other document's truth.
    """
    labels = {
        name: [_Label(name, place, one) for place, one in enumerate(findings)] for name, findings in truths.items()
    }
    files = _files_by_document(predicted)
    replies = [_reply(finding, files, labels) for finding in raised]
    return {name: _scores(name, of_file, replies) for name, of_file in labels.items()}


def _files_by_document(predicted: Mapping[str, FileRows]) -> dict[str, frozenset[str]]:
    """document_id -> names of the files that hold it: the same bytes can stand under two names."""
    files: dict[str, frozenset[str]] = {}
    for name, rows in predicted.items():
        for document in rows.documents:
            files[document.document_id] = files.get(document.document_id, frozenset()) | {name}
    return files


def _reply(finding: Finding, files: Mapping[str, frozenset[str]], labels: Mapping[str, Sequence[_Label]]) -> _Reply:
    owners = files.get(finding.document_id, frozenset())
    others = files.get(finding.other_document_id or "", frozenset())
    met = [
        label
        for name in sorted(owners | others)
        for label in labels.get(name, ())
        if _is_across_the_same(label, owners, others)
        and (finding.severity != "note" or label.truth.severity == "note")
        and answers(label.truth, finding)
    ]
    real = tuple(label for label in met if label.truth.is_real)
    harmless = tuple(label for label in met if not label.truth.is_real)
    return _Reply(finding, owners, real, harmless)


def _is_across_the_same(label: _Label, owners: frozenset[str], others: frozenset[str]) -> bool:
    """False where the label and the finding both name another file than the label's, and not the same one."""
    elsewhere = (others if label.file in owners else owners) - {label.file}
    return label.truth.other is None or not elsewhere or label.truth.other in elsewhere


def _scores(name: str, labels: Sequence[_Label], replies: Sequence[_Reply]) -> FindingScores:
    real = [label for label in labels if label.truth.is_real]
    harmless = [label for label in labels if not label.truth.is_real]
    found = set(chain.from_iterable(reply.real for reply in replies))
    stumbled_on = set(chain.from_iterable(reply.harmless for reply in replies if reply.is_false_error))
    own = [reply for reply in replies if name in reply.owners]
    false_errors = [reply for reply in own if reply.is_false_error]
    askable = [label for label in real if can_be_answered(label.truth)]
    return FindingScores(
        found=_share_of_faults(askable, found),
        forbidden_errors=sum(bool(reply.harmless) for reply in false_errors),
        false_errors=sum(not reply.harmless for reply in false_errors),
        seeded=ByName(
            {
                kind: _share_of_faults(members, found)
                for kind, members in _grouped(real, lambda label: label.truth.seeded).items()
            }
        ),
        traps=ByName(
            {
                kind: _trap_scores(members, stumbled_on)
                for kind, members in _grouped(harmless, lambda label: label.trap).items()
            }
        ),
        rules=_rule_scores(real, _told(real, found), [reply for reply in own if reply.is_claim]),
        clean=CleanScores() if real else CleanScores(documents=1, false_errors=len(false_errors)),
        unanswered=Unanswered(
            truths=tuple(label.truth for label in _missed(askable, found)),
            findings=tuple(reply.finding for reply in own if reply.is_claim and not reply.real),
        ),
    )


def _rule_scores(real: Sequence[_Label], found: AbstractSet[_Label], claims: Sequence[_Reply]) -> ByName[RuleScores]:
    """By catalogue rule: the claims that it raised, and the true findings that are its own to raise.

    A finding of another rule about the same fault counts as well: one cause is one finding.
    """
    asked = _grouped(real, lambda label: label.truth.rule if label.truth.has_catalogue_rule else None)
    raised = _grouped(claims, lambda reply: reply.finding.rule)
    scores = {}
    for rule in sorted(asked.keys() | raised.keys()):
        share = _share_of_faults(asked.get(rule, ()), found)
        of_rule = raised.get(rule, ())
        scores[rule] = RuleScores(
            raised=len(of_rule),
            right=sum(bool(reply.real) for reply in of_rule),
            false_errors=sum(reply.is_false_error for reply in of_rule),
            overstated=sum(reply.is_overstated for reply in of_rule),
            found=share.right,
            asked=share.asked,
        )
    return ByName(scores)


def _told(labels: Sequence[_Label], found: AbstractSet[_Label]) -> set[_Label]:
    """Of one file's labels those whose fault was found: what one cause breaks in several places is told once."""
    faults = {label.fault for label in labels if label in found}
    return {label for label in labels if label.fault in faults}


def _share_of_faults(labels: Iterable[_Label], found: AbstractSet[_Label]) -> Share:
    """Of the faults that the labels are of, those with a label that was found."""
    by_fault = _grouped(labels, lambda label: label.fault)
    return Share(sum(not found.isdisjoint(members) for members in by_fault.values()), len(by_fault))


def _missed(labels: Sequence[_Label], found: AbstractSet[_Label]) -> list[_Label]:
    """The labels of faults of which nothing was found."""
    by_fault = _grouped(labels, lambda label: label.fault)
    return [label for members in by_fault.values() if found.isdisjoint(members) for label in members]


def _trap_scores(traps: Iterable[_Label], stumbled_on: AbstractSet[_Label]) -> TrapScores:
    share = _share_of_faults(traps, stumbled_on)
    return TrapScores(set=share.asked, raised=share.right)


def _grouped(members: Iterable[_Member], key: Callable[[_Member], _Key | None]) -> dict[_Key, list[_Member]]:
    """In the order met; members whose key is null are left out."""
    groups: dict[_Key, list[_Member]] = {}
    for member in members:
        name = key(member)
        if name is not None:
            groups.setdefault(name, []).append(member)
    return groups
