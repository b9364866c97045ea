"""The pictures that a letter keeps, those of its header, letterhead and signature; all others are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from letterkit.docx.reading.findings import finding, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letterkit.docx.reading.document import Block, Picture
    from letterkit.docx.reading.roles import Role
    from letterkit.findings import Finding

Zone = Literal["header", "letterhead", "signature"]

_ALLOWED: Final = "a letter has pictures in its header, above its date, and by its signature"


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture with the part of the letter that it stands in."""

    zone: Zone
    picture: Picture


def keep(
    pictures: Iterable[Picture], blocks: Sequence[Block], named: Sequence[Role]
) -> tuple[tuple[KeptPicture, ...], list[Finding]]:
    """Return the pictures that a letter keeps, and findings for those that it cannot or that say nothing."""
    kept: list[KeptPicture] = []
    said: list[Finding] = []
    for picture in pictures:
        zone = _zone(picture, blocks, named)
        about = f": {quoted(picture.alt)}" if picture.alt else ""
        if zone is None:
            message = f"a picture cannot stand in the text of a letter{about}"
            said.append(finding("picture", "error", message, picture.place, _ALLOWED))
        elif not picture.data:
            message = f"a picture is not in the file itself{about}"
            said.append(finding("picture", "error", message, picture.place, "insert it, do not link to it"))
        else:
            kept.append(KeptPicture(zone, picture))
            said += [] if picture.alt else [_undescribed(picture)]
    return tuple(kept), said


def _undescribed(picture: Picture) -> Finding:
    message = "a picture has no text for those who cannot see it"
    return finding("picture-text", "warning", message, picture.place, "right-click it in Word: Edit Alt Text")


def _zone(picture: Picture, blocks: Sequence[Block], named: Sequence[Role]) -> Zone | None:
    """Return the part of the letter that a picture stands in, None where a letter has no pictures there."""
    if picture.part == "header":
        return "header"
    if picture.part != "body":
        return None
    above = [role for block, role in zip(blocks, named, strict=True) if block.place <= picture.place]
    if not above or above[-1] == "letterhead":
        return "letterhead" if any(role != "body" for role in named) else None
    return "signature" if above[-1] in {"close", "signature"} else None
