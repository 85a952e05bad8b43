-- Published: of which accounts we know what they use, by their own list or their plan's rule.
CREATE VIEW accounts_known_exposure AS
SELECT a.id AS account,
       CASE WHEN a.exposure_known = 1 OR p.has_rule = 1 THEN 1 ELSE 0 END AS is_known
FROM   accounts_accounts a
JOIN   accounts_plans p ON p.id = a.plan;

-- Addresses of customers' programs, to which we post what we announce. Secrets are locked away: a
-- copy of the database gives nobody's away.
CREATE TABLE notify_webhooks (
    id            BIGINT PRIMARY KEY,
    account       BIGINT NOT NULL,
    url           TEXT NOT NULL,
    dialect       TEXT NOT NULL,    -- standard, statuspage
    topics        TEXT NOT NULL,    -- JSON
    services      TEXT,             -- JSON; NULL: all that the account uses
    state         TEXT NOT NULL,    -- active, disabled
    disabled_because TEXT,          -- gone, silent; NULL: it is active, or a person did it
    created_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL,
    secret        BYTEA NOT NULL,
    old_secret    BYTEA,            -- signs along until old_until
    old_until     BIGINT,
    failing_since BIGINT,           -- NULL: the last attempt was answered well
    failures      BIGINT NOT NULL,  -- since then
    not_before    BIGINT,           -- it asked us to slow down
    leased_by     BIGINT NOT NULL,  -- the job that is posting to it; 0: none
    leased_until  BIGINT NOT NULL   -- by the machine's clock
);
CREATE INDEX notify_webhooks_account ON notify_webhooks (account, id);
CREATE INDEX notify_webhooks_leased ON notify_webhooks (leased_until) WHERE leased_by <> 0;

-- What was announced to whom of them, and what became of it.
CREATE TABLE notify_webhook_deliveries (
    id            BIGINT PRIMARY KEY,
    webhook       BIGINT NOT NULL,
    notice        BIGINT NOT NULL,
    about         TEXT NOT NULL,
    type          TEXT NOT NULL,
    state         TEXT NOT NULL,
    reason        TEXT,
    epoch         BIGINT NOT NULL,
    made_at       BIGINT NOT NULL,
    ready_at      BIGINT NOT NULL,  -- the end of the undo window
    due_at        BIGINT,           -- when it may be tried next; NULL: it has come to its end
    at            BIGINT,           -- of the outcome
    step          BIGINT NOT NULL,  -- how many attempts of the schedule are behind it
    tries         BIGINT NOT NULL,  -- attempts in all
    superseded_by BIGINT            -- a notice
);
CREATE INDEX notify_webhook_deliveries_webhook ON notify_webhook_deliveries (webhook, id);
CREATE INDEX notify_webhook_deliveries_waiting ON notify_webhook_deliveries (webhook, id)
    WHERE due_at IS NOT NULL;
CREATE INDEX notify_webhook_deliveries_about ON notify_webhook_deliveries (about, webhook);
CREATE INDEX notify_webhook_deliveries_notice ON notify_webhook_deliveries (notice);

CREATE TABLE notify_webhook_attempts (
    delivery BIGINT NOT NULL,
    number   BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    status   BIGINT,           -- NULL: nobody answered
    ms       BIGINT NOT NULL,
    answer   TEXT NOT NULL,    -- its first bytes, or why there is none
    PRIMARY KEY (delivery, number)
);
