// One actor's page: facts, groups, links with their evidence, number of projects and the partners in them.
//
// Params:  $id  id of the actor
// Columns: actor (all properties), evidence (of the actor itself), groups, links, projects, partners, partnersTotal
// Bound:   500 links, 50 partners; groups nested at most 10 deep.
WITH ['hub', 'cluster', 'house_of', 'consortium', 'initiative', 'accelerator'] AS groupKinds
MATCH (actor:Actor {id: $id})
CALL (actor) {
  UNWIND actor.sourceIds AS sourceId
  MATCH (source:Source {id: sourceId})
  RETURN collect(properties(source)) AS evidence
}
CALL (actor, groupKinds) {
  MATCH (actor)-[link:MEMBER_OF|PARTNER_OF|PART_OF|PARTICIPATES_IN]->(inner:Actor)
  WHERE inner.kind IN groupKinds
  MATCH path = (inner)-[:PART_OF*0..10]->(group:Actor)
  WHERE group <> actor AND all(each IN nodes(path) WHERE each.kind IN groupKinds)
  WITH group, inner, link
  ORDER BY inner <> group, inner.id, link.id
  WITH group, collect({type: type(link), since: link.since, until: link.until, via: inner.id})[0] AS first
  RETURN collect({id: group.id, name: group.name, kind: group.kind, membership: first}) AS groups
}
CALL (actor) {
  MATCH (actor)-[link]-(other:Actor)
  WHERE other.kind <> 'project'
  WITH actor, link, other,
    CASE link.confidence WHEN 'stated' THEN 0 WHEN 'public_record' THEN 1 ELSE 2 END AS doubt
  ORDER BY doubt, coalesce(link.since, '') DESC, link.id
  LIMIT 500
  CALL (link) {
    UNWIND link.sourceIds AS sourceId
    MATCH (source:Source {id: sourceId})
    RETURN collect(properties(source)) AS sources
  }
  RETURN collect({
    id: link.id, type: type(link), isOut: startNode(link) = actor,
    other: {id: other.id, name: other.name, kind: other.kind},
    properties: properties(link), sources: sources
  }) AS links
}
CALL (actor) {
  MATCH (actor)-[:PARTICIPATES_IN]->(project:Actor {kind: 'project'})
  RETURN count(DISTINCT project) AS projects
}
CALL (actor) {
  MATCH (actor)-[:PARTICIPATES_IN]->(project:Actor {kind: 'project'})<-[:PARTICIPATES_IN]-(other:Actor)
  WHERE other <> actor
  WITH other, count(DISTINCT project) AS joint
  ORDER BY joint DESC, other.id
  WITH collect({id: other.id, name: other.name, kind: other.kind, projects: joint}) AS everyone
  RETURN everyone[..50] AS partners, size(everyone) AS partnersTotal
}
RETURN properties(actor) AS actor, evidence, groups, links, projects, partners, partnersTotal
