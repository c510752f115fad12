// Journal entries with a revision greater than $revision, oldest first, at most $limit.
MATCH (c:Change)
WHERE c.revision > $revision
RETURN
  c.revision AS revision,
  c.at AS at,
  c.by AS by,
  c.what AS what,
  c.touchedActors AS touchedActors,
  c.touchedLinks AS touchedLinks
ORDER BY revision
LIMIT $limit
