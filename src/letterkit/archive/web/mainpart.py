"""Finds the part of a web page that is its text: the innermost element with nearly all of its paragraphs."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from letterkit.archive.model import Kind
from letterkit.archive.web.tags import kind_by_class, kind_by_tag

_NEARLY_ALL = 0.85
_WIDER = 1.6  # how much more text the element around headline and paragraphs may hold
_LINKED = 0.5  # a paragraph of which more is link is a list of links
_SHORTEST = 40


def main_part(tree: LexborHTMLParser) -> LexborNode | None:
    """Return the element that holds the text of a page, with its headline where that stands close by."""
    body = tree.body
    if body is None:
        return None
    weights = _paragraphs(body)
    main = _innermost(body, weights) if weights else body
    headline = tree.css_first("h1")
    around = _around(headline, main) if headline is not None else None
    if around is not None and len(around.text()) <= _WIDER * len(main.text()):
        return around
    return main


def _paragraphs(body: LexborNode) -> list[tuple[LexborNode, int]]:
    """Return the paragraphs that may be text, each with its length."""
    found = []
    for node in body.css("p, blockquote, pre, h2, h3, li, td, div, section"):
        size = _own_length(node)
        if size >= (_SHORTEST if node.tag in {"li", "td", "div", "section"} else 1) and not _is_apart(node):
            found.append((node, size))
    return found


def _own_length(node: LexborNode) -> int:
    """Return how much of the text of a node is its own and no link; none when links are the most of it."""
    own, linked = 0, 0
    child = node.child
    while child is not None:
        if child.tag == "-text":
            own += len((child.text_content or "").strip())
        elif child.tag == "a":
            linked += len(child.text().strip())
        elif child.tag in {"b", "strong", "em", "i", "span", "q", "u", "abbr", "font", "cite"}:
            own += len(child.text().strip())
        child = child.next
    return 0 if linked > _LINKED * (own + linked) else own + linked


def _is_apart(node: LexborNode | None) -> bool:
    while node is not None and node.tag not in {"body", "html", "-document"}:
        attributes = node.attributes
        if (
            node.tag in {"aside", "header", "form", "noscript", "template"}
            or kind_by_tag(node.tag or "", attributes) is Kind.BOILERPLATE
        ):
            return True
        if (
            "comment" in f"{attributes.get('class')} {attributes.get('id')}"
            and kind_by_class(attributes) is Kind.BOILERPLATE
        ):
            return True
        node = node.parent
    return False


def _innermost(body: LexborNode, weights: list[tuple[LexborNode, int]]) -> LexborNode:
    """Return the innermost element that holds nearly all of the weight."""
    total = sum(weight for _, weight in weights)
    held: dict[int, int] = {}
    nodes: dict[int, tuple[int, LexborNode]] = {}
    for paragraph, weight in weights:
        path: list[LexborNode] = []
        node = paragraph.parent
        while node is not None and node.tag not in {"html", "-document"}:
            path.append(node)
            node = node.parent
        for depth, each in enumerate(reversed(path)):
            held[each.mem_id] = held.get(each.mem_id, 0) + weight
            nodes[each.mem_id] = (depth, each)
    enough = [nodes[name] for name, weight in held.items() if weight >= _NEARLY_ALL * total]
    return max(enough, key=lambda found: found[0])[1] if enough else body


def _around(one: LexborNode, other: LexborNode) -> LexborNode | None:
    """Return the innermost element around both nodes."""
    above = set()
    node: LexborNode | None = one
    while node is not None:
        above.add(node.mem_id)
        node = node.parent
    node = other
    while node is not None and node.mem_id not in above:
        node = node.parent
    return node
