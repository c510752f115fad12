// What makes up the cross-link between two groups, one row each: links, joint projects and bridge actors. An actor
// that is no group stands for itself.
//
// Params:  $a, $b        ids of two actors
//          $types        link types that count; joint projects count only with PARTICIPATES_IN among them
//          $year         whole number: only what was alive in that year (unknown dates exclude nothing); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: what ('bridge', 'link' or 'project'), id, name (of an actor or project), type (of a link), start, end,
//          actors (ids: the ends of a link, source first; the participants of a project; the bridge itself)
// Order:   what, id.
// Bound:   groups nested at most 10 deep; $limit rows.
WITH ['hub', 'cluster', 'house_of', 'consortium', 'initiative', 'accelerator'] AS groupKinds
UNWIND [$a, $b] AS id
MATCH (group:Actor {id: id})
CALL (group, groupKinds) {
  OPTIONAL MATCH path = (group)<-[:PART_OF*0..10]-(inner:Actor)
  WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  WITH DISTINCT group, inner
  OPTIONAL MATCH (member:Actor)-[link:MEMBER_OF|PARTNER_OF|PART_OF|PARTICIPATES_IN]->(inner)
  WHERE NOT member IN [group, inner]
    AND member.kind <> 'project'
    AND link.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
  RETURN collect(DISTINCT member) AS members
}
WITH groupKinds, id, [group] + members AS extent
WITH groupKinds, collect(CASE WHEN id = $a THEN extent END) AS ofA, collect(CASE WHEN id = $b THEN extent END) AS ofB
WITH groupKinds, ofA[0] AS inA, ofB[0] AS inB
WITH groupKinds, inA, inB,
  [actor IN inA WHERE actor IN inB] AS both,
  [actor IN inA WHERE NOT actor IN inB] AS onlyA,
  [actor IN inB WHERE NOT actor IN inA] AS onlyB
CALL (groupKinds, inA, inB, both, onlyA, onlyB) {
  UNWIND both AS actor
  WITH actor WHERE actor.kind <> 'project'
  RETURN 'bridge' AS what, actor.id AS id, actor.name AS name, null AS type, null AS start, null AS end,
    [actor.id] AS actors
UNION ALL
  UNWIND onlyA AS x
  UNWIND onlyB AS y
  MATCH (x)-[link]-(y)
  WHERE x.kind <> 'project'
    AND y.kind <> 'project'
    AND type(link) IN $types
    AND NOT link:PART_OF|SUCCESSOR_OF
    AND NOT (link:MEMBER_OF|PARTNER_OF|PARTICIPATES_IN AND endNode(link).kind IN groupKinds)
    AND link.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
  RETURN 'link' AS what, link.id AS id, null AS name, type(link) AS type, link.since AS start, link.until AS end,
    [startNode(link).id, endNode(link).id] AS actors
UNION ALL
  UNWIND inA + [actor IN inB WHERE NOT actor IN inA] AS x
  MATCH (x)-[p:PARTICIPATES_IN]->(project:Actor {kind: 'project'})
  WHERE 'PARTICIPATES_IN' IN $types
    AND x.kind <> 'project'
    AND p.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(p.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(p.until, 4)) >= $year, true)))
  WITH onlyA, onlyB, project, x
  ORDER BY x.id
  WITH onlyA, onlyB, project, collect(DISTINCT x) AS participants
  WHERE any(x IN participants WHERE x IN onlyA) AND any(x IN participants WHERE x IN onlyB)
  RETURN 'project' AS what, project.id AS id, project.name AS name, null AS type, project.start AS start,
    project.end AS end, [x IN participants | x.id] AS actors
}
RETURN what, id, name, type, start, end, actors
ORDER BY what, id
LIMIT $limit
