// Locks the story $id against other writers until the transaction ends, then reads its content (null when there was
// none): the lock has to come first.
MERGE (n:Story {id: $id})
SET n.locked = true
REMOVE n.locked
RETURN n.content AS content
