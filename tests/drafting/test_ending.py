"""What stands below the close: signatures, who joins them, enclosures and copies."""

from dataclasses import replace
from datetime import date

from tests.drafting.conftest import starter_library

from letterkit.docx.read import read
from letterkit.docx.write import write
from letterkit.drafting.brief import brief
from letterkit.drafting.draft import draft_letter
from letterkit.drafting.ending import copies, counted, enclosures, in_order, signatures, twice
from letterkit.letter.markdown import write as markdown
from letterkit.letter.model import plain
from letterkit.library.disk.locate import starter
from letterkit.library.disk.texts import template_source
from letterkit.library.model import Sender, Signatory

FOR_IDENTIFICATION = "Affiliation for identification only."
COALITION = (
    Signatory(name="The Zebra Fund", kind="organisation"),
    Signatory(
        name="Jane Doe",
        title="Professor of Law",
        organisation="Example University",
        footnote=FOR_IDENTIFICATION,
    ),
    Signatory(
        name="Élan International", kind="organisation", footnote="Signs for its United States section."
    ),
    Signatory(name="A Better World", kind="organisation"),
    Signatory(name="Abel Roe", title="Lawyer", sort_as="Roe", footnote=FOR_IDENTIFICATION),
)


def sender(*coalition, **more):
    lead = Signatory(name="Ada Brook", title="Director", organisation="Example Watch")
    return Sender(id="x", name="X", constituency="us", signatories=(lead,), coalition=coalition, **more)


def test_those_who_sign_come_first_and_those_who_join_them_in_one_counted_list():
    assert signatures(sender(*COALITION)) == (
        ("Ada Brook", "Director", "Example Watch"),
        (
            "Joined by 3 organizations and 2 individuals:",
            "A Better World",
            "Élan International*",
            "The Zebra Fund",
            "Jane Doe, Professor of Law, Example University†",
            "Abel Roe, Lawyer†",
            "* Signs for its United States section.",
            f"† {FOR_IDENTIFICATION}",
        ),
    )


def test_a_sender_without_a_coalition_signs_as_before():
    assert signatures(sender()) == (("Ada Brook", "Director", "Example Watch"),)
    noted = Signatory(name="Ada Brook", footnote=FOR_IDENTIFICATION)
    alone = sender().model_copy(update={"signatories": (noted,)})
    assert signatures(alone) == (("Ada Brook*", f"* {FOR_IDENTIFICATION}"),)


def test_articles_accents_and_case_do_not_count_in_the_order():
    names = ["the apple fund", "Étude", "An Estate", "Zebra", "A Dune"]
    listed = [Signatory(name=name, kind="organisation") for name in names]
    assert [who.name for who in in_order(listed)] == [
        "the apple fund",
        "A Dune",
        "An Estate",
        "Étude",
        "Zebra",
    ]


def test_the_count_speaks_of_one_and_of_many():
    one, two = COALITION[0], COALITION[2]
    assert counted([one]) == "1 organization"
    assert counted([one, two]) == "2 organizations"
    assert counted([COALITION[1]]) == "1 individual"
    assert counted([]) == ""


def test_more_footnotes_than_marks_double_the_marks():
    many = [
        Signatory(name=f"N{number}", kind="organisation", footnote=f"note {number}") for number in range(6)
    ]
    assert signatures(sender(*many))[-1][-1] == "** note 5"


def test_who_signs_twice_is_named_since_the_count_would_be_wrong():
    doubled = sender(
        *COALITION, Signatory(name="Zebra Fund", kind="organisation"), Signatory(name="Ada Brook")
    )
    assert [finding.message for finding in twice(doubled)] == [
        "'The Zebra Fund' signs twice for 'x'",
        "'Ada Brook' signs twice for 'x'",
    ]
    assert list(twice(sender(*COALITION))) == []


def test_enclosures_are_counted_and_copies_headed():
    assert enclosures([]) == ()
    assert enclosures(["A report"]) == ("Enclosure: A report",)
    assert enclosures(["A report", "A\nlist", " "]) == ("Enclosures (2)", "A report", "A list")
    assert copies(["Somebody, Office"]) == ("cc: Somebody, Office",)
    assert copies(["Somebody", "Else"]) == ("cc:", "Somebody", "Else")


def letter():
    library = starter_library()
    asked = brief(
        library,
        to="state-dept",
        topic="cluster-munitions",
        day=date(2020, 10, 30),
        enclosures=["Second report"],
        copies=["Somebody, National Security Council"],
        remarks=["You said so in March."],
    )
    many = asked.sender.model_copy(update={"coalition": COALITION, "enclosures": ("First report",)})
    return draft_letter(library, replace(asked, sender=many), template_source(starter())).letter


def test_the_letter_has_them_in_their_places_and_remarks_before_the_asks():
    made = letter()
    assert [plain(line) for line in made.enclosures] == ["Enclosures (2)", "First report", "Second report"]
    assert [plain(line) for line in made.copies] == ["cc: Somebody, National Security Council"]
    assert plain(made.signatures[1][0]) == "Joined by 3 organizations and 2 individuals:"
    text = markdown(made)
    assert text.index("You said so in March.") < text.index("we urge")


def test_what_is_written_into_a_docx_is_read_back():
    made = letter()
    look = (starter() / "templates/letters/letterhead.docx").read_bytes()
    back, findings = read(write(made, look))
    assert (back.addressees, back.signatures) == (made.addressees, made.signatures)
    assert (back.enclosures, back.copies) == (made.enclosures, made.copies)
    assert findings == []
