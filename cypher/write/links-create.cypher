// Creates links that do not exist yet. $rows: {source, target, type, properties}.
UNWIND $rows AS row
MATCH (s:Actor {id: row.source})
MATCH (t:Actor {id: row.target})
CREATE (s)-[r:$(row.type)]->(t)
SET r += row.properties
