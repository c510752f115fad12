// Records of every story, by id.
MATCH (n:Story)
RETURN properties(n) AS properties
ORDER BY n.id
