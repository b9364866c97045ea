"""Words as the rules compare them: what is ours and what is quoted, stems, whole sentences."""

from __future__ import annotations

import re
from functools import lru_cache

_QUOTED = re.compile(r"“[^”]*”")
_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9][\wÀ-ɏ]*")
_SMALL = {
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been",
    "before", "being", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has",
    "have", "he", "her", "him", "his", "how", "in", "into", "is", "it", "its", "may", "might", "more",
    "most", "no", "not", "of", "on", "one", "only", "or", "other", "our", "out", "over", "she", "so",
    "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "to", "under", "up", "was", "we", "were", "what", "when", "where", "whether", "which", "while",
    "who", "whom", "whose", "will", "with", "would",
}  # fmt: skip
_NO_END = re.compile(r"(?:\b(?:[ap]\.m|U\.S|[A-Z]|Mr|Ms|Mrs|Dr|St|No|vs|e\.g|i\.e))\.$")


def own_words(text: str) -> str:
    """Return the text with everything inside double quotation marks blanked out; places stay the same."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def quotations(text: str) -> list[str]:
    """Return what stands inside double quotation marks."""
    return [match[0][1:-1] for match in _QUOTED.finditer(text)]


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """Return the first five letters of every word that carries meaning."""
    words = (word.lower() for word in _WORD.findall(text.replace("’s", "")))
    return frozenset(word[:5] for word in words if len(word) > 2 and word not in _SMALL)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; a stop after an initial, `p.m.` or `U.S.` ends none."""
    parts: list[str] = []
    for piece in re.split(r"(?:(?<=[.!?])|(?<=[.!?][”’)]))\s+(?=[“(]?[A-Z0-9])", text):
        if parts and _NO_END.search(parts[-1]):
            parts[-1] += f" {piece}"
        else:
            parts.append(piece)
    return [part for part in parts if part.strip()]
