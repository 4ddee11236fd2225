"""The public API: complete, documented, and cheap to import."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import plancheck
from plancheck.errors import WrongUse


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    for name in plancheck.__all__:
        assert name == "__version__" or getattr(plancheck, name).__doc__


def test_the_version_is_that_of_the_project_file() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    assert plancheck.__version__ == project["project"]["version"]


def test_importing_plancheck_loads_only_the_standard_library() -> None:
    code = (
        "import sys; before = set(sys.modules); import plancheck;"
        "new = {name.split('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(new - set(sys.stdlib_module_names) - {'plancheck'}))"
    )
    source = str(Path(plancheck.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": source}
    )
    assert done.stdout.strip() == "[]"


def test_a_package_that_comes_with_plancheck_is_loaded_by_its_id(tmp_path: Path) -> None:
    assert plancheck.load_rules(package="warmtetransitie") == plancheck.load_rules()
    with pytest.raises(WrongUse, match="Onbekend regelpakket: 'niets'"):
        plancheck.load_rules(package="niets")
    with pytest.raises(WrongUse, match="niet allebei"):
        plancheck.load_rules(tmp_path, package="warmtetransitie")


def test_a_script_without_a_main_guard_may_ask_for_more_processes(tmp_path: Path) -> None:
    script = tmp_path / "controle.py"
    script.write_text(
        "import plancheck\n"
        "files = ['corpora/voorbeelden/geen-nieuwsbrief.docx', 'corpora/lezen/bestaat-niet.docx']\n"
        "for result in plancheck.check_many(files, plancheck.load_rules(), jobs=2):\n"
        "    print(type(result).__name__)\n",
        "utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=300, check=False)
    assert (done.stdout.split(), done.stderr) == (["Report", "Unreadable"], "")
