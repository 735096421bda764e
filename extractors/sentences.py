"""Where sentences end in Swedish running text: behind a full stop, before a capital."""

import re
from typing import Final

SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
SENTENCE_OR_FIGURE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9])")
"""Where a sentence may begin with a figure too: "... räcker. 300 000 kronor avsätts"."""
