-- Who the customers are. What was sold and who depends on what stands in dated rows that nobody
-- overwrites: last March is computed by last March's rows. What is true now stands besides in plain
-- columns (plan, topic_bits, exposure_known), so that an audience of a million contacts is one join.
CREATE TABLE accounts_brands (
    id         BIGINT NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    host       TEXT,
    mail_from  TEXT,
    is_default BIGINT NOT NULL,
    version    BIGINT NOT NULL
);
CREATE UNIQUE INDEX accounts_brands_host ON accounts_brands (host);
INSERT INTO accounts_brands (id, name, host, mail_from, is_default, version)
VALUES (1, 'Support', NULL, NULL, 1, 1);

CREATE TABLE accounts_calendars (
    id         BIGINT NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    zone       TEXT   NOT NULL,
    week       TEXT   NOT NULL,
    holidays   TEXT   NOT NULL,
    is_default BIGINT NOT NULL,
    version    BIGINT NOT NULL
);
INSERT INTO accounts_calendars (id, name, zone, week, holidays, is_default, version)
VALUES (1, 'Office hours', 'Etc/UTC',
        '{"monday":[{"opens":"09:00","closes":"18:00"}],"tuesday":[{"opens":"09:00","closes":"18:00"}],"wednesday":[{"opens":"09:00","closes":"18:00"}],"thursday":[{"opens":"09:00","closes":"18:00"}],"friday":[{"opens":"09:00","closes":"18:00"}]}',
        '[]', 1, 1);

-- version and topic_bits are those of the terms in force.
CREATE TABLE accounts_plans (
    id         BIGINT NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    name_key   TEXT   NOT NULL,
    topic_bits BIGINT NOT NULL,
    version    BIGINT NOT NULL
);
CREATE UNIQUE INDEX accounts_plans_name ON accounts_plans (name_key);
CREATE TABLE accounts_plan_terms (
    plan    BIGINT NOT NULL,
    version BIGINT NOT NULL,
    since   BIGINT NOT NULL,
    terms   TEXT   NOT NULL,
    PRIMARY KEY (plan, version)
);

-- plan is the one of the newest row in accounts_account_plans.
CREATE TABLE accounts_accounts (
    id             BIGINT NOT NULL PRIMARY KEY,
    name           TEXT   NOT NULL,
    plan           BIGINT NOT NULL,
    exposure_known BIGINT NOT NULL,
    brand          BIGINT NOT NULL,
    created_at     BIGINT NOT NULL,
    version        BIGINT NOT NULL
);
CREATE TABLE accounts_account_plans (
    account BIGINT NOT NULL,
    since   BIGINT NOT NULL,
    plan    BIGINT NOT NULL,
    PRIMARY KEY (account, since)
);

-- account is NULL for somebody who wrote to us and is nobody's contact yet.
-- topic_bits is his own choice, NULL where he never made one: then the plan's holds.
CREATE TABLE accounts_contacts (
    id         BIGINT NOT NULL PRIMARY KEY,
    account    BIGINT,
    brand      BIGINT NOT NULL,
    name       TEXT   NOT NULL,
    email      TEXT   NOT NULL,
    email_key  TEXT   NOT NULL,
    phone      TEXT,
    language   TEXT   NOT NULL,
    zone       TEXT   NOT NULL,
    topic_bits BIGINT,
    created_at BIGINT NOT NULL,
    version    BIGINT NOT NULL
);
CREATE UNIQUE INDEX accounts_contacts_email ON accounts_contacts (email_key);
CREATE INDEX accounts_contacts_account ON accounts_contacts (account, id);

CREATE TABLE accounts_exposure (
    account    BIGINT NOT NULL,
    service    BIGINT NOT NULL,
    since      BIGINT NOT NULL,
    until      BIGINT
);
CREATE UNIQUE INDEX accounts_exposure_now ON accounts_exposure (account, service) WHERE until IS NULL;
CREATE INDEX accounts_exposure_of_service ON accounts_exposure (service, account) WHERE until IS NULL;
CREATE INDEX accounts_exposure_history ON accounts_exposure (account, since);

-- Of a secret only its SHA-256 is kept.
CREATE TABLE accounts_links (
    hash     BYTEA  NOT NULL PRIMARY KEY,
    contact  BIGINT NOT NULL,
    expires  BIGINT NOT NULL,
    spent_at BIGINT
);
CREATE INDEX accounts_links_contact ON accounts_links (contact);
CREATE TABLE accounts_sessions (
    hash    BYTEA  NOT NULL PRIMARY KEY,
    contact BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX accounts_sessions_contact ON accounts_sessions (contact);

-- Published: every contact of an account and what he wants to hear about, 0 or 1 for each topic.
-- The divisors are the topics' bits (src/accounts/topics.hpp).
CREATE VIEW accounts_audience AS
SELECT c.id AS contact, a.id AS account, c.name AS name, a.name AS account_name, c.email AS email,
       c.language AS language, c.zone AS zone, c.brand AS brand,
       a.exposure_known AS exposure_known,
       COALESCE(c.topic_bits, p.topic_bits) % 2        AS planned,
       (COALESCE(c.topic_bits, p.topic_bits) / 2) % 2  AS unplanned,
       (COALESCE(c.topic_bits, p.topic_bits) / 4) % 2  AS recovery,
       (COALESCE(c.topic_bits, p.topic_bits) / 8) % 2  AS news,
       (COALESCE(c.topic_bits, p.topic_bits) / 16) % 2 AS tickets
FROM   accounts_contacts c
JOIN   accounts_accounts a ON a.id = c.account
JOIN   accounts_plans p ON p.id = a.plan;

-- Published: who uses what now. Says nothing of accounts whose exposure is not known.
CREATE VIEW accounts_exposed AS
SELECT account, service
FROM   accounts_exposure
WHERE  until IS NULL;
