"""Whether what a letter asks for lies in the power of the office that it goes to.

Judged by the verb that an ask begins with: what a government does at home, what a parliament does, what is
said to others.  Verbs that can be anybody's (Support, Stop, Provide …) are left to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from letterkit.checks.drafted import Drafted
from letterkit.findings import Finding

_AT_HOME = frozenset({
    "abolish", "accede", "arrest", "cease", "charge", "compensate", "criminalize", "disarm", "indict",
    "investigate", "prosecute", "ratify", "release", "renounce", "try", "withdraw",
})  # fmt: skip
_IN_PARLIAMENT = frozenset({"amend", "appropriate", "cosponsor", "enact", "legislate", "repeal", "vote"})
_IN_DIPLOMACY = frozenset({"accredit", "mediate", "negotiate", "recall"})
_TO_OTHERS = frozenset({"advocate", "encourage", "press", "remind", "urge"})
_IN_OFFICE = _AT_HOME - {"investigate"}  # what no company can do
BEYOND: Mapping[str, frozenset[str]] = {
    "us-state": _AT_HOME | _IN_PARLIAMENT,
    "us-congress": (_AT_HOME - {"investigate"}) | _IN_DIPLOMACY,
    "un-ohchr": _AT_HOME | _IN_PARLIAMENT,
    "un-member-states": _IN_PARLIAMENT,
    "company": _IN_OFFICE - {"cease", "compensate", "withdraw"} | _IN_PARLIAMENT | _IN_DIPLOMACY,
    "fm-az": _TO_OTHERS,
    "fm-am": _TO_OTHERS,
    "russia": _TO_OTHERS - {"press", "urge"},  # it may speak to the other party of the matter
}


def asks_are_in_power(drafted: Drafted) -> Iterator[Finding]:
    """Yield asks that begin with what the addressee cannot do."""
    recipient = drafted.draft.brief.recipient
    beyond = BEYOND.get(recipient.audience, frozenset())
    for ask in drafted.draft.selection.asks:
        verb = re.match(r"\w*", ask.text)
        if verb and verb[0].lower() in beyond:
            message = (
                f"the ask '{ask.id}' wants {recipient.called} to “{verb[0]} …”, which is for others to do"
            )
            hint = "ask for what the office can do (Press, Raise, Support …), or write to the one that can"
            place = drafted.library.place("topics", drafted.draft.brief.topic.id, "asks", recipient.audience)
            yield Finding("ask-power", "warning", message, place, hint)
