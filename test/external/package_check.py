"""Opens a file of Office as a package, apart from any program that writes or reads presentations.

Argument: the file. Prints JSON: {"problems": [...], "parts": [...], "slides": [{"shapes", "frames", "names", "texts",
"notes"}], "title", "language"}. A problem is a damaged entry, XML that is not well-formed, a relationship to a part
that is not there, a part without a content type, a type for a part that is not there, a number of a shape used twice.
"""

import json
import posixpath
import sys
import zipfile
from xml.etree import ElementTree

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/%s}"
RELATIONSHIPS = PACKAGE % "relationships"
TYPES = PACKAGE % "content-types"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"


def main(path):
    problems = []
    with zipfile.ZipFile(path) as package:
        damaged = package.testzip()
        if damaged:
            problems.append(f"{damaged}: damaged")
        names = package.namelist()
        if len(set(names)) != len(names):
            problems.append("an entry stands there twice")
        trees = {}
        for name in names:
            if name.endswith((".xml", ".rels")):
                try:
                    trees[name] = ElementTree.fromstring(package.read(name))
                except ElementTree.ParseError as error:
                    problems.append(f"{name}: {error}")
    problems += check_relationships(trees, names)
    problems += check_types(trees, names)
    slides = [name for name in names if name.startswith("ppt/slides/slide")]
    slides.sort(key=lambda name: int("".join(filter(str.isdigit, name))))
    core = trees.get("docProps/core.xml")
    print(
        json.dumps(
            {
                "problems": problems + [p for name in slides for p in check_numbers(name, trees[name])],
                "parts": names,
                "slides": [describe(name, trees) for name in slides],
                "title": core.findtext(DC + "title") if core is not None else None,
                "language": core.findtext(DC + "language") if core is not None else None,
            }
        )
    )


def check_relationships(trees, names):
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relationship in tree.iter(RELATIONSHIPS + "Relationship"):
            target = relationship.get("Target")
            if relationship.get("TargetMode") == "External":
                continue
            full = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            if full not in names:
                yield f"{name}: no part {target}"


def check_types(trees, names):
    types = trees["[Content_Types].xml"]
    endings = {entry.get("Extension") for entry in types.iter(TYPES + "Default")}
    parts = {entry.get("PartName").lstrip("/") for entry in types.iter(TYPES + "Override")}
    yield from (f"type for {part}, which is not there" for part in sorted(parts - set(names)))
    for name in names:
        if name != "[Content_Types].xml" and name not in parts and name.rsplit(".")[-1] not in endings:
            yield f"{name}: no type"


def check_numbers(name, tree):
    ids = [entry.get("id") for entry in tree.iter(P + "cNvPr")]
    if len(ids) != len(set(ids)):
        yield f"{name}: the number of a shape is used twice"


def describe(name, trees):
    tree = trees[name]
    notes = trees.get(name.replace("slides/slide", "notesSlides/notesSlide"))
    shapes = [*tree.iter(P + "sp"), *tree.iter(P + "cxnSp")]
    return {
        "shapes": len(shapes),
        "frames": len(list(tree.iter(P + "graphicFrame"))),
        "names": [entry.get("name") for entry in tree.iter(P + "cNvPr")][1:],
        "texts": [text for shape in shapes if (text := paragraphs(shape)) != ""],
        "notes": "" if notes is None else notes_of(notes),
    }


def paragraphs(shape):
    return "\n".join(
        "".join(part.text or "" for part in paragraph.iter(A + "t")) for paragraph in shape.iter(A + "p")
    ).strip()


def notes_of(notes):
    for shape in notes.iter(P + "sp"):
        place = shape.find(f".//{P}ph")
        if place is not None and place.get("type") == "body":
            return paragraphs(shape)
    return ""


main(sys.argv[1])
