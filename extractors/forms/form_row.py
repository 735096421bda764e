"""A label of a form's table with what stands at it."""

from dataclasses import dataclass, field

from extractors.forms.choices import Line, options_in
from models.place import Place


@dataclass
class FormRow:
    """A row's label, the lines of its answer, and where it stands."""

    label: str
    places: list[Place]
    lines: list[Line] = field(default_factory=list)
    section: str | None = None
    """The title over the rows, in a cell over the table's whole width."""

    @property
    def answer(self) -> str | None:
        """The chosen option, or the words; None where the form does not tell."""
        options = options_in(self.lines)
        if options is not None:
            return "; ".join(option.words for option in options if option.chosen) or None
        return " ".join(line.text for line in self.lines) or None
