// Finds a SUPPORTS link by its id; an index serves one relationship type.
CREATE INDEX link_id_supports IF NOT EXISTS FOR ()-[r:SUPPORTS]-() ON (r.id)
