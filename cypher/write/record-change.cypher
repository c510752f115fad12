// Sets the revision and writes the journal entry $entry (map).
MATCH (m:Meta {id: "meta"})
SET m.revision = $entry.revision
CREATE (c:Change)
SET c = $entry
