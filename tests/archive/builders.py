"""Builders for works, so that a test says only what it is about."""

from letterkit.archive import Block, Kind, Work


def work(*blocks: str | Block, item: str | None = None) -> Work:
    return Work(item, "A title", None, tuple(b if isinstance(b, Block) else paragraph(b) for b in blocks))


def paragraph(text: str) -> Block:
    return Block(Kind.PARAGRAPH, text)


def heading(text: str) -> Block:
    return Block(Kind.HEADING, text)


def pull_quote(text: str) -> Block:
    return Block(Kind.PULL_QUOTE, text)


def caption(text: str) -> Block:
    return Block(Kind.CAPTION, text)
