import pytest

from letterkit.outreach.names import formal, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"first": "Angus", "last": "King", "official_full": "Angus S. King, Jr."}, "Angus S. King, Jr."),
        (
            {"first": "Henry", "last": "Johnson", "official_full": 'Henry C. "Hank" Johnson, Jr.'},
            "Henry C. Johnson, Jr.",
        ),
        ({"first": "Jesús", "last": "García", "official_full": "Jesús G. “Chuy” García"}, "Jesús G. García"),
        ({"first": "John", "last": "Reed", "nickname": "Jack", "official_full": "Jack Reed"}, "Jack Reed"),
        (
            {"first": "José", "middle": "M.", "last": "Núñez", "suffix": "Jr.", "nickname": "Pepe"},
            "José M. Núñez Jr.",
        ),
        ({"first": "James (Jim)", "middle": "C.", "last": "Moylan"}, "James C. Moylan"),
        ({"first": "Analilia", "last": "Mejia", "official_full": None, "middle": ""}, "Analilia Mejia"),
        ({"first": "Ann", "last": "Lee\n  Brook", "suffix": ["III"]}, "Ann Lee Brook"),
        ({}, ""),
    ],
)
def test_the_formal_name_is_the_official_one_else_made_of_its_parts_and_never_a_nickname(name, expected):
    assert formal(name) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ó Cearbhaill", "o-cearbhaill"),
        ("De La Cruz", "de-la-cruz"),
        ("O'Brien", "obrien"),
        ("D’Esposito", "desposito"),
        ("Hernández Rivera", "hernandez-rivera"),
        ("Łukasz Ørsted", "lukasz-orsted"),
        ("Հակոբյան", ""),
    ],
)
def test_a_slug_has_plain_small_letters(words, expected):
    assert slug(words) == expected
