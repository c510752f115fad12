// Finds a INVESTED_IN link by its id; an index serves one relationship type.
CREATE INDEX link_id_invested_in IF NOT EXISTS FOR ()-[r:INVESTED_IN]-() ON (r.id)
