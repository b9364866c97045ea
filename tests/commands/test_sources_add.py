"""`letterkit sources add`: what comes in, what is known, what a new version changes, what is not guessed."""

import os
import signal
import subprocess
import sys
import time

import pytest
import yaml
from tests.archive.documents import docx, item, p, page, pdf, rss
from tests.checks.stores import ITEM, library, opened

from letterkit.archive import sha256
from letterkit.library.load import load

FLOOD = rss(
    item(more="<dc:creator>Jo Reed</dc:creator>"),
    item("<p>It rained.</p>", "Rain", "https://example.org/rain/"),
)


@pytest.fixture(autouse=True)
def _cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "mine"
    (folder / "facts").mkdir(parents=True)
    (folder / "facts" / "library.yaml").write_text("name: mine\nformat: 1\n")
    return folder


@pytest.fixture
def add(run, root, tmp_path):
    """Return a function that writes documents and adds them."""

    def call(document, *options, name="document", into=root):
        path = tmp_path / name
        path.write_bytes(document)
        return run("--library", str(into), "sources", "add", str(path), *options)

    return call


def tree(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def sources(root):
    found, findings = load(root)
    assert findings == []
    return found.sources


def test_a_feed_gives_a_source_for_each_item_and_is_kept_byte_for_byte(add, root):
    done = add(FLOOD, "--accessed", "2020-10-21")
    assert done.code == 0
    found = sources(root)
    assert sorted(found) == ["example-watch-2020-10-20-flood-milltown", "example-watch-2020-10-20-rain"]
    flood = found["example-watch-2020-10-20-flood-milltown"]
    assert (flood.title, flood.publisher, flood.author) == (
        "A flood in Milltown",
        "Example Watch",
        ("Jo Reed",),
    )
    assert (flood.issued, flood.url) == ("2020-10-20T10:00:00+00:00", "https://example.org/news/flood/")
    (original,) = flood.originals
    assert (root / "seeds" / original.document).read_bytes() == FLOOD
    assert (original.sha256, original.item, original.kind) == (
        sha256(FLOOD),
        "https://example.org/news/flood/",
        "feed",
    )
    assert str(original.accessed) == "2020-10-21"
    assert done.out.split() == [
        str(root / name)
        for name in (
            "seeds/example-watch-feed-2020-10-20.xml",
            *(f"facts/sources/{each}.yaml" for each in found if "flood" in each),
            "facts/sources/example-watch-2020-10-20-rain.yaml",
        )
    ]


def test_what_was_added_can_be_verified_shown_and_quoted(add, run, root):
    add(FLOOD)
    at = ("--library", str(root))
    assert run(*at, "facts", "verify").code == 0
    shown = run(*at, "sources", "show", "example-watch-2020-10-20-flood-milltown")
    assert "original        unchanged" in shown.out
    assert "length          5 words" in shown.out
    quoted = run(*at, "sources", "show", "example-watch-2020-10-20-rain", "--quote", "It rained")
    assert (quoted.code, "found" in quoted.out) == (0, True)


def test_the_same_file_and_the_same_item_elsewhere_are_nothing_new(add, root):
    add(FLOOD)
    before = tree(root)
    again = add(FLOOD, name="copy.xml")
    assert (again.code, again.out) == (0, "")
    assert "nothing new: example-watch-2020-10-20-rain (this very file is archived already)" in again.err
    other = rss(
        item("<p>It rained.</p>", "Rain!", "http://www.example.org/rain?utm_source=rss"),
        channel="<title>Other</title>",
    )
    done = add(other)
    assert (done.code, done.out) == (0, "")
    assert (
        "nothing new: example-watch-2020-10-20-rain (its address and its text are archived already)"
        in done.err
    )
    mirror = add(rss(item("<p>It rained.</p>", "Rain", "https://mirror.example/7")))
    assert "its text is archived already, from another address" in mirror.err
    assert tree(root) == before


def test_a_feed_that_is_partly_known_adds_the_rest(add, root):
    add(FLOOD)
    done = add(
        rss(
            item("<p>It rained.</p>", "Rain", "https://example.org/rain/"),
            item("<p>Snow.</p>", "Snow", "https://example.org/snow/"),
        )
    )
    assert done.code == 0
    assert "example-watch-2020-10-20-snow added" in done.err
    assert len(sources(root)) == 3


def test_what_a_document_does_not_say_is_named_and_never_guessed(add, root):
    done = add(
        pdf("<h1>A flood in Milltown</h1><p>14 January 2021</p><p>The flood killed 21 people.</p>"),
        name="x.pdf",
    )
    assert done.code == 0
    for rule in ("title-unsure", "no-publisher", "no-date", "no-address"):
        assert f"warning[{rule}]" in done.err
    assert "it prints 14 January 2021" in done.err
    (source,) = sources(root).values()
    assert (source.id, source.title) == ("unknown-undated-flood-milltown", "A flood in Milltown")
    assert (source.publisher, source.issued, source.url) == (None, None, None)
    text = (root / "facts" / "sources" / f"{source.id}.yaml").read_text()
    assert not any(key in text for key in ("publisher", "issued", "URL", "rank"))


def test_what_is_given_goes_before_what_a_document_says(add, root):
    done = add(
        page(
            "<h1>A flood</h1><p>The flood killed 21 people.</p>",
            '<meta property="og:site_name" content="Site">',
        ),
        *("--url", "https://example.org/flood?utm_source=x", "--publisher", "Example Watch"),
        *("--title", "The flood", "--issued", "2021-01"),
    )
    assert (done.code, "warning" in done.err) == (0, False)
    (source,) = sources(root).values()
    assert (source.id, source.title) == ("example-watch-2021-01-flood", "The flood")
    assert (source.url, source.issued) == ("https://example.org/flood", "2021-01")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--url", "example.org"), "'example.org' is no web address"),
        (("--issued", "01/02/2021"), "'01/02/2021' is no date"),
        (("--publisher", "jo@example.org"), "--publisher holds contact data, or nothing"),
        (("--for", "flod"), "'flod'"),
        (("--title", "One"), "--title can be true of one work only; "),
    ],
)
def test_an_option_that_cannot_be_is_refused_and_nothing_is_written(add, root, options, said):
    before = tree(root)
    done = add(FLOOD, *options)
    assert done.code == 1
    assert said in done.err
    assert tree(root) == before


def test_no_address_of_an_author_is_written_anywhere(add, root):
    feed = rss(item("<p>Write to jo@example.org.</p>", more="<author>jo@example.org (Jo Reed)</author>"))
    done = add(feed, "--json")
    written = "".join(path.read_text() for path in (root / "facts").rglob("*.yaml"))
    assert "jo@" not in written + done.out + done.err
    assert "Jo Reed" in written


@pytest.mark.parametrize(
    "document", [rss(), rss("<item><title>Only a title</title></item>"), b"%PDF-1.4\nx", b"\0\1", b""]
)
def test_nothing_imported_is_no_success(add, root, document):
    before = tree(root)
    done = add(document)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(("error:", "/", "warning"))
    assert "Traceback" not in done.err
    assert tree(root) == before


def test_when_one_of_several_files_is_refused_none_is_taken(run, root, tmp_path):
    good, bad = tmp_path / "good.xml", tmp_path / "bad.pdf"
    good.write_bytes(FLOOD)
    bad.write_bytes(b"%PDF-1.4\nnothing")
    before = tree(root)
    done = run("--library", str(root), "sources", "add", str(good), str(bad))
    assert done.code == 1
    assert f"error: {bad}: the PDF is broken" in done.err
    assert tree(root) == before


@pytest.mark.parametrize("name", ["gone.xml", "."])
def test_a_file_that_is_not_there_or_is_none_is_refused(run, root, tmp_path, name):
    done = run("--library", str(root), "sources", "add", str(tmp_path / name))
    assert done.code == 1
    assert "Traceback" not in done.err


def test_a_dry_run_says_the_same_and_writes_nothing(add, root):
    before = tree(root)
    done = add(FLOOD, "--dry-run", "--json")
    assert (done.code, tree(root)) == (0, before)
    report = done.json
    assert (report["dry_run"], len(report["added"]), len(report["paths"])) == (True, 2, 3)
    assert "2 sources would be added" not in done.err
    assert "would be added" in add(FLOOD, "--dry-run").err


def test_json_tells_what_was_added_known_and_found(add, root):
    report = add(FLOOD, "--json").json
    assert {each["id"] for each in report["added"]} == set(sources(root))
    assert {each["document"] for each in report["added"]} == {"example-watch-feed-2020-10-20.xml"}
    assert (report["known"], report["versions"], report["left_out"]) == ([], [], 0)
    again = add(FLOOD, "--json").json
    assert [each["id"] for each in again["known"]] == [each["id"] for each in report["added"]]
    assert again["paths"] == []


def test_an_item_without_text_is_left_out_and_the_others_are_taken(add, root):
    done = add(rss(item(), "<item><title>Only a title</title><link>https://example.org/t</link></item>"))
    assert done.code == 0
    assert (
        "warning[no-text] left out, the feed gives no text of it, only its title: “Only a title”" in done.err
    )
    assert len(sources(root)) == 1


def test_an_item_that_stands_twice_with_different_words_is_taken_once_and_told(add, root):
    done = add(rss(item("<p>It killed 21.</p>"), item("<p>It killed 24.</p>")))
    assert done.code == 0
    assert (
        "it holds https://example.org/news/flood/ twice with different words; the first was taken" in done.err
    )
    assert len(sources(root)) == 1


def test_the_same_warning_about_many_works_is_one(add):
    items = (
        f"<item><title>Work {n}</title><description>Text {n} of it.</description></item>" for n in range(9)
    )
    done = add(rss(*items))
    assert done.err.count("warning[no-date]") == 1
    assert "(9 works; the first: “Work 0”)" in done.err


def test_a_document_for_a_source_without_one_is_attached_to_it(add, run, root, tmp_path):
    references = tmp_path / "z.json"
    references.write_text(
        '[{"type": "report", "title": "The flood", "publisher": "Example Watch", '
        '"issued": {"raw": "2020-10-20"}}]'
    )
    assert run("--library", str(root), "sources", "import", str(references)).code == 0
    path = root / "facts" / "sources" / "example-watch-2020-10-20-flood.yaml"
    before = path.read_text()
    done = add(docx(p("The flood killed 21 people.")), "--for", "example-watch-2020-10-20-flood")
    assert done.code == 0
    assert "example-watch-2020-10-20-flood: its original archived" in done.err
    assert path.read_text().startswith(before)
    (original,) = sources(root)["example-watch-2020-10-20-flood"].originals
    assert (original.document, original.kind) == ("example-watch-2020-10-20-flood.docx", "docx")
    assert (
        run(
            "--library",
            str(root),
            "sources",
            "show",
            "example-watch-2020-10-20-flood",
            "--quote",
            "killed 21 people",
        ).code
        == 0
    )


def test_the_item_of_a_feed_that_a_source_is_the_original_of_is_found_by_its_address(add, root):
    (root / "facts" / "sources").mkdir()
    (root / "facts" / "sources" / "rain.yaml").write_text(
        "id: rain\ntype: webpage\ntitle: R\nURL: https://example.org/rain\n"
    )
    assert add(FLOOD, "--for", "rain").code == 0
    assert sources(root)["rain"].originals[0].item == "https://example.org/rain/"
    assert len(sources(root)) == 1
    refused = add(rss(item(), item("<p>X</p>", "X", "https://example.org/x")), "--for", "rain")
    assert (refused.code, "and none is known to be 'rain'" in refused.err) == (1, True)


def corrected(tmp_path, words):
    """Return a library with a claim, and a feed in which the claim's paragraph has other words."""
    root = library(tmp_path / "theirs")
    quote = opened(root).library.claims["bridge-destroyed"].quotes[0]
    return root, rss(item(f"<p>{words(quote)}.</p>", link=ITEM))


def test_a_new_version_keeps_both_originals_and_names_what_no_longer_stands(add, run, tmp_path):
    root, feed = corrected(tmp_path, lambda quote: quote.replace("19 October", "18 October"))
    before = (root / "facts" / "sources" / "watch-2020.yaml").read_text()
    done = add(feed, "--json", into=root)
    assert done.code == 0
    (version,) = done.json["versions"]
    assert (version["id"], version["standing"], version["claims"]) == ("watch-2020", 0, ["bridge-destroyed"])
    (lost,) = [each for each in done.json["findings"] if each["rule"] == "quote-lost"]
    assert "the source has “18”, the quote “19”" in lost["hint"]
    first, second = sources(root)["watch-2020"].originals
    assert (first.document, second.document) == ("feed.txt", "watch-2020.xml")
    after = (root / "facts" / "sources" / "watch-2020.yaml").read_text()
    assert after.startswith(before.rstrip("\n"))
    verified = run("--library", str(root), "facts", "verify")
    assert verified.code == 1
    assert "the quote stood in an earlier version of the source, not in the latest" in verified.err


def test_a_new_version_in_which_all_quotes_stand_takes_nothing_away(add, run, tmp_path):
    root, feed = corrected(tmp_path, lambda quote: f"{quote}. A new paragraph")
    done = add(feed, into=root)
    assert "watch-2020: a new version archived; 1 quotes stand in it, none is lost" in done.err
    assert run("--library", str(root), "facts", "verify").code == 0


def test_an_earlier_version_again_is_nothing_new(add, tmp_path):
    root, feed = corrected(tmp_path, lambda quote: quote.replace("19", "18"))
    add(feed, into=root)
    before = tree(root)
    again = add((root / "seeds" / "feed.txt").read_bytes(), into=root)
    assert (again.code, "nothing new" in again.err) == (0, True)
    assert tree(root) == before


def test_two_items_of_one_document_never_lend_each_other_their_words(add, run, root):
    add(FLOOD)
    done = run(
        "--library",
        str(root),
        "sources",
        "show",
        "example-watch-2020-10-20-rain",
        "--quote",
        "A flood destroyed the bridge",
    )
    assert done.code == 1
    assert "wrong_item: the quote stands in another item: https://example.org/news/flood/" in done.out


def test_a_file_of_a_source_is_plain_yaml_that_says_what_is_known_and_no_more(add, root):
    add(FLOOD)
    text = (root / "facts" / "sources" / "example-watch-2020-10-20-rain.yaml").read_text()
    entry = yaml.safe_load(text)
    assert list(entry) == ["id", "type", "title", "publisher", "issued", "URL", "kind", "originals"]
    assert list(entry["originals"][0]) == ["document", "sha256", "item", "text_sha256", "kind"]


def test_a_library_that_is_read_only_is_left_alone_with_the_way_out(run, tmp_path, monkeypatch):
    from letterkit.commands import common

    monkeypatch.setattr(common, "is_read_only", lambda _: True)
    path = tmp_path / "feed.xml"
    path.write_bytes(FLOOD)
    done = run("sources", "add", str(path))
    assert done.code == 1
    assert "letterkit new DIR" in done.err


@pytest.mark.parametrize(
    ("wait", "sent"),
    [(0.4, signal.SIGKILL), (0.9, signal.SIGKILL), (1.2, signal.SIGINT), (1.5, signal.SIGTERM)],
)
def test_a_killed_run_leaves_the_library_as_it_was_and_usable(add, root, tmp_path, wait, sent):
    """Kill `sources add` of a large feed at several moments: all is in, or nothing."""
    add(FLOOD)
    before = set(sources(root))
    items = (
        item(f"<p>Text {n} of the feed, at some length.</p>", f"Work {n}", f"https://example.org/{n}/")
        for n in range(200)
    )
    path = tmp_path / "large.xml"
    path.write_bytes(rss(*items))
    command = [sys.executable, "-m", "letterkit", "--library", str(root), "sources", "add", str(path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(wait)
        os.kill(process.pid, sent)
    found = set(sources(root))
    assert found == before or len(found) == len(before) + 200
    assert add(path.read_bytes(), name="again.xml").code == 0
    assert len(sources(root)) == len(before) + 200
