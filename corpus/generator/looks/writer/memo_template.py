"""The municipality's template for a tjänsteskrivelse: letterhead, sans heads over a serif, address at the foot."""

import random

from corpus.generator.looks.writer.design import (
    BLACK,
    PALETTES,
    Design,
    HeadingDesign,
    Lettering,
    PageDesign,
    draw_form,
    draw_table,
)


def draw_memo(rng: random.Random) -> Design:
    palette = rng.choice(PALETTES)
    head, font = rng.choice(
        (("Arimo", "Source Serif Pro"), ("Arimo", "Caladea"), ("Lato", "Caladea"), ("Arimo", "Arimo"), ("Lato", "Lato"))
    )
    body = Lettering(font, rng.choice((10.5, 11.0, 11.5)))
    colour = rng.choice((BLACK, BLACK, palette.accent))
    left, right = rng.choice(((2.5, 2.5), (3.5, 3.0), (4.5, 2.5)))
    return Design(
        body=body,
        line_spacing=rng.choice((1.0, 1.1, 1.2)),
        paragraph_after=rng.choice((6.0, 9.0)),
        justified=False,
        hyphenated=rng.random() < 0.4,
        headings=(
            HeadingDesign(Lettering(head, 15, colour, bold=True), 18, 8),
            HeadingDesign(Lettering(head, 12, colour, bold=True), 12, 3),
            HeadingDesign(Lettering(head, 11, colour, bold=True), 9, 2),
            HeadingDesign(Lettering(head, 10.5, colour, italic=True), 8, 1),
        ),
        number_gap=" ",
        chapters_on_new_pages=False,
        page=PageDesign(
            top=rng.choice((1.5, 2.0)),
            bottom=rng.choice((1.5, 2.0)),
            left=left,
            right=right,
            small=Lettering(head, rng.choice((7.5, 8.0, 8.5))),
            head_place="head",
            head_slot="left",
            number_place=rng.choice(("head", "head", "foot")),
            number_slot="right",
            foot_slot=rng.choice(("left", "center")),
            head_rule=False,
            foot_rule=rng.random() < 0.7,
            emblem_in_head=False,
        ),
        table=draw_table(rng, body, palette, ("grid", "grid", "rows", "head", "none")),
        tables_hang=rng.random() < 0.3,
        form=draw_form(rng, body, palette, ("open", "columns")),
        palette=palette,
        cover="title",
        letterhead=rng.choice(("split", "three", "fields")),
        letterhead_labels=rng.random() < 0.6,
        boxed=rng.choice(("frame", "tint", "bar")),
        signature=rng.choice(("plain", "plain", "columns")),
        bullets=rng.choice((("•", "–", "•"), ("–", "–", "–"))),
        ordinal=rng.choice(("%1.", "%1)")),
        list_indent=rng.choice((18.0, 28.0)),
        run_in_italic=rng.random() < 0.3,
        contents_title="Innehåll",
        contents_depth=2,
        contents_on_own_page=False,
        emblem=rng.randrange(6),
    )
