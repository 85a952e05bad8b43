-- What came back to our bounce addresses, as it came. Never deleted by reading it.
CREATE TABLE notify_bounces (
    id            BIGINT PRIMARY KEY,
    envelope_from TEXT   NOT NULL,  -- '' is the null sender
    envelope_to   TEXT   NOT NULL,
    raw           BYTEA  NOT NULL,  -- no more than the first 256 KiB
    size          BIGINT NOT NULL,  -- of all of it
    received_at   BIGINT NOT NULL,
    outcome       TEXT   NOT NULL,  -- waiting, bounced, delayed, complained, automatic, unattributed, seen
    sender        TEXT   NOT NULL,  -- as its From says
    subject       TEXT   NOT NULL,
    words         TEXT   NOT NULL,
    status        TEXT   NOT NULL,  -- "5.1.1", or ''
    address       TEXT   NOT NULL,  -- to which we had written; or what it names itself
    notice        BIGINT,           -- the delivery that it is proven to be about
    contact       BIGINT
);
CREATE INDEX notify_bounces_outcome ON notify_bounces (outcome, id);

-- How often mail to an address has come back for reasons that pass, worn off until `at`.
CREATE TABLE notify_soft_bounces (
    address_key TEXT PRIMARY KEY,
    points      BIGINT NOT NULL,    -- thousandths of a bounce
    at          BIGINT NOT NULL
);
