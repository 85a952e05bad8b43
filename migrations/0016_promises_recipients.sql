-- What we promised to somebody, and what is not settled yet, in the ledger's order.
CREATE INDEX promises_ledger_by_recipient ON promises_ledger (whom, COALESCE(due_at, 9223372036854775807), id);
CREATE INDEX promises_ledger_unsettled ON promises_ledger (COALESCE(due_at, 9223372036854775807), id)
WHERE settled_at IS NULL;
