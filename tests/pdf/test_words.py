"""HTML, PDF and Markdown say the same words in the same order."""

import re

import pypdfium2
from lxml import html as lxml_html
from tests.pdf.letters import CSS, EVERY_LETTER, LETTERS, draw, tagged_text, words

from letterkit.letter import markdown
from letterkit.letter.model import Letter
from letterkit.pdf import html


def html_words(letter: Letter) -> tuple[list[str], list[str]]:
    """Return the words of the stand-alone page: those of the letter, those of its notes."""
    page = lxml_html.fromstring(html.write(letter, CSS))
    notes = page.find("body/section")
    notes.getparent().remove(notes)
    for number, item in enumerate(page.findall("body/main/ol/li"), 1):
        item.text = f"{number}. {item.text}"  # which a browser prints
    return words(" ".join(page.find("body").itertext())), words(" ".join(notes.itertext()))


@EVERY_LETTER
def test_markdown_says_what_html_says(letter):
    text, notes = html_words(letter)
    printed = re.sub(r"\]\(<[^>]*>\)", "]", markdown.write(letter))  # without where its links lead
    assert words(printed) == text + notes


@EVERY_LETTER
def test_the_tags_of_the_pdf_say_what_html_says(letter, tmp_path):
    text, notes = html_words(letter)
    tagged = tagged_text(draw(letter, tmp_path))
    expected = (text, notes) if letter.notes_kind == "footnotes" else (text + notes, [])
    assert tuple(words(part) for part in tagged) == expected


def test_the_printed_page_says_what_html_says(tmp_path):
    letter = LETTERS["endnotes"]
    with pypdfium2.PdfDocument(draw(letter, tmp_path)) as pdf:
        pages = [words(page.get_textpage().get_text_bounded()) for page in pdf]
    for number, page in enumerate(pages[1:], 2):
        head = words(" ".join(letter.running) + f" Page {number}")
        assert page[-len(head) :] == head  # drawn last, outside the text that is read aloud
        del page[-len(head) :]
    text, notes = html_words(letter)
    assert [word for page in pages for word in page] == text + notes
