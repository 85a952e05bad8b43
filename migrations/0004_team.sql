-- Who we are: people, how they come in, what machines may do in our name, who is on duty.

CREATE TABLE team_people (
    id            BIGINT PRIMARY KEY,
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,  -- the address in lower case
    role          TEXT NOT NULL,
    language      TEXT NOT NULL,
    zone          TEXT NOT NULL,
    disabled      BIGINT NOT NULL,
    password_hash TEXT,                  -- argon2id; none until the first link was used
    created_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL
);

CREATE INDEX team_people_by_name ON team_people (name, id);

-- One-time links by which a password is set. Only the hash of the secret is kept.
CREATE TABLE team_links (
    hash       BYTEA PRIMARY KEY,
    person     BIGINT UNIQUE REFERENCES team_people (id),  -- none: makes the first owner
    expires_at BIGINT NOT NULL
);

CREATE TABLE team_sessions (
    id           BIGINT PRIMARY KEY,
    hash         BYTEA NOT NULL UNIQUE,
    person       BIGINT NOT NULL REFERENCES team_people (id),
    created_at   BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL
);

CREATE INDEX team_sessions_by_person ON team_sessions (person);

CREATE TABLE team_tokens (
    id         BIGINT PRIMARY KEY,
    name       TEXT NOT NULL,
    hash       BYTEA NOT NULL UNIQUE,
    role       TEXT NOT NULL,
    narrowed   TEXT,                                -- JSON list of rights; none: all of the role
    made_by    BIGINT REFERENCES team_people (id),  -- none: the command line
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX team_tokens_by_maker ON team_tokens (made_by);

-- Who is paged first, second and so on.
CREATE TABLE team_roster (
    position BIGINT PRIMARY KEY,
    person   BIGINT NOT NULL UNIQUE REFERENCES team_people (id)
);

-- Sign-in attempts of the running window, by address and by e-mail (hashed: it may be anybody's).
CREATE TABLE team_attempts (
    key   BYTEA PRIMARY KEY,
    since BIGINT NOT NULL,
    tries BIGINT NOT NULL
);
