"""footing.column: a column's addends make its total."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.arithmetic import Arithmetic
from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.columns import Column
from checks.explanations import Above, Explanation, Term, explain, since_last_total, weigh
from checks.footing import FOOTING_MESSAGES, StatedTotal, footing_violation
from checks.form_totals import form_totals_that_differ
from checks.labels import folded, is_count_of, label_sense, money_role, shares_a_sum
from checks.recalculation import RECALCULATION_MESSAGES, recalculated
from checks.tables import Line, TableView, tables_of
from checks.violation import Violation
from checks.wording import Bilingual
from models.numbers import WrittenNumber

RULE = "footing.column"
MOST_HEADINGS = 12
"""How many headings back a total may reach; more would only cost time in a table of headings."""
_TOTALS = ("sum", "named_total", "wide_total")


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every column total that none of the table's structures explains, and every total among a form's answers."""
    for view in tables_of(rows):
        for column in view.columns:
            yield from _ColumnWalk(view, column).walk()
    for claim in form_totals_that_differ(rows):
        yield from recalculated(RULE, claim, message="form_total")


class _ColumnWalk:
    """One column from top to bottom, keeping what the next total may add up."""

    def __init__(self, view: TableView, column: Column) -> None:
        self.view = view
        self.column = column
        self.lines = [line for line in view.lines if line.kind == "section" or not self._is_empty(line)]
        self.opened: list[Term] = []
        """Terms that no total has taken up yet."""
        self.leaves: list[Term] = []
        """Every term that is no total."""
        self.sections: list[int] = []
        """Where in opened headings stand, or lines that look like headings."""
        self.heading = ""
        """The last heading."""
        self.slips: list[Decimal] = []
        """By how much the totals that were found wrong miss."""
        self.is_unsure = False
        """A total above could not be placed: an error below it might be the structure's, not the sum's."""

    def walk(self) -> Iterator[Violation]:
        details = self._details()
        for position, line in enumerate(self.lines):
            if line.kind == "section":
                self.sections.append(len(self.opened))
                self.heading = folded(line.label)
            elif line.row in details or shares_a_sum(f"{line.label} {line.other_words}"):
                continue
            elif line.kind == "wide_total":
                self.is_unsure = True
            elif self._closes(position) or (line.kind in _TOTALS and not self._is_parent(position)):
                yield from self._total(position, line)
            else:
                self._add(line)

    def _add(self, line: Line) -> None:
        term = Term(line, self._number(line))
        self.opened.append(term)
        self.leaves.append(term)

    def _total(self, position: int, line: Line) -> Iterator[Violation]:
        stated = self._number(line)
        if stated is None:
            self.is_unsure = True
            yield from self._unreadable_total(line)
            return
        starts = self._starts()
        if stated.value == 0 and len(self.opened) in starts:
            # A group in which no line has an amount comes to nothing.
            self.opened.append(Term(line, stated))
            return
        is_of_group = bool(self.heading) and self.heading in folded(f"{line.label} {line.other_words}")
        above = Above(self.opened, self.leaves, starts, self.slips, is_of_group)
        best = explain(stated, above, shares=self.column.is_rounded)
        if best is None:
            # A table that begins with its total goes on with the parts of it.
            self.is_unsure = True
        elif best.holds:
            self._close(line, stated, best.start)
        elif self._is_firm(position) and not self.is_unsure and not self._heads(position, stated):
            yield from self._violation(line, best)
            # A wrong total still closes its own group: the totals after it build on it.
            group = next((start for start in starts if len(self.opened) - start > 1), best.start)
            if best.arithmetic.grade == "not_checkable":
                group = starts[0]
            self._close(line, stated, group)
        else:
            self.is_unsure = True
            self._add(line)

    def _starts(self) -> list[int]:
        """From where a total may add up: the last heading, those before it, the last total, the top."""
        latest = since_last_total(self.opened)
        headings = [place for place in reversed(self.sections) if place >= latest][:MOST_HEADINGS]
        return list(dict.fromkeys([*headings, latest, 0]))

    def _close(self, line: Line, stated: WrittenNumber, start: int) -> None:
        """The total takes up what it adds, and stands in its place."""
        self.opened[start:] = [Term(line, stated)]
        self.sections = [place for place in self.sections if place < start]

    def _violation(self, line: Line, best: Explanation) -> Iterator[Violation]:
        """A lone line that differs from its total may be another thing than its addend: a warning."""
        is_alone = len(best.terms) == 1
        if is_alone and (line.kind != "sum" or best.terms[0].line.kind != "addend"):
            return
        if best.arithmetic.difference is not None:
            self.slips.append(best.arithmetic.difference)
        yield self._found(line, best.terms, best.arithmetic, only_warn="alone" if is_alone else None)

    def _unreadable_total(self, line: Line) -> Iterator[Violation]:
        """Said only where a number was meant, and where there is something to add."""
        text = self.view.cells[line.row, self.column.index].text or ""
        if line.kind == "sum" and len(self.opened) > 1 and any(sign.isdigit() for sign in text):
            unread = Arithmetic.not_checkable(actual=None)
            yield self._found(line, self.opened, unread)

    def _found(
        self, line: Line, terms: Sequence[Term], arithmetic: Arithmetic, only_warn: str | None = None
    ) -> Violation:
        addends = [(term.line, self.column) for term in terms]
        total = StatedTotal(line, self.column, addends)
        return footing_violation(RULE, self.view, total, arithmetic, only_warn=only_warn)

    def _details(self) -> set[int]:
        """Rows of därav and varav, which their parent already holds; not where it has no number."""
        details: set[int] = set()
        parent: Line | None = None
        for line in self.view.lines:
            if line.kind != "breakdown":
                parent = line
            elif parent is not None and not self._is_empty(parent):
                details.add(line.row)
        return details

    def _is_parent(self, position: int) -> bool:
        """True for a total that därav rows follow: it is the sum of these, not of what is above."""
        return position + 1 < len(self.lines) and self.lines[position + 1].kind == "breakdown"

    def _closes(self, position: int) -> bool:
        """True for a line between the parts and the frame that is their sum though it is not called one.

        "Använt" or "Planerat", where the frame less what is left comes to it, or to the parts. Between parts that
        are no subtotals it must say that it is the sum used.
        """
        line, *after = self.lines[position : position + 3]
        if line.kind != "addend" or [each.kind for each in after] != ["frame", "balance"] or not self.opened:
            return False
        if self.opened[-1].line.kind not in _TOTALS and money_role(line.label) != "use":
            return False
        numbers = [self._number(each) for each in (line, *after)]
        stated, frame, balance = (number.value if number else None for number in numbers)
        if stated is None or frame is None or balance is None:
            return False
        subtotals = [term.number.value for term in self.opened if term.line.kind in _TOTALS and term.number]
        parts = [term.number.value for term in self.opened if term.number]
        return frame - balance in (stated, sum(subtotals), sum(parts))

    def _is_firm(self, position: int) -> bool:
        """True where the label leaves no doubt that this is the sum of lines above it.

        "Totalt kommunerna" in the middle of a table, or "Totalt antal ombud", may be a fact of its own.
        """
        line = self.lines[position]
        if line.kind == "sum" or self._closes(position):
            return True
        after = self.lines[position + 1 :]
        is_last = all(other.kind in ("frame", "balance", "breakdown", "section") for other in after)
        is_called_total = not line.label or label_sense(line.label) == "named_total"
        return is_last and is_called_total and not is_count_of(line.label)

    def _heads(self, position: int, stated: WrittenNumber) -> bool:
        """True where the lines below make the total: the table puts its totals first."""
        below: list[Term] = []
        for line in self.lines[position + 1 :]:
            if line.kind in (*_TOTALS, "section"):
                break
            if line.kind == "addend":
                below.append(Term(line, self._number(line)))
        return len(below) > 1 and weigh(stated, below, shares=self.column.is_rounded).grade == "equal"

    def _number(self, line: Line) -> WrittenNumber | None:
        return self.view.number(line, self.column)

    def _is_empty(self, line: Line) -> bool:
        return self._number(line) is None and not self.view.is_unreadable(line, self.column)


CHECK = Check(
    id=RULE,
    family="footing",
    scope="document",
    title=Bilingual(sv="Kolumnens summa", en="A column's total"),
    claim=Bilingual(
        sv="En summa i en tabell (Summa, Totalt, Fördelade medel, ”=”) är summan av raderna ovanför den: "
        "sedan förra delsumman, sedan förra mellanrubriken, av delsummorna eller av alla rader. "
        "Kontrollen klagar bara när inget av detta stämmer. Därav- och varavrader, och rader som säger sig dela medel "
        "med en annan rad, räknas inte en gång till. Tryckta exempel, priser och antal får stå utanför summan. "
        "Kronor och antal är exakta; tusental, miljoner, andelar och ungefärliga tal får skilja så mycket "
        "som avrundning kan förklara. Kontrollen tiger om kolumner som inte ska summeras (år, åldrar, "
        "priser, tal per invånare, procent som inte är delar av hundra), om ramar (Totalt beviljat) och rester "
        "(Kvarstående), om summor "
        "som säger sig rymma mer än tabellen (hela perioden) och om summor som står före sina delar. "
        "En rad direkt under tabellen (”Summa: 1 234 kr”) hör till den, och i formulär läses hela kostnaden (sökt "
        "belopp och egen finansiering) och personal efter kön. En tabell som kan fortsätta i nästa räknas ihop med "
        "den, och säger då högst en varning. "
        "Är läsningen osäker, kan en siffra saknas i ett tal, eller står bara en rad ovanför summan, blir det högst en "
        "varning.",
        en="A total in a table (Summa, Totalt, Fördelade medel, “=”) is the sum of the rows above it: since "
        "the last subtotal, since the last heading, of the subtotals, or of every row. The check speaks only "
        "where none of these holds. Breakdown rows (därav, varav) and rows that say that they share another "
        "row's money are not counted twice. Printed examples, prices and counts may be left out. Kronor and "
        "counts are exact; thousands, millions, shares and approximate numbers may differ by what rounding can "
        "explain. The check is silent on columns that are not to be added (years, ages, prices, "
        "rates per inhabitant, percents that are not parts of a hundred), on frames (Totalt beviljat) and balances "
        "(Kvarstående), on totals that say "
        "they hold more than the table (the whole period), and on totals that stand before their parts. "
        "A line right below the table (“Summa: 1 234 kr”) belongs to it, and in forms it reads the whole cost (what is "
        "applied for and own funding) and staff by sex. A table that may go on in the next is added up with it, and "
        "what is found is then a warning at most. "
        "Where the reading is unsure, where a number may lack a digit, or where only one row stands above the total, "
        "it is a warning at most.",
    ),
    messages={
        **FOOTING_MESSAGES,
        "differs": Bilingual(
            sv="Sida {page}: kolumnen {column} summerar till {expected}{unit}, "
            "men raden {row} anger {actual}{unit} (skillnad {difference}{unit}).",
            en="Page {page}: the column {column} adds up to {expected}{unit}, "
            "but the row {row} states {actual}{unit} (difference {difference}{unit}).",
        ),
        "form_total": RECALCULATION_MESSAGES["differs"],
        "alone": Bilingual(
            sv="Bara en rad står ovanför summan, så den kan avse något annat.",
            en="Only one row stands above the total, so it may be about something else.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Raderna 51 000 och 42 292 följs av ”Fördelade medel 93 922”: de summerar till 93 292.",
        en="The rows 51 000 and 42 292 are followed by “Fördelade medel 93 922”: they add up to 93 292.",
    ),
)
