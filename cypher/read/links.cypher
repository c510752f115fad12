// Records of the links $ids (list of text): id, source, target, type, properties and the relationship's element id
// as row; in no order. One branch a type, so that each uses its index.
UNWIND $ids AS id
CALL (id) {
  MATCH ()-[r:MEMBER_OF {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:PARTNER_OF {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:PART_OF {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:SUPPORTS {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:FUNDS {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:INVESTED_IN {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:OPERATES {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:LOCATED_AT {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:PARTICIPATES_IN {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:COLLABORATES_WITH {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:SPIN_OFF_OF {id: id}]->()
  RETURN r
  UNION ALL
  MATCH ()-[r:SUCCESSOR_OF {id: id}]->()
  RETURN r
}
WITH id, r, startNode(r) AS s, endNode(r) AS t
WHERE s:Actor AND t:Actor
RETURN id, s.id AS source, t.id AS target, type(r) AS type, properties(r) AS properties, elementId(r) AS row
