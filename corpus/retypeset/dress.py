"""How one typesetting looks: every choice drawn from a seed, none of which a label depends on."""

import random
from dataclasses import dataclass
from typing import Final

FONTS: Final = ("Caladea", "Lato", "Source Sans", "Source Serif", "Hanken Grotesk", "Arimo")
"""Families with upright and italic faces."""
PAPERS: Final = {"A4": (210.0, 297.0), "letter": (215.9, 279.4), "B5": (176.0, 250.0)}
"""Width and height in millimetres."""
TICKS: Final = (
    ("drawn", "drawn"),
    ("drawn", "drawn"),
    ("☐", "☑"),
    ("□", "■"),
    ("ring", "ring"),
    ("[ ]", "[x]"),
    ("( )", "(x)"),
)
"""A box to tick and a ticked one: signs, typed, or drawn as a square or a ring."""
BULLETS: Final = ("•", "–", "▪", "-", "■", "►", "·", "*")
ANSWERS: Final = (
    "beside",
    "beside-box",
    "rows",
    "above-small",
    "above-bold",
    "above-box",
    "in-box",
    "below",
    "in-line",
    "underlined",
    "tinted",
    "two-above",
    "two-below",
    "two-in-box",
)
"""Where a form sets the label of an answer; the last ones stand two on a row."""
INKS: Final = ("", "", "", "#1f3d8a", "#444444")
"""The colour of what is filled in; the text's own where it is empty."""


@dataclass(frozen=True)
class Traits:
    """What of a document decides which choices it can bear."""

    is_form: bool
    """It has answers to fill in, or boxes to tick."""
    numbers_headings: bool
    """Some of its headings begin with a number of their own."""
    levels: int
    """How many levels of headings there are."""


@dataclass(frozen=True)
class Dress:
    """Lengths are in points, those of the page in millimetres."""

    paper: str
    lying: bool
    margins: tuple[float, float, float, float]
    """Top, right, bottom, left."""
    body_font: str
    head_font: str
    size: float
    leading: float
    justified: bool
    hyphens: bool
    gap: float
    """White between paragraphs."""
    indent: bool
    """Paragraphs begin indented instead of with white above."""
    columns: bool
    top_size: float
    """Of the highest heading."""
    decorations: tuple[str, ...]
    """For each level of headings: bold, plain, italic, bold-italic, small-caps, ruled or bar."""
    accent: str
    """The colour of headings and heads of tables."""
    numbered: bool
    """Headings below the title get numbers."""
    new_page: bool
    """Pages that began on purpose do so again."""
    bullet: str
    item_indent: float
    option: str
    """Of a box to tick, as in TICKS."""
    tick: str
    """Of a ticked one."""
    options_in_row: bool
    table: str
    """ruled, half, zebra, head, open or frame."""
    head_fill: str
    """light, dark or none."""
    head_bold: bool
    head_again: bool
    """The head is repeated on each page."""
    padding: tuple[float, float]
    widths: str
    """auto, even or uneven."""
    full_width: bool
    table_size: float
    """In sizes of the text."""
    middle: bool
    """Cells are set at the middle of their rows."""
    numbers_right: bool
    """Cells that hold a number alone are set at the right."""
    heads_right: bool
    """So are the heads above them."""
    whole_rows: bool
    wide_turned: bool
    """Tables of many columns stand on pages that lie."""
    answers: str
    label_width: int
    """Percent, where labels stand beside."""
    answer_bold: bool
    answer_font: str
    """The family of what is filled in."""
    answer_ink: str
    frame: str
    """lines, tint or bar: how what stands in a frame is set."""
    head_at: str
    """left, center or right, of what runs at the head of pages."""
    number_at: str
    """The margin box of the page number."""
    number: str
    """With {page} and {pages}."""
    heads: str
    """own, run-in, beside or boxed: how heads that come again are set with their text."""


def traits_of(*, is_form: bool, headings: dict[int, list[str]]) -> Traits:
    """headings: their texts by level."""
    texts = [text for level in headings.values() for text in level]
    return Traits(is_form, any(text[:1].isdigit() for text in texts), len(headings))


def draw(seed: str, traits: Traits) -> Dress:
    """The same for the same seed and traits."""
    r = random.Random(seed)
    of = r.choice
    body = of(FONTS)
    lying = r.random() < 0.12
    numbers_right = r.random() < 0.65
    option, tick = of(TICKS)
    size = of((8.5, 9.0, 9.5, 10.0, 10.5, 11.0, 11.5))
    return Dress(
        paper=of(("A4", "A4", "A4", "A4", "letter", "B5")),
        lying=lying,
        margins=(of((16.0, 20.0, 25.0)), of((15.0, 20.0, 28.0)), of((18.0, 22.0, 26.0)), of((15.0, 20.0, 28.0))),
        body_font=body,
        head_font=of((body, body, of(FONTS))),
        size=size,
        leading=of((1.15, 1.25, 1.35, 1.5)),
        justified=r.random() < 0.3,
        hyphens=r.random() < 0.5,
        gap=of((3.0, 5.0, 7.0, 9.0)),
        indent=r.random() < 0.08,
        columns=r.random() < 0.2 and not lying and not traits.is_form,
        top_size=size + of((4.0, 6.0, 8.0, 11.0)),
        decorations=_decorations(r, traits.levels),
        accent=of(("#000000", "#000000", "#1f3864", "#00594c", "#7a1f3d", "#5b2d82")),
        numbered=r.random() < 0.15 and not traits.numbers_headings and not traits.is_form,
        new_page=r.random() < 0.75,
        bullet=of(BULLETS),
        item_indent=of((4.0, 8.0, 14.0, 20.0)),
        option=option,
        tick=tick,
        options_in_row=r.random() < 0.25,
        table=of(("ruled", "ruled", "ruled", "half", "half", "zebra", "head", "open", "frame")),
        head_fill=of(("light", "dark", "none", "none")),
        head_bold=r.random() < 0.8,
        head_again=r.random() < 0.6,
        padding=of(((1.0, 3.0), (2.0, 4.0), (3.0, 5.0), (5.0, 6.0))),
        widths=of(("auto", "auto", "even", "uneven")),
        full_width=r.random() < 0.75,
        table_size=of((1.0, 1.0, 0.95, 0.9, 0.85)),
        middle=r.random() < 0.2,
        numbers_right=numbers_right,
        heads_right=numbers_right and r.random() < 0.6,
        whole_rows=r.random() < 0.4,
        wide_turned=r.random() < 0.3,
        answers=of(ANSWERS),
        label_width=of((32, 38, 45)),
        answer_bold=r.random() < 0.12,
        answer_font=of((body, body, body, of(FONTS))),
        answer_ink=of(INKS),
        frame=of(("lines", "lines", "tint", "bar")),
        head_at=of(("left", "center", "right")),
        number_at=of(("bottom-center", "bottom-right", "bottom-left", "top-right")),
        number=of(("{page}", "{page} ({pages})", "Sida {page} av {pages}", "{page}/{pages}", "Sida {page}")),
        heads="own" if traits.is_form else of(("own", "own", "own", "run-in", "beside", "boxed")),
    )


def _decorations(r: random.Random, levels: int) -> tuple[str, ...]:
    """High levels are bold more often; what is as small as the text is never plain."""
    high = ("bold", "bold", "bold", "plain", "small-caps", "ruled", "bar")
    low = ("bold", "bold", "bold", "bold-italic", "italic", "small-caps", "bold")
    return tuple(r.choice(high if level < max(1, levels // 2) else low) for level in range(levels))
