"""Pictures in HTML and PDF: where they stand, what is read aloud for them, and that nothing hides in them."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image
from tests.docx.letters import two_pages
from tests.pdf.letters import CSS, draw, short
from tests.pictures import SECRET, jpeg, pictures, png, telling_jpeg
from tests.tools import outloud
from tests.verapdf import validate

from letterkit.errors import LetterkitError
from letterkit.letter.model import Letter, Picture, line, lines, paragraph
from letterkit.pdf import html
from letterkit.pdf.pictures import MOST_PIXELS, clean

SHOWN = replace(two_pages(), pictures=pictures())
MODES = [
    *[("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")],
    *[("JPEG", mode) for mode in ("L", "RGB", "CMYK")],
]


def figures(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return the pictures that are read aloud, in their order."""
    return list(_figures(file.Root.StructTreeRoot.K[0]))


def _figures(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return
    if element.S == "/Figure":
        yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else []:
        yield from _figures(kid)


def drawn_pictures(page: pikepdf.Page) -> int:
    """Return how many pictures a page shows."""
    stream = (
        page.Contents.read_bytes()
        if not isinstance(page.Contents, pikepdf.Array)
        else b"".join(each.read_bytes() for each in page.Contents)
    )
    names = [str(name).encode() for name, each in page.Resources.XObject.items() if each.Subtype == "/Image"]
    return sum(len(re.findall(re.escape(name) + rb" Do\b", stream)) for name in names)


def of(data: bytes) -> Letter:
    return short(paragraph("Words."), subject=line("S"), pictures=(Picture(data, "A logo", 90.0, 30.0),))


@pytest.mark.parametrize(
    "letter", [SHOWN, replace(SHOWN, signatures=(lines("A", "b"), lines("C")))], ids=["one", "two"]
)
def test_a_pdf_with_pictures_is_accessible_and_archivable(letter, tmp_path):
    path = draw(letter, tmp_path)
    assert validate(path, "ua1") == []
    assert validate(path, "3a") == []
    assert outloud(path, least="warning") == []


@pytest.mark.parametrize(("kind", "mode"), MODES)
def test_a_picture_of_any_colors_can_be_archived(kind, mode, tmp_path):
    data = png(mode) if kind == "PNG" else jpeg(mode)
    path = draw(of(data), tmp_path)
    assert validate(path, "ua1") == []
    assert validate(path, "3a") == []


def test_a_picture_is_read_aloud_by_its_text_and_knows_its_place(tmp_path):
    with pikepdf.open(draw(SHOWN, tmp_path)) as file:
        found = {str(each.Alt): [float(edge) for edge in each.A.BBox] for each in figures(file)}
        height = float(file.pages[0].MediaBox[3])
    spoken = {each.alternative: each for each in pictures() if each.spot != "running"}
    assert found.keys() == spoken.keys()  # the head of later pages is passed over when a page is read aloud
    for text, (left, bottom, right, top) in found.items():
        assert right - left == pytest.approx(spoken[text].width)
        assert top - bottom == pytest.approx(spoken[text].height)
    assert height - 100 < found["Logo: a candle in barbed wire"][3] < height - 20


def test_the_head_of_later_pages_has_its_picture(tmp_path):
    with pikepdf.open(draw(SHOWN, tmp_path)) as file:
        first, *later = [drawn_pictures(page) for page in file.pages]
    assert first == 1
    assert later == [1] * (len(later) - 1) + [2]  # the last page has the signature as well


@pytest.mark.parametrize("data", [telling_jpeg(), png(pnginfo=None)], ids=["jpeg", "png"])
def test_nothing_hides_in_a_picture(data, tmp_path):
    path = draw(of(data), tmp_path)
    with pikepdf.open(path) as file:
        streams = b"".join(each.read_raw_bytes() for each in file.objects if isinstance(each, pikepdf.Stream))
    assert SECRET.encode() not in streams + path.read_bytes()


@pytest.mark.parametrize("data", [png("RGBA"), telling_jpeg()], ids=["png", "jpeg"])
def test_a_clean_picture_looks_as_before(data):
    now = Image.open(io.BytesIO(clean(Picture(data, "", 90.0, 30.0))))
    assert now.format == "PNG"
    assert now.tobytes() == Image.open(io.BytesIO(data)).tobytes()
    assert now.info == {}


def test_a_picture_is_no_sharper_than_paper_can_show():
    large = Picture(png(size=(3000, 1000)), "", 90.0, 30.0)
    assert Image.open(io.BytesIO(clean(large))).size == (375, 125)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"GIF89a and more", "is no PNG or JPEG that can be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is no PNG or JPEG that can be read"),
        (b"\x89PNG\r\n\x1a\n", "is no PNG or JPEG that can be read"),
        (png()[:60], "is no PNG or JPEG that can be read"),
    ],
)
def test_what_is_no_picture_is_refused(data, message, tmp_path):
    with pytest.raises(LetterkitError, match=f"the picture “A logo” {message}"):
        draw(of(data), tmp_path)


def test_a_bomb_of_a_picture_is_refused_before_it_goes_off():
    side = 1 + int(MOST_PIXELS**0.5)
    for data in (png("1", (side, side)), png("1", (side * 4, side))):
        with pytest.raises(LetterkitError, match=r"has \d+ × \d+ points"):
            clean(Picture(data, "A logo", 1, 1))


def test_a_page_for_the_browser_carries_its_pictures_and_asks_for_nothing():
    page = html.write(SHOWN, CSS)
    assert page.count('src="data:image/png;base64,') == 2  # the head of later pages is of paper alone
    assert "img-src data:" in page
    assert 'alt="Signature of the &lt;director&gt; &amp; “chair”"' in page
    assert "img-src" not in html.write(two_pages(), CSS)


def test_a_letter_without_a_letterhead_still_shows_its_logo(tmp_path):
    with pikepdf.open(draw(of(png()), tmp_path)) as file:
        assert [str(each.Alt) for each in figures(file)] == ["A logo"]
