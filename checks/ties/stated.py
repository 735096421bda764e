"""What one document states of its grant, and where its reading is unsure."""

from dataclasses import dataclass

from checks.once import Once
from checks.ties.wholes import Role, Source, Whole
from models.rows import Amount, Document


@dataclass(frozen=True, eq=False)
class Stated(Once):
    """The statements of one document."""

    document: Document
    doubted_pages: frozenset[int]
    """Pages that were read from a picture, or that are unsure."""
    doubted_tables: frozenset[str]
    """Tables whose reading is unsure, by their ids."""
    wholes: tuple[Whole, ...]

    def of(self, role: Role, *sources: Source) -> list[Whole]:
        return [whole for whole in self.wholes if whole.role == role and (not sources or whole.source in sources)]

    def of_its_year(self, role: Role) -> list[Whole]:
        """What it states of the year that it is about; of which year a document of several is, nothing tells."""
        year = self.document.reporting_year or self.document.period_start
        return [whole for whole in self.of(role) if whole.year in (None, year) or year is None]

    def is_doubted(self, *wholes: Whole) -> bool:
        """True where one of them stands on an unsure page or in an unsure table."""
        return any(self._is_unsure(whole.place.page, whole.table_id) for whole in wholes)

    def is_doubted_at(self, amount: Amount) -> bool:
        """True where a table's sum stands on an unsure page or in an unsure table."""
        return self._is_unsure(amount.page, amount.table_id)

    def _is_unsure(self, page: int, table_id: str | None) -> bool:
        return page in self.doubted_pages or table_id in self.doubted_tables
