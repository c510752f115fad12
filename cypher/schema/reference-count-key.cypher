// One count a stratum of a population.
CREATE CONSTRAINT reference_count_key IF NOT EXISTS FOR (n:ReferenceCount)
REQUIRE (n.population, n.programme, n.topic, n.sizeClass, n.year) IS UNIQUE
