import pytest

from letterkit.archive.pdf.hyphens import Hyphens

KNOWN = ["international law", "a well-known fact", "the town of Port-au-Prince", "human rights", "re-elected"]


@pytest.mark.parametrize("mark", ["-", "\x02", "‐"])
@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("under inter", "national law", "under international law"),
        ("a well", "known man", "a well-known man"),
        ("in Port", "au-Prince on", "in Port-au-Prince on"),
        ("in Port-au", "Prince on", "in Port-au-Prince on"),
        ("was re", "elected in", "was re-elected in"),
        ("the govern", "ment of", "the government of"),
        ("some self", "defence groups", "some self-defence groups"),
        ("the human", "rights groups", "the human-rights groups"),
        ("a Smerch", "M system", "a Smerch-M system"),
        ("the 9M", "55 rocket", "the 9M-55 rocket"),
        ("Al", "Shabaab said", "Al-Shabaab said"),
    ],
)
def test_a_parted_word_is_joined_only_where_it_is_one_word(mark, before, after, text):
    joined = Hyphens(KNOWN, "en-GB").joined(before + mark, after)
    assert joined.replace("‐", "-") == text


def test_a_soft_hyphen_always_goes():
    assert Hyphens([]).joined("Port\u00ad", "land") == "Portland"


def test_a_dash_that_hangs_is_no_part_of_a_word():
    assert Hyphens([]).joined("pre- and post-", "war years") == "pre- and post-war years"
    assert Hyphens([]).joined("it came -", "and went") == "it came - and went"
    assert Hyphens([]).joined("one line", "and the next") == "one line and the next"


def test_the_word_is_looked_for_in_the_rest_of_the_document_and_not_at_line_ends():
    assert Hyphens(["the co-", "ordination centre"]).joined("the co-", "ordination") == "the co-ordination"
    assert Hyphens(["our coordination"]).joined("the co-", "ordination") == "the coordination"
