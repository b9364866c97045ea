"""Turns a piece of HTML into blocks in the order of the page, each with the kind that its tags give it.

Only what a reader sees is taken; a struck-out passage and the call of a note are no part of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from letterkit.archive.model import Block, Kind
from letterkit.archive.web.tags import BOLD, INLINE, is_note_call, is_unseen, kind_by_class, kind_by_tag

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_LONGEST_HEADING = 120
_LEADING_ON = {
    Kind.PARAGRAPH,
    Kind.BULLET,
    Kind.HEADING,
}  # when all of it is a link, it leads to another work
# A kind further up is stronger than one further in: a list in a menu stays a menu.
_STRENGTH = {
    kind: strength
    for strength, kind in enumerate(
        (
            Kind.PARAGRAPH,
            Kind.BULLET,
            Kind.HEADING,
            Kind.NOTE,
            Kind.CAPTION,
            Kind.PULL_QUOTE,
            Kind.ATTRIBUTION,
            Kind.BOILERPLATE,
        )
    )
}


def blocks_of(html: str) -> list[Block]:
    """Return the blocks of a piece of HTML."""
    body = LexborHTMLParser(html).body
    return walk(body) if body is not None else []


def walk(root: LexborNode) -> list[Block]:
    """Return the blocks below a node."""
    walker = _Walker(len(root.text()))
    node, end = root.child, root.mem_id
    while node is not None:
        if walker.enter(node) and node.child is not None:
            node = node.child
            continue
        walker.leave(node)
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == end:
                walker.flush()
                return walker.blocks
            walker.leave(node)
        node = node.next
    walker.flush()
    return walker.blocks


@dataclass
class _Walker:
    """Collects text up to the border of a block."""

    size: int  # characters in all, to tell a menu from the wrapper of the whole text
    blocks: list[Block] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=lambda: [Kind.PARAGRAPH])
    raised: int = 0
    bold: int = 0
    call: bool = False
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    plain: bool = False  # whether a part is not bold
    free: bool = False  # whether a part is not linked
    fresh: bool = True  # whether no block of the present kind is out yet

    def enter(self, node: LexborNode) -> bool:
        """Take a node; return whether what is in it counts."""
        tag = node.tag or ""
        if tag == "-text":
            self.text(node.text_content or "")
        if tag.startswith(("-", "!")):
            return False
        attributes = node.attributes
        if is_unseen(tag, attributes):
            return False
        if tag not in INLINE:
            self.border(node, tag, attributes)
        self.call = self.call or (self.raised > 0 and is_note_call(tag, attributes))
        self.raised += tag == "sup"
        self.bold += tag in BOLD
        self.linked += tag == "a"
        if tag == "q":
            self.parts.append("“")
        return True

    def border(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> None:
        """Begin a block; no wrapper of half the text makes it boilerplate, whatever its class says."""
        if tag == "br":
            self.parts.append("\n")
            return
        self.flush()
        named = kind_by_class(attributes)
        if named is not None and named is not Kind.PULL_QUOTE and len(node.text()) > self.size / 2:
            named = None
        kind = named or kind_by_tag(tag, attributes)
        stronger = kind is not None and _STRENGTH[kind] >= _STRENGTH[self.kinds[-1]]
        self.kinds.append(kind if kind is not None and stronger else self.kinds[-1])
        self.fresh = self.fresh or stronger

    def leave(self, node: LexborNode) -> None:
        """Close a node that was entered."""
        tag = node.tag or ""
        if tag.startswith(("-", "!")) or tag == "br" or is_unseen(tag, node.attributes):
            return
        if tag == "q":
            self.parts.append("”")
        self.bold -= tag in BOLD
        self.linked -= tag == "a"
        if tag == "sup":
            self.raised -= 1
            self.call = False
        if tag not in INLINE:
            self.flush()
            self.kinds.pop()
            self.fresh = True

    def text(self, text: str) -> None:
        if self.call:
            return
        if self.raised:
            text = text.translate(_RAISED) if text.strip().strip("+-").isdigit() else text
        if text.strip():
            self.plain = self.plain or not self.bold
            self.free = self.free or not self.linked
        self.parts.append(_WHITE.sub(" ", text))

    def flush(self) -> None:
        """End the block; an empty line in it makes two."""
        bold, linked = not self.plain, not self.free
        pieces = "".join(self.parts).split("\n")
        self.parts, self.plain, self.free = [], False, False
        lines: list[str] = []
        for line in [*(re.sub(" +", " ", piece).strip(" ") for piece in pieces), ""]:
            if line.strip():
                lines.append(line)
            elif lines:
                text = "\n".join(lines)
                self.blocks.append(Block(self._kind(text, bold=bold, linked=linked), text))
                self.fresh, lines = False, []

    def _kind(self, text: str, *, bold: bool, linked: bool) -> Kind:
        kind = self.kinds[-1]
        if linked and kind in _LEADING_ON and not text.endswith((".", "!", "?", "”")):
            return Kind.BOILERPLATE
        if kind is Kind.BULLET and not self.fresh:
            return Kind.PARAGRAPH
        if kind is Kind.PARAGRAPH and bold and is_like_heading(text):
            return Kind.HEADING
        return kind


def is_like_heading(text: str) -> bool:
    """Tell whether a text in bold print is short and open enough to be a heading."""
    return (
        len(text) <= _LONGEST_HEADING
        and "\n" not in text
        and not text.endswith((".", ":", ";", ",", "…", "!"))
    )
