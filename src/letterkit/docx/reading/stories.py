"""Notes and comments: what their parts hold, by the ids that the text refers to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from letterkit.docx.reading import fields, flow
from letterkit.docx.reading.document import Comment, DocumentNote
from letterkit.docx.reading.joins import joined
from letterkit.docx.reading.lines import line, merged
from letterkit.docx.reading.names import whole
from letterkit.docx.reading.pieces import Piece
from letterkit.docx.reading.state import State
from letterkit.docx.xml import w
from letterkit.letter.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from letterkit.docx.reading.document import View
    from letterkit.docx.reading.package import Package
    from letterkit.docx.reading.pieces import Mark
    from letterkit.docx.reading.styles import Styles
