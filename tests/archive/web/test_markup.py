"""HTML to blocks: every tag gives its text the kind it has on the page."""

import pytest

from letterkit.archive import Kind
from letterkit.archive.web.markup import blocks_of


def read(html):
    return [(block.kind, block.text) for block in blocks_of(html)]


def kinds(html):
    return [kind for kind, _ in read(html)]


def test_paragraphs_headings_and_list_items_are_told_apart():
    assert read("<h2>Deaths</h2><p>A <b>flood</b> came.</p><ul><li>one</li><li><p>two</p></li></ul>") == [
        (Kind.HEADING, "Deaths"),
        (Kind.PARAGRAPH, "A flood came."),
        (Kind.BULLET, "one"),
        (Kind.BULLET, "two"),
    ]


def test_text_outside_of_paragraphs_is_not_lost():
    assert read("<div>One<p>Two</p>three<section>four</section></div>five") == [
        (Kind.PARAGRAPH, text) for text in ("One", "Two", "three", "four", "five")
    ]


def test_a_line_break_stays_in_the_paragraph_and_two_end_it():
    assert read("<p>One<br>two<br><br>three</p>") == [(Kind.PARAGRAPH, "One\ntwo"), (Kind.PARAGRAPH, "three")]


def test_a_short_paragraph_in_bold_is_a_heading_and_a_sentence_in_bold_is_none():
    assert kinds("<p><strong>Deaths in Milltown</strong></p><p><b>Nobody died.</b></p><p><b>A</b> b</p>") == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
    ]


def test_what_nobody_sees_is_no_text():
    unseen = "<script>x()</script><style>p{}</style><p hidden>h</p><p style='display: none'>d</p>"
    assert read(
        f"{unseen}<span class='screen-reader-text'>s</span><template><p>t</p>"
        f"</template><noscript>n</noscript><!-- c --><p>Seen.</p>"
    ) == [(Kind.PARAGRAPH, "Seen.")]


def test_a_struck_out_figure_is_no_part_of_the_text():
    assert read("<p>The flood killed <s>12</s> <del>13</del> 14.</p>") == [
        (Kind.PARAGRAPH, "The flood killed 14.")
    ]


def test_the_call_of_a_note_goes_and_a_power_stays():
    html = (
        '<p>killed<sup><a href="#fn1">[1]</a></sup>. In 10<sup>6</sup> m<sup>2</sup> '
        "on the 20<sup>th</sup></p>"
    )
    assert read(html) == [(Kind.PARAGRAPH, "killed. In 10⁶ m² on the 20th")]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<figure><figcaption>A bridge</figcaption></figure>", Kind.CAPTION),
        ('<p class="wp-caption-text">A bridge</p>', Kind.CAPTION),
        ('<blockquote class="wp-block-pullquote"><p>It came at night.</p></blockquote>', Kind.PULL_QUOTE),
        ('<div class="sharedaddy"><h3>Share this:</h3></div>', Kind.BOILERPLATE),
        ('<div class="jp-relatedposts"><p>Another flood, years ago</p></div>', Kind.BOILERPLATE),
        ("<nav><ul><li>Home</li></ul></nav>", Kind.BOILERPLATE),
        ("<footer><p>All rights reserved</p></footer>", Kind.BOILERPLATE),
        ('<ul><li><a href="/x">Another story of ours</a></li></ul>', Kind.BOILERPLATE),
        ('<ol class="footnotes"><li>See the report.</li></ol>', Kind.NOTE),
    ],
)
def test_what_stands_around_a_text_is_marked(html, kind):
    assert kinds(f"<p>{'A long text. ' * 9}</p>{html}") == [Kind.PARAGRAPH, kind]


def test_a_wrapper_is_no_boilerplate_whatever_its_class_says():
    assert kinds('<div class="content-sidebar-wrap related-x"><p>All of the text.</p></div>') == [
        Kind.PARAGRAPH
    ]


def test_a_quotation_of_a_witness_is_text():
    assert read("<blockquote><p>“We heard it at night.”</p></blockquote><p>He said <q>no</q>.</p>") == [
        (Kind.PARAGRAPH, "“We heard it at night.”"),
        (Kind.PARAGRAPH, "He said “no”."),
    ]


def test_the_cells_of_a_table_are_apart():
    assert [text for _, text in read("<table><tr><td>Milltown</td><td>21</td></tr></table>")] == [
        "Milltown",
        "21",
    ]
