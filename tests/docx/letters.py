"""Letters to write: a realistic one of two pages, and what a test needs of its variants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from letterkit.letter.model import (
    Block,
    Claim,
    Inline,
    Letter,
    Line,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Placeholder,
    Text,
    line,
    lines,
    paragraph,
)

LOOK = (Path(__file__).parents[2] / "templates/letters/letterhead.docx").read_bytes()
NEWS = "https://www.amnesty.org/en/latest/news/2020/10/"
SALVOS = (
    f"{NEWS}armenia-azerbaijan-use-of-artillery-salvos-and-ballistic-missiles-in-populated-areas-"
    "must-stop-immediately-2/"
)
BOMBS = NEWS + "armenia-azerbaijan-civilians-must-be-protected-from-use-of-banned-cluster-bombs-2/"


def letter(*body: Block, **parts: Any) -> Letter:
    """Build a letter that has nothing but the given parts."""
    empty: dict[str, Any] = dict.fromkeys(
        ("letterhead", "date", "addressees", "subject", "salutation", "close", "signatures"), ()
    )
    return Letter(body=body, **(empty | parts))


def claim(id_: str, *content: str | Placeholder | Link, use: int = 1) -> Claim:
    """Build a claim from plain strings and other inlines."""
    return Claim(id_, tuple(Text(part) if isinstance(part, str) else part for part in content), use)


def note(number: int, *content: Inline | str) -> Note:
    return Note(number, paragraph(*content).content)


def link(url: str, text: str = "") -> Link:
    return Link(url, (Text(text or url),))


def bracketed(*rows: str) -> tuple[Line, ...]:
    return tuple((Placeholder(row),) if row.startswith("[") else line(row) for row in rows)


def two_pages() -> Letter:
    """Return the letter that the rest of the tests vary: ten notes, repeated claims, a list, placeholders."""
    return Letter(
        letterhead=lines("Amnesty International USA"),
        date=line("October 21, 2020"),
        delivery=line("Via e-mail"),
        addressees=(
            bracketed(
                "The Honorable Philip T. Reeker",
                "Acting Assistant Secretary",
                "Bureau of European and Eurasian Affairs",
                "U.S. Department of State",
                "[street address]",
                "Washington, DC 20520",
            ),
        ),
        subject=line(
            "Request that Secretary Pompeo raise cluster munitions and explosive weapons with the foreign "
            "ministers of Armenia and Azerbaijan on October 23, 2020"
        ),
        salutation=line("Dear Ambassador Reeker:"),
        body=BODY,
        close=line("Sincerely,"),
        signatures=(bracketed("[Name of signatory]", "[Title]", "Amnesty International USA"),),
        notes=NOTES,
        running=("Ambassador Philip T. Reeker", "October 21, 2020"),
        record=RECORD,
    )


BODY = (
    paragraph(
        "I write for Amnesty International USA and our members throughout the United States to ask that "
        "you and Secretary Pompeo put one concern at the center of the October 23, 2020, meetings with "
        "the foreign ministers of Armenia and Azerbaijan: protecting civilians from cluster munitions and "
        "from explosive weapons with wide area effects, rockets and artillery among them."
    ),
    paragraph(
        claim(
            "fighting-began",
            "Heavy fighting broke out over Nagorno-Karabakh on September 27, 2020, pitting Azerbaijan "
            "against Armenia and Armenian-supported forces.",
        ),
        " ",
        claim(
            "thousands-displaced",
            "By October 20, 2020, thousands of civilians had been displaced, and artillery and rocket "
            "fire still passed both ways despite efforts to end it.",
        ),
        NoteRef(1),
    ),
    paragraph(
        claim(
            "stepanakert-footage",
            "Over the weekend of October 3–4, 2020, the region’s de facto authorities published footage from "
            "Stepanakert, its capital, consistent with the use of cluster munitions.",
        ),
        " ",
        claim(
            "stepanakert-m095",
            "Amnesty International’s experts traced it to residential areas and identified Israeli-made "
            "M095 cluster munitions, which Azerbaijani forces appear to have fired.",
        ),
        " ",
        claim(
            "shushi-casualties",
            "The same authorities reported an unspecified number of civilian casualties after further "
            "shelling there and in the town of Shushi.",
        ),
        NoteRef(2),
    ),
    paragraph(
        "Across the front line, ",
        claim(
            "smerch-verified",
            "Amnesty International has verified that Armenian forces do appear to have used "
            "300-millimeter Smerch rocket artillery systems; as of October 5, 2020, images from the "
            "Azerbaijani side did not permit a conclusive finding on the targets, or on whether the "
            "warheads held cluster munitions.",
        ),
        NoteRef(3),
        " ",
        claim(
            "alleged-armenian-use",
            "Azerbaijan has alleged that the Armenian side used such munitions; as of October 20, 2020, "
            "Amnesty International had been unable to verify this.",
        ),
        " ",
        claim(
            "ganja-shelled",
            "Ganja, in Azerbaijan, was shelled repeatedly from the Armenian side in the days before that "
            "date.",
        ),
        NoteRef(4),
        " ",
        claim(
            "scud-evidence",
            "We have noted evidence strongly suggesting the use of Scud missiles, likely including in "
            "attacks that brought destruction to a civilian area of the city.",
        ),
        " ",
        claim(
            "ganja-12-killed",
            "According to media reports, an attack on October\xa017, 2020, destroyed a row of homes there "
            "and killed at least 12 people.",
        ),
        NoteRef(5),
    ),
    paragraph(
        "What these accounts share is the reach of the weapons and the nearness of civilians. On the "
        "evidence we have seen, ",
        claim(
            "both-sides",
            "both sides have used explosive weapons with wide area effects in ways that severely affected "
            "civilian areas.",
        ),
        NoteRef(6),
        " Evidence our experts have examined strongly suggests that ",
        claim(
            "missiles-killed",
            "ballistic missiles and rocket artillery salvos killed and injured civilians, in apparent "
            "violation of international humanitarian law. Hospitals and schools have reportedly been "
            "destroyed.",
        ),
        NoteRef(7),
    ),
    paragraph(
        "Amnesty International takes no side in this conflict or in any other; our objection is to a way "
        "of fighting, whoever adopts it. In our assessment, international humanitarian law prohibits the "
        "use of cluster munitions in any circumstances. They scatter hundreds of bomblets over a wide "
        "area, and the estimated 5 to 20 percent that fail to explode go on endangering civilians much as "
        "anti‑personnel landmines do. ",
        claim(
            "convention-states",
            "The 2008 Convention on Cluster Munitions, backed by more than 100 states, outlaws their use, "
            "production, stockpiling, and transfer. Amnesty International has called on both Armenia and "
            "Azerbaijan to join it.",
        ),
        NoteRef(8),
    ),
    paragraph(
        claim(
            "us-restraint",
            "The United States is not a party to the Convention. Yet its armed forces, with one exception "
            "in Yemen in 2009, have refrained from deploying such weapons since the war in Iraq began.",
        ),
        NoteRef(9),
        " That record lets Secretary Pompeo ask of others what the United States has largely practiced "
        "itself.",
    ),
    paragraph(
        "On a separate matter, ",
        claim(
            "internet-limits",
            "Amnesty International has documented reports that Azerbaijan’s government has limited access "
            "to the internet and detained critics of its military campaign.",
        ),
        NoteRef(10),
        " War gives no government license to silence dissent or to keep information from its people.",
    ),
    paragraph(
        "In the meetings with Foreign Ministers Jeyhun Bayramov of Azerbaijan and Zohrab Mnatsakanyan of "
        "Armenia, we urge you and the Secretary to:"
    ),
    ListBlock(
        (
            *lines(
                "Press both governments for specific and immediate steps to keep civilians from harm;",
                "Call for an immediate end to any use of cluster munitions, by any party;",
                "Insist that both keep explosive weapons with wide area effects out of populated areas;",
                "Encourage both governments to join the Convention on Cluster Munitions; and",
            ),
            paragraph(
                "Remind both that conflict excuses no arbitrary restriction of rights, and raise with "
                "Azerbaijan ",
                claim("internet-limits", "the reported internet limits and detentions of critics", use=2),
                ".",
            ).content,
        )
    ),
    paragraph(
        "Thank you for your attention before the meetings. We would welcome the chance to discuss these "
        "requests with you."
    ),
)

NOTES = (
    note(
        1,
        "Amnesty International, “Armenia/Azerbaijan: Use of artillery salvos and ballistic missiles in "
        "populated areas must stop immediately,” October 20, 2020, ",
        link(SALVOS),
        ".",
    ),
    note(
        2,
        "Amnesty International, “Armenia/Azerbaijan: Civilians must be protected from use of banned "
        "cluster bombs,” October 5, 2020, ",
        link(BOMBS),
        ".",
    ),
    note(3, "Amnesty International, “Civilians must be protected,” October 5, 2020."),
    note(4, "Amnesty International, “Use of artillery salvos,” October 20, 2020."),
    note(
        5,
        "Amnesty International USA, “Request for Secretary Pompeo to use October 23rd meetings to urge "
        "Foreign Ministers of Armenia and Azerbaijan to protect human rights in Nagorno-Karabakh "
        "conflict,” letter to Philip T. Reeker, October 21, 2020.",
    ),
    note(6, "Amnesty International USA, letter to Reeker, October 21, 2020."),
    note(7, "Amnesty International, “Use of artillery salvos,” October 20, 2020."),
    note(
        8,
        "Amnesty International, “Civilians must be protected,” October 5, 2020; on the terms of the "
        "Convention, Amnesty International USA, letter to Reeker, October 21, 2020.",
    ),
    note(9, "Amnesty International USA, letter to Reeker, October 21, 2020."),
    note(10, "Amnesty International USA, letter to Reeker, ", Text("October 21, 2020", italic=True), "."),
)

RECORD = {
    "brief": {"to": "state-dept", "topic": "cluster-munitions", "date": "2020-10-21"},
    "library": {"name": "starter", "digest": "0f" * 32},
    "claims": [{"id": "ganja-shelled", "use": 1, "note": 4, "text": "Ganja, in Azerbaijan, was shelled"}] * 3,
    "csl": [{"id": "amnesty-2020-10-20", "type": "webpage", "URL": SALVOS}],
    "review": [{"claim": "ganja-shelled", "text": "A quote with ]]> and <b>, \x07 and \ud800."}],
}
