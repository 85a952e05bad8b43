-- What is to be done later, and what was heard already.
CREATE TABLE jobs_queue (
    id           BIGINT PRIMARY KEY,
    kind         TEXT   NOT NULL,
    key          TEXT   NOT NULL,           -- '' for none
    body         TEXT   NOT NULL,           -- JSON
    due_at       BIGINT NOT NULL,           -- by the house's clock
    attempts     BIGINT NOT NULL,
    fence        BIGINT NOT NULL,
    state        TEXT   NOT NULL,           -- waiting, running, given_up
    node         TEXT   NOT NULL,           -- who runs it; '' for nobody
    leased_until BIGINT NOT NULL,           -- by the machine's clock
    problem      TEXT   NOT NULL            -- why it was refused or failed last; '' if it was not
);
CREATE UNIQUE INDEX jobs_queue_key ON jobs_queue (kind, key) WHERE key <> '' AND state = 'waiting';
CREATE INDEX jobs_queue_due ON jobs_queue (state, due_at, id);

-- Up to which fact the hearers' jobs were queued.
CREATE TABLE jobs_heard (
    one BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL
);
INSERT INTO jobs_heard (one, seq) VALUES (1, 0);
