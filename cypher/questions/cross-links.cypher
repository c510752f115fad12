// Pairs of groups with what links them: links, joint projects, and bridges (actors that belong to both).
//
// Params:  $kinds        kinds of group, e.g. ['hub', 'cluster', 'house_of']
//          $types        link types that count, e.g. ['SUPPORTS', 'FUNDS', 'COLLABORATES_WITH', 'PARTICIPATES_IN'];
//                        joint projects count only with PARTICIPATES_IN among them
//          $year         whole number: only what was alive in that year (unknown dates exclude nothing); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: a, b (ids, a < b), links, types (list of [type, links]), projects, bridges
// Order:   most evidence (links + projects + bridges) first, then a, b.
// Bound:   groups nested, or in succession, over at most 10 steps; $limit rows.
//
// A link counts with one end in a only and the other in b only; memberships and nesting never count, and a pair that
// is nested or in succession is left out. Types are told by `link:A|B`: a second `type(link) IN [...]` in the same
// WHERE makes Neo4j 5.26 drop rows that fit.
WITH ['hub', 'cluster', 'house_of', 'consortium', 'initiative', 'accelerator'] AS groupKinds
MATCH (group:Actor)
WHERE group.kind IN $kinds
CALL (group, groupKinds) {
  MATCH path = (group)<-[:PART_OF*0..10]-(inner:Actor)
  WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  WITH DISTINCT group, inner
  MATCH (member:Actor)-[link:MEMBER_OF|PARTNER_OF|PART_OF|PARTICIPATES_IN]->(inner)
  WHERE NOT member IN [group, inner]
    AND member.kind <> 'project'
    AND link.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
  RETURN collect(DISTINCT member) AS members
}
WITH groupKinds, collect({group: group, extent: [group] + members}) AS extents
UNWIND extents AS one
UNWIND extents AS two
WITH groupKinds, one, two, one.group AS a, two.group AS b
WHERE a.id < b.id
  AND NOT EXISTS {
    MATCH path = (a)-[:PART_OF*1..10]->(b)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
  AND NOT EXISTS {
    MATCH path = (b)-[:PART_OF*1..10]->(a)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
  AND NOT EXISTS {
    MATCH path = (a)-[:SUCCESSOR_OF*1..10]-(b)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
WITH groupKinds, a, b,
  size([actor IN one.extent WHERE actor IN two.extent]) AS bridges,
  [actor IN one.extent WHERE NOT actor IN two.extent] AS onlyA,
  [actor IN two.extent WHERE NOT actor IN one.extent] AS onlyB
CALL (groupKinds, onlyA, onlyB) {
  UNWIND onlyA AS x
  UNWIND onlyB AS y
  MATCH (x)-[link]-(y)
  WHERE type(link) IN $types
    AND NOT link:PART_OF|SUCCESSOR_OF
    AND NOT (link:MEMBER_OF|PARTNER_OF|PARTICIPATES_IN AND endNode(link).kind IN groupKinds)
    AND link.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
  WITH type(link) AS type, count(link) AS links
  ORDER BY type
  RETURN collect([type, links]) AS types, coalesce(sum(links), 0) AS links
}
CALL (onlyA, onlyB) {
  UNWIND onlyA AS x
  MATCH (x)-[p:PARTICIPATES_IN]->(project:Actor {kind: 'project'})<-[q:PARTICIPATES_IN]-(y)
  WHERE 'PARTICIPATES_IN' IN $types
    AND y IN onlyB
    AND p.confidence IN $confidences
    AND q.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(p.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(p.until, 4)) >= $year, true)
        AND coalesce(toInteger(left(q.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(q.until, 4)) >= $year, true)))
  RETURN count(DISTINCT project) AS projects
}
WITH a, b, links, types, projects, bridges
WHERE links + projects + bridges > 0
RETURN a.id AS a, b.id AS b, links, types, projects, bridges
ORDER BY links + projects + bridges DESC, a, b
LIMIT $limit
