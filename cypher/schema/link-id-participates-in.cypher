// Finds a PARTICIPATES_IN link by its id; an index serves one relationship type.
CREATE INDEX link_id_participates_in IF NOT EXISTS FOR ()-[r:PARTICIPATES_IN]-() ON (r.id)
