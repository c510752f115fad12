// Creates or updates topics. $rows: {id, properties}, a property of null is removed, an unknown one stays.
UNWIND $rows AS row
MERGE (n:Topic {id: row.id})
SET n += row.properties
