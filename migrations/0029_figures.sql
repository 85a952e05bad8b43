-- How often the page of an incident was looked at.
CREATE TABLE pages_views (
    incident BIGINT NOT NULL PRIMARY KEY,
    views    BIGINT NOT NULL
);

-- What is counted for the public: how promises to everybody ended, and who
-- wrote meanwhile.
CREATE INDEX promises_ledger_public ON promises_ledger (source, due_at) WHERE whom = 'public';
CREATE INDEX tickets_tickets_created ON tickets_tickets (created_at);
