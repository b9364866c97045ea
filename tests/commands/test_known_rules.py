"""Every rule that may find something in an edited letter can be named with --allow, or is refused by name."""

import re
from pathlib import Path

import letterkit.checks.edited
import letterkit.docx.reading
from letterkit.commands.edited import known_rules
from letterkit.docx.reading.findings import _ODDITIES

ROOMS = [Path(room.__file__).parent for room in (letterkit.docx.reading, letterkit.checks.edited)]
RULE = re.compile(r'(?:finding|Finding|_found)\(\s*"([a-z]+(?:-[a-z]+)*)"')


def test_every_rule_is_known():
    said = {rule for room in ROOMS for file in room.glob("*.py") for rule in RULE.findall(file.read_text())}
    assert "comment" in said
    assert said | _ODDITIES.keys() <= known_rules()
