"""Whether a sentence is intact, reworded or altered: every rule asked, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from letterkit.checks.wording.difference import Difference, told
from letterkit.checks.wording.fold import alike
from letterkit.checks.wording.pairing import Pairing, pair, pair_put_back
from letterkit.checks.wording.rules import (
    acts,
    certainty,
    counted,
    doers,
    joints,
    names,
    numbers,
    places,
    relations,
    sequence,
    things,
    times,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Status = Literal["intact", "reworded", "altered"]
_TURNED: Final = ("negation", "thing", "quantity", "label", "hedge")  # what two negations may undo
_LONGEST: Final = 3000  # characters of a sentence; the longest claims have some four hundred

RULES: Final[tuple[Callable[[Pairing], Iterable[Difference]], ...]] = (
    numbers.figures,
    numbers.qualifiers,
    numbers.what_is_counted,
    counted.taken_over,
    counted.counted_times,
    counted.harmed_otherwise,
    counted.counted_together,
    times.dates,
    times.what_dates_say,
    times.what_happened_then,
    names.parties,
    names.parties_keep_their_role,
    names.names,
    names.names_keep_their_thing,
    names.disputed_names,
    names.offices,
    names.offices_keep_their_holder,
    names.designations,
    names.designations_keep_their_thing,
    certainty.hedges,
    certainty.hedges_keep_their_words,
    certainty.sayings,
    certainty.negations,
    certainty.conditions,
    acts.acts,
    acts.done_otherwise,
    doers.describing_became_doing,
    doers.purposes_came_true,
    doers.only_told,
    doers.parts_at_acts,
    doers.belongs_to_another,
    acts.labels,
    acts.labels_keep_their_thing,
    numbers.quantities,
    numbers.quantities_keep_their_thing,
    things.things,
    things.things_keep_their_part,
    things.words_keep_their_part,
    things.one_and_many,
    things.degrees,
    things.degrees_keep_their_act,
    things.descriptions,
    joints.joints,
    joints.joined_by_another,
    sequence.before_and_after,
    sequence.part_and_whole,
    sequence.spans,
    places.exchanged,
    places.stand_for_others,
    places.phrases_exchanged,
    relations.contrary_relations,
    things.quotations,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The status of a sentence, and what differs where it is altered or may be."""

    status: Status
    differences: tuple[Difference, ...] = ()


def _unexplained(pairing: Pairing, found: Iterable[Difference]) -> Iterator[Difference]:
    """Yield what came in the place of something else and no rule had anything to say of."""
    texts = " ".join(difference.text for difference in found)
    for unit, other in pairing.changed:
        if told(unit) not in texts and told(other) not in texts:
            yield Difference("wording", "warning", f"{told(unit)} became {told(other)}")


def _differences(pairing: Pairing) -> tuple[Difference, ...]:
    found = dict.fromkeys(difference for rule in RULES for difference in rule(pairing))
    found |= dict.fromkeys(_unexplained(pairing, found))
    if certainty.double_negation(pairing):
        found = dict.fromkeys(
            replace(difference, severity="warning") if difference.kind in _TURNED else difference
            for difference in found
        )
    return tuple(found)


def _errors(differences: tuple[Difference, ...]) -> int:
    return sum(difference.severity == "error" for difference in differences)


def compare(was: str, now: str) -> Comparison:
    """Return what became of a sentence; nothing is decided by how alike the two look.

    A sentence is reworded where every unit that says anything was found again and belongs to the same, and
    where only words that the lexicon does not know came and went: these give a warning.  Where that gives
    errors, it is asked once more with the phrases put back that stand elsewhere in their clause.
    """
    if alike(was, now):
        return Comparison("intact")
    if len(now) > _LONGEST:
        text = f"it has {len(now):,} characters now, which is no sentence: nothing in it was compared"
        return Comparison("altered", (Difference("thing", "error", text),))
    differences = _differences(pair(was, now))
    if _errors(differences):
        turned = pair_put_back(was, now)
        differences = min(differences, _differences(turned), key=_errors) if turned else differences
    altered = any(difference.kind != "wording" for difference in differences)
    return Comparison("altered" if altered else "reworded", differences)
