import json
from dataclasses import replace

import pytest
from tests.drafting.stores import (
    EVIDENCE,
    LETTER,
    PARTIES,
    brief,
    claim,
    holder,
    library,
    recipient,
    source,
    topic,
)

from letterkit.drafting.draft import as_report, draft_letter
from letterkit.drafting.words import view
from letterkit.errors import LetterkitError
from letterkit.letter.model import (
    Claim,
    Link,
    ListBlock,
    NoteRef,
    Paragraph,
    Placeholder,
    Text,
    letter_lines,
    plain,
    walk,
)
from letterkit.library.edtf import parse

ASKS = [{"id": f"ask-{number}", "text": f"Do {number}", "grounds": ["aaa"]} for number in range(3)]
PLAN = (EVIDENCE, {"block": "asks"})


def store(*claims, **more):
    sources = (source("s-one", "2020-10-05", URL="https://example.org/one"), source("s-two", "2020-10-20"))
    return library(*sources, *(claims or (claim("aaa", "s-one"),)), parties=PARTIES, **more)


def subject_of(*plan, ask=None, **more):
    """Return a topic with three asks; `ask` gives all of them another text."""
    asks = [{**each, "text": ask or each["text"]} for each in ASKS]
    return topic(*(plan or PLAN), asks={"us-state": asks}, **more)


def drafted(store_=None, templates=LETTER, about=None, **asked):
    """Draft a letter by templates given by name, or by one that is called letter.md.j2."""
    texts = {"letter.md.j2": templates} if isinstance(templates, str) else templates
    return draft_letter(store_ or store(), brief(about or subject_of(), **asked), texts.get)


def refused(*args, **more):
    with pytest.raises(LetterkitError) as error:
        drafted(*args, **more)
    return error.value.message, error.value.hint


def text(content):
    return plain(content).replace("\u00a0", " ")


def test_a_letter_has_every_part_from_brief_and_store():
    office = recipient(holder("Ada Lovelace", "2020-12-01", title="Dr."), delivery="Via e-mail")
    letter = drafted(recipient=office, sender_address=["2 Street"], notes_kind="endnotes").letter
    assert [plain(line) for line in letter.letterhead] == ["Sender", "2 Street"]
    assert plain(letter.date) == "December\u00a01,\u00a02020"
    assert plain(letter.delivery) == "Via e-mail"
    assert [[plain(line) for line in lines] for lines in letter.addressees] == [
        ["The Honorable Ada Lovelace", "Acting Director", "Department", "1 Street", "City"]
    ]
    assert plain(letter.subject) == "Re mines"
    assert plain(letter.salutation) == "Dear Dr. Lovelace:"
    assert plain(letter.close) == "Sincerely,"
    assert letter.signatures[0] == ((Placeholder("[Name of signatory]"),), (Text("Director"),))
    assert letter.running == ("Dr. Ada Lovelace", "December\u00a01,\u00a02020")
    assert letter.notes_kind == "endnotes"
    assert letter.enclosures == letter.copies == ()


def test_the_body_prints_claims_with_their_notes_and_asks_as_a_list():
    body = drafted().letter.body
    assert body == (
        Paragraph((Claim("aaa", (Text("The fact aaa."),)), NoteRef(1))),
        ListBlock(tuple((Text(f"Do {number}"),) for number in range(3))),
    )


def test_notes_stand_in_the_order_of_their_calls():
    letter = drafted(store(claim("aaa", "s-one"), claim("bbb", "s-two"))).letter
    assert [(note.number, text(note.content)) for note in letter.notes] == [
        (1, "Publisher, S-one, October 5, 2020, https://example.org/one."),
        (2, "Publisher, S-two, October 20, 2020."),
    ]
    assert any(isinstance(part, Link) for part in letter.notes[0].content)


def test_a_line_never_breaks_inside_a_date():
    words = "On October 5, 2020, and October 3–4, 2020, and May 7, it was October 2020, March 12th."
    letter = drafted(store(claim("aaa", "s-one", claim=words))).letter
    joined = words.replace("October 5, 2020", "October\u00a05,\u00a02020").replace(
        "October 3–4, 2020", "October\u00a03–4,\u00a02020"
    )
    assert plain(letter.body[0].content) == joined.replace("May 7", "May\u00a07")


TRAPS = [
    "{{ 7*7 }}",
    "<b>",
    "[@x]",
    "&",
    "*a*",
    "# h",
    "1. x",
    "[text](http://x)",
    "שָׁלוֹם",
    "\ue0000\ue001",
    "- x",
    "a  b",
]


@pytest.mark.parametrize("trap", TRAPS)
def test_nothing_in_the_store_acts_as_markup_or_as_a_template(trap):
    """The trap stands in fact, source, ask, office, holder, sender and subject."""
    known = store(claim("aaa", "s-one", claim=f"{trap} is said."))
    known.sources["s-one"] = source("s-one", "2020-10-05", title=trap, type="webpage")
    about = subject_of(ask=trap, wording={"always": {"any": {"subject": trap, "opening": "x"}}})
    office = recipient(holder(f"Ada {trap}", "2020-12-01"), organisation=f"Department {trap}", delivery=trap)
    letter = drafted(known, about=about, recipient=office, sender_name=f"Sender {trap}").letter
    shown = trap.replace("a  b", "a b")  # prose is folded when it is read
    assert plain(letter.subject) == f"Re {shown}"
    assert plain(letter.body[0].content) == f"{shown} is said."
    assert isinstance(letter.body[0].content[0], Claim)
    assert [plain(item) for item in letter.body[1].items] == [shown] * 3
    assert plain(letter.letterhead[0]) == f"Sender {shown}"
    assert plain(letter.delivery) == trap
    assert plain(letter.addressees[0][0]) == f"The Honorable Ada {shown}"
    assert f"“{shown},”" in plain(letter.notes[0].content)
    looks = {
        (part.bold, part.italic)
        for line in letter_lines(letter)
        for part in walk(line)
        if isinstance(part, Text)
    }
    assert looks == {(False, False)}
    json.dumps(letter.record)


def test_what_somebody_must_fill_in_is_visibly_marked_and_nothing_else_is():
    office = recipient(address=())
    letter = drafted(recipient=office, sender_name="Sender [sic]").letter
    marked = [
        part.text for line in letter_lines(letter) for part in walk(line) if isinstance(part, Placeholder)
    ]
    assert marked == ["[street address]", "[Name of signatory]"]


def test_the_record_says_what_was_asked_used_and_cited():
    known = store(claim("aaa", "s-one", quotes=["q"]), claim("bbb", "s-two"))
    record = drafted(known, include=("bbb",)).letter.record
    assert record["brief"] == {
        "to": "the-office", "topic": "mines", "date": "2020-12-01", "occasion": None, "sender": "us",
        "include": ["bbb"], "exclude": [],
    }  # fmt: skip
    assert record["library"] == {"name": "small", "digest": "0" * 64}
    assert record["claims"] == [
        {"id": "aaa", "use": 1, "note": 1, "text": "The fact aaa."},
        {"id": "bbb", "use": 1, "note": 2, "text": "The fact bbb."},
    ]
    assert [item["id"] for item in record["csl"]] == ["s-one", "s-two"]
    assert [note["id"] for note in record["review"]] == ["aaa", "bbb"]
    assert json.loads(json.dumps(record)) == record
    assert "nowhere" not in json.dumps(record)


def test_the_templates_of_topic_then_audience_then_all_letters_are_looked_for():
    names = ["topics/mines.md.j2", "us-state.md.j2", "letter.md.j2"]
    for number, name in enumerate(names):
        texts = {each: LETTER.replace("Re ", f"Re {each} ") for each in names[number:]}
        assert plain(drafted(templates=texts).letter.subject) == f"Re {name} mines"
    assert refused(templates={}) == ("templates/letters/letter.md.j2 is missing", "install letterkit again")


def test_what_a_template_does_not_print_is_left_out_with_that_reason():
    silent = LETTER.replace("{{ section.claims }}", "{{ section.claims[0] }}")
    draft = drafted(store(claim("aaa", "s-one"), claim("bbb", "s-one")), templates=silent)
    assert [use.id for use in draft.uses] == ["aaa"]
    assert [(each.id, each.reason) for each in draft.left_out] == [
        ("bbb", "no template block prints its slot")
    ]


def test_a_subject_of_several_lines_is_joined_and_one_that_is_no_line_is_refused():
    assert plain(drafted(templates=LETTER.replace("Re ", "Re\n  the ")).letter.subject) == "Re the mines"
    assert refused(templates=LETTER.replace("Re {{ request.subject }}", "")) == (
        "templates/letters/letter.md.j2: the block 'subject' must give one line",
        "mend the template",
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{{ section.claims }}", "- a\n  - b", "a list inside a list"),
        ("{{ section.claims }}", "{{ section.claim }}", "'dict object' has no attribute 'claim'"),
        ("{{ ask.text }}", "{{ ask.txt }}", "'dict object' has no attribute 'txt'"),
        ("{{ ask.text }}", "{{ ask.valid_from }}", "nothing is printed here"),
        ("{% endfor %}\n{% endif %}\n", "", "Unexpected end of template"),
    ],
)
def test_a_template_that_goes_wrong_is_named(old, new, fault):
    message, _ = refused(templates=LETTER.replace(old, new))
    assert message.startswith("templates/letters/letter.md.j2:")
    assert fault in message


def test_a_topic_without_wording_for_the_audience_says_what_to_add():
    about = subject_of(wording={"always": {"company": {"subject": "s", "opening": "o"}}})
    assert refused(about=about) == (
        "topic 'mines' has no wording for us-state in the phase 'always'",
        "add wording: always: us-state: in facts/topics/mines.yaml",
    )


def test_a_topic_with_an_unknown_party_is_refused_with_the_nearest_one():
    assert refused(about=subject_of(parties=["armenai"])) == (
        "unknown party 'armenai'",
        "did you mean 'armenia'?",
    )


def test_a_letter_without_evidence_is_refused():
    message, hint = refused(day="2020-10-04")
    assert message == "nothing can be cited on 2020-10-04 about 'mines'"
    assert "2020-10-05" in hint
    law = store(claim("aaa", "s-one", role="law"))
    assert refused(law, about=subject_of({"block": "law", "roles": ["law"]}))[0].startswith(
        "nothing can be cited"
    )


def test_a_letter_with_too_few_asks_is_refused_with_the_reasons():
    about = subject_of()
    expired = about.asks["us-state"][0].model_copy(update={"valid_until": parse("2020-11-01").first})
    about = about.model_copy(update={"asks": {"us-state": (*about.asks["us-state"][:2], expired)}})
    message, hint = refused(about=about)
    assert "2 asks of 'mines' hold on 2020-12-01" in message
    assert hint == "ask-0: valid until 2020-11-01"


def test_what_was_asked_for_and_could_not_be_included_is_said():
    known = store(
        claim("aaa", "s-one"), claim("bbb", "s-two", valid_until="2020-10-30"), claim("ccc", "s-one")
    )
    (finding,) = drafted(known, include=("bbb", "ccc")).findings[1:]
    assert (finding.rule, finding.severity, finding.claim) == ("not-included", "warning", "bbb")
    assert finding.message == "bbb was asked for and is not in the letter: valid until October 30, 2020"


def test_findings_of_a_plain_letter_are_those_of_its_address():
    assert [finding.rule for finding in drafted().findings] == ["holder-unknown"]
    office = recipient(holder("Ada Lovelace", "2020-12-01"))
    assert drafted(recipient=office).findings == ()


def test_the_report_has_the_keys_that_programs_rely_on():
    draft = drafted(store(claim("aaa", "s-one"), claim("bbb", "s-one", topics=["floods"])))
    report = as_report(draft, ["a.docx"], draft.findings)
    assert report["paths"] == ["a.docx"]
    assert (report["date"], report["recipient"], report["topic"]) == ("2020-12-01", "the-office", "mines")
    assert report["claims"] == [{"id": "aaa", "note": 1, "text": "The fact aaa."}]
    assert report["left_out"] == [{"id": "bbb", "reason": "another topic: floods"}]
    assert report["words"] == 3 + 3 * 2
    assert [finding["rule"] for finding in report["findings"]] == ["holder-unknown"]
    assert json.loads(json.dumps(report)) == report


def test_the_same_brief_gives_the_same_letter_in_every_order_of_the_library():
    first, second = drafted(), drafted()
    assert first == second
    turned = replace(store(), sources=dict(reversed(store().sources.items())))
    assert drafted(turned).letter == first.letter


def test_a_value_of_the_store_is_plain_data_for_templates():
    seen = view(subject_of(phases=[{"id": "a", "until": "2020-11-09"}]))
    assert seen["phases"] == [{"id": "a", "until": "2020-11-09"}]
    assert seen["review_by"] is None
    assert view(claim("aaa", happened="2020-10"))["happened"] == "2020-10"
    assert view({"a": (1, 2.5, True, None)}) == {"a": [1, 2.5, True, None]}
