// Removes the judgement of $a and $b.
MATCH (n:Judgement {a: $a, b: $b})
DETACH DELETE n
