"""Pictures for letters, drawn here so that a test knows what is in them."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw

from letterkit.letter.model import Picture

SECRET = "Photographed by a colleague"  # what some of them carry and nobody sees


def png(mode: str = "RGB", size: tuple[int, int] = (60, 20), **options: Any) -> bytes:
    return _encoded("PNG", mode, size, options)


def jpeg(mode: str = "RGB", size: tuple[int, int] = (60, 20), **options: Any) -> bytes:
    return _encoded("JPEG", mode, size, options)


def telling_jpeg() -> bytes:
    """Return a JPEG with the name of its maker in three places."""
    exif = Image.Exif()
    exif[0x013B] = SECRET  # artist
    return jpeg(exif=exif, comment=SECRET.encode(), xmp=f"<x>{SECRET}</x>".encode())


def _encoded(kind: str, mode: str, size: tuple[int, int], options: dict[str, Any]) -> bytes:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).ellipse((2, 2, size[0] - 3, size[1] - 3), fill="navy")
    made = io.BytesIO()
    image.convert(mode).save(made, kind, **options)
    return made.getvalue()


def pictures() -> tuple[Picture, ...]:
    """Return a picture for each spot that a letter has."""
    return (
        Picture(png(), "Logo: a candle in barbed wire", 90.0, 30.0),
        Picture(png("RGBA"), "Signature of the <director> & “chair”", 120.0, 40.0, "signature"),
        Picture(jpeg(), "Logo", 45.0, 15.0, "running"),
    )
