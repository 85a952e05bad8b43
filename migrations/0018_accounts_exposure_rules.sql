-- "All accounts on this plan use these services", besides what each of them uses itself. Dated, as
-- all exposure is; has_rule says what is true now, so that an audience stays one join.
ALTER TABLE accounts_plans ADD COLUMN has_rule BIGINT NOT NULL DEFAULT 0;
CREATE TABLE accounts_exposure_rules (
    plan    BIGINT NOT NULL,
    service BIGINT NOT NULL,
    since   BIGINT NOT NULL,
    until   BIGINT
);
CREATE UNIQUE INDEX accounts_exposure_rules_now ON accounts_exposure_rules (plan, service)
    WHERE until IS NULL;
CREATE INDEX accounts_exposure_rules_of_service ON accounts_exposure_rules (service, plan)
    WHERE until IS NULL;
CREATE INDEX accounts_exposure_rules_history ON accounts_exposure_rules (plan, since);
CREATE INDEX accounts_accounts_plan ON accounts_accounts (plan);

-- The view of 0005 with the rules. Who is exposed twice stands in it twice: that lets a database
-- look into both halves by their indexes.
DROP VIEW accounts_exposed;
CREATE VIEW accounts_exposed AS
SELECT account, service
FROM   accounts_exposure
WHERE  until IS NULL
UNION ALL
SELECT a.id, r.service
FROM   accounts_exposure_rules r
JOIN   accounts_accounts a ON a.plan = r.plan
WHERE  r.until IS NULL;

-- The view of 0015; a rule makes exposure known.
DROP VIEW accounts_audience;
CREATE VIEW accounts_audience AS
SELECT c.id AS contact, a.id AS account, a.plan AS plan, c.name AS name, a.name AS account_name,
       p.name AS plan_name, c.email AS email, c.language AS language, c.zone AS zone,
       c.brand AS brand,
       CASE WHEN a.exposure_known = 1 OR p.has_rule = 1 THEN 1 ELSE 0 END AS exposure_known,
       COALESCE(c.topic_bits, p.topic_bits) % 2        AS planned,
       (COALESCE(c.topic_bits, p.topic_bits) / 2) % 2  AS unplanned,
       (COALESCE(c.topic_bits, p.topic_bits) / 4) % 2  AS recovery,
       (COALESCE(c.topic_bits, p.topic_bits) / 8) % 2  AS news,
       (COALESCE(c.topic_bits, p.topic_bits) / 16) % 2 AS tickets
FROM   accounts_contacts c
JOIN   accounts_accounts a ON a.id = c.account
JOIN   accounts_plans p ON p.id = a.plan;
