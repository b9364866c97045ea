"""Makes templates/letters/letterhead.docx: styles, page and head, shown by a specimen letter.

Lies here because only maintainers run it; a test keeps file and script in step.  Word users restyle
the DOCX itself.  Run from the project's root: python -m tests.docx.make_letterhead
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from letterkit.docx.write import write
from letterkit.docx.xml import NAMES
from letterkit.letter.model import (
    Heading,
    Letter,
    ListBlock,
    Note,
    NoteRef,
    Placeholder,
    Text,
    line,
    lines,
    paragraph,
)

LETTERHEAD = Path("templates/letters/letterhead.docx")

# Lengths are twentieths of a point, type sizes half points.  Calibri and Cambria have the widths of
# Carlito and Caladea, so that Word, LibreOffice and the PDF break lines alike.
SANS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>'
SERIF = '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Times New Roman"/>'
GRAY = '<w:color w:val="4A5058"/>'
RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="6" w:color="16181B"/></w:pBdr>'
HELD = "<w:keepNext/><w:keepLines/>"
BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
SPREAD = '<w:tabs><w:tab w:val="center" w:pos="4320"/><w:tab w:val="right" w:pos="8640"/></w:tabs>'
HANGING_NOTE = '<w:tabs><w:tab w:val="left" w:pos="300"/></w:tabs>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def space(before: int = 0, after: int = 0, leading: int | None = None) -> str:
    line_height = f' w:line="{leading}" w:lineRule="atLeast"' if leading else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{line_height}/>'


def indent(left: int) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{left}"/>'


NOTE = HANGING_NOTE + space(before=40, leading=220) + indent(300)

# Name, name of the following style, paragraph properties, character properties.
PARAGRAPHS = (
    ("Letterhead", "Letterhead Details", f"<w:keepNext/>{RULE}{space(leading=320)}",
     f'{SANS}{BOLD}<w:caps/><w:spacing w:val="22"/>{size(25)}'),
    ("Letterhead Details", "Date", f"<w:keepNext/>{RULE}{space(leading=240)}", f"{SANS}{GRAY}{size(18)}"),
    ("Date", "Inside Address", space(before=300), ""),
    ("Delivery Line", "Inside Address", "", ITALIC),
    ("Inside Address", "Inside Address", f"<w:keepLines/>{space(before=240)}", ""),
    ("heading 1", "Salutation", f'{HELD}{space(before=240)}{indent(520)}<w:outlineLvl w:val="0"/>', BOLD),
    ("heading 2", "Body Text", f'{HELD}{space(before=200)}<w:outlineLvl w:val="1"/>', BOLD),
    ("heading 3", "Body Text", f'{HELD}{space(before=160)}<w:outlineLvl w:val="2"/>', ITALIC),
    ("Salutation", "Body Text", f"<w:keepNext/>{space(before=240)}", ""),
    ("Body Text", "Body Text", space(before=140), ""),
    ("List Bullet", "List Bullet",
     f'<w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr>{space(before=50)}{indent(280)}', ""),
    ("List Number", "List Number",
     f'<w:keepLines/><w:numPr><w:numId w:val="2"/></w:numPr>{space(before=50)}{indent(360)}', ""),
    ("Closing", "Signature", f"{HELD}{space(before=140)}", ""),
    ("Signature", "Signature", f"{HELD}{space(before=720)}", ""),
    ("Enclosures", "Enclosures", f"<w:keepLines/>{space(before=280)}<w:contextualSpacing/>", ""),
    ("Copies", "Copies", f"<w:keepLines/>{space(before=280)}<w:contextualSpacing/>", ""),
    ("header", "header", space(leading=220), f"{SANS}{GRAY}{size(18)}"),
    ("footer", "footer", space(leading=220), f"{SANS}{GRAY}{size(18)}"),
    ("Running Head", "Running Head", f"{SPREAD}{space(before=220, after=400, leading=240)}",
     f"{SANS}{GRAY}{size(18)}"),
    ("footnote text", "footnote text", NOTE, size(17)),
    ("endnote text", "endnote text", NOTE, size(17)),
    ("annotation text", "annotation text", "", f"{SANS}{size(18)}"),
)  # fmt: skip
CHARACTERS = (
    ("footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("endnote reference", '<w:vertAlign w:val="superscript"/>'),
    # LibreOffice sets the number beside a note in these two, by name.
    ("Footnote Characters", '<w:vertAlign w:val="baseline"/>'),
    ("Endnote Characters", '<w:vertAlign w:val="baseline"/>'),
    ("annotation reference", size(16)),
    ("Hyperlink", '<w:color w:val="1F3F73"/>'),
    ("Placeholder", '<w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>'),
)
OURS = {"Letterhead", "Letterhead Details", "Delivery Line", "Inside Address", "Enclosures", "Copies",
        "Running Head", "Footnote Characters", "Endnote Characters", "Placeholder"}  # fmt: skip


def style_id(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split())


def style(name: str, kind: str, between: str, properties: str, order: int) -> str:
    custom = ' w:customStyle="1"' if name in OURS else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id(name)}"{custom}><w:name w:val="{name}"/>{between}'
        f'<w:uiPriority w:val="{order}"/><w:qFormat/>{properties}</w:style>'
    )


def holding(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""


def styles() -> str:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{SERIF}{size(21)}"
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:line="280" w:lineRule="atLeast"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/><w:suppressAutoHyphens/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    )
    paragraphs = (
        style(
            name,
            "paragraph",
            f'<w:basedOn w:val="Normal"/><w:next w:val="{style_id(following)}"/>',
            holding("pPr", layout) + holding("rPr", type_),
            order,
        )
        for order, (name, following, layout, type_) in enumerate(PARAGRAPHS, 1)
    )
    base = '<w:basedOn w:val="DefaultParagraphFont"/>'
    characters = (
        style(name, "character", base, holding("rPr", type_), order)
        for order, (name, type_) in enumerate(CHARACTERS, 40)
    )
    return defaults + "".join(paragraphs) + "".join(characters)


def numbering() -> str:
    kinds = (
        (1, "bullet", "•", "ListBullet", 280, SANS),
        (2, "decimal", "%1.", "ListNumber", 360, ""),
    )
    lists = (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style_name}"/>'
        f'<w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent(left)}</w:pPr><w:rPr>{font}</w:rPr></w:lvl></w:abstractNum>'
        for number, kind, sign, style_name, left, font in kinds
    )
    return "".join(lists) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number, *_ in kinds
    )


SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/>'
)
FONTS = "".join(
    f'<w:font w:name="{name}"><w:altName w:val="{twin}"/><w:charset w:val="00"/><w:family w:val="{family}"/>'
    '<w:pitch w:val="variable"/></w:font>'
    for name, twin, family in (("Calibri", "Carlito", "swiss"), ("Cambria", "Caladea", "roman"))
)
# Our styles name their fonts and colors themselves, but validators miss a document's theme.
COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "16181B", "lt2": "EEEEEE", "accent1": "1F3F73",
    "accent2": "8A3B12", "accent3": "4A5058", "accent4": "B8860B", "accent5": "2E6B4F",
    "accent6": "6B2E5F", "hlink": "1F3F73", "folHlink": "1F3F73",
}  # fmt: skip
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="6350">{FILL}</a:ln>'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Letter"><a:themeElements>'
    '<a:clrScheme name="Letter">'
    + "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLORS.items())
    + '</a:clrScheme><a:fontScheme name="Letter">'
    + "".join(
        f'<a:{rank}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{rank}Font>'
        for rank, face in (("major", "Calibri"), ("minor", "Cambria"))
    )
    + f'</a:fontScheme><a:fmtScheme name="Letter"><a:fillStyleLst>{FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
# US Letter; 1.25 inches beside, 0.6 above, 0.7 below.  On later pages the running head, which is higher
# than that margin, pushes the text down to 1 inch.
PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
    '<w:headerReference w:type="first" r:id="rId2"/>'
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="864" w:right="1800" w:bottom="1008" w:left="1800" '
    'w:header="576" w:footer="576" w:gutter="0"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


def word_part(kind: str, tag: str, content: str) -> tuple[str, str, str]:
    return kind, f"{WORD}.{kind}+xml", f"<w:{tag} {NAMES}>{content}</w:{tag}>"


# Name of the file, then kind of the relation, content type, XML.
PARTS = {
    "header1.xml": word_part("header", "hdr", '<w:p><w:pPr><w:pStyle w:val="RunningHead"/></w:pPr></w:p>'),
    "header2.xml": word_part("header", "hdr", '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'),
    "styles.xml": word_part("styles", "styles", styles()),
    "numbering.xml": word_part("numbering", "numbering", numbering()),
    "settings.xml": word_part("settings", "settings", SETTINGS),
    "fontTable.xml": word_part("fontTable", "fonts", FONTS),
    "theme/theme1.xml": ("theme", THEME_TYPE, THEME),
}


def bare_look() -> bytes:
    """Return a DOCX without text: the parts above and what holds them together."""
    types = (
        f'<Override PartName="/word/{name}" ContentType="{type_}"/>' for name, (_, type_, _) in PARTS.items()
    )
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f"{''.join(types)}</Types>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*((kind, name) for name, (kind, _, _) in PARTS.items())),
        "word/document.xml": f"<w:document {NAMES}><w:body>{PAGE}</w:body></w:document>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in (
            members | {f"word/{name}": content for name, (_, _, content) in PARTS.items()}
        ).items():
            archive.writestr(name, content)
    return made.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    links = (
        f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(links)}</Relationships>'


def specimen() -> Letter:
    """Return a letter that shows every style, for those who restyle it in Word."""
    return Letter(
        letterhead=lines("Organization", "Street, City, State ZIP"),
        date=line("January 1, 2020"),
        delivery=line("Via e-mail"),
        addressees=(lines("The Honorable Name", "Office", "Institution", "City, State ZIP"),),
        subject=line("A specimen: restyle it in Word and save it; letters take its styles, not its words"),
        salutation=line("Dear Name:"),
        body=(
            paragraph(
                "Body Text, with a note", NoteRef(1), " and with a ", Placeholder("[placeholder]"), "."
            ),
            Heading(line("Heading 2")),
            paragraph(
                "Pictures in this page and in its headers are kept, such as a logo above the letterhead."
            ),
            Heading(line("Heading 3"), level=3),
            paragraph("A list follows:"),
            ListBlock(lines("List Bullet;", "List Bullet.")),
            ListBlock(lines("List Number;", "List Number."), ordered=True),
        ),
        close=line("Sincerely,"),
        signatures=(lines("Name", "Title", "Organization"),),
        enclosures=lines("Enclosure: Title"),
        copies=lines("cc: Name, Office"),
        notes=(Note(1, (Text("Footnote Text."),)),),
        running=("Name", "January 1, 2020"),
    )


def letterhead() -> bytes:
    """Return the bytes of letterhead.docx."""
    return write(specimen(), bare_look())


if __name__ == "__main__":
    LETTERHEAD.write_bytes(letterhead())
