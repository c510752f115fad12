// Locks the judgement of $a and $b against other writers until the transaction ends, then reads when it was changed
// (null when there was none): the lock has to come first.
MERGE (n:Judgement {a: $a, b: $b})
SET n.locked = true
REMOVE n.locked
RETURN n.changedAt AS changedAt
