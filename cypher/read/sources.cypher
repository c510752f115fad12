// Records of the sources $ids (list of text): id and properties; in no order.
UNWIND $ids AS id
MATCH (n:Source {id: id})
RETURN id, properties(n) AS properties
