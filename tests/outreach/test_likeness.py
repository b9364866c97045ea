from letterkit.letter.model import Letter, ListBlock, NoteRef, line, paragraph
from letterkit.outreach.likeness import Likeness, fingerprints, nearest, remarks


def letter(*body):
    return Letter((), (), (), (), (), body, (), ())


def test_each_sentence_and_each_ask_has_a_fingerprint():
    body = (
        paragraph("It fell. “It rose.” The U.S. saw it.", NoteRef(1)),
        ListBlock((line("Act;"), line("Pay."))),
    )
    assert len(fingerprints(letter(*body))) >= 5
    assert fingerprints(letter(paragraph("One  is\nhere."))) == fingerprints(
        letter(paragraph("One is here."))
    )


def test_the_nearest_letter_is_named_with_the_share_of_sentences_in_common():
    near = nearest({"a": "1234", "b": "1235", "c": "6789"})
    assert near["a"] == Likeness(0.75, "b")
    assert near["b"] == Likeness(0.75, "a")
    assert near["c"].share == 0


def test_letters_that_are_the_same_name_each_other():
    near = nearest({"a": "12", "b": "12", "c": "12"})
    assert [near[name] for name in "abc"] == [Likeness(1.0, "b"), Likeness(1.0, "a"), Likeness(1.0, "a")]


def test_a_letter_alone_is_like_no_other():
    assert nearest({"a": "12"}) == {}
    assert list(remarks({"a": "12"}, {})) == []


def test_identical_bodies_are_a_warning_and_others_a_note():
    same = {"a": "12", "b": "12", "c": "13"}
    (finding,) = remarks(same, nearest(same))
    assert (finding.rule, finding.severity) == ("alike", "warning")
    assert finding.message.startswith("2 of 3 letters have a body that another one has word for word")
    other = {"a": "12", "b": "13"}
    (finding,) = remarks(other, nearest(other))
    assert (finding.severity, "50%" in finding.message) == ("info", True)
