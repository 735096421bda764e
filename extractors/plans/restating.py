"""Which of a plan's activities another text restates in words of its own: a matrix row, a report's row.

Words are compared by their first letters, which hold through Swedish endings, and weighed by how few of the
activities share them: "handledning" tells more than "länet".
"""

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.drafts import ActivityDraft
from extractors.numbers.years import find_years

SAME_WORDS = 84.0
"""rapidfuzz token_sort_ratio from which two texts are one in the same words."""
_STEM = 6
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    # Reads best as running text.
    (  # noqa: SIM905
        "alla alltså andra annan annat att avseende bland blir båda både där den det detta dessa denna dels efter "
        "eller enligt ett finns från får för genom har hela hur inför inom inte kan kring mellan med men minst mycket "
        "måste och några någon något också olika redan samt sedan sina ska skall som såsom till under utan utifrån "
        "var vara varje vid vilka vilken vilket via även över"
    ).split()
)
_LONGEST_YEAR_PHRASE = 45
"""Letters that a year phrase at an activity's end has, at most."""
_CONTAINED, _MUTUAL, _BOTH = 0.5, 0.24, 0.85
"""What two texts share, at least: of the weight of the lesser, of the weight of the greater, and both together."""
_RARE_WORDS = 2.5
"""What they share weighs at least as much as this many words that stand in one activity only."""
_CLEARLY = 0.05
"""By how much the likest must be liker than the next, or it is not known which is meant."""


_NAMED_BEFORE = re.compile(r"\s*[.:–]\s+\S")
"""What stands between an activity's name and its text, where it begins with its name: "Närvaroteam. Pröva ..."."""


class Activities:
    """The activities that a plan's running text tells of, to be found again by their words."""

    def __init__(self, activities: Sequence[ActivityDraft]) -> None:
        self._all = list(activities)
        self._stems = [_stems(activity.text) for activity in self._all]
        self._in: dict[str, list[int]] = defaultdict(list)
        for at, stems in enumerate(self._stems):
            for stem in stems:
                self._in[stem].append(at)
        self._rarest = self._weight_of(1)
        """What a word weighs that stands in one activity only."""

    def restated_by(self, text: str, group: str | None, taken: Sequence[ActivityDraft]) -> ActivityDraft | None:
        """The activity that the text restates, else None.

        Where several are worded alike, the one that nothing has restated (taken) goes first, then the one whose focus
        area or initiative the rows are grouped by (group).
        """
        scored = [(_same_words(text, activity.text), activity) for activity in self._all]
        best = max((score for score, _ in scored), default=0.0)
        if best < SAME_WORDS:
            return self._in_other_words(text)
        closest = [activity for score, activity in scored if score == best]
        return min(closest, key=lambda activity: (activity in taken, not _stands_under(activity, group)))

    def _in_other_words(self, text: str) -> ActivityDraft | None:
        stems = _stems(text)
        whole = sum(self._weight(stem) for stem in stems)
        shared: dict[int, float] = defaultdict(float)
        for stem in stems:
            for at in self._in.get(stem, ()):
                shared[at] += self._weight(stem)
        ranked: list[tuple[float, int]] = []
        for at, weight in shared.items():
            other = sum(self._weight(stem) for stem in self._stems[at])
            contained, mutual = weight / min(whole, other), weight / max(whole, other)
            enough = weight >= _RARE_WORDS * self._rarest
            if contained >= _CONTAINED and mutual >= _MUTUAL and contained + mutual >= _BOTH and enough:
                ranked.append((-contained - mutual, at))
        ranked.sort()
        unsure = len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEARLY
        if ranked:
            return None if unsure else self._all[ranked[0][1]]
        return self._named_by(stems)

    def _named_by(self, stems: Sequence[str]) -> ActivityDraft | None:
        """The one activity that has all of a label's words: "Väntjänst" for "Starta en väntjänst"."""
        holding = [self._in.get(stem, []) for stem in stems]
        common = set(holding[0]).intersection(*holding[1:]) if holding else set[int]()
        return self._all[common.pop()] if len(common) == 1 else None

    def _weight(self, stem: str) -> float:
        return self._weight_of(len(self._in.get(stem, ())))

    def _weight_of(self, n: int) -> float:
        return math.log((len(self._all) + 1) / (n + 0.5))


def _stems(text: str) -> list[str]:
    words = _WORD.findall(text.casefold())
    return sorted({word[:_STEM] for word in words if word not in _COMMON})


def _same_words(label: str, activity: str) -> float:
    """0 to 100. A matrix leaves out the words that give the year, for its marks say it: they count as alike."""
    begin = label.rstrip(" .").casefold()
    rest = activity[len(begin) :]
    if activity.casefold().startswith(begin) and _NAMED_BEFORE.match(rest):
        return 100.0
    if activity.casefold().startswith(begin) and len(rest) <= _LONGEST_YEAR_PHRASE and find_years(rest):
        return 100.0
    return fuzz.token_sort_ratio(label, activity)


def _stands_under(activity: ActivityDraft, group: str | None) -> bool:
    above = (activity.focus_area, activity.initiative.title if activity.initiative else None)
    return group is not None and any(group in name for name in above if name is not None)
