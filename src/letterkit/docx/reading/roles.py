"""Which part of a letter each paragraph is: by the name of its style, else by its form and its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from letterkit.docx.reading import forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterkit.docx.reading.document import Block

Role = Literal[
    "letterhead", "date", "delivery", "address", "subject", "salutation", "body",
    "close", "signature", "enclosures", "copies",
]  # fmt: skip
Named = "Sequence[Role | None]"

ORDER: Final[tuple[Role, ...]] = (
    "letterhead", "date", "delivery", "address", "subject", "salutation", "body",
    "close", "signature", "enclosures", "copies",
)  # fmt: skip
_ABOVE: Final = frozenset(ORDER[:6])
_BELOW: Final = frozenset(ORDER[7:])
_STYLES: Final[dict[str, Role]] = {
    "letterhead": "letterhead", "letterhead details": "letterhead", "return address": "letterhead",
    "date": "date", "delivery line": "delivery", "mailing instructions": "delivery",
    "inside address": "address", "inside address name": "address", "attention line": "address",
    "heading 1": "subject", "subject": "subject", "subject line": "subject", "reference line": "subject",
    "salutation": "salutation", "closing": "close", "signature": "signature", "signature name": "signature",
    "signature job title": "signature", "signature company": "signature",
    "enclosures": "enclosures", "enclosure": "enclosures", "copies": "copies", "cc list": "copies",
}  # fmt: skip
_FARTHEST: Final = 40  # paragraphs from the top in which a letter still greets


def styled(block: Block) -> Role | None:
    """Return the part that a paragraph's style names, None where it names none."""
    return next((_STYLES[name] for name in block.styles if name in _STYLES), None)


def _loose(block: Block) -> bool:
    """Tell whether only its form can say which part a paragraph is."""
    return styled(block) is None and block.item is None and not block.level


def roles(blocks: Sequence[Block]) -> list[Role]:
    """Return the part of each paragraph; give only those with words, in the order of the page."""
    named = [styled(block) for block in blocks]
    limit = next((index for index, role in enumerate(named) if role in _BELOW), len(blocks))
    start = _start(blocks, named, limit)
    end = _end(blocks, named, start)
    body: list[Role] = ["body"] * (end - start)
    return [*_opening(blocks[:start], named), *body, *_ending(blocks[end:], named[end:])]


def by_itself(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether an empty paragraph stood between a paragraph and the one before."""
    return index > 0 and blocks[index].place - blocks[index - 1].place > 1


def _start(blocks: Sequence[Block], named: Sequence[Role | None], limit: int) -> int:
    """Return where the body begins: behind the salutation, else behind the last part that stands above it."""
    greeting = next((index for index in range(limit) if named[index] == "salutation"), None)
    if greeting is None:
        top = range(min(limit, _FARTHEST))
        greets = (i for i in top if _loose(blocks[i]) and forms.is_salutation(blocks[i].text))
        greeting = next(greets, None)
    if greeting is None:
        return 1 + max(_tops(blocks, named, limit), default=-1)
    after = greeting + 1
    late = after < limit and "subject" not in named[:greeting] and _is_subject(blocks[after])
    return after + 1 if late else after


def _is_subject(block: Block) -> bool:
    return styled(block) == "subject" or (_loose(block) and bool(forms.subject_mark(block.text)))


def _tops(blocks: Sequence[Block], named: Sequence[Role | None], limit: int) -> Iterator[int]:
    """Yield the paragraphs that stand above the body of a letter that greets nobody."""
    dated, titled, styled_so_far = "date" in named[:limit], False, True
    for index in range(limit):
        block, role = blocks[index], named[index]
        marked = bool(forms.subject_mark(block.text))
        formed = index < _FARTHEST and _loose(block) and not (titled and marked)
        if role == "subject":  # further down it is a heading like others
            above = marked or styled_so_far
        elif role in _ABOVE:
            above = True
        else:
            above = formed and (marked or (forms.is_date(block.text) and not dated))
        titled = titled or role == "subject"
        styled_so_far = styled_so_far and role is not None
        if above:
            yield index


def _end(blocks: Sequence[Block], named: Sequence[Role | None], start: int) -> int:
    """Return where the body ends: before the close, else before the first part that stands below it."""
    rest = range(start, len(blocks))
    close = next((index for index in rest if named[index] == "close"), None)
    if close is not None:
        return close
    end = next((index for index in rest if named[index] in _BELOW), len(blocks))
    leaves = (i for i in reversed(range(start, end)) if _loose(blocks[i]) and forms.is_close(blocks[i].text))
    return next(leaves, end)


def _opening(blocks: Sequence[Block], named: Sequence[Role | None]) -> list[Role]:
    """Return the parts above the body; what has no known form is letterhead, or address below the date."""
    found = [role if role in _ABOVE else None for role in named[: len(blocks)]]
    dated, greeted = "date" in found, "salutation" in found
    for index, block in enumerate(blocks):
        if found[index] is None:
            found[index] = _formed(block, dated=dated, greeted=greeted)
            dated, greeted = dated or found[index] == "date", greeted or found[index] == "salutation"
    if dated:
        dateline = found.index("date")
    else:  # the first lines are the letterhead, if others stand apart below them
        gaps = (i for i in range(len(blocks)) if by_itself(blocks, i) and None in {found[i], found[i - 1]})
        dateline = next(gaps, 0)
    made: list[Role] = [
        role or ("letterhead" if index < dateline else "address") for index, role in enumerate(found)
    ]
    return made if "address" in made else _with_address(blocks, made, found)


def _formed(block: Block, *, dated: bool, greeted: bool) -> Role | None:
    if forms.is_date(block.text) and not dated:
        return "date"
    if forms.subject_mark(block.text):
        return "subject"
    if forms.is_delivery(block.text):
        return "delivery"
    return "salutation" if forms.is_salutation(block.text) and not greeted else None


def _with_address(blocks: Sequence[Block], made: list[Role], found: Sequence[Role | None]) -> list[Role]:
    """Take the last lines that stand apart above the date for the address, where none stands below it."""
    loose = [index for index, role in enumerate(found) if role is None]
    gaps = [index for index in loose if by_itself(blocks, index)]
    if gaps:
        for index in loose:
            made[index] = "address" if index >= gaps[-1] else made[index]
    return made


def _ending(blocks: Sequence[Block], named: Sequence[Role | None]) -> list[Role]:
    """Return the parts below the body; a line of no known form goes on with what stands above it."""
    made: list[Role] = []
    for index, block in enumerate(blocks):
        role = named[index] if named[index] in _BELOW else None
        if role is None:
            role = _last(block, made)
        made.append(role)
    return made


def _last(block: Block, made: list[Role]) -> Role:
    if not made and forms.is_close(block.text):
        return "close"
    if forms.is_enclosures(block.text):
        return "enclosures"
    if forms.is_copies(block.text):
        return "copies"
    return made[-1] if made and made[-1] != "close" else "signature"
