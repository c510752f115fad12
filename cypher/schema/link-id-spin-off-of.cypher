// Finds a SPIN_OFF_OF link by its id; an index serves one relationship type.
CREATE INDEX link_id_spin_off_of IF NOT EXISTS FOR ()-[r:SPIN_OFF_OF]-() ON (r.id)
