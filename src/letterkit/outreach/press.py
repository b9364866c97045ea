"""Makes the files of one letter, in whatever process it is called.

A process loads the library once, and keeps templates, originals, looks and the renderer of PDFs for the next
letter.  Nothing is written here: the bytes go back to who asked for them, on this machine or from another.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from letterkit.drafting.composition import Draft
from letterkit.drafting.draft import draft_letter
from letterkit.drafting.templates import Templates
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, has_errors
from letterkit.letter.model import Letter, body_words
from letterkit.library.disk.locate import starter, template_file
from letterkit.library.disk.texts import template_source
from letterkit.library.load import load
from letterkit.library.originals import Originals
from letterkit.outreach import mail
from letterkit.outreach.likeness import fingerprints
from letterkit.outreach.orders import Made, Order, Task, brief_of

if TYPE_CHECKING:
    from letterkit.pdf.pdf import Renderer

FORMATS = ("docx", "pdf", "html", "md")
# Where this process finds a library that came with the work, by its digest; else at the path of the order.
FOLDERS: dict[str, str] = {}
_presses: dict[str, Press] = {}


def make(order: Order, task: Task) -> Made:
    """Return the files of one letter; whatever goes wrong with it is a finding and stops no other letter."""
    try:
        return _press(order).made(task)
    except LetterkitError as problem:
        finding = Finding("not-drafted", "error", problem.message, hint=problem.hint)
    except Exception as problem:  # noqa: BLE001 # one letter's defect must not cost the others
        message = f"letterkit failed: {type(problem).__name__}: {problem}"
        finding = Finding("defect", "error", message, hint="`letterkit draft --debug` shows where")
    return Made(task.id, findings=(finding,))


def ready(order: Order) -> None:
    """Load what the letters of an order need, so that processes copied from this one have it.

    What is loaded stays, and need not be looked at when rubbish is collected; what each letter leaves behind
    has to be collected soon, so that the thousandth needs no more memory than the first.
    """
    _press(order).load()
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 10)


def _press(order: Order) -> Press:
    root = Path(FOLDERS.get(order.library, order.root))
    key = f"{root} {order!r}"
    if key not in _presses:
        _presses.clear()
        _presses[key] = Press(order, root)
    return _presses[key]


class Press:
    """Makes the letters of one order, one after the other, from the library at `root`."""

    def __init__(self, order: Order, root: Path) -> None:
        self._order = order
        self._library, _ = load(root, starter())
        if self._library.whole_digest != order.library:
            raise LetterkitError(
                "the library has changed since the batch began", "begin again, in a folder of its own"
            )
        self._templates = Templates(template_source(root))
        self._originals = Originals(root)
        self._writers = _Writers(root, order)

    def load(self) -> None:
        """Load the code of the writers; nothing is drawn yet, since Pango is not to be copied."""
        if "docx" in self._order.formats:
            import_module("letterkit.docx.write")
        if "pdf" in self._order.formats or self._order.email:
            import_module("letterkit.pdf.pdf")
            import_module("letterkit.pdf.engine").load()

    def made(self, task: Task) -> Made:
        """Return the files of a letter; of one with errors, only what is wrong with it."""
        brief = brief_of(self._library, self._order, task.addressee)
        draft = draft_letter(self._library, brief, self._templates)
        found = [*draft.findings, *self._order.check(self._library, draft, self._originals)]
        found += mail.remarks(task.addressee.email) if self._order.email else ()
        findings = tuple(judged(found, self._order.allow))
        files = {} if has_errors(findings) else dict(self._files(draft, task))
        claims = tuple(dict.fromkeys(use.id for use in draft.uses))
        return Made(task.id, files, claims, findings, body_words(draft.letter), fingerprints(draft.letter))

    def _files(self, draft: Draft, task: Task) -> Iterator[tuple[str, bytes]]:
        pdf = b""
        for kind in self._order.formats:
            data = self._writers.write(kind, draft.letter)
            pdf = data if kind == "pdf" else pdf
            yield f"{task.stem}.{kind}", data
        if self._order.email:
            attached = pdf or self._writers.write("pdf", draft.letter)
            to = mail.Mailbox(mail.names(draft.brief), task.addressee.email)
            yield f"{task.stem}.eml", mail.write(draft.letter, to, attached, f"{task.stem}.pdf")


class _Writers:
    """Writes letters in the looks of a library, which are read when they are first needed."""

    def __init__(self, root: Path, order: Order) -> None:
        self._root = root
        self._day = order.date
        self._looks: dict[str, bytes] = {}
        self._renderer: Renderer | None = None

    def write(self, kind: str, letter: Letter) -> bytes:
        """Return a letter in a format."""
        if kind == "docx":
            from letterkit.docx import write as docx

            return docx.write(letter, self._look("letterhead.docx"))
        if kind == "pdf":
            return self._pdf(letter)
        if kind == "html":
            from letterkit.pdf import html

            return html.write(letter, self._look("letter.css").decode("utf-8")).encode("utf-8")
        from letterkit.letter import markdown

        return markdown.write(letter).encode("utf-8")

    def _pdf(self, letter: Letter) -> bytes:
        if self._renderer is None:
            from letterkit.pdf.pdf import Renderer

            self._renderer = Renderer(self._look("letter.css").decode("utf-8"))
        return self._renderer.write(letter, created=self._day)

    def _look(self, name: str) -> bytes:
        if name not in self._looks:
            self._looks[name] = template_file(self._root, name)
        return self._looks[name]


def judged(findings: list[Finding], allow: tuple[str, ...]) -> Iterator[Finding]:
    """Yield findings as a batch takes them: a placeholder holds a letter back, what is allowed does not."""
    for each in findings:
        severity = "error" if each.rule == "placeholder" else each.severity
        if severity == "error" and each.rule in allow:
            yield replace(each, severity="warning", hint=f"let pass by --allow {each.rule}")
        else:
            yield replace(each, severity="error") if severity == "error" else each
