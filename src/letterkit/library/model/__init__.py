"""The store as values: what the YAML files hold, typed and frozen.  No file is opened here.

What the annotations ask of a value (`Slug`, `Day`, `Prose` …) is said in `typed`, which reads them.
"""

from letterkit.library.model.claim import (
    CERTAINTY_RANK,
    NEEDS_NO_SPEAKER,
    Certainty,
    Claim,
    Figure,
    Party,
    Person,
    Role,
    Sensitivity,
    Uncited,
)
from letterkit.library.model.occasion import Guest, Occasion
from letterkit.library.model.recipient import (
    Assignment,
    Audience,
    Form,
    Holder,
    Leadership,
    Recipient,
    Shown,
    Term,
)
from letterkit.library.model.record import ID, as_plain
from letterkit.library.model.sender import Sender, Signatory
from letterkit.library.model.source import CslType, Name, Original, Source
from letterkit.library.model.topic import Ask, Instrument, Phase, Request, Slot, Topic, Wording

__all__ = [
    "CERTAINTY_RANK",
    "ID",
    "NEEDS_NO_SPEAKER",
    "Ask",
    "Assignment",
    "Audience",
    "Certainty",
    "Claim",
    "CslType",
    "Figure",
    "Form",
    "Guest",
    "Holder",
    "Instrument",
    "Leadership",
    "Name",
    "Occasion",
    "Original",
    "Party",
    "Person",
    "Phase",
    "Recipient",
    "Request",
    "Role",
    "Sender",
    "Sensitivity",
    "Shown",
    "Signatory",
    "Slot",
    "Source",
    "Term",
    "Topic",
    "Uncited",
    "Wording",
    "as_plain",
]
