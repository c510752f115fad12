// Finds a COLLABORATES_WITH link by its id; an index serves one relationship type.
CREATE INDEX link_id_collaborates_with IF NOT EXISTS FOR ()-[r:COLLABORATES_WITH]-() ON (r.id)
