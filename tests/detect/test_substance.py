import pytest

from plancheck.detect.marks import specific, substance


@pytest.mark.parametrize("text", ["€ 1.250.000,-", "12,5 miljoen", "40 euro per maand", "EUR 300", "zestig euro"])
def test_amounts_of_money_are_seen(text: str) -> None:
    assert substance.amounts(f"Dat kost {text} in totaal.")


@pytest.mark.parametrize("text", ["340 woningen", "in 2027", "maart", "artikel 3.4"])
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert not substance.amounts(f"Het gaat om {text} en meer.")


@pytest.mark.parametrize(
    "text",
    ["12 maart 2027", "maart 2027", "Q3 2026", "het tweede kwartaal van 2028", "najaar 2026", "2031", "12-03-2027"],
)
def test_dates_and_periods_are_seen(text: str) -> None:
    assert substance.dates(f"Dat is gereed in {text}.")


def test_numbers_count_things_and_leave_years_and_money_out() -> None:
    assert substance.numbers("In 2027 krijgen 340 woningen voor € 12.000 een aansluiting van 70 °C.") == [
        "340 woningen",
        "70 °c",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "3. Geluid van de pomp",
        "2.1 Over de buurt",
        "4\tgeluid",
        "Punt 6 gaat over koffie.",
        "zie bijlagen 2 en 3 erbij",
    ],
)
def test_the_number_of_a_point_or_of_a_part_of_a_paper_counts_nothing(text: str) -> None:
    assert substance.numbers(text) == []


@pytest.mark.parametrize(
    "text", ["12 huizen doen mee", "1.340 aansluitingen", "2. Er zijn 40 huizen", "bijlage 2 telt 40 huizen"]
)
def test_what_is_counted_is_a_number_also_at_the_begin_or_behind_such_a_number(text: str) -> None:
    assert len(substance.numbers(text)) == 1


def test_the_number_of_a_paragraph_counts_nothing() -> None:
    assert substance.numbers("1.2 De beheersing is geborgd") == []
    assert substance.numbers("2.1 Van de 80 huizen doen 12 mee") == ["80 huizen", "12 mee"]
    assert substance.numbers("1.5 meter diep") == ["1.5 meter"]


def test_names_inside_a_sentence_are_seen_but_not_its_first_word() -> None:
    assert substance.names("Daarom praten we met Woonstichting Delta en met de mensen van de Havenstraat.") == [
        "Woonstichting Delta",
        "Havenstraat",
    ]
    assert substance.names("Bewoners praten mee.") == []


def test_reasons_and_choices_are_seen() -> None:
    assert substance.gives_reason("Dat kan niet, want de straat is te smal.")
    assert not substance.gives_reason("De straat is breed.")
    assert substance.makes_choice("We kiezen voor een warmtenet.")
    assert not substance.makes_choice("Een warmtenet is een stelsel van buizen.")


def test_words_that_a_package_calls_everyday_make_no_sentence_specific() -> None:
    text = "De gemeente verduurzaamt samen met woningeigenaren."
    said = specific.specific_words(text)
    assert said > specific.specific_words(text, frozenset(("woningeigenaar",)))


def test_a_word_that_a_package_calls_no_name_is_none() -> None:
    text = "Dat past bij het Klimaatakkoord en bij de Havenstraat."
    assert substance.names(text) == ["Klimaatakkoord", "Havenstraat"]
    assert substance.names(text, frozenset(("Klimaatakkoord",))) == ["Havenstraat"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Het net kost 3,2 miljoen euro.", "project"),
        ("De raad trekt € 1.234.567,50 uit.", "project"),
        ("Er is twee miljoen voor nodig.", "project"),
        ("De aansluiting kost € 3.400, waar € 900,- subsidie af gaat.", "huishouden"),
        ("Dat is 210 euro per jaar.", "huishouden"),
        ("Lenen kan tot € 25k.", "huishouden"),
        ("Een vereniging van eigenaars betaalt € 140.000.", ""),
        ("Van de 8 miljoen betaalt een eigenaar 5.000 euro.", ""),
        ("Dat kost niets.", ""),
    ],
)
def test_amounts_tell_whose_money_it_is_only_where_they_can_be_of_nobody_else(text: str, whose: str) -> None:
    assert substance.scale(substance.amounts(text)) == whose
