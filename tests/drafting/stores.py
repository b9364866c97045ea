"""Everything that a letter is drafted from, in its smallest form."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.library.stores import claim, library, source

from letterkit.drafting.brief import Brief
from letterkit.drafting.selection import select
from letterkit.drafting.values import Selection
from letterkit.library.model import Form, Party, Recipient, Sender, Topic
from letterkit.library.store import Library

__all__ = [
    "brief",
    "chosen",
    "claim",
    "holder",
    "left",
    "library",
    "recipient",
    "selected",
    "source",
    "topic",
]

LETTER = """\
{% if part == "subject" %}
Re {{ request.subject }}
{% else %}
{% for section in sections %}


{% if section.block == "asks" %}
{% for ask in asks %}
- {{ ask.text }}

{% endfor %}
{% else %}
{{ section.claims }}
{% endif %}
{% endfor %}
{% endif %}
"""
PARTIES = {name: Party(id=name, name=name.capitalize()) for name in ("armenia", "azerbaijan", "russia")}
EVIDENCE = {"block": "evidence", "roles": ["evidence"]}


def topic(*plan: dict[str, Any], **more: Any) -> Topic:
    """Build a topic about mines with a plan of slots; short, so that a claim or two make a letter."""
    given = {
        "id": "mines",
        "title": "Mines",
        "parties": ["armenia", "azerbaijan"],
        "draws_on": ["mines"],
        "plan": plan or (EVIDENCE,),
        "wording": {"always": {"any": {"subject": "mines", "opening": "clear mines"}}},
        "asks": {"us-state": []},
        **more,
    }
    return Topic.model_validate(given)


def holder(name: str, *days: str, **more: Any) -> dict[str, Any]:
    """Return a person whom a source shows in office on these days."""
    shown = [{"date": day, "source": "report-one", "quote": name} for day in days]
    surname = name.rsplit(maxsplit=1)[-1]
    return {"name": name, "surname": surname, "office": "Acting Director", "shown_on": shown, **more}


def recipient(*holders: dict[str, Any], **more: Any) -> Recipient:
    given = {
        "id": "the-office",
        "name": "The Office",
        "audience": "us-state",
        "form": "director",
        "office": "Director",
        "organisation": "Department",
        "called": "the Department",
        "address": ["1 Street", "City"],
        "holders": holders,
        **more,
    }
    return Recipient.model_validate(given)


def brief(topic_: Topic | None = None, day: str = "2020-12-01", **more: Any) -> Brief:
    """Build a brief; keys of the form and the sender may be given as `form_…` and `sender_…`."""
    form = {
        "id": "director",
        "name": "Director",
        "honorific": "The Honorable",
        "with_holder": ["{honorific} {name}", "{office}"],
        "office_only": ["The {office}"],
        "salutation": "Dear {title} {surname}:",
        "salutation_office_held": "Dear {office} {surname}:",
        "salutation_office": "Dear {office}:",
        "running": "{title} {name}",
    }
    sender = {
        "id": "us",
        "name": "Sender",
        "constituency": "members",
        "signatories": [{"name": "[Name of signatory]", "title": "Director"}],
    }
    for key in [key for key in more if key.startswith(("form_", "sender_"))]:
        owner, _, name = key.partition("_")
        (form if owner == "form" else sender)[name] = more.pop(key)
    return Brief(
        more.pop("recipient", None) or recipient(),
        Form.model_validate(form),
        topic_ or topic(),
        date.fromisoformat(day),
        Sender.model_validate(sender),
        **more,
    )


def selected(store: Library, *plan: dict[str, Any], day: str = "2020-12-01", **more: Any) -> Selection:
    """Select from a library by a plan; `include` and `exclude` go to the brief, the rest to the topic."""
    asked = {key: more.pop(key) for key in ("include", "exclude", "recipient", "commitments") if key in more}
    return select(store, brief(topic(*(plan or more.pop("plan", ())), **more), day, **asked))


def chosen(selection: Selection) -> list[list[str]]:
    """Return the ids of each section."""
    return [[claim.id for claim in section.claims] for section in selection.sections]


def left(selection: Selection) -> dict[str, str]:
    """Return the reason of every claim that is left out."""
    return {each.id: each.reason for each in selection.left_out}
