// Removes the sources $ids (list of text).
UNWIND $ids AS id
MATCH (n:Source {id: id})
DETACH DELETE n
