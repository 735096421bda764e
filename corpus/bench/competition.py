"""The truth of the ICDAR 2013 table competition: NAME-str.xml beside NAME.pdf.

Source: M. Göbel, T. Hassan, E. Oro, G. Orsi, ICDAR 2013 Table Competition, and its dataset format. Of 67 PDFs of
EU and US authorities. A document has tables, a table has regions (one a page or column that it runs over), a region
has cells:

    <table id="1"><region id="1" page="1" row-increment="0" col-increment="0">
      <cell id="1" start-row="0" start-col="1" end-col="3">
        <bounding-box x1="316" y1="533" x2="441" y2="543"/><content>Thresholds</content></cell>

Rows and columns count from 0 in each region; the increments say where in the table the region begins. A region
without increments would lie over the one before it: it goes on below. The dataset's NAME-reg.xml has regions without
cells and is not needed. The data is not part of this repository.
"""

from pathlib import Path
from xml.etree import ElementTree as ET

from corpus.truth import TruthError


def competition_tables(path: Path) -> list[list[list[str]]]:
    """The tables of one *-str.xml as texts, n_rows x n_cols; a cell that spans stands at its top left.

    Some files count from -1: a table begins where its first cell does. Texts that are labelled at the same place are
    joined, so that none is lost. Tables without cells are left out. Raises TruthError.
    """
    try:
        root = ET.parse(path).getroot()  # noqa: S314 - labels that the user has chosen to measure by
        tables = [_placed_texts(table) for table in root.iter("table")]
    except (ET.ParseError, KeyError, ValueError) as error:
        raise TruthError(f"Facit går inte att läsa / Truth cannot be read: {path.name}: {error}") from error
    return [_grid(placed) for placed in tables if placed]


def _placed_texts(table: ET.Element) -> dict[tuple[int, int], str]:
    """(row, column) in the table -> text."""
    placed: dict[tuple[int, int], str] = {}
    for region in table.iter("region"):
        part = _region_texts(region)
        down = 1 + max(row for row, _ in placed) if part.keys() & placed.keys() else 0
        placed |= {(row + down, col): text for (row, col), text in part.items()}
    return placed


def _region_texts(region: ET.Element) -> dict[tuple[int, int], str]:
    """The same for one region, its increments counted in."""
    placed: dict[tuple[int, int], str] = {}
    down, right = int(region.get("row-increment", "0")), int(region.get("col-increment", "0"))
    for cell in region.iter("cell"):
        place = int(cell.attrib["start-row"]) + down, int(cell.attrib["start-col"]) + right
        words = "".join(text for content in cell.iter("content") for text in content.itertext()).split()
        placed[place] = " ".join([*placed.get(place, "").split(), *words])
    return placed


def _grid(placed: dict[tuple[int, int], str]) -> list[list[str]]:
    rows, cols = zip(*placed, strict=True)
    return [
        [placed.get((row, col), "") for col in range(min(cols), max(cols) + 1)]
        for row in range(min(rows), max(rows) + 1)
    ]
