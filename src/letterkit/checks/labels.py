"""Legal labels and words of intent: findings of their own, which only a source may make.  Data, no rule."""

from __future__ import annotations

from typing import Final

# The label, and the words that give it, as patterns from the beginning of a word.
LEGAL: Final = {
    "aggression": r"aggress(?:ion|or)",
    "apartheid": r"apartheid",
    "arbitrary": r"arbitrar",
    "collective punishment": r"collective(?:ly)? punish",
    "crime against humanity": r"crimes? against humanity",
    "deportation": r"deport",
    "discrimination": r"discriminat",
    "disproportionate": r"disproportiona",
    "enforced disappearance": r"(?:enforced|forced|forcibl[ey]) disappear",
    "ethnic cleansing": r"ethnic(?:ally)? cleans",
    "extrajudicial execution": r"extrajudicial|summar(?:y|ily) execut",
    "forced displacement": r"forcibl[ey] displac|forced displac",
    "genocide": r"genocid",
    "ill-treatment": r"ill-treat",
    "illegal": r"illegal|unlawful",
    "indiscriminate": r"indiscriminat",
    "massacre": r"massacr",
    "murder": r"murder",
    "occupation": r"occup(?:ation|ied|ying|ier)",
    "persecution": r"persecut",
    "systematic": r"systematic",
    "terrorism": r"terror",
    "torture": r"tortur",
    "violation": r"violat|breach|contraven|infring",
    "war crime": r"war crimes?",
    "willful killing": r"wil?lful killing|wil?lfully kill",
}
# A label that is the name of what happened: the source need not use it in every sentence.
NAMED: Final = {"blockade": r"blockad"}
INTENT: Final = {
    "accidental": r"accident|inadverten|unintention|unintended",
    "deliberate": r"deliberate|intention|intent\b|intended|purpose(?:ful|ly)|knowingly",
    "reckless": r"reckless",
    "target": r"target",
}
