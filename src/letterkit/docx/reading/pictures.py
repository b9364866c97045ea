"""The pictures that a letter keeps: of its letterhead, of the head of later pages, of its signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from letterkit.docx.reading.findings import finding, quoted
from letterkit.docx.reading.roles import styled
from letterkit.letter.model import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.docx.reading.document import Block, Document, DocumentPicture
    from letterkit.docx.reading.roles import Role
    from letterkit.findings import Finding
    from letterkit.letter.model import Spot

_ALLOWED: Final = "a letter has pictures in its header, above its date, and by its signature"
_MOST: Final = 20
_KINDS: Final = (b"\x89PNG", b"\xff\xd8\xff")


def pictures(
    document: Document, blocks: Sequence[Block], named: Sequence[Role]
) -> tuple[tuple[Picture, ...], list[Finding]]:
    """Return the pictures that a letter keeps, and findings for those that it cannot or that say nothing."""
    kept: list[Picture] = []
    said: list[Finding] = []
    if len(document.pictures) > _MOST:
        message = f"{len(document.pictures)} pictures; only the first {_MOST} are looked at"
        said.append(finding("picture", "error", message, 0, _ALLOWED))
    for picture in document.pictures[:_MOST]:
        spot = _spot(picture, document, blocks, named)
        fault = _fault(picture, spot)
        if fault or spot is None:
            about = f": {quoted(picture.alternative)}" if picture.alternative else ""
            said.append(finding("picture", "error", f"{fault}{about}", picture.place, _ALLOWED))
            continue
        number = _number(picture, blocks, named) if spot == "signature" else 1
        size = picture.width, picture.height
        kept.append(Picture(picture.data, picture.alternative, *size, spot, number))
        said += [] if picture.alternative else [_undescribed(picture)]
    return tuple(kept), said


def _fault(picture: DocumentPicture, spot: Spot | None) -> str:
    """Return why a letter cannot keep a picture, or an empty string."""
    if spot is None:
        return "a picture cannot stand in the text of a letter"
    if not picture.data:
        return "a picture is not in the file itself"
    if not picture.data.startswith(_KINDS):
        return "a picture is no PNG or JPEG"
    return "" if picture.width and picture.height else "a picture does not say how large it is"


def _undescribed(picture: DocumentPicture) -> Finding:
    message = "a picture has no text for those who cannot see it"
    return finding("picture-text", "warning", message, picture.place, "right-click it in Word: Edit Alt Text")


def _spot(
    picture: DocumentPicture, document: Document, blocks: Sequence[Block], named: Sequence[Role]
) -> Spot | None:
    """Return where in the letter a picture stands, None where a letter has no pictures there."""
    if picture.part == "header":
        first = {head.name for head in document.heads if head.on_first}
        return "letterhead" if picture.name in first else "running"
    if picture.part != "body":
        return None
    own = next((styled(block) for block in document.blocks if block.place == picture.place), None)
    above = [role for block, role in zip(blocks, named, strict=True) if block.place <= picture.place]
    role = own or (above[-1] if above else "letterhead" if set(named) - {"body"} else "body")
    if role in {"close", "signature"}:
        return "signature"
    return "letterhead" if role == "letterhead" else None


def _number(picture: DocumentPicture, blocks: Sequence[Block], named: Sequence[Role]) -> int:
    """Return which signature a picture stands above, or below the last."""
    places = [block.place for block, role in zip(blocks, named, strict=True) if role == "signature"]
    above = sum(place < picture.place for place in places)
    return max(1, min(above + 1, len(places)))
