// Finds a MEMBER_OF link by its id; an index serves one relationship type.
CREATE INDEX link_id_member_of IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.id)
