// Full text over the names of actors, for people who search in Neo4j Browser or Bloom.
CREATE FULLTEXT INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON EACH [n.name, n.nameEn, n.aliases]
