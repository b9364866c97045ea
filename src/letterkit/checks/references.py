"""Whether everything that the store names exists: sources, claims, parties, topics, offices, forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from letterkit.checks.store import Store
from letterkit.findings import Finding, Place, did_you_mean
from letterkit.library.model import Claim, Occasion, Recipient, Topic
from letterkit.library.originals import Originals
from letterkit.library.store import Library

# Tags of claims that are no subject of a letter.
UTILITY_TAGS = ("conflict-background", "us-policy", "impartiality", "methodology")
_ID = re.compile(r"^\s*(?:- )?id:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)
_MANY = 3  # claims that carry a tag before it counts as a topic still to be written


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in an entry of the store, and the kind of thing that must bear it."""

    kind: str
    entry: str
    path: tuple[str | int, ...]
    target: str
    name: str


def references_resolve(store: Store) -> Iterator[Finding]:
    """Yield every name that nothing in the store bears, with the nearest one; once for each place."""
    known = {kind: _known(store, kind) for kind in _WORDS}
    seen: set[Finding] = set()
    for reference in _references(store):
        if reference.name not in known[reference.target]:
            finding = _unknown(store, reference, sorted(known[reference.target]))
            if finding not in seen:
                yield finding
            seen.add(finding)


def unresolved(library: Library) -> Iterator[Finding]:
    """Yield the names that nothing bears in what is a library's own, without which it is not sound.

    A misspelt `supersedes` would let a letter cite what was superseded.
    """
    own = frozenset(library.origins.keys() - library.borrowed)
    return references_resolve(Store(library, Originals(library.root), own=own))


def topics_resolve(store: Store) -> Iterator[Finding]:
    """Yield every tag that is neither a topic nor a utility tag.

    A tag that many claims carry is a topic still to be written: one warning, at its first use.
    """
    known = {*_known(store, "topics"), *UTILITY_TAGS}
    carried = Counter(tag for claim in store.library.claims.values() for tag in claim.topics)
    waiting = {tag for tag, number in carried.items() if number >= _MANY} - known
    for reference in _tags(store):
        if reference.name in waiting:
            waiting.remove(reference.name)
            known.add(reference.name)
            yield _waiting(store, reference, carried[reference.name])
        elif reference.name not in known:
            yield _unknown(store, reference, [*known, *waiting])


def _unknown(store: Store, reference: Reference, known: list[str]) -> Finding:
    word = _WORDS[reference.target]
    hint = (
        did_you_mean(reference.name, known)
        or f"correct the name, or add the {word} to facts/{reference.target}"
    )
    place = _place(store, reference)
    claim = reference.entry if reference.kind == "claims" and reference.path != ("source",) else None
    return Finding("unknown-reference", "error", f"unknown {word} '{reference.name}'", place, hint, claim)


def _place(store: Store, reference: Reference) -> Place:
    """Return where the name stands; the source of claims stands once, at the head of their file."""
    origin = store.library.origins.get((reference.kind, reference.entry))
    if origin and reference.kind == "claims" and reference.path == ("source",):
        return Place(origin.file, origin.lines.line(("source",)))
    return store.library.place(reference.kind, reference.entry, *reference.path)


def _known(store: Store, kind: str) -> set[str]:
    """Return the ids of a kind, also of entries that could not be read: these have findings of their own."""
    texts = (
        text for file, text in store.facts.items() if file.startswith((f"facts/{kind}/", f"facts/{kind}."))
    )
    return {*store.library.entries(kind), *(name for text in texts for name in _ID.findall(text))}


def _waiting(store: Store, reference: Reference, carried: int) -> Finding:
    place = store.library.place(reference.kind, reference.entry, *reference.path)
    message = f"{carried} claims carry the topic '{reference.name}', which has no file"
    hint = f"write facts/topics/{reference.name}.yaml, or correct the tag"
    return Finding("topic-without-file", "warning", message, place, hint)


_WORDS = {
    "sources": "source", "claims": "claim", "parties": "party", "topics": "topic", "recipients": "recipient",
    "forms": "form of address",
}  # fmt: skip


def _references(store: Store) -> Iterator[Reference]:
    for kind, find in _FINDERS.items():
        for name, entry in store.library.entries(kind).items():
            if store.owns(kind, name):
                for path, target, wanted in find(entry):
                    yield Reference(kind, name, path, target, wanted)


def _tags(store: Store) -> Iterator[Reference]:
    for kind, find in _TAGGED.items():
        for name, entry in store.library.entries(kind).items():
            for path, wanted in find(entry):
                yield Reference(kind, name, path, "topics", wanted)


_Path = tuple[str | int, ...]
_Found = Iterator[tuple[_Path, str, str]]


def _listed(path: _Path, target: str, names: tuple[str, ...]) -> _Found:
    for number, name in enumerate(names):
        yield (*path, number), target, name


def _of_claim(claim: Claim) -> _Found:
    yield ("source",), "sources", claim.source
    for key in ("supersedes", "conflicts_with", "same_as"):
        yield from _listed((key,), "claims", getattr(claim, key))
    for key in ("lead_in", "pair"):
        if getattr(claim, key):
            yield (key,), "claims", getattr(claim, key)
    yield from _listed(("parties",), "parties", claim.parties)


def _of_topic(topic: Topic) -> _Found:
    yield from _listed(("parties",), "parties", topic.parties)
    for number, slot in enumerate(topic.plan):
        if slot.party not in (None, "both", "none"):
            yield ("plan", number, "party"), "parties", str(slot.party)
        for place, name in enumerate(slot.about):
            if name != "none":
                yield ("plan", number, "about", place), "parties", name
        yield from _listed(("plan", number, "prefer"), "claims", slot.prefer)
    for number, instrument in enumerate(topic.instruments):
        yield from _listed(("instruments", number, "bound"), "parties", instrument.bound)
        yield from _listed(("instruments", number, "claims"), "claims", instrument.claims)
    for audience, asks in topic.asks.items():
        for number, ask in enumerate(asks):
            yield from _listed(("asks", audience, number, "grounds"), "claims", ask.grounds)


def _of_recipient(recipient: Recipient) -> _Found:
    yield ("form",), "forms", recipient.form
    if recipient.counterpart:
        yield ("counterpart",), "recipients", recipient.counterpart
    yield from _listed(("claims",), "claims", recipient.claims)
    if recipient.address_source:
        yield ("address_source", "source"), "sources", recipient.address_source.source
    for number, holder in enumerate(recipient.holders):
        for day, shown in enumerate(holder.shown_on):
            yield ("holders", number, "shown_on", day, "source"), "sources", shown.source


def _of_occasion(occasion: Occasion) -> _Found:
    yield from _listed(("recipients",), "recipients", occasion.recipients)
    if occasion.shown:
        yield ("shown", "source"), "sources", occasion.shown.source


def _tags_of_topic(topic: Topic) -> Iterator[tuple[_Path, str]]:
    for key in ("draws_on", "secondary"):
        yield from (((key, number), tag) for number, tag in enumerate(getattr(topic, key)))
    for number, slot in enumerate(topic.plan):
        yield from ((("plan", number, "topics", place), tag) for place, tag in enumerate(slot.topics))


def _own_tags(entry: Claim | Occasion) -> Iterator[tuple[_Path, str]]:
    return ((("topics", number), tag) for number, tag in enumerate(entry.topics))


_FINDERS: Mapping[str, Callable[..., _Found]] = {
    "claims": _of_claim,
    "topics": _of_topic,
    "recipients": _of_recipient,
    "occasions": _of_occasion,
}
_TAGGED: Mapping[str, Callable[..., Iterator[tuple[_Path, str]]]] = {
    "claims": _own_tags,
    "topics": _tags_of_topic,
    "occasions": _own_tags,
}
