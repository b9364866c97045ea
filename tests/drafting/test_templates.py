import builtins
import os
import socket
import subprocess

import pytest
from tests.library.stores import write

from letterkit.drafting.templates import Templates
from letterkit.errors import LetterkitError
from letterkit.letter.markup import Slots, parse
from letterkit.letter.model import Claim, ListBlock, Paragraph, Placeholder, Text, paragraph
from letterkit.library.disk.texts import template_source

FACT = Claim("abc", (Text("A fact."),))
TRAP = "*a* {{ 7*7 }} <b>&amp; [@x] \ue0000\ue001"
WORDS = {
    "name": "Amnesty",
    "trap": TRAP,
    "sender": {"name": "Amnesty", "stance": None, "urgent": True},
    "names": ["*x*", "y"],
    "claims": [FACT],
}


def render(text, others=(), **words):
    """Render and parse one template; `others` are templates that it may name."""
    slots = Slots()
    templates = Templates({"x.md.j2": text, **dict(others)}.get)
    return parse(templates.render("x.md.j2", {**WORDS, **words}, slots), slots)


def fault(text, others=(), **words):
    with pytest.raises(LetterkitError) as refused:
        render(text, others, **words)
    return refused.value.message, refused.value.hint


def test_the_templates_own_text_is_markup_and_what_it_prints_is_not():
    assert render("*So* {{ trap }}") == (Paragraph((Text("So", italic=True), Text(f" {TRAP}"))),)
    assert render("**{{ trap }}**") == (Paragraph((Text(TRAP, bold=True),)),)


@pytest.mark.parametrize(
    "value",
    [
        "1. x",
        "- x",
        "# h",
        "[text](http://x)",
        "a\n\nb",
        "  x",
        "{% include 'x' %}",
        "{# x #}",
        "שָׁלוֹם",
        "\ue0001\ue001",
        "</p>",
    ],
)
def test_data_at_the_start_of_a_line_is_data(value):
    assert render("{{ value }}", value=value) == (paragraph(value),)


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'x' if not trap else trap }}",
        "{% set t = trap %}{{ t }}",
        "{% macro m(v) %}{{ v }}{% endmacro %}{{ m(trap) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ trap }}{% endcall %}",
        "{% set t %}{{ trap }}{% endset %}{{ t }}",
        "{% set box = namespace(v=trap) %}{{ box.v }}",
        "{% for v in [trap] %}{{ v }}{% endfor %}",
        "{{ [trap]|first }}",
        "{{ [trap]|join }}",
        "{{ trap|replace('q', 'z') }}",
        "{{ '%s' % trap }}",
        "{{ '{}'.format(trap) }}",
        "{{ trap + '' }}",
        "{{ trap|string|list|join }}",
        "{{ trap|default('x') }}",
        "{{ [trap] }}",
        "{% include 'part.md.j2' %}",
        "{% import 'macros.md.j2' as m %}{{ m.say(trap) }}",
    ],
)
def test_data_stays_data_on_every_way_through_a_template(template):
    others = {"part.md.j2": "{{ trap }}", "macros.md.j2": "{% macro say(v) %}{{ v }}{% endmacro %}"}
    assert render(template, others) == (paragraph(TRAP),)


@pytest.mark.parametrize(
    "template",
    [
        "{{ m ~ trap }}",
        "{{ 'x' ~ trap }}",
        "{{ m + trap }}",
        "{{ trap + m }}",
        "{{ m % trap }}",
        "{{ m.join(names) }}",
        "{{ m.format(trap) }}",
        "{{ m|attr('format') }}",
        "{{ m|format(trap) }}",
        "{{ m|replace('s', trap) }}",
        "{{ trap|replace('a', m) }}",
        "{{ names|join(m) }}",
        "{{ [m, trap]|join }}",
        "{{ [m, trap]|sum(start=m) }}",
        "{% filter upper %}{{ trap }}{% endfilter %}",
        "{% autoescape false %}{{ trap }}{% endautoescape %}",
        *(
            f"{{{{ trap|{name} }}}}"
            for name in ("e", "escape", "forceescape", "safe", "urlize", "tojson", "xmlattr")
        ),
    ],
)
def test_data_can_never_be_turned_into_text_of_the_template(template):
    message, hint = fault("{% set m %}*%s*{% endset %}\n" + template)
    assert message.startswith("templates/letters/x.md.j2:2: ")
    assert hint


def test_text_of_the_template_can_be_kept_and_printed():
    assert render("{% set m %}*so* {% endset %}{{ m }}{{ name }}") == (
        Paragraph((Text("so", italic=True), Text(" Amnesty"))),
    )


def test_a_claim_is_printed_whole_and_a_list_of_them_with_spaces_between():
    assert render("{{ claims[0] }}") == (Paragraph((FACT,)),)
    assert render("So: {{ claims + claims }}") == (Paragraph((Text("So: "), FACT, Text(" "), FACT)),)
    assert render("{{ [] }}") == ()


def test_a_claim_shows_its_id_and_no_words_that_could_be_printed_without_a_note():
    assert render("{{ claims[0].id }}") == (paragraph("abc"),)
    for path in ("children", "children[0].text", "use", "__class__"):
        assert "is unsafe" in fault(f"{{{{ claims[0].{path} }}}}")[0]
    assert "is unsafe" in fault("{{ claims|map(attribute='children')|list }}")[0]


def test_a_placeholder_of_the_store_is_one_in_the_letter():
    assert render("Dear {{ who }}:", who="[name]") == (
        Paragraph((Text("Dear "), Placeholder("[name]"), Text(":"))),
    )


def test_numbers_are_printed_and_counted_with():
    assert render("{{ names|length }} {{ 2.5 }} {{ (names|length) % 2 }} {{ 1 + 1 }}") == (
        paragraph("2 2.5 0 2"),
    )


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("sender.stance", "nothing"),
        ("sender.urgent", "a bool"),
        ("sender", "a dict"),
        ("names|map('upper')", "a generator"),
        ("range", "a function"),
        ("name.upper", "a builtin_function_or_method"),
    ],
)
def test_what_has_no_words_is_not_printed(word, what):
    assert fault(f"\n{{{{ {word} }}}}") == (
        f"templates/letters/x.md.j2:2: {what} is printed here",
        "print words, or {{ … or '' }} where there may be none",
    )


def test_an_unknown_word_is_named_with_template_line_and_the_nearest_one():
    assert fault("One\n\nTwo {{ naem }}") == (
        "templates/letters/x.md.j2:3: 'naem' is undefined",
        "did you mean 'name'?",
    )
    assert fault("{% if senders %}{% endif %}")[1] == "did you mean 'sender'?"
    assert fault("{% for x in claim %}{% endfor %}")[1] == "did you mean 'claims'?"
    assert fault("{{ zzzzzz }}") == (
        "templates/letters/x.md.j2:1: 'zzzzzz' is undefined",
        "mend the template",
    )


def test_an_unknown_key_is_named_with_the_nearest_one_of_its_own():
    assert fault("{{ sender.nmae }}") == (
        "templates/letters/x.md.j2:1: 'dict object' has no attribute 'nmae'",
        "did you mean 'name'?",
    )
    assert fault("{{ sender['stanse'] }}")[1] == "did you mean 'stance'?"


def test_an_unknown_word_in_an_inherited_template_is_named_where_it_stands():
    base = "Top\n{% block a %}\nBase {{ naem }}\n{% endblock %}"
    assert fault("{% extends 'b.md.j2' %}", {"b.md.j2": base})[0] == (
        "templates/letters/b.md.j2:3: 'naem' is undefined"
    )
    child = "{% extends 'b.md.j2' %}\n{% block a %}\n{{ naem }}{% endblock %}"
    assert fault(child, {"b.md.j2": base})[0] == "templates/letters/x.md.j2:3: 'naem' is undefined"


def test_a_child_changes_a_block_and_may_keep_what_stood_there():
    base = (
        "Top.\n\n{% block a %}\nBase *x* {{ trap }}.\n{% endblock %}\n\n{% block b %}\n- item\n{% endblock %}"
    )
    child = "{% extends 'b.md.j2' %}{% block a %}{{ super() }}More {{ name }}.{% endblock %}"
    assert render(child, {"b.md.j2": base}) == (
        paragraph("Top."),
        Paragraph((Text("Base "), Text("x", italic=True), Text(f" {TRAP}. More Amnesty."))),
        ListBlock(((Text("item"),),)),
    )


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a\n{% if %}", ":2", "Expected an expression"),
        ("a\nb {{ name\n", ":2", "unexpected end of template"),
        ("a\n\n{% nosuch %}", ":3", "Encountered unknown tag 'nosuch'"),
        ("a\n{% if name %}\nb", ":3", "Unexpected end of template"),
        ("a {{ name|nosuch }}", ":1", "No filter named 'nosuch'"),
        ("{% block a %}{% endblock %}\n{% block a %}{% endblock %}", ":2", "block 'a' defined twice"),
        ("{{ 1 / 0 }}", ":1", "division by zero"),
        ("a\n{{ name + 1 }}", ":2", "can only concatenate str"),
        ("{% for n in names %}" * 30 + "{% endfor %}" * 30, "", "too many statically nested blocks"),
        ("{{ " + "(" * 400 + "1" + ")" * 400 + " }}", "", "maximum recursion depth exceeded"),
    ],
)
def test_a_template_that_cannot_be_rendered_is_named_with_its_line(text, place, message):
    said, hint = fault(text)
    assert said.startswith(f"templates/letters/x.md.j2{place}: ")
    assert message in said
    assert hint == "mend the template"


def test_a_syntax_error_in_an_included_template_is_named_there():
    assert fault("{% include 'b.md.j2' %}", {"b.md.j2": "\n{{"})[0].startswith(
        "templates/letters/b.md.j2:2: "
    )


def test_a_template_that_is_not_there_is_named_where_it_is_asked_for():
    assert fault("\n{% include 'nosuch.md.j2' %}") == (
        "templates/letters/x.md.j2:2: there is no template 'nosuch.md.j2'",
        "see templates/letters/",
    )
    with pytest.raises(LetterkitError, match="there is no template 'y'"):
        Templates({}.get).render("y", {}, Slots())
    assert not Templates({}.get).has("y")
    assert Templates({"y": ""}.get).has("y")


@pytest.mark.parametrize(
    "template",
    ["{% include 'x.md.j2' %}", "{% extends 'x.md.j2' %}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"],
)
def test_a_template_that_calls_itself_ends(template):
    assert "recursion" in fault(template)[0]


DOUBLE = "{% set box = namespace(x=name) %}{% for n in range(90) %}{% set box.x = EACH %}{% endfor %}"


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", "20000 steps"),
        ("{% for a in range(99999) %}{% endfor %}", "20000 steps"),
        (
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(90) }}",
            "20000 steps",
        ),
        ("{% for a in names recursive %}{{ loop(names) }}{% endfor %}", "cannot be 'recursive'"),
        ("{% for a in range(9999) %}{% include 'part.md.j2' %}{% endfor %}", "prints more than 200000"),
        (DOUBLE.replace("EACH", "box.x + box.x"), "makes a str of"),
        (DOUBLE.replace("EACH", "[box.x] + [box.x]") + "{{ names[9 * 9] }}", "do not multiply"),
        (DOUBLE.replace("=name", "=names").replace("EACH", "box.x + box.x"), "makes a list of"),
        (DOUBLE.replace("EACH", "box.x|replace('', box.x)"), "makes a text of"),
        (DOUBLE.replace("EACH", "box.x|join(box.x)"), "makes a text of"),
        (DOUBLE.replace("EACH", "box.x.replace('', box.x)"), "attribute 'replace'"),
        ("{{ name.ljust(10000000000) }}", "attribute 'ljust'"),
        ("{{ name|center(10000000000) }}", "No filter named 'center'"),
        ("{{ '%10000000000d' % 1 }}", "of a given width"),
        ("{{ '%*d' % (10000000000, 1) }}", "of a given width"),
        ("{{ '{:>10000000000}'.format(1) }}", "of a given width"),
        ("{{ '{:{}}'.format(1, 10000000000) }}", "of a given width"),
    ],
)
def test_a_strangers_template_ends_with_the_reason_and_not_with_the_memory(template, reason):
    message, _ = fault(template, {"part.md.j2": "x" * 100})
    assert reason in message


def test_one_includes_another_over_and_over_and_ends():
    tree = {
        f"t{n}.md.j2": f"{{% include 't{n + 1}.md.j2' %}}{{% include 't{n + 1}.md.j2' %}}" for n in range(40)
    }
    message, _ = fault("{% include 't0.md.j2' %}", {**tree, "t40.md.j2": ""})
    assert "more than 20000 steps" in message


def test_each_letter_may_take_the_same_number_of_steps():
    templates = Templates({"x.md.j2": "{% for n in range(15000) %}{% endfor %}x"}.get)
    assert [templates.render("x.md.j2", {}, Slots()) for _ in range(3)] == ["x"] * 3


ATTACKS = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ name.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].system('id') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ range.__self__ }}",
    "{{ dict.mro() }}",
    "{{ claims[0].__class__ }}",
    "{{ claims[0].__dataclass_fields__ }}",
    "{{ ['']|map(attribute='__class__')|list }}",
    "{{ ['']|map('attr', '__class__')|list }}",
    "{{ ['']|groupby('__class__') }}",
    "{{ ['']|selectattr('__class__')|list }}",
    "{{ ['']|sum(attribute='__class__') }}",
    "{{ ['', '']|sort(attribute='__class__') }}",
    "{{ '{0.__class__}'.format('') }}",
    "{{ '{a.__class__.__init__.__globals__}'.format(a=name) }}",
    "{{ '{a.__class__}'.format_map({'a': ''}) }}",
    "{{ ('{0.__class__}'|attr('format'))('') }}",
    "{{ ''|attr('format_map') }}",
    "{% set f = '{0.__class__}'.format %}{{ f('') }}",
    "{% set f = ['{0.__class__}'.format] %}{{ f[0]('') }}",
    "{{ sender.pop('name') }}",
    "{{ sender.update({'name': 'x'}) }}",
    "{{ names.append('x') }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../../../../etc/passwd' %}",
    "{% include '../../facts/library.yaml' %}",
    "{% include '../letter.md.j2' %}",
    "{% include ['/etc/passwd', '../x'] %}",
    "{% import 'os' as os %}{{ os.system('id') }}",
    "{% from 'os' import system %}",
    "{% extends '/etc/passwd' %}",
    "{% include 'out.md.j2' %}",
    "{% include 'away/secret.md.j2' %}",
    "{{ range(10000000) }}",
    "{% for n in range(100000000) %}x{% endfor %}",
    "{{ 'x' * 10000000000 }}",
    "{{ [1] * 10000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_strangers_template_reads_no_file_runs_no_code_and_reaches_no_network(
    attack, tmp_path, monkeypatch
):
    """The template lies in a library of its own, beside a secret that a link leads to."""
    folder = write(tmp_path, {}) / "templates" / "letters"
    folder.mkdir(parents=True)
    (tmp_path / "secret.md.j2").write_text("secret")
    (folder / "out.md.j2").symlink_to(tmp_path / "secret.md.j2")
    (folder / "away").symlink_to(tmp_path)
    (folder / "letter.md.j2").write_text(attack, "utf-8")
    templates = Templates(template_source(tmp_path))
    for module, name in ((os, "system"), (subprocess, "Popen"), (socket, "socket"), (builtins, "open")):
        monkeypatch.setattr(module, name, None)
    slots = Slots()
    with pytest.raises(LetterkitError) as refused:
        templates.render("letter.md.j2", WORDS, slots)
    assert refused.value.message.startswith("templates/letters/letter.md.j2:1: ")
    assert "secret" not in str(refused.value).replace("secret.md.j2", "")
    assert WORDS["sender"]["name"] == "Amnesty"
    assert slots.values == []


def test_nothing_of_one_letter_reaches_the_next():
    templates = Templates({"x.md.j2": "{{ who }}"}.get)
    first, second = Slots(), Slots()
    assert templates.render("x.md.j2", {"who": "A"}, first) == templates.render(
        "x.md.j2", {"who": "B"}, second
    )
    assert (first.values, second.values) == ([Text("A")], [Text("B")])
    with pytest.raises(LetterkitError, match="'who' is undefined"):
        templates.render("x.md.j2", {"whom": "C"}, Slots())
