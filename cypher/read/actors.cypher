// Records of the actors $ids (list of text): id and properties; in no order.
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN id, properties(n) AS properties
