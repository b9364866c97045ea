"""Makes quotes of sentences: exact, on one line, each standing once in the work."""

from __future__ import annotations

from letterkit.archive import Work, places
from letterkit.research.passages.sentences import Sentence, printed


def quotes(work: Work, sentence: Sentence, *beside: Sentence | None) -> tuple[str, ...]:
    """Return the words of a sentence as printed, and words beside it that carry its speaker or its verb.

    Nothing is returned when the sentence cannot be told from another place of the work.
    """
    quote = _unique(work, sentence)
    if not quote:
        return ()
    others = (_unique(work, each) for each in beside if each and not _holds(sentence, each))
    return (quote, *dict.fromkeys(other for other in others if other and other != quote))


def _holds(sentence: Sentence, part: Sentence) -> bool:
    return part.block == sentence.block and sentence.start <= part.start and part.end <= sentence.end


def _unique(work: Work, sentence: Sentence) -> str:
    """Return the printed words if they stand once, else more of the paragraph around them, else nothing."""
    paragraph = sentence.paragraph
    whole = Sentence(sentence.block, 0, len(paragraph), paragraph)
    after = Sentence(sentence.block, sentence.start, len(paragraph), paragraph)
    for each in (sentence, after, whole):
        words = printed(work, each)
        if len(places(words, work)) == 1:
            return words
    return ""
