// Creates or updates stories. $rows: {id, properties}, a property of null is removed, an unknown one stays.
UNWIND $rows AS row
MERGE (n:Story {id: row.id})
SET n += row.properties
