"""A block of text in the making: a list item, a heading, a caption or a paragraph."""

from dataclasses import dataclass, replace

from extractors.pages.geometry import Box
from extractors.text.lines import Line


@dataclass
class Draft:
    """A block in the making: its lines, and the marker that it began with."""

    lines: list[Line]
    marker: str | None = None
    text_x0: float = 0.0
    framed: bool = False
    frame: Box | None = None
    """The box that it stands in."""
    heading: bool = False
    caption: bool = False
    ornament: str | None = None
    """A dash or bullet before a heading; no part of its text."""

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def text_lines(self) -> list[str]:
        texts = [line.text for line in self.lines]
        lead = self.marker or self.ornament
        if lead is not None:
            texts[0] = texts[0][len(lead) :]
        return texts

    @property
    def without_marker(self) -> "Draft":
        """The draft without its bullet or number, which can be set in another type than its words are."""
        if self.marker is None or len(self.first.words) == 1:
            return self
        return replace(self, lines=[Line(self.first.words[1:]), *self.lines[1:]])

    @property
    def size(self) -> float:
        sizes = {x.size for x in self.lines}
        if len(sizes) == 1:
            return sizes.pop()
        return max(sizes, key=lambda s: sum(len(x.text) for x in self.lines if x.size == s))

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        return all(line.italic for line in self.lines)

    @property
    def color(self) -> str:
        return max(
            {x.color for x in self.lines}, key=lambda c: (sum(len(x.text) for x in self.lines if x.color == c), c)
        )
