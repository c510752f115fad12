// Ids of the actors and topics that name one of the topics $ids (list of text).
CALL () {
  MATCH (a:Actor)
  WHERE a.topics IS :: LIST<STRING NOT NULL> AND any(topic IN a.topics WHERE topic IN $ids)
  RETURN a.id AS id
  UNION ALL
  MATCH (n:Topic)
  WHERE n.broader IN $ids
  RETURN n.id AS id
}
RETURN id
