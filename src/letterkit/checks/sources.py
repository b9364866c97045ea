"""Whether the sources that claims rest on say when they were published and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from letterkit.checks.store import Store
from letterkit.findings import Finding
from letterkit.library.model import Source


def sources_are_dated(store: Store) -> Iterator[Finding]:
    """Yield sources with claims whose day of publication is not known: no letter can cite them."""
    for source in _used(store):
        if source.issued is None:
            message = f"no letter can cite '{source.id}': it is not known when it was published"
            place = store.library.place("sources", source.id)
            yield Finding("source-undated", "warning", message, place, "add `issued:` once it is known")


def sources_name_who_speaks(store: Store) -> Iterator[Finding]:
    """Yield sources with claims that name neither a publisher nor an author."""
    for source in _used(store):
        if not (source.publisher or source.author or source.container_title):
            message = f"a note cannot say who published '{source.id}'"
            place = store.library.place("sources", source.id)
            yield Finding("source-unnamed", "warning", message, place, "add `publisher:`")


def _used(store: Store) -> Iterator[Source]:
    used = {claim.source for claim in store.library.claims.values()}
    return (source for source in store.library.sources.values() if source.id in used)
