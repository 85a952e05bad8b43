-- What we say is up, down or planned.
CREATE TABLE status_services (
    id          BIGINT PRIMARY KEY,
    name        TEXT   NOT NULL,
    name_key    TEXT   NOT NULL UNIQUE,   -- the name in lower case: two may not differ by case only
    description TEXT   NOT NULL,
    is_public   BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    parent      BIGINT,
    created_at  BIGINT NOT NULL,
    version     BIGINT NOT NULL
);

CREATE TABLE status_incidents (
    id              BIGINT PRIMARY KEY,
    title           TEXT   NOT NULL,
    state           TEXT   NOT NULL,
    eta_at          BIGINT,               -- what the newest update promised
    eta_from        BIGINT,
    eta_words       TEXT   NOT NULL,
    next_word_at    BIGINT,
    owner           BIGINT,
    started_at      BIGINT NOT NULL,
    resolved_at     BIGINT,
    created_at      BIGINT NOT NULL,
    version         BIGINT NOT NULL
);
CREATE INDEX status_incidents_open ON status_incidents (id) WHERE resolved_at IS NULL;

-- From when to when an incident held a service in a state; never overwritten: last March is
-- computed from last March's rows.
CREATE TABLE status_touched (
    incident BIGINT NOT NULL,
    service  BIGINT NOT NULL,
    state    TEXT   NOT NULL,
    since    BIGINT NOT NULL,
    until    BIGINT,
    PRIMARY KEY (incident, service, since)
);
CREATE INDEX status_touched_now ON status_touched (service) WHERE until IS NULL;

CREATE TABLE status_updates (
    id           BIGINT PRIMARY KEY,
    incident     BIGINT NOT NULL,
    state        TEXT   NOT NULL,
    text         TEXT   NOT NULL,
    eta_at       BIGINT,
    eta_from     BIGINT,
    eta_words    TEXT   NOT NULL,
    next_word_at BIGINT,
    at           BIGINT NOT NULL
);
CREATE INDEX status_updates_incident ON status_updates (incident, id);
