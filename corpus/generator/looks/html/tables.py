"""How a table is set: columns wide enough for their longest word, cells merged as the dress wants."""

import re
from typing import Final

from corpus.generator.looks.html.dress import Dress
from corpus.generator.looks.html.fonts import width
from corpus.generator.plain import Plain

BREAKS: Final = re.compile(r"[ \n]|(?<=[-/])(?!\d)|(?<=–)")
"""Where a line may end; it may at a thin space too, but no column is made as narrow as that."""
LONGEST: Final = 9
"""Of a word that may be hyphenated, so many letters must stand on one line."""
SLACK: Final = 1.05
"""Room for what the measure leaves out: words in bold, rounding."""
SMALLEST: Final = 0.75
"""The type of a table that is too wide is made smaller to this share before its words are divided."""
TINY: Final = 0.6
"""And to this one where that is not enough."""
TALL: Final = 20
"""Rows of more lines than this may always be cut by the page."""
LOOSE: Final = 0.85
"""A table that needs less than this share of the room may be made as narrow as its words."""


def lay_out(table: Plain, dress: Dress, room: float) -> Plain:
    """The table as a template prints it; room is the width there is for it, in points.

    head and body are rows of cells {words or runs, span, deep, kind}; size is the type's and widths are the
    columns', in points; hyphens: words are divided here even if they are not elsewhere; tall: the row may be cut by
    the page whatever the dress says, as it fills much of one.
    """
    size, widths, hyphens = _measures(table, dress, room)
    body = []
    for row in table["rows"]:
        cells = _cells(row, table["columns"], dress)
        body.append({"role": row["role"], "cells": cells, "tall": _lines(row, widths, size, dress) > TALL})
    head = [] if table["headless"] else _head(table, dress)
    return table | {"size": size, "widths": widths, "hyphens": hyphens, "head": head, "body": body}


def least_width(table: Plain, dress: Dress) -> float:
    """The width below which words would be cut, in points."""
    least, _ = _needs(table, dress, hyphens=dress["hyphens"])
    size: float = dress["size"] * dress["table_size"]
    return sum(least) * size + len(least) * _padding(dress)


def _measures(table: Plain, dress: Dress, room: float) -> tuple[float, list[float], bool]:
    size: float = dress["size"] * dress["table_size"]
    hyphens: bool = dress["hyphens"]
    padding = _padding(dress)
    free = room - padding * len(table["columns"])
    least, whole = _needs(table, dress, hyphens=hyphens)
    if dress["table_width"] == "fit" and sum(whole) * size < LOOSE * free:
        return size, [need * size + padding for need in whole], hyphens
    if sum(least) * size * SMALLEST > free and not hyphens:
        hyphens = True
        least, whole = _needs(table, dress, hyphens=True)
    if sum(least) * size > free:
        size = max(TINY * size, free / sum(least))
    weights = [column["width"] for column in table["columns"]]
    firm = [column["kind"] == "figure" for column in table["columns"]]
    return size, share(room, weights, [need * size + padding for need in least], firm), hyphens


def share(room: float, weights: list[float], least: list[float], firm: list[bool]) -> list[float]:
    """Room dealt out by weight, to no one less than its least where there is enough for that.

    Where there is not, the firm ones have theirs first: an amount must not be cut, words can be.
    """
    if sum(least) >= room:
        held = sum(need for need, firmly in zip(least, firm, strict=True) if firmly)
        if held >= room or all(firm):
            return [room * need / sum(least) for need in least]
        part = (room - held) / (sum(least) - held)
        return [need if firmly else part * need for need, firmly in zip(least, firm, strict=True)]
    tight: set[int] = set()
    while len(tight) < len(least):
        rest = room - sum(least[n] for n in tight)
        loose = [n for n in range(len(least)) if n not in tight]
        per_weight = rest / sum(weights[n] for n in loose)
        short = {n for n in loose if weights[n] * per_weight < least[n]}
        if not short:
            return [least[n] if n in tight else weights[n] * per_weight for n in range(len(least))]
        tight |= short
    return [room * need / sum(least) for need in least]


def _padding(dress: Dress) -> float:
    return float(2 * dress["cell_side"] + 2 * dress["rule_weight"])


def _lines(row: Plain, widths: list[float], size: float, dress: Dress) -> float:
    """Of how many lines the highest cell is, about."""
    return max(
        (
            width(_words(cell), dress["body_font"]) * size / across
            for cell, across in zip(row["cells"], widths, strict=False)
        ),
        default=0.0,
    )


def _words(cell: list[Plain]) -> str:
    return "".join(run["s"] for run in cell if run["t"] != "note")


def _needs(table: Plain, dress: Dress, *, hyphens: bool) -> tuple[list[float], list[float]]:
    """For each column, in em: the longest piece that no line may end in, and the longest cell on one line."""
    least, whole = [], []
    for n, column in enumerate(table["columns"]):
        head = "" if table["headless"] else column["head"]
        texts = [(head, True)]
        texts += [
            (_words(row["cells"][n]), row["role"] not in {"body", "breakdown"})
            for row in table["rows"]
            if n < len(row["cells"]) and not (row["role"] == "section" and dress["section_spans"])
        ]
        least.append(SLACK * max(_longest(words, dress, bold=bold, hyphens=hyphens) for words, bold in texts) + 0.2)
        whole.append(SLACK * max(width(words, dress["body_font"], bold=bold) for words, bold in texts) + 0.6)
    return least, whole


def _longest(words: str, dress: Dress, *, bold: bool, hyphens: bool) -> float:
    pieces = [piece[:LONGEST] if hyphens and piece.isalpha() else piece for piece in BREAKS.split(words) if piece]
    return max((width(piece, dress["body_font"], bold=bold) for piece in pieces), default=0.0)


def _head(table: Plain, dress: Dress) -> list[list[Plain]]:
    own = [{"words": column["head"], "span": 1, "deep": 1, "kind": column["kind"]} for column in table["columns"]]
    if not table["groups"]:
        return [own]
    above: list[Plain] = []
    below: list[Plain] = []
    at = 0
    for group in table["groups"]:
        if dress["groups_span"] and not group["words"] and group["span"] == 1:
            above.append(own[at] | {"deep": 2})
        else:
            above.append({"words": group["words"], "span": group["span"], "deep": 1, "kind": "group"})
            below += own[at : at + group["span"]]
        at += group["span"]
    return [above, below + own[at:]]


def _cells(row: Plain, columns: list[Plain], dress: Dress) -> list[Plain]:
    runs = row["cells"] + [[] for _ in range(len(columns) - len(row["cells"]))]
    spans = dress["section_spans"] if row["role"] == "section" else dress["total_spans"] and row["role"] != "body"
    first = 1
    while spans and first < len(runs) and not runs[first]:
        first += 1
    cells = [{"runs": runs[0], "span": first, "deep": 1, "kind": columns[0]["kind"]}]
    return cells + [
        {"runs": runs[n], "span": 1, "deep": 1, "kind": columns[n]["kind"]} for n in range(first, len(columns))
    ]
