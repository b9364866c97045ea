"""The finished objects of a PDF, each turned into bytes once.

The identifier that PDF/A asks for is made of all objects, and pydyf turns each into bytes, and compresses it,
once for the identifier and once for the file.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any


def keep(pdf: Any) -> None:
    """Turn the objects of a PDF into bytes; nothing may change in them afterwards."""
    kept = _kept()
    pdf.objects[:] = [each if each.free == "f" else kept(each) for each in pdf.objects]


@cache
def _kept() -> Any:
    theirs: Any = importlib.import_module("pydyf").Object

    class Kept(theirs):  # type: ignore[misc] # a class of a module that has no types
        data = b""
        compressible = False

        def __init__(self, made: Any) -> None:
            super().__init__()
            self.number, self.generation = made.number, made.generation
            self.data, self.compressible = made.data, made.compressible

    return Kept
