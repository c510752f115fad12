// Creates actors that do not exist yet. $rows: {label, properties}.
UNWIND $rows AS row
CREATE (a:Actor:$(row.label))
SET a = row.properties
