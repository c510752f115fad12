// Shortest ways of collaboration between two actors: which actors lie on them when a shared project is a tie of those
// who take part, not a place. A direct link counts one, a shared project two.
//
// Params:  $a, $b        ids of two actors that are no projects
//          $types        link types to walk along, in either direction
//          $year         whole number: only links alive in that year (unknown dates exclude nothing); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: length (links walked), actors (ids from a to b, projects left out)
// Order:   actors. Parallel links and several shared projects are one row.
// Bound:   12 links; $limit rows.
MATCH (a:Actor {id: $a}), (b:Actor {id: $b})
WHERE a <> b
MATCH path = ALL SHORTEST (a)
  ((x:Actor)-[link]-(y:Actor)
    WHERE NOT (x.kind = 'project' AND y.kind = 'project')
      AND type(link) IN $types
      AND link.confidence IN $confidences
      AND ($year IS NULL
        OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
  ){1,12}
  (b)
WITH DISTINCT length(path) AS length,
  [each IN nodes(path) WHERE each.kind <> 'project' | each.id] AS actors
RETURN length, actors
ORDER BY length, actors
LIMIT $limit
