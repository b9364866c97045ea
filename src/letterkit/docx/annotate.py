"""Comments put into a file that somebody has edited: around claims, else on whole paragraphs.

Nothing else changes: every part but the text's own, the comments' and, where there were none, the package's
two lists of parts keeps its bytes.  Comments are numbered from behind those there are and behind the notes,
as in `comments`.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from letterkit.docx.reading.archive import BROKEN, key
from letterkit.docx.reading.foreign import damaged
from letterkit.docx.reading.names import LAX, STRICT
from letterkit.docx.reading.package import Package
from letterkit.docx.xml import AUTHOR, INITIALS, RELATIONS, parse, unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TYPES: Final = "[Content_Types].xml"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE: Final = f"{LAX}package/2006/"
_NUMBERED: Final = ("comment", "commentReference", "footnote", "endnote", "bookmarkStart")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_DAY: Final = (1980, 1, 1, 0, 0, 0)
_MOST: Final = 1_000_000  # numbers above are nobody's count


class Remark(NamedTuple):
    """What to say, and where: at a paragraph (from 1, 0 for the whole letter), or at a claim in it."""

    place: int
    lines: tuple[str, ...]
    claim: str = ""


def annotate(data: bytes, remarks: Sequence[Remark]) -> bytes:
    """Return a copy of a DOCX with a comment for each remark; LetterkitError where it is none, or not safe.

    Without remarks, or where no paragraph could carry one, the copy has the bytes of the file.
    """
    main, name, used = _looked_up(data)
    parts = _Parts(data)
    text = parse(parts[main])
    marks = _Marks(text)
    if not remarks or not marks.paragraphs:
        return data
    known = parse(parts[name]) if name in parts else None
    comments = marks.element("comments") if known is None else known
    for remark, number in zip(remarks, _free(used), strict=False):
        marks.put(remark, str(number))
        comments.append(_comment(marks, str(number), remark.lines))
    parts[main] = _bytes(text)
    if known is None:
        name = _add_part(parts, main, name, marks.kind)
    parts[name] = _bytes(comments)
    return parts.packed()


def _looked_up(data: bytes) -> tuple[str, str, set[int]]:
    """Return the names of the text and of the comments, if any, and the numbers that are in use.

    All that was parsed for it is let go, so that no part is in memory twice.
    """
    package = Package(data)
    kinds = ("comments", "footnotes", "endnotes")
    trees = [package.root, *(package.tree(package.related(kind)) for kind in kinds)]
    used = {number for root in trees if root is not None for number in _numbers(root)}
    return package.main, package.related("comments") or "", used


class _Parts:
    """The files of a package by name, as loosely as `Package` takes names; new ones come last.

    Nothing is unpacked before it is asked for, so that pictures are copied one by one.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._infos = {key(info.filename): info for info in self._archive.infolist()}
        self._new: dict[str, bytes] = {}
        self._names = {name: info.filename for name, info in self._infos.items()}

    def __contains__(self, name: str) -> bool:
        return key(name) in self._names

    def __getitem__(self, name: str) -> bytes:
        known = self._new.get(key(name))
        return _unpacked(self._archive, self._infos[key(name)]) if known is None else known

    def __setitem__(self, name: str, part: bytes) -> None:
        self._names.setdefault(key(name), name)
        self._new[key(name)] = part

    def packed(self) -> bytes:
        """Return the package."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self._names.values():
                archive.writestr(zipfile.ZipInfo(name, _DAY), self[name], zipfile.ZIP_DEFLATED)
        return made.getvalue()


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a file in a package, even of one that no reader asks for."""
    try:
        return archive.read(info)
    except BROKEN as error:
        raise damaged(f"{info.filename[:80]} cannot be unpacked") from error


def _free(used: set[int]) -> Iterator[int]:
    """Yield numbers behind those that comments, notes and other marks have."""
    first = 1 + max((number for number in used if number < _MOST), default=0)
    return (number for number in count(first) if number not in used)


def _numbers(root: etree._Element) -> Iterator[int]:
    for element in root.iter(*(f"{{*}}{tag}" for tag in _NUMBERED)):
        for name, value in element.items():
            if str(name).endswith("}id") and str(value).lstrip("-").isdecimal():
                yield int(value)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


class _Marks:
    """Puts the marks of comments into a text, in its own form of the standard."""

    def __init__(self, text: etree._Element) -> None:
        self._space = etree.QName(text).namespace or ""
        self.paragraphs = [*text.iter(self.name("p"))]
        self._text = text

    @property
    def kind(self) -> str:
        """The kind of the relation from a text to its comments."""
        relations = f"{STRICT}officeDocument/relationships" if STRICT in self._space else RELATIONS
        return f"{relations}/comments"

    def name(self, tag: str) -> str:
        """Return the full name of an element or attribute."""
        return f"{{{self._space}}}{tag}"

    def element(self, tag: str, *children: etree._Element, **values: str) -> etree._Element:
        """Return a new element with its children and its attributes."""
        made = etree.Element(self.name(tag), nsmap={"w": self._space})
        made.extend(children)
        for key_, value in values.items():
            made.set(self.name(key_), value)
        return made

    def put(self, remark: Remark, number: str) -> None:
        """Mark the words of the remark's claim, else its paragraph, else the first one with words."""
        first, last = self._claim(remark.claim, remark.place) or self._whole(self._paragraph(remark.place))
        end = self.element("commentRangeEnd", id=number)
        if first is None:
            last.insert(len(last.findall(self.name("pPr"))), self.element("commentRangeStart", id=number))
            last.append(end)
        else:
            first.addprevious(self.element("commentRangeStart", id=number))
            last.addnext(end)
        end.addnext(self.element("r", self.element("commentReference", id=number)))

    def _whole(self, paragraph: etree._Element) -> tuple[None, etree._Element]:
        return None, paragraph

    def _paragraph(self, place: int) -> etree._Element:
        """Return a paragraph by its place, the one around it where it stands in a text box."""
        if 0 < place <= len(self.paragraphs):
            found = self.paragraphs[place - 1]
        else:
            spoken = (each for each in self.paragraphs if any(t.text for t in each.iter(self.name("t"))))
            found = next(spoken, self.paragraphs[0])
        return [found, *found.iterancestors(self.name("p"))][-1]

    def _claim(self, claim: str, place: int) -> tuple[etree._Element, etree._Element] | None:
        """Return the first and the last child of paragraphs around a claim, None where it has no marks."""
        if not claim or not 0 < place <= len(self.paragraphs):
            return None
        paragraph = self.paragraphs[place - 1]
        for control in paragraph.iter(self.name("sdt")):
            tag = control.find(f"{self.name('sdtPr')}/{self.name('tag')}")
            if tag is not None and tag.get(self.name("val")) == f"fact:{claim}":
                return self._children(control, control)
        return self._bookmark(f"_fact_{claim.replace('-', '_')}", paragraph)

    def _bookmark(self, name: str, paragraph: etree._Element) -> tuple[etree._Element, etree._Element] | None:
        for start in paragraph.iter(self.name("bookmarkStart")):
            if start.get(self.name("name"), "").casefold().split("__")[0] == name:
                number, ends = start.get(self.name("id")), self._text.iter(self.name("bookmarkEnd"))
                end = next((each for each in ends if each.get(self.name("id")) == number), None)
                return None if end is None else self._children(start, end)
        return None

    def _children(
        self, first: etree._Element, last: etree._Element
    ) -> tuple[etree._Element, etree._Element] | None:
        """Return the children of paragraphs that hold two elements, None where one stands outside."""
        found = [self._child(each) for each in (first, last)]
        return (found[0], found[1]) if found[0] is not None and found[1] is not None else None

    def _child(self, element: etree._Element) -> etree._Element | None:
        line = [element, *element.iterancestors()]
        tops = [at for at, each in enumerate(line) if each.tag == self.name("p")]
        return line[tops[-1] - 1] if tops and tops[-1] else None


def _comment(marks: _Marks, number: str, lines: Iterable[str]) -> etree._Element:
    paragraphs = []
    for line in lines or ("",):
        words = marks.element("t")
        words.text = "".join(sign for sign in line if not unprintable(sign))
        words.set(_SPACE, "preserve")
        paragraphs.append(marks.element("p", marks.element("r", words)))
    return marks.element("comment", *paragraphs, id=number, author=AUTHOR, initials=INITIALS)


def _add_part(parts: _Parts, main: str, wanted: str, kind: str) -> str:
    """List a part for comments, of a relation of this kind where the text has none; return its name."""
    folder, _, file = main.rpartition("/")
    free = (posixpath.join(folder, f"comments{at or ''}.xml") for at in count())
    name = wanted or next(each for each in free if each not in parts)
    _add(parts, _TYPES, "content-types", "Override", PartName=f"/{name}", ContentType=_COMMENTS_TYPE)
    if not wanted:
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        target = name.rpartition("/")[2]
        new = {"Id": _unused(parts, relations), "Type": kind, "Target": target}
        _add(parts, relations, "relationships", "Relationship", **new)
    return name


def _unused(parts: _Parts, relations: str) -> str:
    used = {each.get("Id") for each in parse(parts[relations])} if relations in parts else set()
    return next(name for at in count(1) if (name := f"rIdRemarks{at}") not in used)


def _add(parts: _Parts, name: str, space: str, tag: str, **values: str) -> None:
    """Add an entry to one of the lists of a package, which is made where there is none."""
    root = {"content-types": "Types", "relationships": "Relationships"}[space]
    listed = parse(parts[name]) if name in parts else etree.Element(f"{{{_PACKAGE}{space}}}{root}")
    etree.SubElement(listed, f"{{{_PACKAGE}{space}}}{tag}", values)
    parts[name] = _bytes(listed)
