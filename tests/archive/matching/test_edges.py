import pytest

from letterkit.archive.matching.edges import is_within_word
from letterkit.archive.matching.fold import fold


@pytest.mark.parametrize(
    "text",
    [
        "un|lawfully killed",
        "saw|older people",
        "1|46 civilians",
        "1,|200 vehicles",
        "1|,200 vehicles",
        "1.|30pm",
        "10|% of the procedures",
        "$|10 million",
        "can|’t go",
        "can’|t go",
        "twenty|-one",
        "twenty‑|one",
        "3|–5 March",
        "cafe|\u0332 bar",
    ],
)
def test_no_quote_begins_or_ends_inside_a_word_or_number(text):
    before, after = text.split("|")
    assert is_within_word(fold(before + after), len(fold(before).text))


@pytest.mark.parametrize(
    "text",
    [
        "|Karabakh",
        "Karabakh|",
        "Karabakh|,but",
        "Amnesty International|’s report",
        "“|Cluster bombs",
        "harm|—police",
        "harm —| police",
        "Armenia|–Azerbaijan",
        "in 2020|.",
        "‘|traditional values",
        "values|’ undermine",
        "RFE/|RL",
    ],
)
def test_a_quote_may_begin_and_end_beside_punctuation(text):
    before, after = text.split("|")
    assert not is_within_word(fold(before + after), len(fold(before).text))
