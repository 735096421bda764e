"""What a plan says: initiatives, goals, activities with their years, indicators, risks."""

from collections.abc import Collection
from typing import ClassVar, Self

from pydantic import Field

from models.rows.columns import YEAR_SOURCES, Basis, Category, Horizon, Number, YearSource
from models.rows.row import Placed, Row


class Initiative(Placed):
    table_name: ClassVar[str] = "initiatives"
    primary_key: ClassVar[tuple[str, ...]] = ("initiative_id",)

    initiative_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Order in the document, from 1.")
    title: str = Field(description="Its heading, or its name in a local plan's table.")
    focus_area: str | None = Field(default=None, description="Fokusområde, in the document's words.")
    target_group: str | None = Field(default=None, description="Målgrupp, in the document's words.")
    focus_area_code: str | None = Field(
        default=None, description="Codes of the focus areas that these words name (codebook), parted by semicolons."
    )
    target_group_code: str | None = Field(
        default=None, description="Codes of the target groups that these words name (codebook), parted by semicolons."
    )
    cost: str | None = Field(
        default=None,
        description="What is said of its costs, in the document's words, also where no sum is named.",
    )


class Goal(Placed):
    table_name: ClassVar[str] = "goals"
    primary_key: ClassVar[tuple[str, ...]] = ("goal_id",)

    goal_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    initiative_id: str | None = Field(default=None, description="The initiative that it belongs to.")
    ordinal: int = Field(description="Order in the document, from 1.")
    horizon: Horizon = Field(description="Långsiktigt, kortsiktigt or not said.")
    text: str = Field(description="The goal, in the document's words.")
    focus_area: str | None = Field(default=None, description="Fokusområde, in the document's words.")
    target_group: str | None = Field(default=None, description="Målgrupp, in the document's words.")
    focus_area_code: str | None = Field(
        default=None, description="Codes of the focus areas that these words name (codebook), parted by semicolons."
    )
    target_group_code: str | None = Field(
        default=None, description="Codes of the target groups that these words name (codebook), parted by semicolons."
    )
    basis: Basis = Field(
        default="heading",
        description="What tells that it is one: its heading, the sentence over its list, a table's column, a matrix of "
        "years, or its own words.",
    )
    confidence: Number | None = Field(
        default=None, description="How likely the words alone make it one, 0 to 1, by a model that sees no headings."
    )
    doubt: str | None = Field(
        default=None, description="What its words speak for instead, where the model is sure; null where it is not."
    )


class Activity(Placed):
    table_name: ClassVar[str] = "activities"
    primary_key: ClassVar[tuple[str, ...]] = ("activity_id",)

    activity_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    initiative_id: str | None = Field(default=None, description="The initiative that it belongs to.")
    parent_id: str | None = Field(default=None, description="The activity whose step this is.")
    ordinal: int = Field(description="Order in the document, from 1.")
    number: str | None = Field(default=None, description="Its number, where it has one.")
    text: str = Field(description="The activity, in the document's words.")
    category: Category = Field(description="Prioriterad, löpande, lokal or not said.")
    responsible: str | None = Field(default=None, description="Who does it, in the document's words.")
    responsible_code: str | None = Field(
        default=None, description="Codes of the kinds of actors that these words name (codebook), parted by semicolons."
    )
    responsible_kommunkod: str | None = Field(
        default=None, description="Statistics Sweden's code of the one municipality that they name."
    )
    responsible_lanskod: str | None = Field(
        default=None, description="Statistics Sweden's code of the one region (earlier landsting) that they name."
    )
    start_year: int | None = Field(default=None, description="First year that the document gives it.")
    end_year: int | None = Field(default=None, description="Last year that the document gives it.")
    focus_area: str | None = Field(default=None, description="Fokusområde, in the document's words.")
    target_group: str | None = Field(default=None, description="Målgrupp, in the document's words.")
    focus_area_code: str | None = Field(
        default=None, description="Codes of the focus areas that these words name (codebook), parted by semicolons."
    )
    target_group_code: str | None = Field(
        default=None, description="Codes of the target groups that these words name (codebook), parted by semicolons."
    )
    basis: Basis = Field(
        default="heading",
        description="What tells that it is one: its heading, the sentence over its list, a table's column, a matrix of "
        "years, or its own words.",
    )
    confidence: Number | None = Field(
        default=None, description="How likely the words alone make it one, 0 to 1, by a model that sees no headings."
    )
    doubt: str | None = Field(
        default=None, description="What its words speak for instead, where the model is sure; null where it is not."
    )
    cost: str | None = Field(
        default=None,
        description="What is said of its costs, in the document's words, also where no sum is named.",
    )


class ActivityYear(Row):
    table_name: ClassVar[str] = "activity_years"
    primary_key: ClassVar[tuple[str, ...]] = ("activity_id", "year")

    activity_id: str = Field(description="The activity.")
    year: int = Field(description="A year that the activity is in.")
    source: YearSource = Field(description="What gives the year; the strongest, where several do.")
    sources: str | None = Field(
        default=None,
        description="All that give the year, comma-parted, the strongest first: heading,matrix. Null where the row was "
        "taken over from a snapshot without this column.",
    )
    table_id: str | None = Field(
        default=None, description="The matrix whose mark gives the year; null where no mark does."
    )
    row: int | None = Field(
        default=None,
        description="Row in that matrix, from 0; the first, where several are the activity's and mark the year.",
    )

    @classmethod
    def given_by(
        cls, activity_id: str, year: int, sources: Collection[YearSource], marked_at: tuple[str, int] | None = None
    ) -> Self:
        """The row of a year that one or several sources give, in whatever order they come.

        marked_at: table_id and row of the matrix that marks it.
        """
        strongest, *others = sorted(set(sources), key=YEAR_SOURCES.index)
        table_id, row = marked_at or (None, None)
        return cls(
            activity_id=activity_id,
            year=year,
            source=strongest,
            sources=",".join([strongest, *others]),
            table_id=table_id,
            row=row,
        )

    def is_given_by(self, source: YearSource) -> bool:
        """Whether this is among what gives the year."""
        return source == self.source or source in (self.sources or "").split(",")


class Indicator(Placed):
    table_name: ClassVar[str] = "indicators"
    primary_key: ClassVar[tuple[str, ...]] = ("indicator_id",)

    indicator_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    initiative_id: str | None = Field(default=None, description="The initiative that it belongs to.")
    ordinal: int = Field(description="Order in the document, from 1.")
    text: str = Field(description="The indicator, in the document's words.")
    basis: Basis = Field(
        default="heading",
        description="What tells that it is one: its heading, the sentence over its list, a table's column, a matrix of "
        "years, or its own words.",
    )
    confidence: Number | None = Field(
        default=None, description="How likely the words alone make it one, 0 to 1, by a model that sees no headings."
    )
    doubt: str | None = Field(
        default=None, description="What its words speak for instead, where the model is sure; null where it is not."
    )


class Risk(Placed):
    table_name: ClassVar[str] = "risks"
    primary_key: ClassVar[tuple[str, ...]] = ("risk_id",)

    risk_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Order in the document, from 1.")
    process: str | None = Field(default=None, description="The process, routine or unit that it is in.")
    text: str = Field(description="What may go wrong, in the document's words.")
    reason: str | None = Field(default=None, description="Its cause, or why it is rated so.")
    probability_text: str | None = Field(default=None, description="Sannolikhet, as it stands.")
    consequence_text: str | None = Field(default=None, description="Konsekvens, as it stands.")
    probability: Number | None = Field(default=None, description="Its number; null where it is words alone.")
    consequence: Number | None = Field(default=None, description="Its number; null where it is words alone.")
    value: Number | None = Field(default=None, description="Riskvärde as stated, sannolikhet x konsekvens.")
    value_after: Number | None = Field(default=None, description="Riskvärde after measures, as stated.")
    table_id: str = Field(description="The table that it is a row of.")
    row: int = Field(description="Row in that table, from 0.")
