"""Where the `plankoll` command and `python -m flows.cli` begin.

Each process that reads a file runs the main module anew, as multiprocessing has it. So the main module holds nothing,
and loads the command line only where there is a command to run.
"""

import gc


def main() -> None:
    """The entry point of the `plankoll` command."""
    from flows.command_line import main as run_command

    try:
        run_command()
    finally:
        gc.freeze()  # else the interpreter, when it ends, looks through all that is there for what nobody has


if __name__ == "__main__":
    main()
