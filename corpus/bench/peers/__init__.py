"""The public table readers that Plankoll is held against, each with its own defaults."""

from typing import Final

from corpus.bench.tools import Tool

YARDSTICK: Final = "pdfplumber words + lines"
"""Speed is told as a multiple of this one: it too reads every page's words, and its ruled tables."""

PEERS: Final = (
    Tool(YARDSTICK, "corpus.bench.peers.plumber:words_and_lines"),
    Tool("pdfplumber lines", "corpus.bench.peers.plumber:lines"),
    Tool("pdfplumber text", "corpus.bench.peers.plumber:text"),
    Tool("camelot lattice", "corpus.bench.peers.camelot_flavours:lattice", ("camelot",)),
    Tool("camelot stream", "corpus.bench.peers.camelot_flavours:stream", ("camelot",)),
    Tool("camelot network", "corpus.bench.peers.camelot_flavours:network", ("camelot",)),
    Tool("camelot hybrid", "corpus.bench.peers.camelot_flavours:hybrid", ("camelot",)),
    Tool("tabula-py", "corpus.bench.peers.tabula_modes:guessed", ("tabula",), ("java",)),
    Tool("tabula-py lattice", "corpus.bench.peers.tabula_modes:lattice", ("tabula",), ("java",)),
    Tool("tabula-py stream", "corpus.bench.peers.tabula_modes:stream", ("tabula",), ("java",)),
    Tool("img2table", "corpus.bench.peers.img2table_pages:every_table", ("img2table",)),
)
