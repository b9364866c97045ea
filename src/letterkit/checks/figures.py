"""Whether every number of a claim stands in its quotes, and every figure that it declares in both."""

from __future__ import annotations

from collections.abc import Iterator

from letterkit.checks.store import Store, about, sentences
from letterkit.checks.tokens import Kind, Token, tokens
from letterkit.findings import Finding
from letterkit.library.model import Claim

_COUNTED: tuple[Kind, ...] = ("amount", "ordinal", "decade", "designation", "time")
# `one` and `first` are too often no numbers: "one another", "at first hand".
_NO_NUMBER = 1.0
_ONE = {"one", "a", "an", "single", "1"}


def figures_stand_in_quotes(store: Store) -> Iterator[Finding]:
    """Yield every number of a claim's text that none of its quotes gives, in digits or in words."""
    for claim, key, text in sentences(store):
        quoted = {(token.kind, token.value) for token in _quoted(claim)}
        for token in tokens(text):
            if token.kind not in _COUNTED or token.value == _NO_NUMBER:
                continue
            if (token.kind, token.value) not in quoted:
                yield _missing(store, claim, key, token)


def declared_figures_stand(store: Store) -> Iterator[Finding]:
    """Yield every entry of `figures` whose number is not in the claim, or not in its quotes."""
    for claim in store.library.claims.values():
        sides = (("claim", (claim.claim,)), ("quotes", claim.quotes))
        for number, figure in enumerate(claim.figures):
            for name, texts in sides:
                if not any(_gives(text, figure.value) for text in texts):
                    yield about(
                        store,
                        claim,
                        "figure-declared",
                        f"the figure {figure.value:g} ({figure.unit}) does not stand in the {name}",
                        "figures",
                        number,
                        hint=f"correct the value, or the {name}",
                    )


def _quoted(claim: Claim) -> list[Token]:
    return [token for quote in claim.quotes for token in tokens(quote)]


def _gives(text: str, value: float) -> bool:
    """Say whether a text gives a number; `a` and `an` give one."""
    if value == _NO_NUMBER and _ONE & set(text.lower().replace("-", " ").split()):
        return True
    return any(token.kind == "amount" and token.value == value for token in tokens(text))


def _missing(store: Store, claim: Claim, key: str, token: Token) -> Finding:
    return about(
        store,
        claim,
        "figure-not-quoted",
        f"“{token.text}” in the {key} stands in none of the quotes",
        key,
        hint="quote the words that give it, or write what the quotes give",
    )
