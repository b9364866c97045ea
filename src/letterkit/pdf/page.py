"""A letter's markup as WeasyPrint lays it out: read as XML, with the defaults of those elements that it has.

WeasyPrint would read it as one reads a page of the web, and match each element against rules for tables,
forms and notes of other kinds.  In many letters that is a tenth of the time.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

# How the elements of `html.write_paged` look where no style sheet says otherwise, after the suggestions of
# the HTML standard (section Rendering), and what page margins hold by default (CSS Paged Media).
DEFAULTS = r"""
head, meta, title { display: none }
html, body, main, header, section, div, address, h1, h2, h3, h4, h5, h6, p, ol, ul { display: block }
li { display: list-item }
html { color-scheme: light }
body { margin: 8px }
p, ol, ul { margin-top: 1em; margin-bottom: 1em }
ol, ul { padding-left: 40px; counter-reset: list-item; break-before: avoid }
ol { list-style-type: decimal }
ul { list-style-type: disc }
li::marker { font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }
h1 { font-size: 2em; margin-top: .67em; margin-bottom: .67em; bookmark-level: 1 }
h2 { font-size: 1.5em; margin-top: .83em; margin-bottom: .83em; bookmark-level: 2 }
h3 { font-size: 1.17em; margin-top: 1em; margin-bottom: 1em; bookmark-level: 3 }
h4 { font-size: 1em; margin-top: 1.33em; margin-bottom: 1.33em; bookmark-level: 4 }
h5 { font-size: .83em; margin-top: 1.67em; margin-bottom: 1.67em; bookmark-level: 5 }
h6 { font-size: .67em; margin-top: 2.33em; margin-bottom: 2.33em; bookmark-level: 6 }
h1, h2, h3, h4, h5, h6 { font-weight: bold; bookmark-label: content(text) }
h1, h2, h3, h4, h5, h6 { hyphens: manual; break-after: avoid; break-inside: avoid }
address, em { font-style: italic }
strong { font-weight: bold }
sup { vertical-align: super; font-size: smaller; line-height: normal }
a:link { color: blue; text-decoration: underline }
mark { background: yellow; color: black }
img { overflow: hidden }
br::before { content: "\A"; white-space: pre-line }
.footnote::footnote-call { content: counter(footnote); vertical-align: super }
.footnote::footnote-call { font-size: smaller; line-height: inherit }
.footnote::footnote-marker { content: counter(footnote) ". " }
@page {
  margin: 75px;
  @footnote { margin-top: 1em }
  @top-left-corner { text-align: right; vertical-align: middle }
  @top-left { text-align: left; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @top-right-corner { text-align: left; vertical-align: middle }
  @left-top { text-align: center; vertical-align: top }
  @left-middle { text-align: center; vertical-align: middle }
  @left-bottom { text-align: center; vertical-align: bottom }
  @right-top { text-align: center; vertical-align: top }
  @right-middle { text-align: center; vertical-align: middle }
  @right-bottom { text-align: center; vertical-align: bottom }
  @bottom-left-corner { text-align: right; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
  @bottom-right-corner { text-align: left; vertical-align: middle }
}
"""


def read(markup: str, fetcher: Any) -> Any:
    """Return the page that `html.write_paged` wrote, to be rendered; `fetcher` gets its pictures."""
    return _kind()(markup, fetcher)


@cache
def _kind() -> Any:
    weasyprint: Any = importlib.import_module("weasyprint")
    wrapper: Any = importlib.import_module("cssselect2").ElementWrapper
    defaults = weasyprint.CSS(string=DEFAULTS)

    class Page(weasyprint.HTML):  # type: ignore[misc] # a class of a module that has no types
        def __init__(self, markup: str, fetcher: Any) -> None:
            self.base_url = None
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.etree_element = ET.fromstring(markup)  # noqa: S314 - it is ours
            self.wrapper_element = wrapper.from_html_root(self.etree_element, content_language=None)

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: ARG002, FBT001, FBT002 - theirs
            return [defaults]

    return Page
