// Creates or updates reference counts. $rows: {population, programme, topic, sizeClass, year, projects}.
UNWIND $rows AS row
MERGE (n:ReferenceCount {
  population: row.population,
  programme: row.programme,
  topic: row.topic,
  sizeClass: row.sizeClass,
  year: row.year
})
SET n.projects = row.projects
