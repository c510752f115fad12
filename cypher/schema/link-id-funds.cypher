// Finds a FUNDS link by its id; an index serves one relationship type.
CREATE INDEX link_id_funds IF NOT EXISTS FOR ()-[r:FUNDS]-() ON (r.id)
