// Removes the links with the element ids $elements (list of text).
UNWIND $elements AS element
MATCH ()-[r]->()
WHERE elementId(r) = element
DELETE r
