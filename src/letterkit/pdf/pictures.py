"""Pictures on their way into a page: decoded and encoded again, so that nothing travels with what is seen.

A photograph may carry where and when it was taken and by whom, a drawing who drew it.
"""

from __future__ import annotations

import base64
import hashlib
import importlib
import io
import warnings
from typing import Any

from letterkit.errors import LetterkitError
from letterkit.letter.model import Picture

FORMATS = ("PNG", "JPEG")
MOST_PIXELS = 25_000_000
QUALITY = 92  # of a JPEG, which stays one: a photograph as PNG is several times as large
SCHEME = "letterkit-picture:"


def address(picture: Picture) -> str:
    """Return the address by which a page to be drawn asks for a picture."""
    return f"{SCHEME}{hashlib.sha256(picture.data).hexdigest()}"


def embedded(picture: Picture) -> str:
    """Return an address that carries the picture itself, for a page that stands alone."""
    data, media_type = clean(picture)
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def clean(picture: Picture) -> tuple[bytes, str]:
    """Return a picture without all that is not seen, and its media type; LetterkitError if it is none."""
    library: Any = importlib.import_module("PIL.Image")
    try:
        with _no_warning(), library.open(io.BytesIO(picture.data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _unusable(picture, f"has {image.width} × {image.height} points")
            kind = str(image.format)
            return _encoded(image, kind), f"image/{kind.lower()}"
    except (OSError, SyntaxError, ValueError, library.DecompressionBombError) as error:
        raise _unusable(picture, "is no PNG or JPEG that can be read") from error


def _no_warning() -> warnings.catch_warnings[None]:
    """Keep off the screen what the library says of a picture that we refuse by its size ourselves."""
    return warnings.catch_warnings(action="ignore")


def _encoded(image: Any, kind: str) -> bytes:
    """Return the bytes of an image with its colors alone; what PDF/A cannot hold becomes plain RGB."""
    seen = image.convert(_mode(image))
    seen.info.clear()
    made = io.BytesIO()
    seen.save(made, kind, **({"quality": QUALITY} if kind == "JPEG" else {}))
    return made.getvalue()


def _mode(image: Any) -> str:
    if image.format == "PNG" and ("transparency" in image.info or image.mode in {"RGBA", "LA", "PA"}):
        return "RGBA"
    return "L" if image.mode in {"1", "L"} else "RGB"


def _unusable(picture: Picture, what: str) -> LetterkitError:
    message = f"the picture “{picture.alternative[:60]}” {what}"
    return LetterkitError(message, "save it as a smaller PNG or JPEG, and insert it again")
