-- One conversation from first word to real end.

-- Each mail as it came in, for each recipient of ours. Never deleted by reading it.
CREATE TABLE tickets_mails (
    id            BIGINT PRIMARY KEY,
    envelope_from TEXT   NOT NULL,        -- '' is the null sender
    envelope_to   TEXT   NOT NULL,
    raw           BYTEA,                  -- NULL where it is a file of the data folder
    file          TEXT   NOT NULL,        -- its name; '' where raw holds it
    size          BIGINT NOT NULL,
    received_at   BIGINT NOT NULL,
    outcome       TEXT   NOT NULL,        -- waiting, opened, joined, repeated, automatic
    reason        TEXT   NOT NULL,        -- why it was taken for automatic; '' otherwise
    same          TEXT   NOT NULL,        -- what a repetition has in common with it
    same_text     TEXT   NOT NULL,        -- and what the same words to another address have
    ticket        BIGINT
);
CREATE INDEX tickets_mails_same ON tickets_mails (same, received_at);
CREATE INDEX tickets_mails_same_text ON tickets_mails (same_text, envelope_to, received_at);
CREATE INDEX tickets_mails_outcome ON tickets_mails (outcome, id);

CREATE TABLE tickets_tickets (
    id             BIGINT PRIMARY KEY,
    number         BIGINT NOT NULL UNIQUE,
    subject        TEXT   NOT NULL,
    state          TEXT   NOT NULL,
    contact        BIGINT NOT NULL,
    account        BIGINT,
    incident       BIGINT,
    address        TEXT   NOT NULL,       -- of ours, to which he wrote
    reply_due_at   BIGINT,
    verified       BIGINT NOT NULL,
    follows        BIGINT,
    may_belong_to  BIGINT,
    created_at     BIGINT NOT NULL,
    changed_at     BIGINT NOT NULL,
    version        BIGINT NOT NULL
);
CREATE INDEX tickets_tickets_state ON tickets_tickets (state, id);
CREATE INDEX tickets_tickets_contact ON tickets_tickets (contact, id);
CREATE INDEX tickets_tickets_incident ON tickets_tickets (incident, id);
-- "41 others have written about it" is counted from the index alone.
CREATE INDEX tickets_tickets_affected ON tickets_tickets (incident, account);

CREATE TABLE tickets_entries (
    id         BIGINT PRIMARY KEY,
    ticket     BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    author     TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    folded     TEXT   NOT NULL,
    mail       BIGINT,
    message_id TEXT   NOT NULL,           -- of the mail it came in or went out by; '' for none
    verified   BIGINT NOT NULL,
    at         BIGINT NOT NULL
);
CREATE INDEX tickets_entries_ticket ON tickets_entries (ticket, id);

-- The last number given; people say "#1042".
CREATE TABLE tickets_numbers (
    one  BIGINT PRIMARY KEY,
    last BIGINT NOT NULL
);
INSERT INTO tickets_numbers (one, last) VALUES (1, 1000);

-- Every automatic mail that left, so that two machines cannot answer each other for a night.
CREATE TABLE tickets_automatic (
    id      BIGINT PRIMARY KEY,
    contact BIGINT NOT NULL,
    ticket  BIGINT NOT NULL,
    at      BIGINT NOT NULL
);
CREATE INDEX tickets_automatic_contact ON tickets_automatic (contact, at);
