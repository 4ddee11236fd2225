"""A date that a program fills in by itself is no date of the document."""

import datetime
from pathlib import Path

import docx
import pytest

from plancheck.batch.judge import own_date
from plancheck.readers import read
from plancheck.readers.dates import own_day

LEZEN = Path("corpora/lezen")


@pytest.mark.parametrize("name", ["veenrand.python-docx.docx", "veenrand.libreoffice.docx", "veenrand.libreoffice.odt"])
def test_the_stamp_of_a_template_is_no_date_of_the_document(name: str) -> None:
    properties = read(LEZEN / name).properties
    assert (properties.created, properties.modified) == ("", "")


def test_a_document_with_only_the_stamp_of_its_template_has_no_date(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("De wijk krijgt een warmtenet.")
    word.save(str(tmp_path / "plan.docx"))
    assert own_date(read(tmp_path / "plan.docx")) == ""


@pytest.mark.parametrize(
    "moment",
    [
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:00:00Z",
        "1980-01-01T00:00:00Z",
        "1979-12-31T23:00:00Z",
        "1601-01-01",
        "1904-01-01",
        "0001-01-01T00:00:00",
        "2000-01-01T00:00:00Z",
        "2001-01-01T00:00:00Z",
    ],
)
def test_the_zero_of_a_clock_is_no_date(moment: str) -> None:
    assert own_day(moment) == ""


@pytest.mark.parametrize("year", [1601, 1980, 2000])
def test_a_word_file_with_the_zero_of_a_clock_gives_no_reference_date(tmp_path: Path, year: int) -> None:
    word = docx.Document()
    word.add_paragraph("De wijk krijgt een warmtenet.")
    word.core_properties.modified = word.core_properties.created = datetime.datetime(year, 1, 1)
    word.save(str(tmp_path / "plan.docx"))
    assert own_date(read(tmp_path / "plan.docx")) == ""


@pytest.mark.parametrize("moment", ["2013-12-23T23:16:00Z", "2013-12-23", "2028-03-16T10:00:00Z"])
def test_any_other_moment_is_a_date_of_the_document(moment: str) -> None:
    assert own_day(moment) == moment[:10]
