// Ids of up to 1,000 actors and links that name one of the sources $ids (list of text).
CALL () {
  MATCH (a:Actor)
  WHERE a.sourceIds IS :: LIST<STRING NOT NULL> AND any(source IN a.sourceIds WHERE source IN $ids)
  RETURN a.id AS id
  UNION ALL
  MATCH (:Actor)-[r]->(:Actor)
  WHERE r.sourceIds IS :: LIST<STRING NOT NULL> AND any(source IN r.sourceIds WHERE source IN $ids)
  RETURN r.id AS id
}
RETURN id
LIMIT 1000
