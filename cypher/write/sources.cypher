// Creates or updates sources. $rows: {id, properties}, a property of null is removed, an unknown one stays.
UNWIND $rows AS row
MERGE (n:Source {id: row.id})
SET n += row.properties
