"""Pictures in a DOCX: above the letterhead, in the head of later pages, above signatures."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from letterkit.docx.parts import add_part
from letterkit.docx.xml import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.opc.part import Part

    from letterkit.letter.model import Picture

_EMU: Final = 12700  # English metric units in a point
_FIRST: Final = 9001  # numbers that the drawings of no look will have
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACED: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PNG: Final = b"\x89PNG"


class Pictures:
    """Writes pictures as runs of one document, each with its alternative text."""

    def __init__(self) -> None:
        self._numbers = count(_FIRST)

    def runs(self, pictures: Iterable[Picture], part: Part) -> str:
        """Return the runs of pictures that stand in a part, which from then on relates to them."""
        return "".join(self._run(picture, part) for picture in pictures)

    def _run(self, picture: Picture, part: Part) -> str:
        number = next(self._numbers)
        kind = "png" if picture.data.startswith(_PNG) else "jpeg"
        made = add_part(part, f"/word/media/letter{number}.{kind}", f"image/{kind}", RT.IMAGE, picture.data)
        size = f'cx="{round(picture.width * _EMU)}" cy="{round(picture.height * _EMU)}"'
        shown = _shown(part.relate_to(made, RT.IMAGE), size)
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="{number}" name="Picture {number}" '
            f'descr="{escape(picture.alternative)}"/>{shown}</wp:inline></w:drawing></w:r>'
        )


def _shown(relation: str, size: str) -> str:
    return (
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        '<pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
