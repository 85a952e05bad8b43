-- Browsers that asked to be told. A browser has one address, whoever is signed in there.
CREATE TABLE notify_pushes (
    key      TEXT PRIMARY KEY,   -- of its address: SHA-256, hex
    contact  BIGINT NOT NULL,
    endpoint TEXT NOT NULL,      -- where its maker's push service takes messages for it
    open_key BYTEA NOT NULL,     -- for which they are sealed
    auth     BYTEA NOT NULL,
    at       BIGINT NOT NULL
);
CREATE INDEX notify_pushes_contact ON notify_pushes (contact, at);

-- The key pair by which push services know us, made once and locked away under the house's secret.
CREATE TABLE notify_push_key (
    id       BIGINT PRIMARY KEY,  -- 1
    open_key BYTEA NOT NULL,
    locked   BYTEA NOT NULL
);
