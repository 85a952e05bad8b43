-- Up to which notice a contact has marked all as read in the portal.
CREATE TABLE notify_inboxes (
    contact    BIGINT PRIMARY KEY,
    read_until BIGINT NOT NULL
);
-- Few notices are announcements; an inbox looks for its own among these.
CREATE INDEX notify_notices_announced ON notify_notices (id) WHERE kind = 'announcement';
