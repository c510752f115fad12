// Every judgement; in no order.
MATCH (n:Judgement)
RETURN n.a AS a, n.b AS b, n.verdict AS verdict, n.reason AS reason, n.note AS note, n.changedAt AS changedAt
