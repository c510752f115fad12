// Removes the actors $ids (list of text) with all their links.
UNWIND $ids AS id
MATCH (n:Actor {id: id})
DETACH DELETE n
