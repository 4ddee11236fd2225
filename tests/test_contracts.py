"""Promises that hold for the whole project."""

import json
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from plancheck.detect.evidence.kinds import KINDS
from plancheck.model.requirement import EvidenceKind

ROOT = Path(__file__).resolve().parents[1]


def test_a_connection_is_refused_in_tests() -> None:
    with pytest.raises(AssertionError, match="network"), socket.socket() as connection:
        connection.connect(("127.0.0.1", 9))


def test_kinds_of_evidence_are_the_same_in_code_schema_and_manual() -> None:
    schema = json.loads((ROOT / "rules/schema/regel.schema.json").read_text("utf-8"))
    in_schema = set(schema["$defs"]["bewijs"]["properties"]["soort"]["enum"])
    manual = (ROOT / "docs/regels-schrijven.md").read_text("utf-8")
    table = manual.split("## Bewijs")[1].split("Bij elke soort")[0]
    in_manual = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert set(KINDS) == in_schema == in_manual == set(get_args(EvidenceKind))


def test_import_and_help_do_not_load_what_only_analysis_needs() -> None:
    script = (
        "import sys; import plancheck.cli;"
        "names = {'spacy', 'numpy', 'lxml', 'pypdfium2', 'pdfplumber', 'simplemma', 'wordfreq', 'ruamel'};"
        "heavy = names & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_module_can_be_imported_where_there_is_nothing_of_unix() -> None:
    script = (
        "import importlib, pkgutil, sys;"
        "unix = ('fcntl', 'grp', 'pty', 'pwd', 'resource', 'termios', 'tty');"
        "sys.modules.update(dict.fromkeys(unix));"  # None: importing it fails
        "import plancheck;"
        "found = [m.name for m in pkgutil.walk_packages(plancheck.__path__, 'plancheck.') if 'main__' not in m.name];"
        "[importlib.import_module(name) for name in found];"
        "sys.exit(0 if len(found) > 200 else 'hardly any module was found')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_our_code_imports_no_network_modules() -> None:
    forbidden = re.compile(
        r"^\s*(?:import|from)\s+(?:socket|urllib|http|requests|httpx|ftplib|smtplib)\b", re.MULTILINE
    )
    offenders = [path for path in (ROOT / "src").rglob("*.py") if forbidden.search(path.read_text("utf-8"))]
    assert not offenders
