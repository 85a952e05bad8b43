-- How many promises are settled, by how they ended. The ledger only grows, so they are counted when
-- they settle and not when somebody looks. Each state has several rows (promise modulo 64): where
-- two settle at once they seldom write the same one.
CREATE TABLE promises_settled (
    state TEXT   NOT NULL,
    part  BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (state, part)
);
INSERT INTO promises_settled (state, part, count)
SELECT state, id % 64, COUNT(*)
FROM   promises_ledger
WHERE  settled_at IS NOT NULL
GROUP BY state, id % 64;

-- The others are counted along this. It names settled_at, too: only then does SQLite look at no row.
CREATE INDEX promises_ledger_standing ON promises_ledger (state, due_at, settled_at)
WHERE settled_at IS NULL;
