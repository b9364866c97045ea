"""Writes the index of a library."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as File
from typing import Any

from letterkit.library.disk.cache import replacing
from letterkit.library.index.packed import Packer, part, parts
from letterkit.library.index.shapes import alike_as_text, as_json, shapes
from letterkit.library.lines import Path
from letterkit.library.links import Links
from letterkit.library.model import Uncited
from letterkit.library.store import KINDS, Library, Origin


def write(library: Library, digests: tuple[str, str], path: File) -> None:
    """Write the whole library to a file; raises OSError where it cannot be written."""
    with replacing(path) as stream:
        packer = Packer(stream)
        tables = {kind: _table(packer, library.entries(kind)) for kind in (*KINDS, "uncited")}
        origins, files = _origins(packer, library.origins)
        packer.end(
            {
                "digests": digests,
                "name": library.name,
                "borrowed": sorted(library.borrowed),
                "shapes": shapes((*KINDS.values(), Uncited)),
                "tables": tables,
                "origins": origins,
                "files": files,
                "contents": packer.json(_contents(library)),
                "carriers": _named(packer, library.links, library.links.carriers),
                "resting": _named(packer, library.links, library.links.resting),
                "links": _links(packer, library.links),
                "alike": _alike(packer, library.links),
            }
        )


def _contents(library: Library) -> dict[str, Any]:
    """Return for each of the library's own files its sha256, and the kinds and ids of what stands in it."""
    found: dict[str, Any] = {file: (sha256, []) for file, sha256 in library.files.items()}
    for key, origin in library.origins.items():
        if key not in library.borrowed:
            found[origin.file][1].append(key)
    return found


def _table(packer: Packer, entries: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "size": len(entries),
        "places": packer.records(map(as_json, entries.values())),
        "names": packer.json(list(entries)),
        "shards": packer.records(iter(_shards(list(entries)))),
    }


def _shards(names: list[str]) -> list[dict[str, int]]:
    """Return the names with their numbers in small parts, so that one is found without reading all."""
    shards: list[dict[str, int]] = [{} for _ in range(parts(len(names)))]
    for number, name in enumerate(names):
        shards[part(name, len(shards))][name] = number
    return shards


def _origins(packer: Packer, origins: Mapping[tuple[str, str], Origin]) -> tuple[Any, Any]:
    """Write where entries stand, kind by kind, with the lines of each; beside them, those of each file."""
    files: dict[str, dict[Path, int]] = {}
    for origin in {id(origin.lines): origin for origin in origins.values()}.values():
        files.setdefault(origin.file, {}).update(origin.lines.lines)  # all of a file, or an entry's alone
    within = {(origin.file, origin.path): key for key, origin in origins.items()}
    heads: dict[str, list[Any]] = {file: [] for file in files}
    own: dict[tuple[str, str], list[Any]] = {key: [] for key in origins}
    for file, lines in files.items():
        for path, line in lines.items():
            entry = within.get((file, path[:2])) or within.get((file, ()))
            if entry is None:
                heads[file].append([path, line])
            else:
                own[entry].append([path[len(origins[entry].path) :], line])
    kinds: dict[str, dict[str, Any]] = {kind: {} for kind in (*KINDS, "uncited")}
    for (kind, name), origin in origins.items():
        kinds[kind][name] = [origin.file, origin.path, own[kind, name]]
    return {kind: _table(packer, places) for kind, places in kinds.items()}, _table(packer, heads)


def _named(packer: Packer, links: Links, claims: Mapping[str, tuple[str, ...]]) -> Any:
    """Write the claims of each topic or source with their places in the store."""
    places = links.positions
    return _table(packer, {key: [names, [places[each] for each in names]] for key, names in claims.items()})


def _links(packer: Packer, links: Links) -> Any:
    kinds = ("replaced_by", "twins", "rivals", "main_topic")
    return {kind: packer.json(dict(getattr(links, kind))) for kind in kinds}


def _alike(packer: Packer, links: Links) -> Any:
    """Write the lines of claims that are alike, each under what they have in common, as JSON."""
    return _table(packer, {alike_as_text(kind): line for kind, line in links.alike.items()})
