// Finds a SUCCESSOR_OF link by its id; an index serves one relationship type.
CREATE INDEX link_id_successor_of IF NOT EXISTS FOR ()-[r:SUCCESSOR_OF]-() ON (r.id)
