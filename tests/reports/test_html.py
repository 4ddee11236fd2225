"""The HTML report: one file, no script, readable by everyone, nothing unescaped."""

import re
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from plancheck.model.document import ReadingWarning
from plancheck.model.finding import Finding, Result, Verdict
from plancheck.model.requirement import RequirementId
from plancheck.reports import RENDERERS, html, wording
from tests.reports import builders as b

WARNING = ReadingWarning(code="wijzigingen", message="er staan wijzigingen open in dit bestand")
FULL = b.make_report(*b.ALL_VERDICTS, notes=3, warnings=(WARNING,), alternatives=(b.STARTNOTITIE,))
SEVERAL: tuple[Result, ...] = (
    FULL,
    b.make_report(b.make_present(), path="goed.pdf"),
    b.make_none(),
    b.make_unreadable(),
)
RUNS: list[tuple[Result, ...]] = [(FULL,), SEVERAL, (b.make_none(),), (b.make_unreadable(),), (), (b.make_agreed(),)]


def page_of(*results: Result) -> Any:
    return lxml_html.document_fromstring(html.render(results).decode("utf-8"))


def text_of(*results: Result) -> str:
    return re.sub(r"\s+", " ", page_of(*results).find("body").text_content())


@pytest.mark.parametrize("results", RUNS, ids=["one", "several", "none", "unreadable", "empty", "agreed"])
class TestStructure:
    def test_the_language_is_dutch_and_there_is_a_title(self, results: tuple[Result, ...]) -> None:
        page = page_of(*results)
        assert page.get("lang") == "nl"
        assert page.findtext(".//title")

    def test_ids_are_unique_and_every_link_and_label_has_its_target(self, results: tuple[Result, ...]) -> None:
        page = page_of(*results)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        targets = [link.removeprefix("#") for link in page.xpath("//@href") if link.startswith("#")]
        labels = [name for value in page.xpath("//@aria-labelledby") for name in value.split()]
        assert set(targets + labels) <= set(ids)

    def test_there_is_one_h1_and_no_heading_level_is_skipped(self, results: tuple[Result, ...]) -> None:
        levels = [int(tag.tag[1]) for tag in page_of(*results).iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_landmarks_and_a_skip_link_lead_to_the_content(self, results: tuple[Result, ...]) -> None:
        body = page_of(*results).find("body")
        assert [len(body.findall(tag)) for tag in ("header", "main", "footer")] == [1, 1, 1]
        assert body[0].get("href") == f"#{body.find('main').get('id')}"

    def test_every_landmark_has_a_name_of_its_own(self, results: tuple[Result, ...]) -> None:
        page = page_of(*results)
        texts = {tag.get("id"): " ".join(tag.text_content().split()) for tag in page.xpath("//*[@id]")}
        landmarks = page.xpath("//nav | //section[@aria-labelledby or @aria-label] | //*[@role='region']")
        names = [
            each.get("aria-label") or " ".join(texts[name] for name in each.get("aria-labelledby").split())
            for each in landmarks
        ]
        assert all(names)
        assert len(names) == len(set(names))

    def test_how_it_looks_stands_in_the_style_only(self, results: tuple[Result, ...]) -> None:
        looks = ("wrap", "rows", "cols", "align", "valign", "width", "height", "border", "bgcolor", "style")
        assert not page_of(*results).xpath(" | ".join(f"//@{name}" for name in looks))

    def test_tables_have_a_caption_and_header_cells_with_scope(self, results: tuple[Result, ...]) -> None:
        for table in page_of(*results).iter("table"):
            assert table.findtext("caption")
            assert all(cell.get("scope") in ("col", "row") for cell in table.iter("th"))

    def test_nothing_runs_and_nothing_is_fetched(self, results: tuple[Result, ...]) -> None:
        page = page_of(*results)
        assert not page.xpath("//script | //link | //img | //iframe | //@onclick | //@src | //@style")
        css = page.findtext(".//style")
        assert "@import" not in css
        assert "url(" not in css


class TestContent:
    def test_the_answer_stands_before_everything_else(self) -> None:
        text = text_of(FULL)
        places = [
            text.index(part)
            for part in ("Niet compleet", "Dit moet u aanvullen", "Zo leest u dit rapport", "De onderdelen", "Wat nu")
        ]
        assert places == sorted(places)

    def test_uncertain_recognition_comes_first(self) -> None:
        text = text_of(FULL)
        assert text.index("Het is niet zeker welk document dit is") < text.index("Niet compleet")
        assert "--mijlpaal startnotitie" in text

    def test_a_serious_warning_on_reading_stands_beside_the_answer(self) -> None:
        serious = ReadingWarning(code="deels-niet-nederlands", message="de helft van de tekst is Engels")
        text = text_of(b.make_report(b.make_present(), warnings=(serious, WARNING)))
        assert text.index("De helft van de tekst is Engels.") < text.index("Compleet 1 kernonderdeel is er.")
        assert text.count("De helft van de tekst is Engels.") == 1
        assert text.index("Compleet 1 kernonderdeel is er.") < text.index("Er staan wijzigingen open")

    def test_a_finding_shows_quote_place_missing_aspects_advice_and_source(self) -> None:
        page = page_of(b.make_report(b.make_missing()))
        finding = page.find_class("bevinding")[0]
        text = re.sub(r"\s+", " ", finding.text_content())
        for part in (
            "Een risicoanalyse is niet uitgevoerd.",
            "§ 10 Risico's: de tekst zegt zelf dat dit er niet is",
            "Mist: benoemde risico's. Wat staat er over benoemde risico's?",
            "Noem de grootste risico's",
            "Zet het in § 10 Risico's.",
            "De projectleider, samen met de partners.",
            "Het college stelt de risico's vast met het projectplan.",
            "De handreiking noemt dit",
        ):
            assert part in text.replace("\u00a0", " ")
        assert finding.xpath(".//a/@href") == ["https://www.nplw.nl/uitvoeringsplan"]

    def test_an_aspect_in_doubt_is_marked_and_the_others_are_not(self) -> None:
        page = page_of(b.make_report(b.make_near()))
        items = [" ".join(item.text_content().split()) for item in page.xpath("//ul[@class='aspecten']/li")]
        assert [item.partition(":")[0] for item in items] == ["✓ Er is", "? Niet zeker"]
        assert "Bij pech bellen wij Vos." in items[1]

    def test_the_question_of_an_aspect_in_doubt_is_asked_once(self) -> None:
        near = b.make_near()
        aspect = replace(near.requirement.aspects[1], question="Wat doet men eraan?")
        aspects = (near.requirement.aspects[0], aspect)
        finding = replace(near, requirement=replace(near.requirement, aspects=aspects))
        assert text_of(b.make_report(finding)).count("Wat doet men eraan?") == 1

    def test_a_quote_on_which_two_aspects_rest_is_shown_once_and_referred_to(self) -> None:
        text = text_of(b.make_report(b.make_present()))
        assert text.count("In 2030 zijn 800 woningen aardgasvrij.") == 1
        assert "Zie het citaat hierboven, uit § 2 Ambitie." in text.replace("\u00a0", " ")

    def test_a_quote_that_is_part_of_one_shown_before_is_left_out(self) -> None:
        whole = b.make_evidence("Eerst de ene zin. … Dan de andere zin.", aspect="a1")
        part = b.make_evidence("Dan de andere zin.", aspect="a1")
        other = b.make_evidence("Iets anders.", aspect="a2")
        finding = replace(b.make_present(), evidence=(whole, part, other))
        text = text_of(b.make_report(finding))
        assert text.count("Dan de andere zin.") == 1
        assert "Iets anders." in text

    def test_a_quote_that_is_one_shown_before_and_little_more_is_left_out_of_the_same_aspect_only(self) -> None:
        short = b.make_evidence("De buurt kiest een variant in april;", aspect="a1")
        more = b.make_evidence("De buurt kiest een variant in april; de raad leest mee.", aspect="a1")
        far_more = b.make_evidence("De buurt kiest een variant in april; " + "daarna volgt nog iets; " * 9, aspect="a1")
        text = text_of(b.make_report(replace(b.make_present(), evidence=(short, more))))
        assert text.count("kiest een variant") == 1
        assert text_of(b.make_report(replace(b.make_present(), evidence=(short, far_more)))).count("daarna") >= 9
        elsewhere = replace(more, aspect="a2")
        assert "de raad leest mee" in text_of(b.make_report(replace(b.make_present(), evidence=(short, elsewhere))))

    def test_a_question_says_which_answers_there_are(self) -> None:
        report = b.make_report(b.make_doubt())
        report = replace(report, facts=tuple(replace(fact, values=("warmtenet", "open")) for fact in report.facts))
        text = text_of(report)
        assert text.count("--feit warmteoplossing=… (warmtenet of open)") == text.count("--feit warmteoplossing=…") > 1

    def test_as_many_quotes_are_announced_as_are_shown(self) -> None:
        quotes = tuple(b.make_evidence(f"Zin nummer {n} zegt het.", aspect="a1") for n in range(6))
        text = text_of(b.make_report(replace(b.make_present(), evidence=quotes)))
        assert "Nog 2 citaten over" in text
        assert text.count("zegt het.") == 3
        assert "Hier staan de sterkste 3 citaten; in de JSON-uitvoer staan ze alle." in text
        assert "sterkste" not in text_of(b.make_report(replace(b.make_present(), evidence=quotes[:3])))

    def test_what_does_not_count_is_not_shown_again_where_it_was_shown_as_evidence(self) -> None:
        finding = b.make_incomplete()
        same = replace(finding.evidence[0], aspect="a2", reason="telt niet")
        text = text_of(b.make_report(replace(finding, counter_evidence=(same,))))
        assert text.count("J. de Vries") == 1

    def test_that_nothing_was_found_on_steps_is_said_once(self) -> None:
        report = b.make_report(b.make_present())
        steps = tuple(
            replace(
                each,
                step=replace(each.step, id=f"{each.step.id}{n}", shown_by=(RequirementId("x"),)),
                evidence=(),
                missing=(),
            )
            for n, each in enumerate(report.procedure * 2)
        )
        page = page_of(replace(report, procedure=steps))
        assert page.find_class("watnu")[0].text_content().count("niets gevonden") == 2  # on the page and for the mail
        assert page.xpath("//*[@class='watnu']/p[contains(., 'niets gevonden')]")

    def test_every_source_is_named_once_with_since_when_it_holds_and_when_it_was_read(self) -> None:
        law = replace(
            b.make_source("wet", "https://wetten.nl/1"),
            document="wet",
            title="Wet A",
            in_force="2024-01-01",
            text_of="2026-07-01",
        )
        unsure = replace(
            law, document="wet-b", title="Wet B", in_force="onbekend", address="", no_address="niet gelezen"
        )
        findings = [
            replace(b.make_missing(), requirement=b.make_requirement(source=each)) for each in (law, unsure, law)
        ]
        page = page_of(b.make_report(*findings))
        items = [" ".join(item.text_content().split()) for item in page.xpath("//ul[@class='bronnen']/li")]
        assert items[:2] == [
            "Wet A. In werking sinds 1 januari 2024. Tekst van 1 juli 2026. Gelezen op 23 november 2026. https://wetten.nl/1",
            "Wet B. Vanaf welke dag dit geldt, is niet bevestigd. Tekst van 1 juli 2026. Gelezen op 23 november 2026. "
            "Geen adres: Niet gelezen.",
        ]
        assert len(items) == 3  # and that of the steps

    def test_a_law_asks_and_a_practice_is_usual(self) -> None:
        law = b.make_requirement(source=b.make_source("wet"))
        practice = b.make_requirement(source=b.make_source("praktijk"))
        assert "De wet vraagt dit" in wording.source_sentence(law.source)
        assert "gebruikelijk" in wording.source_sentence(practice.source)

    def test_a_law_without_a_start_mentions_and_one_that_starts_later_says_when(self) -> None:
        law = replace(b.make_source("wet"), title="Warmtewet", place="artikel 2, lid 1", pending=True)
        unknown, later = replace(law, valid_from=None), replace(law, valid_from="2027-07-01")
        assert wording.source_sentence(unknown) == (
            "De wet noemt dit, zodra artikel 2 geldt (Warmtewet, artikel 2, lid 1)."
        )
        assert wording.source_sentence(later).startswith("De wet vraagt dit vanaf 1 juli 2027 (")

    def test_every_open_part_has_a_shortcut_and_what_is_only_aanvullend_stands_apart(self) -> None:
        page = page_of(FULL)
        open_ = [f for f in FULL.findings if f.verdict in (Verdict.MISSING, Verdict.INCOMPLETE, Verdict.DOUBT)]
        lists = {
            nav.find(".//h2").text: nav.xpath(".//*[@class='titel']/text()")
            for nav in page.xpath("//main//nav[@class='kort']")
        }
        must, may = lists["Dit moet u aanvullen of bekijken"], lists["Dit kunt u daarnaast aanvullen of bekijken"]
        assert sorted(may) == sorted(f.requirement.title for f in open_ if f.requirement.level == "aanvullend")
        assert sorted(must + may) == sorted(f.requirement.title for f in open_)

    def test_a_verdict_is_said_in_words_and_by_a_sign_that_is_hidden_from_readers_aloud(self) -> None:
        for mark in page_of(FULL).find_class("merkteken"):
            assert mark.text_content().strip()
            assert mark.xpath("span/@aria-hidden") == ["true"]
            assert len(mark.text_content().split()) >= 2

    def test_steps_are_a_numbered_list_with_who_form_and_what_comes_before(self) -> None:
        steps = page_of(FULL).find_class("stappen")[0]
        assert steps.tag == "ol"
        text = re.sub(r"\s+", " ", page_of(FULL).find_class("watnu")[0].text_content())
        assert "Leg het projectplan bestuurlijk vast." in text
        assert "Alleen als warmteoplossing warmtenet is." in text
        for label in ("Wie", "Vorm", "Vooraf"):
            assert label in text

    def test_every_step_has_a_box_with_its_own_label(self) -> None:
        section = page_of(FULL).find_class("watnu")[0]
        boxes = section.xpath(".//input")
        labels = {label.get("for"): label.text_content() for label in section.iter("label")}
        assert {box.get("type") for box in boxes} == {"checkbox"}
        assert len(boxes) == len(section.xpath(".//*[contains(@class, 'stappen')]/li")) == 3
        assert all(labels[box.get("id")].strip() for box in boxes)

    def test_the_list_can_be_copied_as_plain_text_from_a_field_with_a_label(self) -> None:
        section = page_of(FULL).find_class("watnu")[0]
        field = section.find(".//textarea")
        assert field.get("readonly") is not None
        assert section.xpath(f".//label[@for='{field.get('id')}']")
        assert field.text.count("[ ] ") == 3
        assert "[ ] Leg het projectplan bestuurlijk vast." in field.text
        assert "<" not in field.text

    def test_a_fact_that_the_text_contradicts_is_shown_with_both_sides(self) -> None:
        text = text_of(b.make_contradicted())
        assert "De tekst spreekt zichzelf tegen over een milieueffectrapport" in text
        assert text.count("Een mer is niet nodig.") == text.count("Er komt een mer.") == 2

    def test_the_account_gives_versions_date_hash_and_limits(self) -> None:
        text = text_of(FULL)
        for part in (
            "warmtetransitie 1.0.0",
            "23 november 2026",
            "plancheck 0.1.0",
            "3fa9c1",
            "3 opmerkingen van lezers",
        ):
            assert part in text
        assert "niet hoe goed ze zijn" in text
        assert "geen juridisch advies" in text

    def test_several_documents_begin_with_an_overview_that_links_to_each(self) -> None:
        page = page_of(*SEVERAL)
        links = page.xpath("//table//tbody//th/a/@href")
        assert links == ["#d1", "#d2", "#d3", "#d4"]
        assert len(page.find_class("document")) == 4
        assert "Sla het op zonder wachtwoord." in text_of(*SEVERAL)

    def test_the_overview_marks_an_unsure_kind_and_counts_facts_that_nobody_gave(self) -> None:
        cells = [cell.text_content().strip() for cell in page_of(*SEVERAL).xpath("//table//tbody/tr")[0]]
        assert cells[1] == "projectplan (niet zeker)Feiten: 1 niet bekend"

    def test_a_long_quote_is_folded_but_whole(self) -> None:
        page = page_of(b.make_report(b.make_present(quote="lang verhaal " * 60 + "einde")))
        folded = page.xpath("//figure/details/blockquote")
        assert folded[0].text_content().strip().endswith("einde")

    def test_an_address_that_is_no_web_page_is_no_link(self) -> None:
        requirement = b.make_requirement(source=b.make_source(address="javascript:alert(1)"))
        finding = Finding(requirement=requirement, verdict=Verdict.MISSING, confidence=1.0)
        assert not [link for link in page_of(b.make_report(finding)).xpath("//@href") if "script" in link]


def _colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css.partition("}")[0]))


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_documents_inside_are_named_on_the_page() -> None:
    assert 'In dit bestand staat ook een startnotitie (vanaf "Bijlage 2: Startnotitie", p. 31).' in text_of(
        b.make_holding()
    )


def test_the_page_of_a_document_of_no_kind_says_how_to_choose_one() -> None:
    assert "Kies dan zelf met --mijlpaal" in text_of(b.make_none())
    assert "Is het een projectplan? Kies dan zelf met --mijlpaal projectplan." in text_of(b.make_draft())


class TestStyle:
    css = html._part("rapport.css")

    @pytest.mark.parametrize(
        ("ink", "paper"),
        [
            *product(("inkt", "grijs", "blauw", "rood", "oker", "paars", "groen"), ("papier", "vlak")),
            ("rood", "rood-licht"), ("oker", "oker-licht"), ("paars", "paars-licht"), ("groen", "groen-licht"),
            *(("inkt", f"{colour}-licht") for colour in ("rood", "oker", "paars", "groen")),
            ("papier", "blauw"),
        ],
    )  # fmt: skip
    def test_text_has_enough_contrast(self, ink: str, paper: str) -> None:
        colours = _colours(self.css)
        assert _contrast(colours[ink], colours[paper]) >= 4.5

    def test_lines_that_mean_something_have_enough_contrast(self) -> None:
        colours = _colours(self.css)
        assert _contrast(colours["lijn"], colours["papier"]) >= 3

    def test_on_paper_no_finding_is_broken_and_addresses_and_boxes_are_there(self) -> None:
        paper = self.css.partition("@media print")[2]
        kept = next(line for line in paper.splitlines() if "break-inside: avoid" in line)
        assert {".bevinding", ".stappen > li"} <= {part.strip() for part in kept.partition("{")[0].split(",")}
        assert "attr(href)" not in paper
        assert ".adres { display: inline;" in paper
        assert ".vink input { appearance: none; border:" in paper

    def test_on_paper_no_line_announces_quotes_that_stay_folded_away(self) -> None:
        paper = self.css.partition("@media print")[2]
        hidden = next(line for line in paper.splitlines() if "display: none" in line)
        assert ".extra" in {part.strip() for part in hidden.partition("{")[0].split(",")}

    def test_no_text_size_is_fixed_in_pixels_and_focus_is_visible(self) -> None:
        assert "px" not in re.sub(r"/\*.*?\*/", "", self.css)
        assert ":focus-visible" in self.css
        assert "@media print" in self.css


MARKUP = st.text(max_size=60) | st.sampled_from(
    ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "{% raw %}", "&lt;",
     "]]>", "</style>", "\x00\x1b", "\ud800"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(quote=MARKUP, heading=MARKUP, title=MARKUP, path=MARKUP)
def test_any_text_is_shown_and_never_becomes_markup(quote: str, heading: str, title: str, path: str) -> None:
    evidence = b.make_evidence(quote, heading=heading, reason=title)
    missing = b.make_missing(title=title or "leeg")
    finding = Finding(
        requirement=missing.requirement,
        verdict=missing.verdict,
        confidence=0.5,
        counter_evidence=(evidence,),
        question=heading,
        place=heading,
    )
    plain = b.make_report(b.make_missing(), path="a")
    hostile = b.make_report(finding, path=path)
    for renderer in RENDERERS.values():
        renderer([hostile, b.make_unreadable(path)]).decode("utf-8")
    text = html.render([hostile]).decode("utf-8")
    page: Any = lxml_html.document_fromstring(text)
    assert {tag.tag for tag in page.iter()} <= {tag.tag for tag in page_of(plain).iter()} | {
        "details",
        "summary",
        "strong",
        "wbr",
    }
    assert len(page.findall(".//style")) == 1
    shown = " ".join(html.clean(wording.quote_text(quote)).split()).encode("utf-8", "replace").decode("utf-8")
    assert shown in " ".join(page.text_content().split())


def test_an_opened_page_has_no_control_characters() -> None:
    text = html.render([b.make_report(b.make_missing("a\x00b\x1bc"))]).decode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


def test_what_people_decided_is_on_the_page_twice_and_is_text() -> None:
    page = page_of(b.make_agreed(reason="<script>weg</script>"))
    assert not page.xpath("//script")
    told = [" ".join(part.text_content().split()) for part in page.xpath("//*[@class='afspraak'] | //dd")]
    exempted = "Uitzondering van J. de Vries, tot en met 31 december 2026: <script>weg</script>."
    assert len([part for part in told if exempted in part and "Plancheck zelf vindt: ontbreekt." in part]) == 2
    assert len([part for part in told if "Oordeel van A. Bakker, 20 november 2026: aanwezig." in part]) == 2


@pytest.mark.parametrize("path", ["dossier/wijk noord/plan.docx", r"C:\dossier\plan.docx"])
def test_one_document_is_titled_by_the_name_of_its_file_and_the_account_says_where_it_lies(path: str) -> None:
    page = page_of(b.make_report(b.make_present(), path=path))
    assert page.findtext(".//title").startswith("plan.docx: ")
    assert page.findtext(".//h1") == "plan.docx"
    assert path in [item.text_content() for item in page.xpath("//dd")]
