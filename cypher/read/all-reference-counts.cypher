// Every reference count, in the order of its key.
MATCH (n:ReferenceCount)
RETURN properties(n) AS properties
ORDER BY n.population, n.programme, n.topic, n.sizeClass, n.year
