"""Pictures on their way into a page: decoded and drawn anew, so that nothing travels with what is seen.

A photograph may carry where and when it was taken and by whom, a drawing who drew it.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from letterkit.errors import LetterkitError
from letterkit.letter.model import Picture

FORMATS = ("PNG", "JPEG")
MEDIA_TYPE = "image/png"  # what each of them becomes
MOST_PIXELS = 25_000_000
SHARPNESS = 300 / 72  # pixels in a point on paper, more than which nobody sees
SCHEME = "letterkit-picture:"


def address(picture: Picture) -> str:
    """Return the address by which a page to be drawn asks for a picture."""
    return f"{SCHEME}{hashlib.sha256(picture.data).hexdigest()}/{picture.width:.0f}"


def embedded(picture: Picture) -> str:
    """Return an address that carries the picture itself, for a page that stands alone."""
    return f"data:{MEDIA_TYPE};base64,{base64.b64encode(clean(picture)).decode()}"


def clean(picture: Picture) -> bytes:
    """Return a picture as a PNG of nothing but its colors; raise LetterkitError if it is no picture."""
    library: Any = importlib.import_module("PIL.Image")
    try:
        with _strict(), library.open(io.BytesIO(picture.data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _unusable(picture, f"has {image.width} × {image.height} points")
            return _encoded(image, picture)
    except (OSError, SyntaxError, ValueError, library.DecompressionBombError) as error:
        raise _unusable(picture, "is no PNG or JPEG that can be read") from error


@contextmanager
def _strict() -> Iterator[None]:
    """Have the library refuse half a picture, which WeasyPrint lets pass, and say nothing of a large one."""
    files: Any = importlib.import_module("PIL.ImageFile")
    before, files.LOAD_TRUNCATED_IMAGES = files.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        files.LOAD_TRUNCATED_IMAGES = before


def _encoded(image: Any, picture: Picture) -> bytes:
    seen = image.convert(_mode(image))
    seen.thumbnail([max(1, math.ceil(side * SHARPNESS)) for side in (picture.width, picture.height)])
    seen.info.clear()
    made = io.BytesIO()
    seen.save(made, "PNG")
    return made.getvalue()


def _mode(image: Any) -> str:
    """Return the kind of colors that PDF/A can hold and that comes nearest to those of an image."""
    if image.format == "PNG" and ("transparency" in image.info or image.mode in {"RGBA", "LA", "PA"}):
        return "RGBA"
    return "L" if image.mode in {"1", "L"} else "RGB"


def _unusable(picture: Picture, what: str) -> LetterkitError:
    message = f"the picture “{picture.alternative[:60]}” {what}"
    return LetterkitError(message, "save it as a smaller PNG or JPEG, and insert it again")
