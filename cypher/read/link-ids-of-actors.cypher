// Ids of all links of the actors $ids (list of text), each once.
UNWIND $ids AS id
MATCH (:Actor {id: id})-[r]-(:Actor)
WHERE r.id IS NOT NULL
RETURN DISTINCT r.id AS id
