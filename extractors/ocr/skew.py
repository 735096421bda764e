"""How far a page lies askew, and making it straight."""

import math
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from extractors.ocr.blobs import runs
from extractors.ocr.picture import PAPER, Grey, Mask

_MOST: Final = 5.0
"""Degrees to either side that are looked at."""
_STEPS: Final = (0.5, 0.1, 0.02)
_COARSE: Final = 2
"""A square of so many pixels is fine enough to tell lines from white."""
_DARK: Final = 150
_STRAIGHT: Final = 0.03
"""Degrees: less is left as it is; over a page's width it is a fifth of a point."""
_MOST_POINTS: Final = 120_000
_TOO_FEW: Final = 50
_LONG: Final = 72
"""Coarse pixels, half an inch: so long a row of dark ones is a line or a picture, not a letter."""
_STANDS: Final = 1.3


def skew_of(grey: Grey) -> float:
    """Degrees that the lines of print rise to the right (negative where they fall).

    Turned by the right angle, rows of pixels are either print or white: the angle is sought at which the counts of
    dark pixels per row differ most from one row to the next (Postl, 1986).
    """
    xs, ys = _ink(grey)
    if len(ys) < _TOO_FEW:
        return 0.0
    best, reach = 0.0, _MOST
    for step in _STEPS:
        n = round(reach / step)
        angles = [best + i * step for i in range(-n, n + 1)]
        best = max(angles, key=lambda angle: (_sharpness(xs, ys, angle), -abs(angle)))
        reach = step
    return round(best, 2)


def lies_on_its_side(grey: Grey) -> bool:
    """True where the lines of print stand: columns of pixels differ more from one to the next than rows do."""
    xs, ys = _ink(grey)
    if len(ys) < _TOO_FEW:
        return False
    angles = [i * _STEPS[0] for i in range(-2, 3)]
    level = max(_sharpness(xs, ys, angle) for angle in angles)
    return max(_sharpness(ys, xs, angle) for angle in angles) > _STANDS * level


def _ink(grey: Grey) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Where the dark pixels of the picture made coarse are: x and y. Long lines are left out: they run both ways."""
    coarse = grey[: grey.shape[0] // _COARSE * _COARSE, : grey.shape[1] // _COARSE * _COARSE]
    blocks = coarse.reshape(coarse.shape[0] // _COARSE, _COARSE, coarse.shape[1] // _COARSE, _COARSE)
    dark = blocks.mean(axis=(1, 3)) < _DARK
    ys, xs = np.nonzero(dark & ~_in_long_run(dark) & ~_in_long_run(dark.T).T)
    every = max(1, len(ys) // _MOST_POINTS)
    return xs[::every].astype(np.float64), ys[::every].astype(np.float64)


def _sharpness(xs: npt.NDArray[np.float64], ys: npt.NDArray[np.float64], angle: float) -> float:
    rows = ys + xs * math.tan(math.radians(angle))
    counts = np.bincount(np.round(rows - rows.min()).astype(np.int64)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def _in_long_run(dark: Mask) -> Mask:
    long = np.zeros_like(dark)
    for row, start, end in runs(dark, _LONG):
        long[row, start:end] = True
    return long


def straightened(grey: Grey, skew: float) -> Grey:
    """The picture turned about its middle until the lines lie level."""
    if abs(skew) < _STRAIGHT:
        return grey
    turned = Image.fromarray(grey).rotate(-skew, Image.Resampling.BICUBIC, fillcolor=PAPER)
    return np.asarray(turned, np.uint8)
