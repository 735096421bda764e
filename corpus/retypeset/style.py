"""The style sheet of a dress."""

from typing import Final

from corpus.generator.looks.html.fonts import stack
from corpus.generator.looks.html.templating import css_number
from corpus.retypeset.dress import PAPERS, Dress

POINTS_PER_MM: Final = 72 / 25.4
LEAST_STEP: Final = 0.8
"""Points between levels of headings that look alike."""
DECORATIONS: Final = {
    "bold": "font-weight: bold",
    "plain": "font-weight: normal",
    "italic": "font-style: italic; font-weight: normal",
    "bold-italic": "font-style: italic; font-weight: bold",
    "small-caps": "font-weight: bold; font-variant: small-caps",
    "ruled": "font-weight: bold; border-bottom: 0.7pt solid currentcolor; padding-bottom: 1pt",
    "bar": "font-weight: bold; background: #e6ebf0; padding: 2pt 5pt",
}


def sheet_size(dress: Dress, *, lying: bool = False) -> tuple[float, float]:
    """Width and height of the page in points."""
    across, down = PAPERS[dress.paper]
    if dress.lying or lying:
        across, down = down, across
    return across * POINTS_PER_MM, down * POINTS_PER_MM


def room(dress: Dress, *, lying: bool = False) -> float:
    """The width between the margins, in points."""
    _, right, _, left = dress.margins
    return sheet_size(dress, lying=lying)[0] - (right + left) * POINTS_PER_MM


def cell_padding(dress: Dress) -> tuple[float, float]:
    """White above and beside the words of a cell, in points; it parts the rows where nothing drawn does."""
    down, across = dress.padding
    is_open = dress.table in {"zebra", "head", "open", "frame"}
    return (max(down, 3.5), max(across, 7.0)) if is_open else (down, across)


def css_of(dress: Dress) -> str:
    """The whole style sheet."""
    return "\n".join((_page(dress), _text(dress), _headings(dress), _tables(dress), _forms(dress)))


def _page(dress: Dress) -> str:
    top, right, bottom, left = dress.margins
    width, height = sheet_size(dress)
    high, wide = sheet_size(dress, lying=True)[::-1]
    head = f"@top-{dress.head_at}" if dress.number_at != f"top-{dress.head_at}" else "@top-left"
    foot = "@bottom-left" if dress.number_at != "bottom-left" else "@bottom-right"
    small = f"font: 8pt {stack(dress.body_font)}; color: #444; white-space: pre-wrap; overflow-wrap: anywhere"
    return f"""
@page {{ size: {width:.2f}pt {height:.2f}pt; margin: {top}mm {right}mm {bottom}mm {left}mm;
  {head} {{ content: string(head); {small}; width: 70% }}
  {foot} {{ content: string(foot); {small}; width: 70% }}
  @{dress.number_at} {{ content: {css_number(dress.number)}; {small}; white-space: nowrap }}
  @footnote {{ border-top: 0.5pt solid #333; padding-top: 3pt; margin-top: 6pt }} }}
@page wide {{ size: {wide:.2f}pt {high:.2f}pt }}
.wide {{ page: wide }}
.new-page {{ break-before: page }}
.runs {{ string-set: head attr(data-head), foot attr(data-foot) }}
.turned {{ position: absolute; left: -{left - 5}mm; top: 40mm; width: 120mm; transform: rotate(-90deg);
  transform-origin: 0 100%; font-size: 7pt; color: #777; text-align: left }}
"""


def _text(dress: Dress) -> str:
    between = "text-indent: 4mm; margin: 0" if dress.indent else f"margin: 0 0 {dress.gap}pt"
    side = dress.item_indent
    return f"""
body {{ font: {dress.size}pt/{dress.leading} {stack(dress.body_font)}; margin: 0;
  text-align: {"justify" if dress.justified else "left"}; hyphens: {"auto" if dress.hyphens else "manual"} }}
p {{ {between} }}
.columns {{ column-count: 2; column-gap: 18pt }}
.item {{ margin: 0 0 {dress.gap / 3:.1f}pt {side + 10}pt; text-indent: -10pt }}
.item .mark {{ display: inline-block; min-width: 10pt; text-indent: 0; padding-right: 3pt; box-sizing: border-box }}
.deeper {{ margin-left: {side + 24}pt }}
.caption {{ font-style: italic; font-size: 0.92em; text-indent: 0; text-align: left }}
.instruction {{ font-size: 0.82em; color: #555; text-indent: 0; text-align: left }}
.contents {{ margin: 0; text-indent: 0; text-align: left; hyphens: manual }}
.contents a {{ float: right; color: inherit }}
.footnote {{ float: footnote; font-size: {0.8 * dress.size:.2f}pt; text-indent: 0; text-align: left; hyphens: manual }}
.footnote::footnote-call {{ content: none }}
.footnote::footnote-marker {{ content: none }}
.endnote {{ font-size: 0.8em; text-indent: 0 }}
sup {{ font-size: 0.65em; line-height: 0 }}
"""


def _headings(dress: Dress) -> str:
    """Each level stands out from the next by size, or by its type where both are as small as the text."""
    rules = [".heading { text-align: left; hyphens: manual; break-after: avoid; text-indent: 0; line-height: 1.2 }"]
    n = len(dress.decorations)
    step = (dress.top_size - dress.size) / max(1, n - 1)
    before = ""
    for level, drawn in enumerate(dress.decorations, start=1):
        size = max(dress.size, dress.top_size - (level - 1) * step)
        kind = drawn
        if size < dress.size + 2 and kind == "plain":
            kind = "bold"
        if step < LEAST_STEP and kind == before:
            kind = "bold-italic" if kind != "bold-italic" else "bold"
        above = max(5.0, 16 - 2.5 * level)
        rules.append(
            f".h{level} {{ font-family: {stack(dress.head_font)}; font-size: {size:.2f}pt; color: {dress.accent};"
            f" margin: {above}pt 0 {max(2.0, above / 4):.1f}pt; {DECORATIONS[kind]} }}"
        )
        before = kind
    return "\n".join(rules)


def _tables(dress: Dress) -> str:
    down, across = cell_padding(dress)
    rule = "0.6pt solid #555"
    lines = {
        "ruled": f"table.data td {{ border: {rule} }}",
        "half": f"table.data tr {{ border-bottom: {rule} }}",
        "zebra": "table.data tbody tr:nth-child(even) td { background: #eef2f6 }",
        "head": "tr.head { border-top: 1pt solid #000; border-bottom: 1pt solid #000 }"
        f" table.data {{ border-bottom: {rule} }}",
        "open": "table.data { margin-bottom: 14pt }",
        "frame": f"table.data {{ border: 1pt solid #333 }} tr.head {{ border-bottom: {rule} }}",
    }[dress.table]
    fill = {
        "light": "background: #e2e6ea",
        "dark": f"background: {dress.accent}; color: #fff",
        "none": "",
    }[dress.head_fill]
    bold = "bold" if dress.head_bold or (not fill and dress.table not in {"ruled", "head"}) else "normal"
    return f"""
table.data {{ border-collapse: collapse; margin: 4pt 0 10pt; text-align: left; line-height: 1.2;
  {"width: 100%;" if dress.full_width else ""} }}
td {{ padding: {down}pt {across}pt; vertical-align: {"middle" if dress.middle else "top"}; text-indent: 0 }}
td p {{ margin: 0; text-indent: 0 }}
td {{ orphans: 1; widows: 1 }}
.in-list {{ margin-left: {dress.item_indent + 10}pt }}
td.number {{ white-space: nowrap; {"text-align: right" if dress.numbers_right else ""} }}
td.over-numbers {{ text-align: right }}
table.side {{ width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 }}
table.side td {{ border: none; padding: 2pt 8pt 4pt 0; background: none !important; vertical-align: top }}
table.side td.head {{ width: 27% }}
table.side .heading {{ margin-top: 0 }}
table.beside {{ width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 }}
table.beside td {{ border: none; padding: 0 8pt 0 0; background: none !important }}
td.painted {{ background: #9db8d2 }}
td.choice {{ text-align: center }}
tr.head td {{ font-weight: {bold}; {fill} }}
thead {{ display: {"table-header-group" if dress.head_again else "table-row-group"} }}
{"tr { break-inside: avoid }" if dress.whole_rows else ""}
{lines}
"""


def _forms(dress: Dress) -> str:
    frame = {
        "lines": "border: 0.7pt solid #444",
        "tint": "background: #eef0f2",
        "bar": "border-left: 2.5pt solid #7a8b99",
    }[dress.frame]
    box = "border: 0.7pt solid #444; padding: 2pt 4pt"
    return f"""
.framed {{ {frame}; padding: 3pt 5pt; margin: 2pt 0 {max(4.0, dress.gap)}pt }}
.framed p {{ text-indent: 0 }}
.framed > :last-child {{ margin-bottom: 0 }}
.empty-frame {{ break-before: avoid; border: 0.7pt solid #444; height: 26pt; margin: 2pt 0 {max(4.0, dress.gap)}pt }}
.tick {{ display: inline-block; width: 0.72em; height: 0.72em; border: 0.8pt solid #222; vertical-align: -0.05em;
  text-indent: 0 }}
.tick svg {{ display: block; width: 0.72em; height: 0.72em }}
.ring {{ border-radius: 50% }}
.in-row {{ margin: 0 0 {dress.gap}pt {dress.item_indent}pt }}
.in-row span.one {{ margin-right: 16pt; white-space: nowrap }}
.answer {{ margin: 0 0 5pt; text-align: left; hyphens: manual; break-inside: avoid }}
.value {{ min-height: {dress.size * 1.25:.1f}pt; {"font-weight: bold;" if dress.answer_bold else ""}
  font-family: {stack(dress.answer_font)}; {f"color: {dress.answer_ink}" if dress.answer_ink else ""} }}
table.pairs {{ border-collapse: collapse; width: 100%; margin: 2pt 0 8pt; text-align: left; hyphens: manual }}
table.pairs td {{ padding: 2pt 4pt; border: none; background: none !important; vertical-align: top }}
table.pairs tr {{ border: none }}
table.pairs td.label {{ width: {dress.label_width}% }}
table.rows td {{ border: 0.6pt solid #555 }}
table.boxes td.value {{ {box} }}
table.tinted td.value {{ background: #f5f6e2 !important; border-bottom: 0.5pt dotted #666 }}
table.two {{ table-layout: fixed }}
table.two tr {{ break-inside: avoid }}
table.two td {{ padding: 0 8pt 0 0 }}
table.two-in-box td {{ border: 0.6pt solid #444; padding: 1pt 4pt }}
table.two-in-box .in-box {{ border: none; padding: 0; margin: 0 }}
.above-small .label, .in-box .label, .below .label {{ font-size: 0.75em; color: #333; text-indent: 0 }}
.above-bold .label, .in-line .label {{ font-weight: bold }}
.above-bold .value, .in-line .value, .above-small .value {{ font-weight: normal }}
.above-box .value, .in-box {{ {box} }}
.below .value, .underlined .value {{ border-bottom: 0.6pt solid #333 }}
.in-line .label, .in-line .value {{ display: inline }}
"""
