from tests.drafting.stores import claim, library, source

from letterkit.drafting.notes import Annotator, follows
from letterkit.letter.model import (
    Claim,
    Heading,
    Link,
    ListBlock,
    NoteRef,
    Paragraph,
    Placeholder,
    Text,
    paragraph,
    plain,
)

SOURCES = (
    source("r-one", title="One", URL="https://example.org/one"),
    source("r-two", title="Two", **{"title-short": "2"}),
)


def used(name):
    """Return a claim as templates give it: its words are set later."""
    return Claim(name, (Text("words of the template"),))


def annotated(blocks, *claims, conflicts=()):
    """Annotate blocks and return them with the annotator."""
    annotator = Annotator(library(*SOURCES, *claims), dict(conflicts))
    return annotator.body(blocks), annotator


def calls(block):
    """Return a paragraph as text with the calls of its notes in brackets."""
    return "".join(
        f"[{part.number}]" if isinstance(part, NoteRef) else plain((part,)) for part in block.content
    )


def notes(annotator):
    return [plain(note.content).replace("\u00a0", " ") for note in annotator.notes]


ONE, TWO = "Publisher, One, October 5, 2020, https://example.org/one.", "Publisher, Two, October 5, 2020."


def test_one_note_closes_a_run_and_cites_its_source():
    (body,), annotator = annotated(
        [paragraph(used("aaa"), " ", used("bbb"), " The end.")], claim("aaa", "r-one"), claim("bbb", "r-one")
    )
    assert calls(body) == "The fact aaa. The fact bbb.[1] The end."
    assert notes(annotator) == [ONE]
    assert [(use.id, use.use, use.note, use.text) for use in annotator.uses] == [
        ("aaa", 1, 1, "The fact aaa."),
        ("bbb", 1, 1, "The fact bbb."),
    ]


def test_a_hinge_does_not_break_a_run():
    (body,), annotator = annotated(
        [paragraph("So: ", used("aaa"), " And what is more: ", used("bbb"))],
        claim("aaa", "r-one"),
        claim("bbb", "r-one"),
    )
    assert calls(body) == "So: The fact aaa. And what is more: The fact bbb.[1]"
    assert [use.note for use in annotator.uses] == [1, 1]


def test_another_source_breaks_a_run():
    claims = [claim("aaa", "r-one"), claim("bbb", "r-two"), claim("ccc", "r-one")]
    (body,), annotator = annotated([paragraph(used("aaa"), " ", used("bbb"), " ", used("ccc"))], *claims)
    assert calls(body) == "The fact aaa.[1] The fact bbb.[2] The fact ccc.[3]"
    assert notes(annotator) == [ONE, TWO, "Publisher, One, October 5, 2020."]


def test_a_new_paragraph_breaks_a_run_and_the_repeat_is_short_never_ibid():
    blocks = [paragraph(used("aaa")), paragraph(used("bbb")), paragraph("No facts here.")]
    body, annotator = annotated(blocks, claim("aaa", "r-two"), claim("bbb", "r-two"))
    assert [calls(block) for block in body] == ["The fact aaa.[1]", "The fact bbb.[2]", "No facts here."]
    assert notes(annotator) == [TWO, "Publisher, 2, October 5, 2020."]
    assert annotator.cited == ["r-two"]


def test_an_address_in_a_note_is_a_link():
    _, annotator = annotated([paragraph(used("aaa"))], claim("aaa", "r-one"))
    assert Link("https://example.org/one", (Text("https://example.org/one"),)) in annotator.notes[0].content


def test_items_of_a_list_and_headings_have_notes_of_their_own():
    blocks = [Heading((used("aaa"),)), ListBlock(((Text("x"),), (used("bbb"),), (used("ccc"), Text(";"))))]
    claims = [claim(name, "r-one") for name in ("aaa", "bbb", "ccc")]
    (heading, items), annotator = annotated(blocks, *claims)
    assert heading.content[-1] == NoteRef(1)
    assert [[part.number for part in item if isinstance(part, NoteRef)] for item in items.items] == [
        [],
        [2],
        [3],
    ]
    assert plain(items.items[2]) == "The fact ccc.;"
    assert [use.note for use in annotator.uses] == [1, 2, 3]


def test_a_claim_used_again_counts_its_uses_within_and_over_paragraphs():
    blocks = [paragraph(used("aaa"), " ", used("aaa")), paragraph(used("aaa"))]
    body, annotator = annotated(blocks, claim("aaa", "r-one"))
    uses = [part.use for block in body for part in block.content if isinstance(part, Claim)]
    assert uses == [1, 2, 3]
    assert [(use.use, use.note) for use in annotator.uses] == [(1, 1), (2, 1), (3, 2)]


def test_the_words_of_a_claim_are_the_stores_whatever_the_template_held():
    (body,), _ = annotated([paragraph(used("aaa"))], claim("aaa", "r-one", claim="*a* {{ 7*7 }} [x]"))
    assert body.content[0] == Claim("aaa", (Text("*a* {{ 7*7 }} [x]"),))


# The other side of a conflict.


def test_a_note_puts_the_other_account_with_its_source_beside_a_claim():
    claims = [claim("aaa", "r-one"), claim("bbb", "r-two", claim="It was the other way.")]
    _, annotator = annotated([paragraph(used("aaa"))], *claims, conflicts={"aaa": ("bbb",)})
    assert notes(annotator) == [f"{ONE} Accounts differ: It was the other way ({TWO[:-1]})."]
    assert annotator.cited == ["r-one", "r-two"]
    assert [use.id for use in annotator.uses] == ["aaa"]


def test_another_account_of_the_same_source_is_cited_short():
    claims = [claim("aaa", "r-one"), claim("bbb", "r-one")]
    _, annotator = annotated([paragraph(used("aaa"))], *claims, conflicts={"aaa": ("bbb",)})
    assert notes(annotator) == [f"{ONE} Accounts differ: The fact bbb (Publisher, One, October 5, 2020)."]


def test_one_other_account_of_a_whole_run_is_told_once():
    claims = [claim("aaa", "r-one"), claim("bbb", "r-one"), claim("ccc", "r-two"), claim("ddd", "r-two")]
    _, annotator = annotated(
        [paragraph(used("aaa"), " ", used("bbb"))],
        *claims,
        conflicts={"aaa": ("ccc",), "bbb": ("ccc", "ddd")},
    )
    (note,) = notes(annotator)
    assert note.count("Accounts differ: The fact ccc (") == 1
    assert note.count("Accounts differ: The fact ddd (") == 1


# The form that follows.


def pair(**more):
    """Return two claims of one day, place and speaker; `more` changes the second."""
    said = {"happened": "2020-10-05", "place": "Ganja", "attributed_to": "The Office"}
    first = "On October 5, 2020, The Office said that Ganja was shelled."
    second = "On October 5, 2020, The Office said that in Ganja a school burned."
    return (
        claim("aaa", "r-one", claim=first, certainty="reported", **said),
        claim(
            "bbb",
            "r-one",
            claim=second,
            follow="It said that a school burned there.",
            certainty="reported",
            **{**said, **more},
        ),
    )


def told(first, second, between=" "):
    """Return the words of the second of two claims in one paragraph."""
    (body,), annotator = annotated([paragraph(used(first.id), between, used(second.id))], first, second)
    assert [plain(part.children) for part in body.content if isinstance(part, Claim)] == [
        use.text for use in annotator.uses
    ]
    return annotator.uses[1].text


FOLLOWED = "It said that a school burned there."


def test_the_following_form_is_used_where_the_sentence_before_has_set_day_place_and_speaker():
    assert told(*pair()) == FOLLOWED


def test_the_following_form_is_not_used_where_the_sentence_before_set_something_else():
    for other in ({"happened": "2020-10-06"}, {"place": "Barda"}, {"attributed_to": "The Mayor"}):
        claims = pair(**other)
        changed = {
            "happened": ("October 5", "October 6"),
            "place": ("Ganja", "Barda"),
            "attributed_to": ("The Office", "The Mayor"),
        }
        (key,) = other
        second = claims[1].model_copy(update={"claim": claims[1].claim.replace(*changed[key])})
        assert told(claims[0], second) == second.claim


def test_the_following_form_is_not_used_where_the_sentence_before_only_could_have_said_it():
    first, second = pair()
    for words in (
        "The Office said that Ganja was shelled.",
        "On October 5, 2020, The Office said that it was shelled.",
        "On October 5, 2020, Ganja was shelled.",
    ):
        assert told(first.model_copy(update={"claim": words}), second) == second.claim


def test_days_that_are_left_out_count_also_where_they_are_several():
    more = {"happened": "2020-10-03/2020-10-04", "place": None, "attributed_to": None}
    first = claim(
        "aaa", "r-one", claim="On October 5, 2020, shells fell.", **{**more, "happened": "2020-10-05"}
    )
    second = claim("bbb", "r-one", claim="On October 3–4, 2020, shells fell.", follow="Shells fell.", **more)
    assert told(first, second) == second.claim
    assert (
        told(
            first.model_copy(update={"happened": second.happened, "claim": "It was October 3–4, 2020."}),
            second,
        )
        == "Shells fell."
    )


KNOWN = {"happened": None, "place": None, "attributed_to": None}


def known_then(*before):
    """Return how a claim that was true as of a day is worded behind these sentences."""
    claims = [claim(f"c{number}c", "r-one", claim=text, **KNOWN) for number, text in enumerate(before)]
    last = claim(
        "zzz", "r-one", claim="As of May 12, 2021, none was left.", follow="By then none was left.", **KNOWN
    )
    (body,), _ = annotated([paragraph(*(used(each.id) for each in (*claims, last)))], *claims, last)
    return plain(body.content[-2].children)


def test_a_day_may_be_left_out_only_where_it_is_the_last_one_that_was_named():
    assert known_then("On May 12, 2021, it rained.") == "By then none was left."
    assert known_then("On May 12, 2021, it rained.", "All were wet.") == "By then none was left."
    whole = "As of May 12, 2021, none was left."
    assert known_then("It rained.") == whole
    assert known_then("On May 11, 2021, it rained.") == whole
    assert known_then("On May 12, 2021, it rained.", "On June 1, 2021, it was dry.") == whole


def test_the_following_form_is_not_used_after_a_hinge_another_source_or_at_the_start():
    first, second = pair()
    assert told(first, second, " And so: ") == second.claim
    assert told(first, second, Placeholder("[more]")) == second.claim
    other = second.model_copy(update={"source": "r-two"})
    assert told(first, other) == second.claim
    (body,), _ = annotated([paragraph(used("bbb"))], second)
    assert plain(body.content) == second.claim
    body, _ = annotated([paragraph(used("aaa")), paragraph(used("bbb"))], first, second)
    assert plain(body[1].content) == second.claim


def test_the_following_form_may_follow_another_one():
    first, second = pair()
    third = second.model_copy(update={"id": "ccc", "follow": "It said that a mill burned there."})
    (body,), _ = annotated([paragraph(used("aaa"), " ", used("bbb"), " ", used("ccc"))], first, second, third)
    assert calls(body) == f"{first.claim} {FOLLOWED} It said that a mill burned there.[1]"


def test_a_claim_with_a_lead_in_follows_that_one_alone():
    first, second = pair(place="Barda", happened="2020-10-06", lead_in="aaa")
    assert follows(second, first)
    assert told(first, second) == FOLLOWED
    other = first.model_copy(update={"id": "zzz"})
    assert not follows(second, other)


def test_a_claim_without_following_form_is_always_said_whole():
    first, second = pair()
    assert told(first, second.model_copy(update={"follow": None})) == second.claim


def test_a_paragraph_without_claims_is_left_alone():
    block = Paragraph((Text("x", bold=True), Placeholder("[y]"), Text("z")))
    body, annotator = annotated([block, ListBlock(()), Heading((Text("h"),))])
    assert body[0] == block
    assert annotator.notes == annotator.uses == []
