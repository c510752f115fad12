// Removes the topics $ids (list of text).
UNWIND $ids AS id
MATCH (n:Topic {id: id})
DETACH DELETE n
