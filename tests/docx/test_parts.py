import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from tests.docx.letters import LOOK, letter, two_pages
from tests.docx.make_letterhead import letterhead
from tests.docx.reading import changed, members, paragraphs, part

from letterkit.docx.write import write
from letterkit.docx.xml import w
from letterkit.errors import LetterkitError
from letterkit.letter.model import line, paragraph

# The smallest picture: one white pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082"
)


def restyled(change):
    """Return the look after somebody changed it with python-docx."""
    document = docx.Document(io.BytesIO(LOOK))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_the_shipped_look_is_what_its_script_makes():
    assert members(letterhead()) == members(LOOK)


def test_the_look_s_own_words_and_notes_are_not_in_the_letter():
    written = write(letter(paragraph("Body.")), LOOK)
    assert paragraphs(written) == [("Body Text", "Body.")]
    assert b"specimen" not in b"".join(members(written).values())


def test_a_picture_above_the_letterhead_stays_and_the_words_beside_it_go():
    def add_logo(document):
        first = document.paragraphs[0].insert_paragraph_before("sample ")
        first.add_run().add_picture(io.BytesIO(PICTURE))

    written = write(letter(letterhead=(line("Organization"),)), restyled(add_logo))
    assert paragraphs(written) == [("", ""), ("Letterhead", "Organization")]
    assert len(list(part(written).iter(w("drawing")))) == 1
    assert members(written)["word/media/image1.png"] == PICTURE


def test_a_picture_in_the_header_of_the_first_page_stays():
    def add_logo(document):
        header = document.sections[0].first_page_header
        header.paragraphs[0].add_run().add_picture(io.BytesIO(PICTURE))

    written = write(two_pages(), restyled(add_logo))
    assert members(written)["word/media/image1.png"] == PICTURE
    assert len(list(part(written, "word/header2.xml").iter(w("drawing")))) == 1


def test_a_changed_style_shows_in_the_letter():
    def enlarge(document):
        document.styles["Body Text"].font.size = docx.shared.Pt(12)

    written = write(two_pages(), restyled(enlarge))
    (style,) = (each for each in part(written, "word/styles.xml") if each.get(w("styleId")) == "BodyText")
    assert style.find(f"{w('rPr')}/{w('sz')}").get(w("val")) == "24"


def test_styles_are_found_by_name_since_their_ids_change_with_word_s_language():
    ids = [("word/styles.xml", 'w:styleId="BodyText"', 'w:styleId="Textkörper&amp;"')]
    look = LOOK
    for name, old, new in ids:
        look = changed(look, name, (old, new))
    look = changed(look, "word/styles.xml", ('<w:name w:val="Date"/>', '<w:name w:val="date"/>'))
    written = write(letter(paragraph("Body."), date=line("October 21, 2020")), look)
    assert paragraphs(written) == [("date", "October 21, 2020"), ("Body Text", "Body.")]


def test_names_files_and_comments_of_those_who_made_the_look_stay_behind():
    def leave_traces(document):
        document.core_properties.author = "Staff Member"
        document.core_properties.last_modified_by = "Staff Member"
        document.core_properties.created = datetime(2019, 5, 5, tzinfo=UTC)
        document.add_comment(document.paragraphs[0].runs[0], "internal", author="Staff Member", initials="SM")

    look = restyled(leave_traces)
    path = '<w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:zoom'
    look = changed(look, "word/settings.xml", ("<w:zoom", path))
    written = members(write(two_pages(), look))
    everything = b"".join(written.values())
    assert not [
        trace
        for trace in (b"Staff", b"internal", b"2019-05-05", b"attachedTemplate", b"00AB12CD")
        if trace in everything
    ]
    assert not any("comments" in name for name in written)


@pytest.mark.parametrize(
    "broken",
    [b"", b"not a zip", LOOK[:3000], LOOK[:200] + b"\0" * 400 + LOOK[600:]],
    ids=["nothing", "text", "half", "damaged"],
)
def test_a_look_that_is_no_word_document_is_refused(broken):
    with pytest.raises(LetterkitError, match="The look is no Word document") as refused:
        write(two_pages(), broken)
    assert "docx" in refused.value.hint


def test_a_word_template_is_refused_with_a_way_out():
    template = changed(LOOK, "[Content_Types].xml", ("document.main+xml", "template.main+xml"))
    with pytest.raises(LetterkitError, match="neither as a template"):
        write(two_pages(), template)


def test_another_zip_file_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("x.txt", "x")
    with pytest.raises(LetterkitError, match="no Word document"):
        write(two_pages(), made.getvalue())


def test_a_look_that_lacks_a_style_is_refused_by_the_style_s_name():
    look = changed(LOOK, "word/styles.xml", ('"Inside Address"', '"Empfänger"'))
    with pytest.raises(LetterkitError) as refused:
        write(two_pages(), look)
    assert refused.value.message == "The look has no style “Inside Address”."
    assert "templates/letters/letterhead.docx" in refused.value.hint
