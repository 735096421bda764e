"""The few words of WordprocessingML that python-docx has no name for."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

EIGHTHS = 8
"""Rules are measured in eighths of a point."""
TWENTIETHS = 20
"""Other lengths in twentieths."""


def tag(name: str, /, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """The element w:name with the attributes, all of them w: too."""
    element: Any = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    for child in children:
        element.append(child)
    return element  # type: ignore[no-any-return]


def rule(side: str, weight: float, colour: str, space: int = 0) -> BaseOxmlElement:
    """A border on one side (top, left, bottom, right, insideH, insideV); weight in points, 0 for none."""
    if not weight:
        return tag(side, val="nil")
    return tag(side, val="single", sz=round(weight * EIGHTHS), space=space, color=colour)


def shade(colour: str) -> BaseOxmlElement:
    return tag("shd", val="clear", color="auto", fill=colour)
