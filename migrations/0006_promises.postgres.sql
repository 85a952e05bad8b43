-- Every deadline we gave. 0006_promises.sqlite.sql says the same for SQLite.

CREATE TABLE promises_ledger (
    id           BIGINT PRIMARY KEY,
    text         TEXT NOT NULL,
    whom         TEXT NOT NULL,   -- a contact's or account's id, or 'public'
    owner        BIGINT,
    state        TEXT NOT NULL,
    due_at       BIGINT,
    first_due_at BIGINT,
    no_date      TEXT,
    source       TEXT NOT NULL,
    about        TEXT NOT NULL,
    made_at      BIGINT NOT NULL,
    settled_at   BIGINT,
    version      BIGINT NOT NULL
);

CREATE INDEX promises_ledger_by_subject ON promises_ledger (about, source);
CREATE INDEX promises_ledger_in_order ON promises_ledger (COALESCE(due_at, 9223372036854775807), id);
CREATE INDEX promises_ledger_by_due ON promises_ledger (state, COALESCE(due_at, 9223372036854775807), id);

-- What became of each: one row for each version, for good.
CREATE TABLE promises_changes (
    promise BIGINT NOT NULL REFERENCES promises_ledger (id),
    version BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    actor   TEXT NOT NULL,
    state   TEXT NOT NULL,
    due_at  BIGINT,
    reason  TEXT NOT NULL,
    PRIMARY KEY (promise, version)
);

-- Not even a bug of ours makes a promise, or what became of it, unsaid.
CREATE FUNCTION promises_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a promise and its history stay'; END $$;

CREATE TRIGGER promises_ledger_stays BEFORE DELETE ON promises_ledger FOR EACH ROW EXECUTE FUNCTION promises_stay();

CREATE TRIGGER promises_changes_stay BEFORE DELETE OR UPDATE ON promises_changes FOR EACH ROW EXECUTE FUNCTION promises_stay();
