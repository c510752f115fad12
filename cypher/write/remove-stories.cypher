// Removes the stories $ids (list of text).
UNWIND $ids AS id
MATCH (n:Story {id: id})
DETACH DELETE n
