"""Prefect's settings for a run from the command line. To be called before Prefect is imported."""

import os

QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
    # The command line tells of the run itself; the run's log is kept by the server all the same.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_INTERNAL_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLI_PROMPT": "false",
    # The first start sets up Prefect's own database, which takes longer than Prefect's 20 seconds allow
    # on a small machine.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    # Prefect's database does not grow for ever: an embedded server takes away old events where this is true, and
    # flows.runs.prefect_history what is left of old runs.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "true",
    # What becomes of each file's task is written down many at a time. One at a time, as Prefect has it, takes half as
    # long as to read a short file.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
}
"""Nothing is sent out of the house, and nothing but our own words reaches the terminal."""


def prepare_prefect() -> None:
    """Set what is not set already: the user's own environment goes first."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
