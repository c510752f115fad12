// One Judgement a pair of ids; the index behind the constraint finds it.
CREATE CONSTRAINT judgement_key IF NOT EXISTS FOR (n:Judgement) REQUIRE (n.a, n.b) IS UNIQUE
