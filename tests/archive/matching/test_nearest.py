from letterkit.archive.matching.fold import fold
from letterkit.archive.matching.nearest import nearest

TEXTS = [
    "On 4 October four civilians were killed in Stepanakert and a dozen more were injured.",
    "On 17 October 21 civilians were killed in Ganja and more than 50 injured.",
    "Cluster munitions are banned.",
]


def differences(quote: str) -> list[tuple[str, str]]:
    return [(d.quote, d.source) for d in nearest(quote, TEXTS).differences]


def test_the_block_with_most_of_the_words_is_nearest():
    near = nearest("On 17 October 12 civilians were killed in Ganja", TEXTS)
    assert (near.block, near.start) == (1, 0)
    assert near.text == "On 17 October 21 civilians were killed in Ganja"
    assert near.similarity > 0.9


def test_each_difference_is_told_apart():
    assert differences("21 civilians killed in Barda and some more than 50 injured.") == [
        ("", "were"),
        ("Barda", "Ganja"),
        ("some", ""),
    ]


def test_a_changed_first_or_last_word_is_part_of_the_passage():
    assert nearest("May 21 civilians were wounded", TEXTS).text == "October 21 civilians were killed"


def test_a_misspelt_word_alone_finds_its_like():
    assert differences("Stepanakirt") == [("Stepanakirt", "Stepanakert")]


def test_a_quote_longer_than_every_block_still_has_a_nearest():
    near = nearest("Cluster munitions are banned, and so are mines of every sort", TEXTS[2:])
    assert near.text == "Cluster munitions are banned"


def test_nothing_is_near_to_words_of_another_matter():
    assert nearest("The choir sang until midnight", TEXTS) is None
    assert nearest("xylophone", TEXTS) is None
    assert nearest("anything", []) is None


def test_the_nearest_passage_in_a_real_item_is_found_word_for_word(feed):
    item = feed[7]
    texts = [fold(block.text).text for block in item.blocks if block.quotable]
    near = nearest("at least 164 civilians, including multiple children and older people, died", texts)
    assert [(d.quote, d.source) for d in near.differences] == [("164", "146")]
