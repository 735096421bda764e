"""What stands beside an initiative's goals and activities: who does them, when, for whom, and what tells neither.

It comes as a line ("Klart: 2026") or under a head of its own ("Nuläge", "Vem gör det?"), which ends the goals or
activities above it and leaves the initiative as it is.
"""

from extractors.numbers.years import span_of_years
from extractors.plans.heads import head_of, run_in_head
from extractors.plans.heads_by_content import FOLLOWS_UP
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import Label, label_of, labelled, tells_when
from extractors.plans.state import Aside, State
from extractors.plans.statements import Statements
from models.blocks import Block, Heading, ListItem, Paragraph

_LONGEST_GROUP = 120
"""Letters: a longer text under "Målgrupp" tells about the group and does not name it."""
_TOLD_AT_LENGTH: frozenset[Label] = frozenset(["aside"])
"""Labels that head prose of any length; below the others stands one text."""


class Asides:
    """Adds to the plan what is told beside its goals and activities."""

    def __init__(self, state: State, statements: Statements) -> None:
        self.state = state
        self.statements = statements

    def line(self, block: Block, *, but: Label | None = None) -> bool:
        """Take a line of who, when or why below a goal or an activity ("Klart: 2026"); False where it is none.

        A sentence on when, set apart by its type alone, is the activity's own last one.
        How something is followed up is an indicator where its words are one's.

        but: a label that says nothing here: an item "Uppföljning: ..." of a list is one as the others are.
        """
        line, section = labelled(block.text), self.state.section
        if section is not None and section.activities and tells_when(block.text):
            section.activities[-1].text += f" {block.text}"
            return True
        if line is None or line[0] == but or section is None:
            return False
        if line[0] == "aside" and _measures(block.text, line[1]):
            self.statements.indicator(block, line[1])
        elif section.head.kind == "activity" or line[0] == "responsible":
            self._tell(*line)
        return True

    def behind(self, block: Block) -> None:
        """Take what stands behind an activity in the same text: who, when, at what cost, by what it is measured."""
        run_in = run_in_head(block.text)
        if run_in is not None and run_in[0].kind == "cost":
            self.statements.cost_of_last(run_in[1])
        elif run_in is not None and run_in[0].kind == "indicator":
            self.statements.indicator(block, run_in[1])
        else:
            self.line(block)

    def opens(self, block: Heading | Paragraph, *, comes_again: bool = False) -> bool:
        """Take a head that names what is told below it; False where it is none, or is not an initiative's own.

        comes_again: its very words stand in other initiatives, or with other items, too.
        """
        known = label_of(block.text)
        label: Label | None = "aside" if known is None and comes_again else known
        if label is None or head_of(block.text) is not None:
            return False
        state = self.state
        if isinstance(block, Heading):
            if state.heading is None or block.level <= state.heading.level:
                return False
            if state.section is not None and block.level <= state.section.level:
                state.section.closed = True
        elif state.section is None:
            return False
        state.aside = Aside(label, goes_on=isinstance(block, Heading) or known in _TOLD_AT_LENGTH)
        return True

    def takes(self, block: Block) -> bool:
        """Take a text that stands under such a head; False where none is open."""
        state, aside = self.state, self.state.aside
        if aside is None or not isinstance(block, Paragraph | ListItem):
            return False
        if isinstance(block, ListItem) and not aside.goes_on:
            state.aside = None
            return False
        if not aside.told:
            self._tell(aside.label, block.text)
        aside.told = True
        if not aside.goes_on:
            state.aside = None
        return True

    def _tell(self, label: Label, told: str) -> None:
        years = span_of_years(told) if label == "years" else None
        if label == "responsible":
            self.statements.responsible(told)
        elif label == "target_group" and len(told) < _LONGEST_GROUP:
            self.state.target_group, self.state.target_level = told.rstrip("."), 99
        elif years is not None:
            self.statements.time(years)


def _measures(line: str, told: str) -> bool:
    followed_up = FOLLOWS_UP.match(line.partition(":")[0].strip()) is not None
    return followed_up and read_kinds([told])[0].kind == "indicator"
