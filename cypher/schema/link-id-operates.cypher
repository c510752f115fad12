// Finds a OPERATES link by its id; an index serves one relationship type.
CREATE INDEX link_id_operates IF NOT EXISTS FOR ()-[r:OPERATES]-() ON (r.id)
