// Replaces links whose type or ends change; unknown properties are carried over.
// $rows: {element, source, target, type, properties}, element being the old relationship's element id.
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row.element
MATCH (s:Actor {id: row.source})
MATCH (t:Actor {id: row.target})
CREATE (s)-[moved:$(row.type)]->(t)
SET moved = properties(r)
SET moved += row.properties
DELETE r
