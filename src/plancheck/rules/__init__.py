"""Rule packages: reading, checking and explaining them."""

from plancheck.rules.loader import compile_package, load_rules, shipped_folder
from plancheck.rules.ruleset import RuleSet

__all__ = ["RuleSet", "compile_package", "load_rules", "shipped_folder"]
