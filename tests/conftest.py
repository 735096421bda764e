"""What holds for every test: the same examples in every run, nothing kept in or read from a user's home."""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

from flows.runs.prefect_environment import prepare_prefect

# Test processes share the cores: a time limit per example would fail by chance; pytest-timeout bounds a test.
settings.register_profile("plankoll", deadline=None, derandomize=True, database=None)
settings.load_profile("plankoll")


def pytest_configure() -> None:
    """Before any module is collected: Prefect reads its settings when it is imported."""
    for name in [name for name in os.environ if name.startswith(("PREFECT_", "PLANKOLL_"))]:
        del os.environ[name]
    home = tempfile.mkdtemp(prefix="plankoll-prefect-")
    os.environ["PREFECT_HOME"] = home
    # Not in pytest_unconfigure: Prefect stops its embedded server at exit, and the server writes here.
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    prepare_prefect()
