// Finds a PART_OF link by its id; an index serves one relationship type.
CREATE INDEX link_id_part_of IF NOT EXISTS FOR ()-[r:PART_OF]-() ON (r.id)
