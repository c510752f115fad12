// Records of the topics $ids (list of text): id and properties; in no order.
UNWIND $ids AS id
MATCH (n:Topic {id: id})
RETURN id, properties(n) AS properties
