"""Where the repository and its sample documents are, for tests in whatever folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "corpus" / "samples" / "pdf"
