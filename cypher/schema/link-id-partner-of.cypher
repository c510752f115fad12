// Finds a PARTNER_OF link by its id; an index serves one relationship type.
CREATE INDEX link_id_partner_of IF NOT EXISTS FOR ()-[r:PARTNER_OF]-() ON (r.id)
