"""Drives LibreOffice without a window: opens letters, edits them as somebody would, saves them.

Runs under the system's Python, which has LibreOffice's own library: `office.py PROFILE`, jobs as JSON on stdin.
A job has `source`, `saves` (paths with filters, each made from the one before), `tracked` and `steps`.
"""

import json
import subprocess
import sys
import time
import uuid
from itertools import takewhile
from pathlib import Path

FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8", ".doc": "MS Word 97"}


def main():
    import uno

    profile, jobs = sys.argv[1], json.load(sys.stdin)
    pipe = f"letterkit{uuid.uuid4().hex[:8]}"
    home = f"-env:UserInstallation={Path(profile).as_uri()}"
    quiet = ("--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;")
    office = subprocess.Popen(["soffice", home, *quiet], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        desktop = connect(uno, pipe)
        for job in jobs:
            do(uno, desktop, job)
        desktop.terminate()
    finally:
        office.wait(30)


def connect(uno, pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    not_yet = uno.getClass("com.sun.star.connection.NoConnectException")
    for _ in range(480):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except not_yet:
            time.sleep(0.25)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("LibreOffice did not answer")


def value(uno, name, content):
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, content
    return made


def do(uno, desktop, job):
    """Open the letter, take the steps, and save it in one format after another, each opened anew."""
    source = job["source"]
    for number, target in enumerate(job["saves"]):
        hidden = (value(uno, "Hidden", True),)
        document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, hidden)
        if not number:
            document.RecordChanges = job["tracked"]
            for step in job["steps"]:
                STEPS[step["do"]](document, step)
        name = FILTERS[Path(target).suffix]
        document.storeToURL(Path(target).as_uri(), (value(uno, "FilterName", name),))
        document.close(True)
        source = target


def anchor(document, claim):
    return document.getBookmarks().getByName(f"_fact_{claim.replace('-', '_')}").getAnchor()


def found(document, text):
    search = document.createSearchDescriptor()
    search.SearchString = text
    place = document.findFirst(search)
    if place is None:
        raise SystemExit(f"the letter does not say: {text}")
    return place


def replace(document, step):
    """Put words in the place of others; only the characters that differ are marked and typed over."""
    old, new = step["find"], step["with"]
    place = found(document, old)
    head = shared(old, new)
    tail = shared(old[head:][::-1], new[head:][::-1])
    cursor = place.getText().createTextCursorByRange(place.getStart())
    cursor.goRight(head, False)
    cursor.goRight(len(old) - head - tail, True)
    cursor.setString(new[head : len(new) - tail])


def shared(first, second):
    """Return how many characters two texts begin with alike."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))))


def type_behind(document, step):
    """Type words directly behind others."""
    place = found(document, step["find"])
    place.getText().insertString(place.getEnd(), step["with"], False)


def delete_claim(document, step):
    """Delete the words of a claim, and leave the call of its note."""
    anchor(document, step["claim"]).setString("")


def delete_note(document, step):
    """Delete the call of a note, and with it the note."""
    document.getFootnotes().getByIndex(step["number"] - 1).getAnchor().setString("")


def end_paragraph(document, step):
    """Type a sentence at the end of the paragraph of a claim."""
    cursor = document.getText().createTextCursorByRange(anchor(document, step["claim"]).getEnd())
    cursor.gotoEndOfParagraph(False)
    document.getText().insertString(cursor, f" {step['with']}", False)


STEPS = {
    "replace": replace,
    "type": type_behind,
    "delete-claim": delete_claim,
    "delete-note": delete_note,
    "end-paragraph": end_paragraph,
}

if __name__ == "__main__":
    main()
