"""Rule packages: reading, checking and explaining them."""

from plancheck.rules.loader import check_gaps, compile_package, load_rules, shipped_folder
from plancheck.rules.ruleset import RuleSet

__all__ = ["RuleSet", "check_gaps", "compile_package", "load_rules", "shipped_folder"]
