-- Times in which an account cannot bear maintenance.
CREATE TABLE accounts_critical_dates (
    id         BIGINT NOT NULL PRIMARY KEY,
    account    BIGINT NOT NULL,
    title      TEXT   NOT NULL,
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX accounts_critical_dates_account ON accounts_critical_dates (account, id);
CREATE INDEX accounts_critical_dates_end ON accounts_critical_dates (ends_at);

-- Recurring windows: what is reserved follows from the rule and is never stored; a row stands for
-- each occurrence of which somebody said whether it will be used.
CREATE TABLE status_series (
    id         BIGINT NOT NULL PRIMARY KEY,
    title      TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    zone       TEXT   NOT NULL,   -- IANA
    first      TEXT   NOT NULL,   -- local wall time of the first
    minutes    BIGINT NOT NULL,
    rule       TEXT   NOT NULL,   -- RFC 5545 RRULE
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    ended_at   BIGINT,
    version    BIGINT NOT NULL
);
CREATE TABLE status_series_services (
    series  BIGINT NOT NULL,
    service BIGINT NOT NULL,
    PRIMARY KEY (series, service)
);
CREATE TABLE status_series_declared (
    series    BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    is_used   BIGINT NOT NULL,
    window_id BIGINT,
    said_at   BIGINT NOT NULL,
    PRIMARY KEY (series, starts_at)
);
