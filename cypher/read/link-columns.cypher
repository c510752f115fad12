// Columns of every link between actors, whatever its type, in no order.
MATCH (s:Actor)-[r]->(t:Actor)
RETURN
  r.id AS id,
  s.id AS source,
  t.id AS target,
  type(r) AS type,
  r.since AS since,
  r.until AS until,
  r.confidence AS confidence,
  elementId(r) AS row
