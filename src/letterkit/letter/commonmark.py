"""Reads the small markup of templates with a parser of CommonMark, which knows no more than letters need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from letterkit.letter.markup import Slots, merged
from letterkit.letter.model import Block, Heading, Inline, Line, Link, ListBlock, Paragraph, Text, plain

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S")


def blocks(text: str, slots: Slots) -> Iterator[Block]:
    """Yield the blocks of rendered markup; raises ValueError for markup that letters do not have."""
    return _blocks(_Parser(slots).parse(text), slots)


class _Parser(MarkdownIt):
    """Knows the small markup alone, and addresses that stand in slots."""

    def __init__(self, slots: Slots) -> None:
        super().__init__("zero")
        self.enable(["list", "heading", "emphasis", "escape", "link", "newline"])
        self._slots = slots

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return super().normalizeLink(plain(self._slots.fill(url)))

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True  # `_line` refuses what is no address


def _blocks(tokens: list[Token], slots: Slots) -> Iterator[Block]:
    position = 0
    while position < len(tokens):
        token, end = tokens[position], _matching(tokens, position)
        if token.type == "paragraph_open":
            yield Paragraph(_line(tokens[position + 1], slots))
        elif token.type == "heading_open":
            yield Heading(_line(tokens[position + 1], slots), max(2, int(token.tag[1])))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield _list(tokens[position:end], slots, ordered=token.type.startswith("ordered"))
        else:
            raise ValueError(f"a letter has no {token.type.removesuffix('_open')}")
        position = end + 1


def _matching(tokens: list[Token], start: int) -> int:
    """Return the index of the token that closes the one at `start`."""
    if tokens[start].nesting != 1:
        return start
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    return len(tokens) - 1


def _list(tokens: list[Token], slots: Slots, *, ordered: bool) -> ListBlock:
    if any(token.type.endswith("list_open") for token in tokens[1:]):
        raise ValueError("a list inside a list")
    starts = [number for number, token in enumerate(tokens) if token.type == "list_item_open"]
    items = [tokens[start + 1 : _matching(tokens, start)] for start in starts]
    return ListBlock(tuple(_item(item, slots) for item in items), ordered)


def _item(tokens: list[Token], slots: Slots) -> Line:
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        raise ValueError("an item of a list that is not one paragraph")
    return _line(tokens[1], slots)


def _line(inline: Token, slots: Slots) -> Line:
    content: list[Inline] = []
    look = Text("")
    around: list[Inline] = []
    url = ""
    for child in inline.children or []:
        opens = child.nesting == 1
        if child.type in {"strong_open", "strong_close"}:
            look = replace(look, bold=opens)
        elif child.type in {"em_open", "em_close"}:
            look = replace(look, italic=opens)
        elif child.type == "link_open":
            around, content, url = content, [], _address(child)
        elif child.type == "link_close":
            content = [*around, *_linked(content, url)]
        else:
            text = " " if child.type in {"softbreak", "hardbreak"} else child.content
            content += [_styled(part, look) for part in slots.fill(text)]
    return merged(content)


def _address(link: Token) -> str:
    url = str(link.attrs["href"])
    if not _ADDRESS.match(url):
        raise ValueError(f"a link leads to '{url}', which is no address of the web, of mail or telephone")
    return url


def _styled(part: Inline, look: Text) -> Inline:
    if not isinstance(part, Text):
        return part
    return replace(part, bold=part.bold or look.bold, italic=part.italic or look.italic)


def _linked(content: list[Inline], url: str) -> Iterator[Inline]:
    """Yield the text inside a link as links; a claim or a placeholder there stays what it is."""
    for is_text, parts in groupby(merged(content), lambda part: isinstance(part, Text)):
        if is_text:
            yield Link(url, tuple(part for part in parts if isinstance(part, Text)))
        else:
            yield from parts
