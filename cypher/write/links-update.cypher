// Updates links whose type and ends stay. $rows: {element, properties}, element being the relationship's element id; a
// property of null is removed, an unknown one stays.
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row.element
SET r += row.properties
