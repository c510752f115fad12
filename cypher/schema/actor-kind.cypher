// Actors of a kind, for people who ask by property instead of label.
CREATE INDEX actor_kind IF NOT EXISTS FOR (n:Actor) ON (n.kind)
