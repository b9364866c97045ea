"""Letters at random, for what must hold of every letter.

Left out is only what a page cannot hold apart, or what the writer refuses:

- a row break inside an address, a signature, a letterhead line: there a break begins the next row
- parts without words: an empty paragraph is white space, which people add and no letter means
- the kind of notes where there are no notes
- square brackets in text that stands beside a placeholder: they are what a placeholder is known by
- two neighbouring links to one address, two texts of one look: programs split both at will
- addresses of links with characters that the writer must escape
- claims without words, and one use of a claim at two places, which the writer refuses
- parts of the running head that are blank or hold tabs and breaks, which part them
- a body paragraph that looks like a date, a subject line, a greeting, a close, where the letter lacks that part
- pictures in another order than the page shows them, and a signature's picture where nobody signs
- headings of level 1, and of levels that the look does not know
- characters that no Word file can hold, and those of symbol fonts, which the reader names as a fault
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import assume
from hypothesis import strategies as st

from letterkit.docx.reading import forms
from letterkit.docx.reading.lines import merged
from letterkit.letter.model import (
    Claim,
    Heading,
    Letter,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Paragraph,
    Picture,
    Placeholder,
    Text,
    plain,
)

SYMBOLS = "".join(map(chr, range(0xF020, 0xF100)))
WORDS = st.sampled_from(
    [
        "At least 21 civilians", "October\xa017, 2020", " appears to have ", "«Smerch»", "Re: ", "cc:", "Dear",
        "Sincerely,", "Əliyev çağırıldı", "Շահումյան", "Геннадий", "محمد علي 7", "שלום", "anti\u2011personnel",
        "co\xadoperate", "  double  ", "<b> & \"]]>' {{ 7*7 }}", "\u2028", "😀", "\u200f", "e\u0301", "1.", "•",
        "\ue000", "Page 2", "\u2060",
    ]
)  # fmt: skip
LETTERS = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=f"[]\ufffe\uffff{SYMBOLS}"),
    min_size=1,
    max_size=12,
)
ADDRESSES = st.builds(
    "{}{}".format,
    st.sampled_from(
        ["https://example.org/", "http://a.example/x?y=1&z=2#", "mailto:a@b.example?x=", "https://x/%20"]
    ),
    st.text("abcXYZ019-._~:/?#@!$&'()*+,;=%", max_size=8),
)
IDS = st.from_regex(r"\A[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}\Z")


def texts(signs: str = "") -> st.SearchStrategy[Text]:
    """Texts of any look; `signs` are the breaks and tabs that may stand in them."""
    characters = st.one_of(LETTERS, WORDS, *([st.sampled_from(signs)] if signs else []))
    words = st.lists(characters, min_size=1, max_size=3).map("".join)
    return st.builds(Text, words, st.booleans(), st.booleans())


PLACEHOLDERS = st.text("abc ABC.,é'", min_size=1, max_size=12).map(lambda text: Placeholder(f"[{text}]"))
LINKS = st.builds(Link, ADDRESSES, st.lists(texts(), min_size=1, max_size=3).map(lambda parts: normal(parts)))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    children = draw(st.lists(st.one_of(texts("\n\t"), PLACEHOLDERS, LINKS), min_size=1, max_size=4))
    return Claim(draw(IDS), normal(children))


def lines(signs: str = "", *, calls: bool = False) -> st.SearchStrategy[tuple]:
    """Lines with words, as any part of a letter may hold them."""
    parts = [texts(signs), texts(signs), PLACEHOLDERS, LINKS, claims()]
    if calls:
        parts.append(st.just(NoteRef(0)))
    return st.lists(st.one_of(parts), min_size=1, max_size=5).map(normal).filter(says_something)


def normal(content) -> tuple:
    """Return a line as one page can be read in one way only."""
    made = []
    for part in merged(content):
        last = made[-1] if made else None
        if isinstance(part, Link) and isinstance(last, Link) and part.url == last.url:
            made[-1] = Link(part.url, tuple(merged([*last.children, *part.children])))
        else:
            made.append(part)
    return tuple(made)


def says_something(line: tuple) -> bool:
    return bool(plain(line).strip())


ROW = lines()
LINE = lines("\n\t")
CALLING = lines("\n\t", calls=True)
ROWS = st.lists(ROW, max_size=3).map(tuple)
STACKS = st.lists(st.lists(ROW, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)
PART = st.one_of(st.just(()), CALLING)
ITEMS = st.lists(CALLING, min_size=1, max_size=4).map(tuple)
BLOCK = st.one_of(
    CALLING.map(Paragraph),
    CALLING.map(Paragraph),
    st.builds(Heading, CALLING, st.sampled_from([2, 3])),
    st.builds(ListBlock, ITEMS, st.booleans()),
)
BODY = st.lists(BLOCK, max_size=6).map(tuple)
PNG = b"\x89PNG\r\n\x1a\n"
SIZE = st.integers(1, 2000).map(lambda quarters: quarters / 4)
RUNNING = st.lists(LETTERS.filter(str.strip), max_size=3).map(tuple)
LANGUAGE = st.sampled_from(["en-US", "az-Latn-AZ", "hy-AM", "fr-FR"])


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """Any letter that a page can hold."""
    letter = Letter(
        letterhead=draw(ROWS),
        date=draw(PART),
        addressees=draw(STACKS),
        subject=draw(PART),
        salutation=draw(PART),
        body=draw(BODY),
        close=draw(PART),
        signatures=draw(STACKS),
        delivery=draw(PART),
        enclosures=draw(ROWS),
        copies=draw(ROWS),
        running=draw(RUNNING),
        language=draw(LANGUAGE),
        record={"brief": {"to": "state-dept"}},
    )
    letter = replace(letter, pictures=tuple(draw(pictures(len(letter.signatures)))))
    assume(not any(looks_like_a_missing_part(block, letter) for block in letter.body))
    return with_notes(draw, letter)


@st.composite
def pictures(draw: st.DrawFn, signatures: int) -> list[Picture]:
    """Pictures for any spot, in the order of the page; the head of later pages comes last."""
    spots = [
        ("letterhead", 1),
        *(("signature", number) for number in range(1, signatures + 1)),
        ("running", 1),
    ]
    chosen = draw(st.lists(st.sampled_from(range(len(spots))), max_size=3))
    data = st.binary(max_size=4).map(lambda rest: PNG + rest)
    return [
        Picture(draw(data), draw(LETTERS), draw(SIZE), draw(SIZE), *spots[index]) for index in sorted(chosen)
    ]


def looks_like_a_missing_part(block, letter: Letter) -> bool:
    """Tell whether the reader, finding no paragraph of a part's style, may take this one for that part."""
    text = plain(block.content) if isinstance(block, Paragraph) else ""
    return bool(
        (not letter.date and forms.is_date(text))
        or (not letter.delivery and forms.is_delivery(text))
        or (not letter.subject and forms.subject_mark(text))
        or (not letter.salutation and forms.is_salutation(text))
        or (not letter.close and forms.is_close(text))
    )


def with_notes(draw: st.DrawFn, letter: Letter) -> Letter:
    """Number calls and uses of claims in the order of the page, and give each call its note."""
    numbers, uses = count(1), {}
    letter = renumbered(letter, numbers, uses)
    called = next(numbers) - 1
    notes = [Note(number, renumbered(draw(LINE), numbers, uses)) for number in range(1, called + 1)]
    kind = draw(st.sampled_from(["footnotes", "endnotes"])) if notes else "footnotes"
    return replace(letter, notes=tuple(notes), notes_kind=kind)


def renumbered(value, numbers, uses: dict[str, int]):
    """Return a value with its calls and its uses of claims counted, in the order of `letter_lines`."""
    match value:
        case NoteRef():
            return NoteRef(next(numbers))
        case Claim(id, children):
            uses[id] = uses.get(id, 0) + 1
            return Claim(id, children, uses[id])
        case Letter():
            order = ("letterhead", "date", "delivery", "addressees", "subject", "salutation", "body", "close",
                     "signatures", "enclosures", "copies")  # fmt: skip
            return replace(value, **{name: renumbered(getattr(value, name), numbers, uses) for name in order})
        case Paragraph(content) | Heading(content):
            return replace(value, content=renumbered(content, numbers, uses))
        case ListBlock(items):
            return replace(value, items=renumbered(items, numbers, uses))
        case tuple():
            return tuple(renumbered(each, numbers, uses) for each in value)
    return value
