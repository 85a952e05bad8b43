-- Who subscribes himself, or was invited, confirms by a mailed link that works once. Of its secret
-- only the SHA-256 is kept.
CREATE TABLE accounts_confirmations (
    hash       BYTEA  NOT NULL PRIMARY KEY,
    contact    BIGINT NOT NULL,
    topic_bits BIGINT,           -- what he asks for; NULL of an invitation
    origin     TEXT   NOT NULL,  -- from where he asked, sealed; '' of an invitation
    made_at    BIGINT NOT NULL,
    expires    BIGINT NOT NULL,
    spent_at   BIGINT
);
CREATE INDEX accounts_confirmations_contact ON accounts_confirmations (contact, made_at);
CREATE INDEX accounts_confirmations_origin ON accounts_confirmations (origin, made_at);
CREATE INDEX accounts_confirmations_expires ON accounts_confirmations (expires);

-- When a contact was last invited, and when he confirmed: the proof that he agreed.
ALTER TABLE accounts_contacts ADD COLUMN invited_at BIGINT;
ALTER TABLE accounts_contacts ADD COLUMN confirmed_at BIGINT;
