"""Printed web forms: who fills them in, and how sums, counts and dates are written in them."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final, Literal

from stdnum import luhn

from corpus.generator.blocks import FormSection, Prose, Question, QuestionKind
from corpus.generator.composers.form_texts import QuestionText, SectionText, labels_of
from corpus.generator.content import Planted
from corpus.generator.figures import NO_BREAK, Figure, Style, count
from corpus.generator.phrases import stock
from corpus.generator.scenario import Municipality
from corpus.generator.voice import MONTHS, Voice

_UNIT: Final = re.compile(r"\((?:kr|kronor|hela kronor)\)")
_OTHERS: Final = re.compile(r"[Rr]egion|[Ll]änets|[Ll]änsstyrelse|riket|landet")
_LATIN: Final = str.maketrans("åäöéü", "aaoeu")
TRAP: Final = 1 / 6
"""How often a document that a trap fits has it."""

_CONTACT_AGAIN: Final = 0.3
"""How often the contact stands at the form's end too, with the same number."""

_PRINTED_AS: Final[Mapping[str, QuestionKind]] = {"long": "long", "choice": "choice", "number": "figure"}

Scheme = Literal["none", "running", "by_section", "letters"]


def own_sentences(name: str) -> list[str]:
    """Sentences of phrases/money.toml that speak of one municipality's money, not of the region's or the state's."""
    return [sentence for sentence in stock("money")[name] if not _OTHERS.search(sentence)]


@dataclass(frozen=True)
class SumForm:
    """How a form prints sums: the style of the answer, and the unit that its label names."""

    style: Style
    unit: str = ""

    @classmethod
    def of(cls, voice: Voice) -> "SumForm":
        digits, grouped = Style(separator=""), voice.bare
        unit = voice.rng.choice((" (kr)", " (kr)", " (kronor)", " (hela kronor)"))
        return voice.rng.choice(
            (cls(digits), cls(grouped), cls(voice.kronor), cls(voice.kronor), cls(digits, unit), cls(grouped, unit))
        )

    def label(self, words: str) -> str:
        return words if _UNIT.search(words) else words + self.unit


@dataclass
class Filling:
    """One form being filled in. unanswered is the chance that a question of no weight is left empty.

    traps are those that were met while filling in.
    """

    voice: Voice
    municipality: Municipality
    year: int
    sums: SumForm
    unanswered: float
    person: str
    phone: str
    traps: list[Planted] = field(default_factory=list)
    _n_counts: int = 0
    _phone_label: str | None = None
    """What asked for the contact's number."""

    @classmethod
    def of(cls, voice: Voice, municipality: Municipality, year: int) -> "Filling":
        return cls(
            voice=voice,
            municipality=municipality,
            year=year,
            sums=SumForm.of(voice),
            unanswered=voice.rng.choice((0.0, 0.1, 0.3)),
            person=voice.person(),
            phone=fiction_phone(voice.rng),
        )

    def applicant(self, title: str, name_label: str, contact_label: str) -> FormSection:
        """Who fills in the form; what is asked beside name and organisation number differs from form to form."""
        voice, rng = self.voice, self.voice.rng
        questions = [
            Question(name_label, (self.municipality.title,)),
            Question(rng.choice(labels_of("orgnr")), (self.municipality.org_number,), role="orgnr"),
        ]
        if rng.random() < 0.5:
            label = rng.choice(("Förvaltning/enhet", "Ansvarig förvaltning", "Enhet", "Avdelning"))
            questions.append(Question(label, (voice.drawer.draw(stock("prose")["units"]),)))
        if rng.random() < 0.35:
            questions += [
                Question(rng.choice(("Postadress", "Utdelningsadress")), (f"Box {rng.randint(12, 989)}",)),
                Question("Postnummer", (f"9{rng.randint(10, 89)}{NO_BREAK}{rng.randint(10, 99)}",)),
                Question(rng.choice(("Postort", "Ort")), (self.municipality.name,)),
            ]
        questions.append(Question(contact_label, (self.person,), role="contact"))
        if rng.random() < 0.85:
            self._phone_label = rng.choice(labels_of("phone"))
            questions.append(Question(self._phone_label, (self.phone,), role="phone"))
            if rng.random() < TRAP:
                questions.append(self._switchboard())
        if rng.random() < 0.75:
            label = rng.choice(labels_of("email"))
            address = f"{mail_name(self.person)}@{mail_name(self.municipality.name)}.example"
            questions.append(Question(label, (address,), role="email"))
        if rng.random() < TRAP:
            questions.append(self._project_number())
        return FormSection(title, tuple(questions))

    def diary(self) -> Question:
        label = self.voice.rng.choice(("Dnr", "Diarienummer", "Kommunens diarienummer", "Ert dnr"))
        return Question(label, (self.municipality.diary_number,))

    def sum_question(self, label: str, figure: Figure, hint: str = "") -> Question:
        return Question(self.sums.label(label), (figure,), "figure", hint=hint)

    def count_question(self, label: str, value: int, key: str | None = None, hint: str = "") -> Question:
        """A whole number; without a key of its own it is one that nothing hangs on."""
        self._n_counts += 1
        return Question(label, (count(key or f"count{self._n_counts}", value),), "figure", hint=hint)

    def stocked(self, text: QuestionText, answer: Prose | None = None) -> Question:
        """A question of the stock with the answer, or with one of its own kind. Not for sums, names and addresses."""
        question = self._answered(text) if answer is None else Question(text.words, answer)
        return replace(
            question, kind=_PRINTED_AS.get(text.kind, "text"), number=text.letter, choices=text.choices, hint=text.hint
        )

    def _answered(self, text: QuestionText) -> Question:
        rng = self.voice.rng
        match text.kind:
            case "number":
                return self.count_question(text.words, rng.choice((rng.randint(2, 40), rng.randint(20, 900))))
            case "choice":
                return Question(text.words, (rng.choice(text.choices),))
            case "date":
                return Question(text.words, (self._decision_date(text.words),))
            case "text" | "long":
                if rng.random() < self.unanswered:
                    return Question(text.words, None)
                return Question(text.words, (self.voice.drawer.draw(text.answers),))
            case _:
                raise ValueError(f"{text.label!r}: a {text.kind} is not answered from the stock")

    def _decision_date(self, where: str) -> str:
        """A date that lies inside the period and yet is none too early: it is not the day of signing."""
        day = self.voice.date(self.year)
        self.traps.append(
            trap(
                "cutoff.date",
                where,
                f"{self.year}-12-31",
                day,
                "A decision's date, not the signature's",
                "decision-date",
            )
        )
        return day

    def _switchboard(self) -> Question:
        other = fiction_phone(self.voice.rng, besides=self.phone)
        label = self.voice.rng.choice(("Telefon, växel", "Telefon till närmaste chef"))
        told = "Two numbers, each for whom it says"
        self.traps.append(trap("identity.contact", label, self.phone, other, told, "other-contact"))
        return Question(label, (other,), role="phone")

    def _project_number(self) -> Question:
        """Built like an organisation number, and no organisation's: no check digit to be right."""
        digits = f"{self.voice.rng.randint(10, 79)}{self.voice.rng.randint(2000, 8999)}"
        last = self.voice.rng.randint(1000, 9998)
        if luhn.is_valid(f"{digits}{last}"):
            last += 1
        printed = f"{digits}-{last}"
        label = self.voice.rng.choice(("Projektnummer", "Projekt-id", "Ert projektnummer"))
        told = "A project's number has no check digit"
        self.traps.append(trap("identity.orgnr", label, None, printed, told, "project-number"))
        return Question(label, (printed,))

    def answered(self, text: SectionText, *, at_least: int) -> FormSection:
        """Some of the section's questions, answered. One that goes on from another needs a Ja there, and is rare."""
        rng = self.voice.rng
        kept = [each for each in text.questions if rng.random() < 0.75]
        questions: list[Question] = []
        for each in kept if len(kept) >= at_least else text.questions[:at_least]:
            follows = bool(questions) and questions[-1].answer == ("Ja",)
            if each.letter is None or (follows and rng.random() < 0.5):
                questions.append(self.stocked(each))
        return FormSection(text.words, tuple(questions))

    def signing(self, title: str, signed_on: str, *, dates_report: bool) -> FormSection:
        """The last section. dates_report: the day is one that must come after the period's end."""
        rng = self.voice.rng
        labels = ("Datum", "Datum för underskrift", "Undertecknad den", "Inskickad", "Datum då uppgifterna lämnats")
        questions = [Question(rng.choice(labels), (signed_on,), role="signed_on" if dates_report else None)]
        if rng.random() < 0.5:
            label = rng.choice(("Uppgifterna är riktiga och fullständiga", "Vi intygar att uppgifterna stämmer"))
            questions.insert(0, Question(label, ("Ja",), "choice", choices=("Ja", "Nej")))
        label = rng.choice(("Namnförtydligande", "Behörig företrädare", "Firmatecknare"))
        questions.append(Question(label, (self.voice.person(),), role="contact"))
        if rng.random() < 0.6:
            questions.append(Question("Befattning", (self.voice.drawer.draw(stock("prose")["roles"]),)))
        if self._phone_label is not None and rng.random() < _CONTACT_AGAIN:
            label = rng.choice(("Frågor om redovisningen besvaras av", "Kontaktperson för uppgifterna"))
            questions.append(Question(label, (self.person,), role="contact"))
            questions.append(Question(self._phone_label, (self.phone,), role="phone"))
        return FormSection(title, tuple(questions))


def numbered(sections: Sequence[FormSection], scheme: Scheme, *, unnumbered: int = 0) -> tuple[FormSection, ...]:
    """The sections with their questions numbered as the scheme says, the first `unnumbered` sections not.

    A question whose number is a letter goes on from the one before it: 4 a.
    """
    made: list[FormSection] = []
    last = 0
    for i, section in enumerate(sections):
        last = 0 if scheme in ("by_section", "letters") else last
        title = f"{chr(ord('A') + i)}. {section.title}" if scheme == "letters" else section.title
        if scheme == "none" or (i < unnumbered and scheme != "letters"):
            made.append(FormSection(title, tuple(replace(each, number=None) for each in section.questions)))
            continue
        questions: list[Question] = []
        for each in section.questions:
            goes_on = each.number is not None and last > 0
            last += 0 if goes_on else 1
            before = {"by_section": f"{i + 1 - unnumbered}.", "letters": chr(ord("A") + i)}.get(scheme, "")
            questions.append(replace(each, number=f"{before}{last}{each.number if goes_on else ''}"))
        made.append(FormSection(title, tuple(questions)))
    return tuple(made)


def fiction_phone(rng: random.Random, besides: str = "") -> str:
    """A number from the series that are kept for fiction, another than `besides`."""
    while (number := _fiction_number(rng)) == besides:
        continue
    return number


def _fiction_number(rng: random.Random) -> str:
    if rng.random() < 0.5:
        return f"08-465{NO_BREAK}004{NO_BREAK}{rng.randint(0, 99):02d}"
    return f"031-390{NO_BREAK}06{NO_BREAK}{rng.randint(0, 49):02d}"


def mail_name(name: str) -> str:
    """As it stands in an address: lower case, plain letters, points for spaces."""
    return name.lower().translate(_LATIN).replace(" ", ".")


def day_between(rng: random.Random, year: int, first: tuple[int, int], last: tuple[int, int]) -> str:
    """An ISO date of the year from (month, day) to (month, day), never after the 28th of a month."""
    days = [(month, day) for month in range(1, len(MONTHS) + 1) for day in range(1, 29)]
    month, day = rng.choice([each for each in days if first <= each <= last])
    return f"{year}-{month:02d}-{day:02d}"


def split_sum(rng: random.Random, whole: Decimal, n: int) -> list[Decimal]:
    """Whole kronor that make the whole, none of them below nought."""
    weights = [rng.randint(10, 90) for _ in range(n)]
    parts = [(whole * weight / sum(weights)).to_integral_value() for weight in weights[1:]]
    return [whole - sum(parts, start=Decimal(0)), *parts]


def lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def trap(
    rule: str, where: str, expected: str | Decimal | None, actual: str | Decimal | None, explanation: str, seeded: str
) -> Planted:
    """What looks wrong and is right: expected and actual are what a naive check would set against each other."""
    return Planted(rule, where, expected, actual, explanation, seeded, grade="trap-not-error")
