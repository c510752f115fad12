// Records of the stories $ids (list of text): id and properties; in no order.
UNWIND $ids AS id
MATCH (n:Story {id: id})
RETURN id, properties(n) AS properties
