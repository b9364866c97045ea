"""Whether a topic can make letters: asks that an addressee can act on, blocks and wordings that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import get_args

from jinja2 import Environment, TemplateSyntaxError, nodes

from letterkit.checks.store import Store
from letterkit.findings import Finding, did_you_mean
from letterkit.library.model import Ask, Audience, Topic

_NO_VERB = {
    "a", "all", "an", "and", "any", "as", "at", "but", "by", "for", "from", "he", "her", "his", "i", "if",
    "in", "it", "its", "no", "not", "of", "on", "or", "our", "please", "she", "some", "that", "the",
    "their", "there", "these", "they", "this", "those", "to", "we", "when", "while", "with", "you", "your",
}  # fmt: skip
_ALWAYS = "always"


def asks_are_imperatives(store: Store) -> Iterator[Finding]:
    """Yield asks that are not one sentence in the imperative without its stop, as the list prints them."""
    for topic, path, ask in _asks(store):
        first = re.match(r"[A-Za-z]+", ask.text)
        word = first[0] if first else ""
        if not word[:1].isupper() or word.lower() in _NO_VERB or re.search(r"(?:ing|ed|[^s]s)$", word):
            message = f"the ask '{ask.id}' does not begin with a verb in the imperative"
            yield _at(
                store, topic, "ask-form", message, *path, "text", hint="begin with Press, Urge, Support …"
            )
        if ask.text.endswith((".", ";", ",", "!", "?")):
            message = f"the ask '{ask.id}' ends with a stop"
            yield _at(
                store, topic, "ask-form", message, *path, "text", hint="the letter's list sets the stops"
            )


def asks_are_grounded(store: Store) -> Iterator[Finding]:
    """Yield asks whose grounds do not carry them: `seed` rests on a call, `derived` on findings."""
    claims = store.library.claims
    for topic, path, ask in _asks(store):
        grounds = [claims[name] for name in ask.grounds if name in claims]
        if not grounds:
            continue
        if ask.basis == "seed" and not any(
            claim.certainty == "call" or claim.role == "call" for claim in grounds
        ):
            message = f"the ask '{ask.id}' is taken from a source, but none of its grounds is a call"
            hint = "name the call, or write basis: derived"
            yield _at(store, topic, "ask-ungrounded", message, *path, "grounds", hint=hint)
        about = set(topic.draws_on) | set(topic.secondary)
        found = [claim for claim in grounds if claim.role != "call" and about & set(claim.topics)]
        if ask.basis == "derived" and not found:
            message = f"the derived ask '{ask.id}' rests on no finding of its topic"
            hint = f"ground it in a claim about {', '.join(topic.draws_on)} that is no call"
            yield _at(store, topic, "ask-ungrounded", message, *path, "grounds", hint=hint)


def asks_can_hold(store: Store) -> Iterator[Finding]:
    """Yield asks whose validity ends before it begins."""
    for topic, path, ask in _asks(store):
        if ask.valid_from and ask.valid_until and ask.valid_until < ask.valid_from:
            message = f"the ask '{ask.id}' is valid until {ask.valid_until}, before it begins"
            yield _at(
                store, topic, "ask-validity", message, *path, "valid_until", hint="correct one of the days"
            )


def blocks_exist(store: Store) -> Iterator[Finding]:
    """Yield blocks of a plan that no template prints for one of the topic's audiences."""
    for topic in store.library.topics.values():
        blocks = {audience: _blocks(store, topic, audience) for audience in topic.audiences}
        for number, slot in enumerate(topic.plan):
            for audience in slot.audiences or topic.audiences:
                known = blocks.get(audience)
                if known and slot.block not in known:
                    message = f"no template prints the block '{slot.block}' for {audience}"
                    hint = did_you_mean(slot.block, known) or f"known: {', '.join(sorted(known))}"
                    yield _at(store, topic, "unknown-block", message, "plan", number, "block", hint=hint)
                    break


def wordings_are_complete(store: Store) -> Iterator[Finding]:
    """Yield audiences that a phase has no wording for, and wordings of phases and audiences that are none."""
    for topic in store.library.topics.values():
        phases = [phase.id for phase in topic.phases]
        yield from _strange(store, topic, "wording", topic.wording, [*phases, _ALWAYS])
        for phase, wordings in topic.wording.items():
            yield from _strange(store, topic, f"wording/{phase}", wordings, ["any", *get_args(Audience)])
        for number, slot in enumerate(topic.plan):
            yield from _strange(store, topic, f"plan/{number}/phases", slot.phases, phases)
        for phase in phases or [_ALWAYS]:
            wordings = topic.wording.get(phase) or topic.wording.get(_ALWAYS) or {}
            for audience in topic.audiences if "any" not in wordings else ():
                if audience not in wordings:
                    message = f"letters to {audience} have no wording in the phase '{phase}'"
                    hint = f"add wording: {phase}: {audience}: with 'subject' and 'opening', or 'any' for all"
                    yield _at(store, topic, "wording-missing", message, "wording", phase, hint=hint)


def _strange(store: Store, topic: Topic, where: str, names: object, known: list[str]) -> Iterator[Finding]:
    path = tuple(int(part) if part.isdigit() else part for part in where.split("/"))
    for name in names if isinstance(names, dict | tuple) else ():
        if name not in known:
            hint = did_you_mean(name, known) or f"known: {', '.join(known)}"
            yield _at(
                store, topic, "unknown-reference", f"unknown name '{name}' in {where}", *path, name, hint=hint
            )


def _asks(store: Store) -> Iterator[tuple[Topic, tuple[str | int, ...], Ask]]:
    for topic in store.library.topics.values():
        for audience, asks in topic.asks.items():
            for number, ask in enumerate(asks):
                yield topic, ("asks", audience, number), ask


def _blocks(store: Store, topic: Topic, audience: str) -> set[str]:
    """Return the blocks of every template that a letter of the topic to the audience may go through."""
    names = (f"topics/{topic.id}.md.j2", f"{audience}.md.j2", "letter.md.j2")
    found = {block for name in names for block in _blocks_of(store.template(name) or "")}
    return {name for name in found if name != "subject" and not name.startswith("lead_")}


@lru_cache(maxsize=256)
def _blocks_of(source: str) -> frozenset[str]:
    try:
        tree = Environment(autoescape=True).parse(source)
    except TemplateSyntaxError:
        return frozenset()
    return frozenset(block.name for block in tree.find_all(nodes.Block))


def _at(store: Store, topic: Topic, rule: str, message: str, *path: str | int, hint: str) -> Finding:
    return Finding(rule, "error", message, store.library.place("topics", topic.id, *path), hint)
