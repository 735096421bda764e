"""What the tables and columns mean, as the data package and the dictionary tell it.

Columns are described in the row models alone; here stand only what can be derived from them
(keys) and what one row of each table is.
"""

import csv
import re
from functools import cache
from pathlib import Path

from models.rows import TABLES, Placed, Row
from models.schema import unwrap

ONE_ROW_IS: dict[str, tuple[str, str]] = {
    "documents": (
        "ett dokument: en fil, eller en del av en handling med flera",
        "one document: a file, or a part of a packet",
    ),
    "pages": ("en sida i en fil", "one page of a file"),
    "initiatives": (
        "en satsning: en egen rubrik i en plan, eller en rad i en lokal plans tabell",
        "one initiative: its own heading in a plan, or a row of a local plan's table",
    ),
    "goals": ("ett mål", "one goal"),
    "activities": ("en aktivitet", "one activity"),
    "activity_years": ("en aktivitet under ett år", "one activity in one year"),
    "indicators": ("en indikator", "one indicator"),
    "amounts": ("ett belopp som dokumentet anger", "one sum of money stated in the document"),
    "fields": ("ett svar i en blankett", "one answer of a form"),
    "passages": (
        "ett stycke löpande text: en rubrik, ett stycke, en punkt i en lista, en fotnot",
        "one passage of running text: a heading, a paragraph, a list item, a footnote",
    ),
    "facts": (
        "en uppgift om dokumentet självt: ett nummer, en dag",
        "one thing that a document says of itself: a number, a day",
    ),
    "risks": (
        "en bedömd risk i en internkontrollplan",
        "one rated risk of an internal control plan",
    ),
    "tables": ("en tabell, över alla sidor den löper", "one table, over as many pages as it runs"),
    "cells": ("en tabellcell", "one cell of a table"),
    "codebook": (
        "en kod för ett fokusområde, en målgrupp eller en ansvarig",
        "one code for a focus area, a target group or an actor",
    ),
    "findings": ("något som inte går ihop", "one inconsistency"),
    "evidence": ("något som ett fynd vilar på", "one thing that a finding rests on"),
    "failures": (
        "en fil eller del som inte kunde tas in",
        "one file or part that could not be taken in",
    ),
    "files": (
        "en fil som någon körning har mött, och varför den lästes eller inte",
        "one file that a run has met, and why it was read or not",
    ),
    "runs": ("en körning", "one run"),
}
"""In Swedish and in English."""

OTHER_NAMES: dict[str, str] = {
    "duplicate_of": "document_id",
    "other_document_id": "document_id",
    "parent_id": "activity_id",
    "repeat_of": "amount_id",
    "first_run": "run_id",
    "read_run": "run_id",
}
"""Columns that hold another table's key under a name of their own."""


def table_description(row_type: type[Row]) -> str:
    """What one row is, in Swedish and English."""
    swedish, english = ONE_ROW_IS[row_type.table_name]
    return f"En rad är {swedish}. / One row is {english}."


def foreign_keys(row_type: type[Row]) -> dict[str, tuple[str, str]]:
    """The table and its key, for every column that holds the key of a table's row."""
    owners = {t.primary_key[0]: t.table_name for t in reversed(TABLES) if len(t.primary_key) == 1}
    found: dict[str, tuple[str, str]] = {}
    for column in row_type.model_fields:
        key = OTHER_NAMES.get(column, column)
        if key in owners and row_type.primary_key != (column,):
            found[column] = (owners[key], key)
    return found


def column_description(row_type: type[Row], column: str) -> str:
    """The model's own words; where it has none, what the column's part in the keys or the place says."""
    info = row_type.model_fields[column]
    if info.description:
        return info.description
    if row_type.primary_key == (column,):
        return "The row's key."
    if column in (keys := foreign_keys(row_type)):
        table, key = keys[column]
        return f"{key} in the table {table}."
    if column in Placed.model_fields and unwrap(info.annotation)[0] in (int, float):
        return Placed.model_fields[column].description or ""
    return ""


def swedish_description(row_type: type[Row], column: str) -> str:
    """The same in Swedish (columns_sv.csv). Raises KeyError for words that nobody has put into Swedish."""
    english = column_description(row_type, column)
    led = re.fullmatch(r"(\w+) in the table (\w+)\.", english)
    if led is not None:
        return f"{led[1]} i tabellen {led[2]}."
    return _swedish()[english] if english else ""


@cache
def _swedish() -> dict[str, str]:
    """What the models say in English -> the same in Swedish."""
    with Path(__file__).with_name("columns_sv.csv").open(encoding="utf-8", newline="") as lines:
        return {line["english"]: line["swedish"] for line in csv.DictReader(lines)}
