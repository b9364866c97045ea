"""The package of a letter: its main part, and the parts that others point to, whatever their names."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final, NamedTuple

from letterkit.docx.reading.archive import Archive, unescaped
from letterkit.docx.reading.foreign import damaged, oversized, refuse_other
from letterkit.docx.reading.markup import MOST_SIGNS, parse, signs
from letterkit.docx.xml import w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_TYPES: Final = "[Content_Types].xml"
_USUAL: Final = "word/document.xml"
_WORD_MAIN: Final = (
    "wordprocessingml.document.main",
    "wordprocessingml.template.main",
    "ms-word.document.macro",
    "ms-word.template.macro",
)
_MOST_BYTES: Final = 64 << 20  # of all pictures together
_ANY_XML: Final = frozenset({"", "application/xml", "text/xml"})


class Relation(NamedTuple):
    """Where a part points: `kind` is the last word of the relation's type, `target` a part or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word document, each parsed once; LetterkitError where it is none, or damaged."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._trees: dict[str, etree._Element | None] = {}
        self._relations: dict[str, Mapping[str, Relation]] = {}
        self._bytes: dict[str, bytes] = {}
        self._signs = 0
        self._types = self._content_types()
        self.main = self._main()
        self.root = self._document()

    def tree(self, name: str | None) -> etree._Element | None:
        """Return the root element of a part, None where there is none of that name."""
        if name is None or name not in self._archive:
            return None
        if name not in self._trees:
            data = self._archive.read(name)
            self._signs += signs(data)
            if self._signs > MOST_SIGNS:
                raise oversized("its parts have more than a million elements")
            self._trees[name] = parse(data, name)
        return self._trees[name]

    def bytes_of(self, name: str) -> bytes:
        """Return the bytes of a part, say a picture; none where it is missing, or all are far too large."""
        if name not in self._bytes:
            size = self._archive.size(name)
            within = sum(map(len, self._bytes.values())) + size <= _MOST_BYTES
            self._bytes[name] = self._archive.read(name) if size and within else b""
        return self._bytes[name]

    def content_type(self, name: str) -> str:
        """Return the type of a part as the package states it, or an empty string."""
        extension = name.rpartition(".")[2].lower()
        return self._types.get(f"/{name}".lower(), "") or self._types.get(extension, "")

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return where a part points, by the ids that it uses; an empty name is the package's own."""
        if part not in self._relations:
            folder, _, file = part.rpartition("/")
            root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
            found = {} if root is None else {each.get("Id", ""): _relation(each, folder) for each in root}
            self._relations[part] = found
        return self._relations[part]

    def related(self, kind: str) -> str | None:
        """Return the part that the main part points to as `kind`, None where there is none."""
        relations = self.relations(self.main).values()
        return next((each.target for each in relations if each.kind == kind and not each.external), None)

    @property
    def has_macros(self) -> bool:
        """Whether the document carries programs."""
        kind = self.content_type(self.main).lower()
        return self.related("vbaProject") is not None or "macroenabled" in kind

    def _content_types(self) -> dict[str, str]:
        root = self.tree(_TYPES)
        if root is None:
            return {}
        named = ((each.get("PartName") or each.get("Extension") or "", each) for each in root)
        return {name.lower(): each.get("ContentType", "") for name, each in named}

    def _main(self) -> str:
        """Return the name of the main part: related to, else by its type, else by its usual name."""
        related = (each.target for each in self.relations("").values() if each.kind == "officeDocument")
        typed = (name[1:] for name, kind in self._types.items() if name[:1] == "/" and _is_word(kind))
        found = next((name for name in (*related, *typed, _USUAL) if name in self._archive), None)
        if found is None:
            raise self._no_document()
        kind = self.content_type(found)
        if kind not in _ANY_XML and not _is_word(kind):
            raise refuse_other([kind])
        return found

    def _no_document(self) -> Exception:
        kinds = [*self._types.values()]
        if "mimetype" in self._archive:
            kinds.append(self._archive.read("mimetype")[:200].decode("ascii", "replace"))
        if any(map(_is_word, kinds)):
            return damaged("its main part is missing")
        return refuse_other(kinds)

    def _document(self) -> etree._Element:
        root = self.tree(self.main)
        if root is None or root.tag != w("document"):
            raise refuse_other([self.content_type(self.main)])
        if root.find(w("body")) is None:
            raise damaged("it has no body")
        return root


def _is_word(kind: str) -> bool:
    return any(sign in kind for sign in _WORD_MAIN)


def _relation(element: etree._Element, folder: str) -> Relation:
    external = element.get("TargetMode", "").lower() == "external"
    target = element.get("Target", "")
    if not external:
        path = unescaped(target).replace("\\", "/")
        target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    return Relation(element.get("Type", "").rpartition("/")[2], target, external)
