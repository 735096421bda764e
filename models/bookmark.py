"""A bookmark of a file, as its outline has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """`page` is the file's page that it leads to, from 1."""

    text: str
    page: int
