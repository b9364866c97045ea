"""A subject of letters: the plan of their argument, and what they ask of each audience."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal

from letterkit.library.model.claim import Role
from letterkit.library.model.recipient import Audience
from letterkit.library.model.record import NOTHING, Model, key

if TYPE_CHECKING:
    from letterkit.library.model.typed import CommitteeCode, Day, Prose, Slug


class Ask(Model):
    """One request that an addressee of the audience can act on, and the claims it rests on.

    `committees` are those of Congress whose work it is: in letters to their members it comes first.
    """

    id: Slug
    text: Prose
    grounds: tuple[str, ...] = key(min_length=1)
    basis: Literal["seed", "derived"] = "seed"
    committees: tuple[CommitteeCode, ...] = ()
    valid_from: Day | None = None
    valid_until: Day | None = None


class Instrument(Model):
    """A treaty or law, as far as an archived source carries it."""

    id: Slug
    name: Prose
    bound: tuple[Slug, ...] = ()
    claims: tuple[str, ...] = ()


class Slot(Model):
    """What a block of the letter takes: claims of these roles, topics and parties, at most `take`.

    `party` is the one side that the claims hold responsible, `both` where they name several, `none` where
    they name none; without it parties do not matter.  A slot `within` the topic takes only claims that also
    carry one of the topics it draws on; `newest` prefers the latest report to the weightiest claim; `keep`
    claims stay when the letter is too long; a slot that `joins` goes on in the paragraph before; one with
    `one_source` tells what a single report says.  `about` lists the parties that its claims may name, in
    their words, place or blame: each names one of these and no other; with `none`, or nobody at all.
    Of the claims that fit, those that it says to `prefer` come first, in that order.
    """

    block: Slug
    roles: tuple[Role, ...] = ()
    topics: tuple[Slug, ...] = ()
    party: Slug | None = None
    about: tuple[Slug, ...] = ()
    take: int = key(default=3, ge=1)
    keep: int = key(default=1, ge=0)
    secondary: bool = False
    within: bool = False
    newest: bool = False
    joins: bool = False
    one_source: bool = False
    prefer: tuple[Slug, ...] = ()
    audiences: tuple[Audience, ...] = ()
    phases: tuple[Slug, ...] = ()


class Phase(Model):
    """A stretch of time in which the subject is spoken of in one way; never printed."""

    id: Slug
    until: Day | None = None


class Request(Model):
    """What a letter asks for in one breath, to end the subject line and the opening sentence."""

    subject: Prose
    opening: Prose


class Wording(Request):
    """How letters of a topic name their matter in one phase, and at an occasion where there is one."""

    at_occasion: Request | None = None


class Topic(Model):
    """A subject: what it draws on, the plan of the argument, asks for each audience.

    `one_sided` is the recorded reason why letters do not hold evidence about every party; `stance` goes on
    from the sender's statement of impartiality.
    """

    id: Slug
    title: Prose
    conflict: bool = False
    one_sided: str | None = None
    stance: Prose | None = None
    parties: tuple[Slug, ...] = ()
    review_by: Day | None = None
    draws_on: tuple[Slug, ...] = ()
    secondary: tuple[Slug, ...] = ()
    words: int = 650
    phases: tuple[Phase, ...] = ()
    terms: Mapping[str, str] = NOTHING
    wording: Mapping[str, Mapping[str, Wording]] = NOTHING
    plan: tuple[Slot, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    asks: Mapping[Audience, tuple[Ask, ...]] = NOTHING
    note: str | None = None

    @property
    def audiences(self) -> tuple[str, ...]:
        """The audiences that letters of this topic make sense for."""
        return tuple(self.asks)

    def phase(self, day: date) -> str:
        """Return the phase that `day` falls into; `always` where the topic has none."""
        for phase in self.phases:
            if phase.until is None or day <= phase.until:
                return phase.id
        return "always"
