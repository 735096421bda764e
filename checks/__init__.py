"""Rows in, findings out: what does not add up in a document or between documents.

Reads the dataset's rows only, never a PDF. A check is one module in checks/rules.
"""

from checks.catalogue import Check, catalogue
from checks.check_input import CheckInput
from checks.rulings import Rulings, load_rulings
from checks.running import run_checks

__all__ = ["Check", "CheckInput", "Rulings", "catalogue", "load_rulings", "run_checks"]
