"""On how many pages letters stand: the one to the State Department, and the longest of each topic."""

from __future__ import annotations

from datetime import timedelta

import pypdfium2
import pytest
from tests.drafting.conftest import starter_library

from letterkit.drafting.brief import brief
from letterkit.drafting.composition import Draft
from letterkit.drafting.draft import draft_letter
from letterkit.drafting.templates import Templates
from letterkit.letter.model import letter_lines, plain
from letterkit.library.disk.locate import starter, template_file
from letterkit.library.disk.texts import template_source
from letterkit.pdf.pdf import Renderer

LIBRARY = starter_library()


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(template_file(starter(), "letter.css").decode())


def drafts(topic: str) -> dict[str, Draft]:
    """Return the letters on a topic in the week after its last source, by office."""
    templates = Templates(template_source(starter()))
    known = LIBRARY.topics[topic]
    sources = {claim.source for claim in LIBRARY.about(known.draws_on)}
    day = max(LIBRARY.sources[name].issued_on for name in sources) + timedelta(days=7)
    offices = [each.id for each in LIBRARY.recipients.values() if each.audience in known.audiences]
    return {
        to: draft_letter(LIBRARY, brief(LIBRARY, to=to, topic=topic, day=day), templates) for to in offices
    }


def length(draft: Draft) -> int:
    """Return about how many lines a letter fills."""
    return sum(1 + len(plain(line)) // 90 for line in letter_lines(draft.letter))


@pytest.mark.parametrize("topic", sorted(LIBRARY.topics))
def test_letters_have_two_pages_with_their_notes(topic, renderer):
    letters = drafts(topic)
    for to in {"state-dept", max(letters, key=lambda to: length(letters[to]))} & set(letters):
        pdf = renderer.write(letters[to].letter, created=letters[to].brief.date)
        assert len(pypdfium2.PdfDocument(pdf)) == 2, to
