// Finds a LOCATED_AT link by its id; an index serves one relationship type.
CREATE INDEX link_id_located_at IF NOT EXISTS FOR ()-[r:LOCATED_AT]-() ON (r.id)
