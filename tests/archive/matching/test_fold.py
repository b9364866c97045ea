import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.archive.matching.fold import fold

# Ordinary letters mixed with everything that folding treats in a way of its own.
SPECIAL = (
    "  \t\n\u00a0\u2009\u3000\u200b\u00ad\u2060\ufeff‘’“”«»`´–—‐−…ﬁﬃĳＡ２＂éè\u0301\u0308ÅÓº²½①Ⅳ'\"-.abc019"
)
texts = st.text(alphabet=st.one_of(st.sampled_from(SPECIAL), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        pytest.param("of\u00a0extrajudicial  \n executions", "of extrajudicial executions", id="white space"),
        pytest.param(" \u00a0both ends\t", "both ends", id="ends"),
        pytest.param("ci\u00advil\u200bian\ufeff", "civilian", id="zero width"),
        pytest.param("“bad wives”, it’s", '"bad wives", it\'s', id="quotation marks"),
        pytest.param("1988–1994 — half‑a‑million", "1988-1994 - half-a-million", id="dashes"),
        pytest.param("gone … My", "gone ... My", id="ellipsis"),
        pytest.param("ﬁve oﬃces", "five offices", id="ligatures"),
        pytest.param("２１ killed", "21 killed", id="wide digits"),
        pytest.param("Donncha O\u0301 Cearbhaill", "Donncha Ó Cearbhaill", id="accents are composed"),
        pytest.param("O\u200b\u0301", "Ó", id="accents are composed over what has no width"),
    ],
)
def test_spelling_is_folded(source, folded):
    assert fold(source).text == folded


@pytest.mark.parametrize(
    "text", ["21² km", "1½ per cent", "No ①", "Chapter Ⅳ", "25 ℃", "Armenia", "armenia", "e", "é"]
)
def test_what_would_become_another_number_or_word_stays_as_it_is(text):
    assert fold(text).text == text


def test_a_map_leads_back_to_the_printed_words():
    source = "  the “SCUD‑B”  missile … hit"
    folded = fold(source)
    start = folded.text.index('"SCUD-B" missile ...')
    begin, end = folded.origin(start, start + len('"SCUD-B" missile ...'))
    assert source[begin:end] == "“SCUD‑B”  missile …"


@given(texts)
def test_folding_twice_is_folding_once(source):
    folded = fold(source).text
    assert fold(folded).text == folded


@given(texts)
def test_the_map_has_one_place_for_each_folded_character_and_they_follow_each_other(source):
    folded = fold(source)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    spans = list(zip(folded.starts, folded.ends, strict=True))
    assert all(0 <= start < end <= len(source) for start, end in spans)
    for before, after in pairwise(spans):
        assert before == after or before[1] <= after[0]


@given(texts)
def test_each_folded_character_comes_from_its_place(source):
    folded = fold(source)
    for char, start, end in zip(folded.text, folded.starts, folded.ends, strict=True):
        origin = source[start:end]
        assert origin.isspace() if char == " " and origin[0].isspace() else char in fold(origin).text


@given(texts, st.data())
def test_the_origin_of_whole_characters_folds_to_the_same_words(source, data):
    folded = fold(source)
    borders = [
        i
        for i in range(len(folded.text) + 1)
        if i in {0, len(folded.text)} or folded.starts[i - 1] != folded.starts[i]
    ]
    first = data.draw(st.sampled_from(borders))
    last = data.draw(st.sampled_from(borders))
    if first < last:
        start, end = folded.origin(first, last)
        assert fold(source[start:end]).text == folded.text[first:last].strip(" ")


@given(st.text(alphabet="abcé àÓñ'", max_size=30))
def test_a_text_and_its_decomposed_form_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)).text == fold(text).text
