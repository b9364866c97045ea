"""Which part of a letter each paragraph is: by the name of its style, else by its form and its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from letterkit.docx.reading import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from letterkit.docx.reading.document import Block

Role = Literal[
    "letterhead", "date", "delivery", "address", "subject", "salutation", "body",
    "close", "signature", "enclosures", "copies",
]  # fmt: skip

ORDER: Final[tuple[Role, ...]] = (
    "letterhead", "date", "delivery", "address", "subject", "salutation", "body",
    "close", "signature", "enclosures", "copies",
)  # fmt: skip
_OPENING: Final = frozenset(ORDER[:6])
_ENDING: Final = frozenset(ORDER[7:])
_STYLES: Final[dict[str, Role]] = {
    "letterhead": "letterhead", "letterhead details": "letterhead", "return address": "letterhead",
    "company name": "letterhead", "date": "date", "delivery line": "delivery", "mailing instructions": "delivery",
    "inside address": "address", "inside address name": "address", "attention line": "address",
    "heading 1": "subject", "subject": "subject", "subject line": "subject", "reference line": "subject",
    "salutation": "salutation", "closing": "close", "signature": "signature", "signature name": "signature",
    "signature job title": "signature", "signature company": "signature",
    "enclosures": "enclosures", "enclosure": "enclosures", "copies": "copies", "cc list": "copies",
}  # fmt: skip
_FARTHEST: Final = 40  # paragraphs from the top where a letter may still greet


def styled(block: Block) -> Role | None:
    """Return the part that a paragraph's style names, None where it names none."""
    return next((_STYLES[name] for name in block.styles if name in _STYLES), None)


def roles(blocks: Sequence[Block]) -> list[Role]:
    """Return the part of each paragraph; give only those with words, in the order of the page."""
    named = [styled(block) for block in blocks]
    start = _start(blocks, named)
    end = _end(blocks, named, start)
    opening = _opening(blocks[:start], named[:start])
    body: list[Role] = ["body"] * (end - start)
    return [*opening, *body, *_ending(blocks[end:], named[end:])]


def _start(blocks: Sequence[Block], named: Sequence[Role | None]) -> int:
    """Return where the body begins: behind the salutation, else behind the last part that stands above it."""
    endings = [index for index, role in enumerate(named) if role in _ENDING]
    above = range(min([*endings[:1], len(blocks)]))
    greeting = next((index for index in above if named[index] == "salutation"), None)
    if greeting is None:
        greeting = _first(blocks[: min(len(above), _FARTHEST)], named, forms.is_salutation)
    if greeting is None:
        return 1 + max((index for index in above if _stands_above(blocks, named, index)), default=-1)
    after = greeting + 1
    while after < len(above) and (named[after] == "salutation" or _late_subject(blocks[after], named[:after])):
        after += 1
    return after


def _stands_above(blocks: Sequence[Block], named: Sequence[Role | None], index: int) -> bool:
    if named[index] == "subject":  # a heading of level 1 further down is a heading
        return not any(role is None and block.item is None for role, block in zip(named[:index], blocks, strict=False)) or bool(forms.subject_mark(blocks[index].text))
    if named[index] in _OPENING:
        return True
    text = blocks[index].text
    return index < _FARTHEST and named[index] is None and (forms.is_date(text) or bool(forms.subject_mark(text)))


def _late_subject(block: Block, before: Sequence[Role | None]) -> bool:
    return "subject" not in before and bool(forms.subject_mark(block.text))


def _end(blocks: Sequence[Block], named: Sequence[Role | None], start: int) -> int:
    """Return where the body ends: before the close, else before the first part that stands below it."""
    below = range(start, len(blocks))
    closes = [index for index in below if named[index] == "close"]
    endings = [index for index in below if named[index] in _ENDING]
    taken = [index for index in below if named[index] is None and forms.is_close(blocks[index].text)]
    return next(iter([*closes, *endings[:1], *taken[-1:]]), len(blocks)) if not (endings and taken) else min(endings[0], taken[-1])
