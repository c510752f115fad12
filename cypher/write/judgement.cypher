// Writes $properties (verdict, reason, note, changedAt) of the judgement of $a and $b; null removes a property.
MATCH (n:Judgement {a: $a, b: $b})
SET n += $properties
