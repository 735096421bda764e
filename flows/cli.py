"""Where the `plankoll` command and `python -m flows.cli` begin.

Each process that reads a file runs the main module anew, as multiprocessing has it. So the main module holds nothing:
what it imports is loaded once for all of them (flows.files.apart.PRELOADED), and Python would warn if it were loaded
itself.
"""

from flows.command_line import app, main

__all__ = ["app", "main"]

if __name__ == "__main__":
    main()
