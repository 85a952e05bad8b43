-- The view of 0005 with the plan of each account: who composes a notice sees what he sold to those
-- whom it will reach.
DROP VIEW accounts_audience;
CREATE VIEW accounts_audience AS
SELECT c.id AS contact, a.id AS account, a.plan AS plan, c.name AS name, a.name AS account_name,
       p.name AS plan_name, c.email AS email, c.language AS language, c.zone AS zone,
       c.brand AS brand, a.exposure_known AS exposure_known,
       COALESCE(c.topic_bits, p.topic_bits) % 2        AS planned,
       (COALESCE(c.topic_bits, p.topic_bits) / 2) % 2  AS unplanned,
       (COALESCE(c.topic_bits, p.topic_bits) / 4) % 2  AS recovery,
       (COALESCE(c.topic_bits, p.topic_bits) / 8) % 2  AS news,
       (COALESCE(c.topic_bits, p.topic_bits) / 16) % 2 AS tickets
FROM   accounts_contacts c
JOIN   accounts_accounts a ON a.id = c.account
JOIN   accounts_plans p ON p.id = a.plan;
