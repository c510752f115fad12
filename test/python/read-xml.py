"""XML from stdin as JSON: each element as [name without namespace, attributes, text, children]."""

import json
import sys
import xml.etree.ElementTree as ElementTree


def described(element):
    name = element.tag.rsplit("}", 1)[-1]
    children = [described(child) for child in element]
    return [name, element.attrib, element.text or "", children]


json.dump(described(ElementTree.fromstring(sys.stdin.buffer.read())), sys.stdout)
