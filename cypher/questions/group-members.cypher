// Members of one group, directly or through a group nested in it.
//
// Params:  $group        id of the group
//          $year         whole number: only memberships alive in that year (unknown dates exclude nothing); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: id, name, kind; type, since, until of the membership, via = the nested group it goes through (null: direct)
// Order:   id. Of several memberships the direct one is told, else the nearest; then the surest.
// Bound:   groups nested at most 10 deep; $limit rows.
WITH ['hub', 'cluster', 'house_of', 'consortium', 'initiative', 'accelerator'] AS groupKinds
MATCH path = (group:Actor {id: $group})<-[:PART_OF*0..10]-(inner:Actor)
WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
WITH group, inner, min(length(path)) AS depth
MATCH (member:Actor)-[link:MEMBER_OF|PARTNER_OF|PART_OF|PARTICIPATES_IN]->(inner)
WHERE NOT member IN [group, inner]
  AND member.kind <> 'project'
  AND link.confidence IN $confidences
  AND ($year IS NULL
    OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
      AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
WITH member, link, depth, CASE WHEN inner = group THEN null ELSE inner.id END AS via,
  CASE link.confidence WHEN 'stated' THEN 0 WHEN 'public_record' THEN 1 ELSE 2 END AS doubt
ORDER BY depth, via, doubt, link.id
WITH member, collect({link: link, via: via})[0] AS first
RETURN member.id AS id, member.name AS name, member.kind AS kind,
  type(first.link) AS type, first.link.since AS since, first.link.until AS until, first.via AS via
ORDER BY id
LIMIT $limit
