// Columns of every actor, in no order.
MATCH (a:Actor)
RETURN
  a.id AS id,
  a.name AS name,
  a.nameEn AS nameEn,
  a.aliases AS aliases,
  a.kind AS kind,
  a.city AS city,
  a.state AS state,
  a.country AS country,
  a.lat AS lat,
  a.lon AS lon,
  a.founded AS founded,
  a.topics AS topics,
  a.start AS start,
  a.end AS end,
  a.programme AS programme,
  a.programmePart AS programmePart,
  a.participants AS participants,
  a.participantsDe AS participantsDe,
  elementId(a) AS row
