"""What every row is, and every row that has a place."""

from typing import ClassVar

from pydantic import ConfigDict, Field

from models.lean import Lean
from models.place import Place


class Row(Lean):
    """A row of one table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table_name: ClassVar[str]
    primary_key: ClassVar[tuple[str, ...]]


class Placed(Row):
    """A row that bears its place: page in the file and box in PDF points, origin top left."""

    page: int = Field(ge=1, description="Page in the file, 1-based, where the text begins.")
    x0: float = Field(description="Left edge, PDF points from the left.")
    top: float = Field(description="Upper edge, PDF points from the top.")
    x1: float = Field(description="Right edge, PDF points from the left.")
    bottom: float = Field(description="Lower edge, PDF points from the top.")

    @property
    def place(self) -> Place:
        """Where it stands, as one value."""
        return Place(page=self.page, x0=self.x0, top=self.top, x1=self.x1, bottom=self.bottom)
