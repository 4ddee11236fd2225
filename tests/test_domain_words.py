"""The engine knows no domain: words of a rule package stand in its YAML, not in our code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plancheck.rules import RuleSet, load_rules
from plancheck.rules.source import rules_root, shipped

SOURCE = Path(__file__).resolve().parents[1] / "src" / "plancheck"
PACKAGES = sorted(path.parent for path in rules_root().glob("*/pakket.yaml"))
ALLOWED: tuple[tuple[str, str, str], ...] = (
    ("keys of rule files, settings and reports, which are Dutch", "rules/ settings/load.py reports/json_v1/",
     "begin besluit bron kern mijlpaal wanneer"),
    ("names of levels, kinds of evidence and options, which are in the schema",
     "batch/judge.py cli/check.py cli/options.py cli/rules.py detect/verdict/explain.py detect/evidence/kinds/"
     " model/requirement.py"
     " reports/ evaluate/passages.py cli/evaluate.py evaluate/report.py",
     "bedrag begin besluit bron kern mijlpaal periode"),
    ("examples in help and messages, of the package that comes with plancheck", "cli/ rules/skeleton.py",
     "bron projectplan warmtenet warmteoplossing"),
    ("the text of an empty rule file, for an author to fill in", "rules/skeleton.py", "bedrag gemeente plan planning"),
    ("the package that is meant when nobody names one", "rules/loader.py", "warmtetransitie"),
    ("concepts with a fixed meaning, which begrippen.yaml explains", "detect/text/cut.py", "partner"),
    ("general Dutch about time, money and choice",
     "detect/marks/substance.py detect/marks/stance.py detect/marks/tense.py",
     "begin besluit euro kiezen kwartaal uiterlijk"),
    ("general Dutch of what is over, by which a heading or a verb tells it", "detect/marks/tense.py",
     "afgerond besluiten periode vastgesteld wanneer"),
    ("whose money is meant, a value in the schema, and how that is told",
     "model/requirement.py detect/marks/substance.py detect/marks/hollow.py rules/explain.py",
     "bedrag geld huishouden"),
    ("general Dutch about places: what street names end in, the State", "detect/marks/substance.py",
     "buurt kwartier rijk straat wijk"),
    ("words of every policy paper of every domain; those of one domain are `alledaags` in its package",
     "detect/marks/specific.py",
     "aangaan begin begroting belanghebbende betrekken betrokkenheid bijdrage bijdragen budget communicatie dekking"
     " gemeente gesprek juridisch kiezen kosten meedenken misgaan organisatie perspectief plan planning risico spoor"
     " team uiterlijk voorkomen wanneer"),
    ("general administrative Dutch in the expressions for denial, promise and reference", "detect/marks/hollow.py",
     "begin begroting besluit benoemen bijdrage gemeente gereed organisatie periode plan projectteam provincie reserve"
     " sluiten subsidie participatie planning vastgesteld website kiezen"),
    ("general Dutch of asking, deciding and time, by which an open question is told", "detect/marks/unsettled.py",
     "begin beslissen besluiten kiezen wanneer"),
    ("how Dutch says in which respect it speaks", "detect/evidence/kinds/label.py", "gebied"),
    ("an explanation tells its reader what was not found", "detect/evidence/place.py", "plan"),
    ("general Dutch for what is put off: questions, verbs, talks", "detect/marks/deferral.py",
     "gesprek kiezen start wanneer"),
    ("words for an area, by which text about elsewhere is told from text about here", "detect/marks/hollow.py",
     "buurgemeente buurt dorp gebied straat wijk"),
    ("what areas and their parts are called, and what stands for more than one of them", "detect/marks/places.py",
     "buurt cluster complex deelgebied dorp gebied gemeente huis kern kiezen kwartier organisatie plan plangebied"
     " prestatieafspraken projectgebied provincie rijk school stadsdeel straat warmte wijk"),
    ("words for areas and projects, and for the papers of others, by which a name is told to be that of something else",
     "detect/marks/others.py",
     "bedrijventerrein buurt cluster collega complex deelgebied dorp gebied geld gemeente kern kwartier organisatie"
     " plan provincie raadsvoorstel rijk stadsdeel straat team warmte wijk"),
    ("what every document of every package is, in what a reader is told", "detect/evidence/place.py", "plan"),
    ("what is larger than one project; one expression with the other names of that", "detect/marks/hollow.py",
     "energietransitie ozb"),
    ("words that the splitter or the lemma list gets wrong, found by reading its output",
     "nlp/compounds.py nlp/lemmas.py",
     "ambtenaar belanghebbende belanghebbenden bestuurder bewoner bijeenkomst burgemeester gesprek kosten ondernemer"
     " ondernemers portefeuillehouder raad"
     " raadplegen raadpleging vve wethouder"),
    ("the usage example of a module that knows no domain", "nlp/__init__.py", "warmtenet"),
    ("English, XML or names of files", "nlp/ readers/", "begin plan start"),
    ("the kind of a term in procedure.yaml, which is in the schema",
     "model/procedure.py detect/procedure/moments.py reports/procedure.py rules/explain.py", "uiterlijk"),
    ("the name of the file that goes from sources to rules, and of its page", "rules/coverage.py rules/pages.py",
     "dekking"),
    ("whom a step without obligation leaves free; plans are those of municipalities, whatever their domain",
     "reports/procedure.py rules/pages.py rules/explain.py", "gemeente"),
    ("general Dutch that opens a condition", "detect/marks/stance.py", "wanneer"),
    ("what a document is called in help, and who reads a list of changes", "cli/rules.py", "gebruiker plan"),
    ("English in the name of a function that is exported", "detect/procedure/__init__.py", "plan"),
    ("the form of an example: a fence that is called plan", "rules/examples.py rules/fenced.py evaluate/fragments.py",
     "plan"),
    ("what a reader meets in PDF of Dutch papers", "readers/pdf/", "euro opdrachtgever vve wko"),
    ("what a title page, an address or a signature says", "readers/labels.py",
     "akkoord opdrachtgever portefeuillehouder straat"),
    ("a verb form, and a kind of advice", "evaluate/report.py reports/wording.py", "juridisch plaatsen"),
)  # fmt: skip
"""Why, where (modules, or folders that end in /), and which words of a package may stand in our code."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def texts_in(path: Path) -> Iterator[str]:
    """The strings of a module that are no docstrings, with the escapes of expressions taken out."""
    tree = ast.parse(path.read_text("utf-8"))
    described = {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in described:
            yield re.sub(r"\\[A-Za-z]", " ", node.value)


def words_of(ruleset: RuleSet) -> set[str]:
    """The single words of the concepts of a package, and the words that it calls everyday."""
    terms = {term for concept in ruleset.concepts.values() for term in concept.words}
    return {term.strip("=*").lower() for term in terms if " " not in term and "<" not in term} | ruleset.everyday


def found_in(path: Path, domain: set[str]) -> set[str]:
    return {word.lower() for text in texts_in(path) for word in _WORD.findall(text)} & domain


def test_every_package_that_comes_with_plancheck_is_looked_at() -> None:
    assert [path.name for path in PACKAGES] == list(shipped()) == ["raadsvoorstel", "warmtetransitie"]
    own = {path.name: words_of(load_rules(path)) for path in PACKAGES}
    assert all(words - others for words, others in zip(own.values(), reversed(own.values()), strict=True))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_our_code_names_no_requirement(package: Path) -> None:
    ids = load_rules(package).requirements.keys()
    found = {(path.name, key) for path in SOURCE.rglob("*.py") for text in texts_in(path) for key in ids if key in text}
    assert found == set()


def allowed_in(name: str) -> set[str]:
    """The words that may stand in a module, by its path below `src/plancheck`."""
    return {word for _, places, words in ALLOWED if _covers(places, name) for word in words.split()}


def _covers(places: str, name: str) -> bool:
    return any(name == place or (place.endswith("/") and name.startswith(place)) for place in places.split())


def domain_words() -> set[str]:
    return {word for package in PACKAGES for word in words_of(load_rules(package))}


def test_words_of_a_package_stand_in_our_code_only_where_a_reason_is_given() -> None:
    domain = domain_words()
    found = {path.relative_to(SOURCE).as_posix(): found_in(path, domain) for path in SOURCE.rglob("*.py")}
    offenders = {name: words - allowed_in(name) for name, words in found.items() if words - allowed_in(name)}
    assert offenders == {}


def test_no_reason_outlives_the_words_it_was_given_for() -> None:
    domain = domain_words()
    found = {path.relative_to(SOURCE).as_posix(): found_in(path, domain) for path in SOURCE.rglob("*.py")}
    unused = [
        (places, word)
        for _, places, words in ALLOWED
        for word in words.split()
        if not any(word in used for name, used in found.items() if _covers(places, name))
    ]
    assert unused == []


def test_a_word_of_the_domain_in_a_string_is_noticed(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('"""About a warmtenet."""\nNAMES = r"\\bwarmtenet\\b|thuis"\n', "utf-8")
    assert found_in(module, {"warmtenet", "gas"}) == {"warmtenet"}
    module.write_text('"""About a warmtenet."""\n', "utf-8")
    assert found_in(module, {"warmtenet"}) == set()
