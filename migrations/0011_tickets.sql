-- The inbox of those who answer: names beside tickets, search, replies that can be taken back.

-- Published: whose a ticket is, and what it is about.
CREATE VIEW accounts_contact_names AS
SELECT id AS contact, name AS name
FROM   accounts_contacts;

CREATE VIEW accounts_account_names AS
SELECT a.id AS account, a.name AS name,
       (SELECT p.name FROM accounts_plans p WHERE p.id = a.plan) AS plan_name
FROM   accounts_accounts a;

CREATE VIEW status_incident_titles AS
SELECT id AS incident, title AS title
FROM   status_incidents;

-- Each list is read in the order of an index: those that wait for us by what is due first, all
-- others by what changed last. The end of all days stands for "no due time".
DROP INDEX tickets_tickets_state;
CREATE INDEX tickets_tickets_due
    ON tickets_tickets (state, COALESCE(reply_due_at, 9223372036854775807), id);
CREATE INDEX tickets_tickets_state_changed ON tickets_tickets (state, changed_at, id);
CREATE INDEX tickets_tickets_changed ON tickets_tickets (changed_at, id);
CREATE INDEX tickets_tickets_account ON tickets_tickets (account, changed_at, id);

-- The words by which a ticket is found: of its subject, its writer and his account, folded.
CREATE TABLE tickets_words (
    word   TEXT   NOT NULL,
    ticket BIGINT NOT NULL
);
CREATE UNIQUE INDEX tickets_words_found ON tickets_words (word, ticket DESC);
CREATE INDEX tickets_words_of ON tickets_words (ticket, word);

-- How a ticket stood before a reply that waits for a moment, so that it can be taken back.
CREATE TABLE tickets_undo (
    entry        BIGINT PRIMARY KEY,
    ticket       BIGINT NOT NULL,
    notice       BIGINT NOT NULL,      -- the letter that waits
    until        BIGINT NOT NULL,
    state        TEXT   NOT NULL,
    reply_due_at BIGINT,
    changed_at   BIGINT NOT NULL,
    promise      BIGINT,               -- that the reply kept
    text         TEXT   NOT NULL,      -- of a reply that was taken back; '' of one that stands
    undone_at    BIGINT
);
