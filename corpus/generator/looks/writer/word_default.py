"""The plan or report that someone wrote in Word with the styles as they came: 2003, 2007 or 2013."""

import random

from corpus.generator.looks.writer.design import (
    BLACK,
    PALETTES,
    Design,
    HeadingDesign,
    Lettering,
    PageDesign,
    Palette,
    draw_form,
    draw_table,
)


def draw_word_default(rng: random.Random) -> Design:
    palette = rng.choice((Palette("365F91", "DBE5F1"), Palette("2E74B5", "DEEAF6"), *PALETTES))
    body, headings = rng.choice((_word_2003, _word_2007, _word_2013))(palette)
    left = rng.choice((2.0, 2.5, 2.5, 3.0))
    return Design(
        body=body,
        line_spacing=rng.choice((1.0, 1.08, 1.15, 1.25)),
        paragraph_after=rng.choice((6.0, 8.0, 10.0)),
        justified=False,
        hyphenated=rng.random() < 0.2,
        headings=headings,
        number_gap=rng.choice((" ", "  ", "\t")),
        chapters_on_new_pages=rng.random() < 0.25,
        page=PageDesign(
            top=rng.choice((2.0, 2.5)),
            bottom=rng.choice((2.0, 2.5)),
            left=left,
            right=rng.choice((left, 2.0)),
            small=Lettering(body.font, rng.choice((8.0, 9.0)), rng.choice((BLACK, "595959"))),
            head_place=rng.choice(("head", "head", "foot")),
            head_slot=rng.choice(("left", "right", "center")),
            number_place=rng.choice(("foot", "foot", "head")),
            number_slot=rng.choice(("center", "right", "left")),
            foot_slot=rng.choice(("left", "center")),
            head_rule=rng.random() < 0.3,
            foot_rule=rng.random() < 0.3,
            emblem_in_head=rng.random() < 0.2,
        ),
        table=draw_table(rng, body, palette, ("grid", "grid", "grid", "rows", "none")),
        tables_hang=rng.random() < 0.3,
        form=draw_form(rng, body, palette, ("boxes", "columns", "open")),
        palette=palette,
        cover=rng.choice(("page", "page", "band", "title")),
        letterhead=rng.choice(("split", "three")),
        letterhead_labels=rng.random() < 0.5,
        boxed=rng.choice(("frame", "tint", "bar")),
        signature=rng.choice(("lines", "plain")),
        bullets=rng.choice((("•", "o", "–"), ("•", "–", "•"), ("–", "–", "–"))),
        ordinal="%1.",
        list_indent=rng.choice((18.0, 36.0)),
        run_in_italic=False,
        contents_title=rng.choice(("Innehåll", "Innehållsförteckning")),
        contents_depth=rng.choice((2, 3)),
        contents_on_own_page=rng.random() < 0.7,
        emblem=rng.randrange(6),
    )


_Headings = tuple[HeadingDesign, HeadingDesign, HeadingDesign, HeadingDesign]


def _word_2003(palette: Palette) -> tuple[Lettering, _Headings]:
    """Arial over a serif, black, the second level in italics."""
    del palette
    return Lettering("Source Serif Pro", 11), (
        HeadingDesign(Lettering("Arimo", 16, bold=True), 12, 3),
        HeadingDesign(Lettering("Arimo", 14, bold=True, italic=True), 12, 3),
        HeadingDesign(Lettering("Arimo", 13, bold=True), 12, 3),
        HeadingDesign(Lettering("Source Serif Pro", 12, bold=True), 10, 2),
    )


def _word_2007(palette: Palette) -> tuple[Lettering, _Headings]:
    """Coloured heads in Cambria's widths over a humanist sans."""
    return Lettering("Lato", 10.5), (
        HeadingDesign(Lettering("Caladea", 14, palette.accent, bold=True), 24, 2),
        HeadingDesign(Lettering("Caladea", 13, palette.accent, bold=True), 10, 2),
        HeadingDesign(Lettering("Caladea", 11, palette.accent, bold=True), 10, 1),
        HeadingDesign(Lettering("Caladea", 11, palette.accent, bold=True, italic=True), 10, 1),
    )


def _word_2013(palette: Palette) -> tuple[Lettering, _Headings]:
    """One sans throughout; heads large and not bold."""
    return Lettering("Source Sans Pro", 11), (
        HeadingDesign(Lettering("Source Sans Pro", 18, palette.accent), 14, 4),
        HeadingDesign(Lettering("Source Sans Pro", 14, palette.accent), 10, 2),
        HeadingDesign(Lettering("Source Sans Pro", 12, palette.accent, bold=True), 8, 2),
        HeadingDesign(Lettering("Source Sans Pro", 11, palette.accent, italic=True), 6, 1),
    )
