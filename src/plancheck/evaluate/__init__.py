"""How good is the judge? Examples beside the rules, documents with a gold file, and passages with labels."""

from plancheck.evaluate.examples import ExampleResult, run_example, run_examples

__all__ = ["ExampleResult", "run_example", "run_examples"]
