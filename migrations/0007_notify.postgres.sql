-- What was said: one row for each announcement, letter and page. `body` is its JSON.
CREATE TABLE notify_notices (
    id           BIGINT PRIMARY KEY,
    kind         TEXT NOT NULL,    -- announcement, letter, page
    topic        TEXT,             -- of an announcement
    lane         TEXT NOT NULL,
    about        TEXT NOT NULL,    -- text id of the incident or ticket, or ''
    body         TEXT NOT NULL,
    earlier      TEXT NOT NULL,    -- the words that this one superseded, JSON, oldest first
    key          TEXT UNIQUE,
    brand        BIGINT NOT NULL,
    at           BIGINT NOT NULL,
    due_at       BIGINT NOT NULL,  -- the end of the undo window
    useful_until BIGINT NOT NULL,
    done_at      BIGINT            -- every delivery has come to its end
);
CREATE INDEX notify_notices_about ON notify_notices (about, id);
CREATE INDEX notify_notices_open ON notify_notices (id) WHERE done_at IS NULL;

-- Which services an announcement is about.
CREATE TABLE notify_services (
    notice  BIGINT NOT NULL,
    service BIGINT NOT NULL,
    PRIMARY KEY (notice, service)
);

-- Who hears it, and what became of that. Name, address, language and zone are those of the moment
-- in which the audience was frozen: they are the proof. `recipient` is a contact, or a person.
CREATE TABLE notify_deliveries (
    notice       BIGINT NOT NULL,
    recipient    BIGINT NOT NULL,
    channel      TEXT NOT NULL,
    address      TEXT NOT NULL,
    name         TEXT NOT NULL,
    language     TEXT NOT NULL,
    zone         TEXT NOT NULL,
    account_name TEXT NOT NULL,
    lane         TEXT NOT NULL,
    epoch        BIGINT NOT NULL,
    state        TEXT NOT NULL,
    reason       TEXT,
    code         BIGINT,
    due_at       BIGINT,           -- when it may be sent next; NULL where it may not
    attempts     BIGINT NOT NULL,
    at           BIGINT,           -- of the outcome
    waits_for    BIGINT,           -- an earlier notice that was just being sent to this recipient
    message_id   TEXT,             -- where it was chosen by the caller
    PRIMARY KEY (notice, recipient, channel)
);
CREATE INDEX notify_deliveries_due ON notify_deliveries (lane, due_at, notice, recipient)
    WHERE due_at IS NOT NULL;
CREATE INDEX notify_deliveries_message ON notify_deliveries (message_id)
    WHERE message_id IS NOT NULL;

-- Addresses that we no longer write to; '' is every topic, 0 is every brand.
CREATE TABLE notify_suppressed (
    address_key TEXT NOT NULL,
    topic       TEXT NOT NULL,
    brand       BIGINT NOT NULL,
    reason      TEXT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (address_key, topic, brand)
);
