"""Tick boxes in a picture: small squares that stand alone, with or without a mark in them."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from extractors.ocr.picture import PAPER, Grey, Picture
from extractors.ocr.pieces import BLUR, EVEN, LEAST, SHOWS, Pieces, darkness_of
from extractors.pages.geometry import Box

_SIDES: Final = (LEAST, 14.0)
"""Points: a tick box's sides."""
_SQUARE: Final = 1.3
"""Points by which the sides may differ, and miss each other."""
_WHITE: Final = 2.4
"""Points of white beside a tick box: letters have neighbours."""
_CORNER: Final = 0.45
"""The share of its ink that a corner has of what the sides are as dark as."""
_INSIDE: Final = 1.4
"""Points from a side to the inside."""
_TICKED: Final = 0.08
"""A mark makes so much of the inside dark; a copier's dirt a fourth of that."""


@dataclass(frozen=True)
class TickBox:
    """A small square in pixels, and whether there is a mark in it."""

    box: Box
    ticked: bool


def ticks_in(picture: Picture, pieces: Pieces) -> tuple[TickBox, ...]:
    """Squares of two level and two upright pieces that meet, with white round them: letters have neighbours."""
    dark = darkness_of(picture)
    inside = round(_INSIDE * picture.scale)
    return tuple(
        TickBox(square, _is_ticked(square, dark, inside))
        for square in _squares(pieces, picture.scale)
        if _is_alone(square, dark, round(_WHITE * picture.scale)) and _has_corners(square, dark, inside)
    )


def _squares(pieces: Pieces, scale: float) -> list[Box]:
    low, high = (side * scale for side in _SIDES)
    near = _SQUARE * scale
    across = [b for b in pieces.level if low <= b.width <= high]
    standing = [b for b in pieces.upright if low <= b.height <= high]
    found: list[Box] = []
    for top in across:
        for foot in across:
            height = foot.bottom - top.top
            level_ends = abs(foot.x0 - top.x0) <= near and abs(foot.x1 - top.x1) <= near
            if not (low <= height <= high and level_ends and abs(height - top.width) <= near):
                continue
            sides = [s for s in standing if abs(s.top - top.top) <= near and abs(s.bottom - foot.bottom) <= near]
            if all(any(abs(s.x0 - x) <= near or abs(s.x1 - x) <= near for s in sides) for x in (top.x0, top.x1)):
                found.append(Box(min(top.x0, foot.x0), top.top, max(top.x1, foot.x1), foot.bottom))
    return found


def _is_ticked(square: Box, dark: Grey, inside: int) -> bool:
    rows = slice(int(square.top) + inside, int(square.bottom) - inside)
    ink = dark[rows, int(square.x0) + inside : int(square.x1) - inside]
    return bool(ink.size and ink.mean() / PAPER > _TICKED)


def _is_alone(square: Box, dark: Grey, reach: int) -> bool:
    """True where there is white to the left and to the right; a mark may stick out at the top."""
    rows = slice(int(square.top), int(square.bottom))
    left = dark[rows, max(0, int(square.x0) - BLUR - reach) : max(1, int(square.x0) - BLUR)]
    right = dark[rows, int(square.x1) + BLUR : int(square.x1) + BLUR + reach]
    return all(side.size > 0 and bool(side.mean() < SHOWS) for side in (left, right))


def _has_corners(square: Box, dark: Grey, side: int) -> bool:
    """True where ink reaches into all four corners: the ones of letters are round or open."""
    x0, top, x1, bottom = int(square.x0), int(square.top), int(square.x1), int(square.bottom)
    half = max(2, side // 2)
    usual = float(np.median(dark[top : top + half, x0:x1].max(axis=0)))
    corners = [dark[y : y + half, x : x + half] for y in (top, bottom - half) for x in (x0, x1 - half)]
    return all(float(corner.max()) >= EVEN * usual and float(corner.mean()) >= _CORNER * usual for corner in corners)
