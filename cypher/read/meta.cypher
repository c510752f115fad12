// Revision (0 for a graph that was filled by somebody else), schema version and number of sources: always one row.
OPTIONAL MATCH (m:Meta {id: "meta"})
WITH m LIMIT 1
RETURN
  m.revision AS revision,
  m.schemaVersion AS schemaVersion,
  COUNT { (:Source) } AS sources
