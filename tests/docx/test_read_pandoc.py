"""Files that pandoc made: our letter as pandoc writes it again, and a letter that somebody wrote in Markdown."""

from tests.docx.letters import LOOK, two_pages
from tests.docx.made import rules
from tests.docx.test_read_libreoffice import calls
from tests.tools import pandoc_docx

from letterkit.docx.read import read
from letterkit.docx.write import write
from letterkit.letter.model import Link, ListBlock, Text, block_lines, plain, walk

MARKDOWN = """Dear Ms. Smith:

At least *42* civilians[^1] were killed, says [a report](https://example.org/r).

1. one
2. two

- a

[^1]: Source, in **bold**, <https://example.org>.

    Its second paragraph.

| place | dead |
|-------|------|
| Ganja | 21   |

Sincerely,
"""


def test_our_letter_has_all_its_words_and_notes_after_pandoc_has_written_it(tmp_path):
    file = tmp_path / "letter.docx"
    file.write_bytes(write(two_pages(), LOOK))
    letter, findings = read(pandoc_docx(file).read_bytes())
    ours = two_pages()
    for part in ("date", "subject", "salutation", "close", "delivery"):
        assert plain(getattr(letter, part)) == plain(getattr(ours, part))
    assert [plain(each) for stack in letter.addressees for each in stack] == [
        plain(each) for stack in ours.addressees for each in stack
    ]
    assert [(plain(each), calls(each)) for each in block_lines(letter.body)] == [
        (plain(each), calls(each)) for each in block_lines(ours.body)
    ]
    assert [plain(note.content) for note in letter.notes] == [plain(note.content) for note in ours.notes]
    assert {each.rule for each in findings} == {"part-misplaced"}


def test_a_letter_written_in_markdown_is_read_and_its_table_is_named(tmp_path):
    file = tmp_path / "letter.md"
    file.write_text(MARKDOWN, encoding="utf-8")
    letter, findings = read(pandoc_docx(file).read_bytes())
    text, ordered, bullets, *cells = letter.body
    assert plain(text.content) == "At least 42 civilians were killed, says a report."
    assert Text("42", italic=True) in text.content
    assert Link("https://example.org/r", (Text("a report"),)) in text.content
    assert (ordered, bullets) == (
        ListBlock(((Text("one"),), (Text("two"),)), ordered=True),
        ListBlock(((Text("a"),),)),
    )
    assert [plain(each.content) for each in cells] == ["place", "dead", "Ganja", "21"]
    [note] = letter.notes
    assert plain(note.content) == "Source, in bold, https://example.org.\nIts second paragraph."
    assert [part.url for part in walk(note.content) if isinstance(part, Link)] == ["https://example.org"]
    assert [each for each in rules(findings) if each[1] == "error"] == [("table", "error", 6)]
