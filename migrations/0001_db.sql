-- What happened, append-only. `seq` and `chain` are given by the sequencer after the commit.
CREATE TABLE db_facts (
    id      BIGINT PRIMARY KEY,
    seq     BIGINT UNIQUE,
    at      BIGINT NOT NULL,
    room    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    actor   TEXT NOT NULL,
    body    TEXT NOT NULL,
    chain   TEXT NOT NULL
);

-- What the sequencer has still to do: empty most of the time.
CREATE INDEX db_facts_without_number ON db_facts (id) WHERE seq IS NULL;

-- The history of one ticket, incident, account ...
CREATE INDEX db_facts_by_subject ON db_facts (subject, seq);

-- One row: how often this data was restored from a backup.
CREATE TABLE db_epoch (
    one   BIGINT PRIMARY KEY CHECK (one = 1),
    epoch BIGINT NOT NULL
);
INSERT INTO db_epoch (one, epoch) VALUES (1, 1);
