"""The places of a file's blocks and rows, each changed alike: moved to other pages, or turned."""

from collections.abc import Callable

from models.blocks import Block, Table
from models.place import Place
from models.rows import FileRows, Row

_TABLES = tuple(FileRows.model_fields)


def with_places(block: Block, changed: Callable[[Place], Place]) -> Block:
    """The block with all its places changed, those of a table's cells too."""
    update: dict[str, object] = {"places": tuple(map(changed, block.places))}
    if block.frame is not None:
        update["frame"] = changed(block.frame)
    if isinstance(block, Table):
        cells = (cell.model_copy(update={"place": changed(cell.place)}) for cell in block.cells)
        update["cells"] = tuple(cells)
    return block.model_copy(update=update)


def with_rows(rows: FileRows, changed: Callable[[Row], Row]) -> FileRows:
    """All rows of a file, each changed."""
    return FileRows(**{name: tuple(map(changed, getattr(rows, name))) for name in _TABLES})
