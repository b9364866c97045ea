"""Small words: what holds a sentence together and carries no fact of its own, and the relations it makes."""

from typing import Final

DETERMINERS: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "such",
        "same",
        "own",
    ]
)
PRONOUNS: Final = frozenset(
    [
        "i",
        "we",
        "you",
        "us",
        "me",
        "it",
        "they",
        "he",
        "she",
        "them",
        "him",
        "itself",
        "themselves",
        "himself",
        "herself",
        "each-other",
        "one-another",
    ]
)
RELATIVES: Final = frozenset(["that", "which", "who", "whom", "whose", "where", "what"])
SUBORDINATORS: Final = frozenset(["while", "when", "whereas", "as", "whether", "how", "why", "so"])
BE: Final = frozenset(["be", "been", "being", "is", "are", "was", "were", "am"])
HAVE: Final = frozenset(["have", "has", "had", "having"])
DO: Final = frozenset(["do", "does", "did"])
CONJUNCTIONS: Final = frozenset(["and", "or", "but", "as-well-as", "and-or", "plus"])
# Words whose coming and going changes nothing that a checker could be asked about.
NEUTRAL: Final = frozenset(
    [
        "also",
        "too",
        "as-well",
        "there",
        "here",
        "then",
        "thus",
        "therefore",
        "however",
        "moreover",
        "meanwhile",
        "alike",
        "jointly",
        "indeed",
        "so",
        "itself",
        "themselves",
        "to",
        "of",
        "respectively",
        "namely",
        "thereby",
        "hence",
        "accordingly",
        "furthermore",
        "out",
        "up",
        "down",
        "away",
        "back",
        "together",
        "such",
    ]
)
SMALL: Final = DETERMINERS | PRONOUNS | RELATIVES | SUBORDINATORS | BE | HAVE | DO | CONJUNCTIONS | NEUTRAL
# Acts that only carry another one: "carried out strikes" is "struck", "were in use" is "were used".
LIGHT: Final = frozenset(
    [
        "carry-out",
        "conduct",
        "perform",
        "undertake-act",
        "make-use-of",
        "take-action",
        "stage",
        "mount",
        "engage-in",
        "in-use",
        "be-in-use",
    ]
)
# Prepositions that make the same relation; the first word of a line names it.
RELATIONS: Final = """
by: by at-the-hands-of on-the-part-of
in: in inside within
into: into
on: on upon
onto: onto
at: at
near: near close-to in-the-vicinity-of not-far-from
beside: beside next-to adjacent-to alongside adjoining
besides: besides in-addition-to
amid: in-the-middle-of in-the-midst-of in-the-center-of in-the-heart-of at-the-center-of
outside: outside
over: over
under: under below beneath
above: above
behind: behind
around: around surrounding
between: between
from: from out-of off
against: against
toward: toward towards
across: across
through: through throughout via
along: along
beyond: beyond
during: during in-the-course-of over-the-course-of
before: before prior-to ahead-of in-advance-of
after: after in-the-wake-of subsequent-to following
since: since
until: until till up-to-date
as-of: as-of
per: per a-piece
with: with
without-prep: minus
for: for
about: about regarding concerning on-the-subject-of
among: among amongst including
like: like such-as
than: than
against-law: contrary-to
on-behalf: on-behalf-of
"""
