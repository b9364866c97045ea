"""A library on disk that is just large enough for a letter."""

from __future__ import annotations

from pathlib import Path

from tests.library.stores import write

FILES = {
    "sources/report-one.yaml": """\
        id: report-one
        type: report
        title: Mines everywhere
        publisher: Watch
        issued: "2020-10-05"
        """,
    "sources/report-two.yaml": """\
        id: report-two
        type: report
        title: Mines again
        publisher: Watch
        issued: "2020-10-20"
        """,
    "claims/report-one.yaml": """\
        source: report-one
        claims:
          - id: mines-found
            claim: Mines were found in the valley.
            quotes: ["Mines were found"]
            topics: [mines]
            role: evidence
            parties: []
            certainty: verified
          - id: mines-feared
            claim: By October 5, 2020, people feared more mines.
            quotes: ["people feared more"]
            topics: [mines]
            role: evidence
            parties: []
            certainty: reported
            attributed_to: people
        """,
    "claims/report-two.yaml": """\
        source: report-two
        claims:
          - id: mines-counted
            claim: In October 2020, 40 mines were counted.
            quotes: ["40 mines were counted"]
            topics: [mines]
            role: evidence
            parties: []
            certainty: documented
            supersedes: [mines-feared]
        """,
    "topics/mines.yaml": """\
        id: mines
        title: Mines in the valley
        draws_on: [mines]
        plan:
          - {block: opening}
          - {block: context, roles: [evidence]}
          - {block: asks}
        wording:
          always:
            any: {subject: have the valley cleared of mines, opening: clear the valley of mines}
        asks:
          us-state:
            - {id: clear, text: Clear the valley, grounds: [mines-found]}
            - {id: warn, text: Warn the people, grounds: [mines-found]}
            - {id: pay, text: Pay for the clearance, grounds: [mines-found]}
        """,
    "recipients/the-office.yaml": """\
        id: the-office
        name: The Office
        audience: us-state
        form: director
        office: Director
        organisation: Department of Mines
        called: the Department
        holders:
          - name: Ada Lovelace
            surname: Lovelace
            office: Director
            title: Dr.
            shown_on: [{date: "2020-10-21", source: report-one, quote: Ada Lovelace}]
        """,
    "forms.yaml": """\
        forms:
          - id: director
            name: Director
            with_holder: ["{name}", "{office}"]
            office_only: ["The {office}"]
            salutation: "Dear {title} {surname}:"
            salutation_office_held: "Dear {office}:"
            salutation_office: "Dear {office}:"
        """,
    "senders/us.yaml": """\
        id: us
        name: Watch
        constituency: its members
        signatories: [{name: "[Name]", title: Director}]
        """,
    "occasions/meeting.yaml": """\
        id: meeting
        date: "2020-10-23"
        title: Meeting about mines
        phrase: meeting about mines
        recipients: [the-office]
        topics: [mines]
        """,
}


def small(folder: Path, **changed: str) -> Path:
    """Write the library; `changed` gives other texts for files, by their names with __ for / and _ for -."""
    files = {f"{name.replace('__', '/').replace('_', '-')}.yaml": text for name, text in changed.items()}
    return write(folder, {**FILES, **files})
