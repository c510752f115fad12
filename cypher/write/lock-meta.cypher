// Locks the revision against other writers until the transaction ends, then reads it: the lock has to come first.
MERGE (m:Meta {id: "meta"})
SET m.locked = true
WITH m
SET m.revision = coalesce(m.revision, 0), m.schemaVersion = coalesce(m.schemaVersion, $schemaVersion)
REMOVE m.locked
RETURN m.revision AS revision
