-- Who hears on which channel. has_push: one of his browsers asked us to tell it; notify says so.
ALTER TABLE accounts_contacts ADD COLUMN has_push BIGINT NOT NULL DEFAULT 0;

-- Few of a million have more than an address, or hours in which they want to sleep: these are found
-- without looking at all others.
CREATE INDEX accounts_contacts_phone ON accounts_contacts (id) WHERE phone IS NOT NULL;
CREATE INDEX accounts_contacts_push ON accounts_contacts (id) WHERE has_push = 1;
CREATE INDEX accounts_contacts_quiet ON accounts_contacts (zone, quiet) WHERE quiet IS NOT NULL;

-- Published: one row for everybody who may be told, that is every contact of an account, and who
-- subscribed to a page by himself and has none. A topic's column says whether he hears of it by mail,
-- ..._elsewhere whether he does on any other channel. The divisors are the topics' bits
-- (src/accounts/topics.hpp).
CREATE VIEW accounts_people AS
SELECT c.contact, c.account, c.plan, c.name, c.account_name, c.plan_name, c.email, c.phone,
       c.has_push, c.language, c.zone, c.brand, c.exposure_known, c.confirmed, c.quiet, c.digest_at,
       c.short_text, c.mail_bits, c.sms_bits, c.push_bits,
       c.mail_bits % 2      AS planned,
       c.mail_bits / 2 % 2  AS unplanned,
       c.mail_bits / 4 % 2  AS recovery,
       c.mail_bits / 8 % 2  AS news,
       c.mail_bits / 16 % 2 AS tickets,
       (c.sms_bits | c.push_bits) % 2      AS planned_elsewhere,
       (c.sms_bits | c.push_bits) / 2 % 2  AS unplanned_elsewhere,
       (c.sms_bits | c.push_bits) / 4 % 2  AS recovery_elsewhere,
       (c.sms_bits | c.push_bits) / 8 % 2  AS news_elsewhere,
       (c.sms_bits | c.push_bits) / 16 % 2 AS tickets_elsewhere
FROM  (SELECT k.id AS contact, k.account AS account, a.plan AS plan, k.name AS name,
              COALESCE(a.name, '') AS account_name, COALESCE(p.name, '') AS plan_name,
              k.email AS email, k.phone AS phone, k.has_push AS has_push, k.language AS language,
              k.zone AS zone, k.brand AS brand,
              CASE WHEN a.exposure_known = 1 OR p.has_rule = 1 THEN 1 ELSE 0 END AS exposure_known,
              CASE WHEN k.unconfirmed_since IS NULL THEN 1 ELSE 0 END AS confirmed,
              k.quiet AS quiet, k.digest_at AS digest_at, k.short_text AS short_text,
              COALESCE(k.topic_bits, p.topic_bits, 0) AS mail_bits,
              CASE WHEN SUBSTR(k.phone, 1, 1) = '+'
                   THEN COALESCE(k.sms_bits, p.sms_bits, 0) ELSE 0 END AS sms_bits,
              CASE WHEN k.has_push = 1
                   THEN COALESCE(k.push_bits, p.push_bits, 0) ELSE 0 END AS push_bits
       FROM   accounts_contacts k
       LEFT JOIN accounts_accounts a ON a.id = k.account
       LEFT JOIN accounts_plans p ON p.id = a.plan
       WHERE  k.account IS NOT NULL OR k.topic_bits IS NOT NULL) c;

-- Published: the view of 0018 by channel. Mail's row is always there; those of the others where he
-- hears of anything on them. Columns are made the same way in all three parts: else SQLite
-- would make all rows of the view before it looks at one.
DROP VIEW accounts_audience;
CREATE VIEW accounts_audience AS
SELECT 'mail' AS channel, m.contact, m.account, m.plan, m.name, m.account_name, m.plan_name, m.email,
       m.email AS address, m.language, m.zone, m.brand, m.exposure_known, m.confirmed, m.quiet,
       m.digest_at, m.short_text, m.mail_bits % 2 AS planned, m.mail_bits / 2 % 2 AS unplanned,
       m.mail_bits / 4 % 2 AS recovery, m.mail_bits / 8 % 2 AS news, m.mail_bits / 16 % 2 AS tickets
FROM   accounts_people m
UNION ALL
SELECT 'sms', m.contact, m.account, m.plan, m.name, m.account_name, m.plan_name, m.email,
       m.phone, m.language, m.zone, m.brand, m.exposure_known, m.confirmed, m.quiet,
       m.digest_at, m.short_text, m.sms_bits % 2, m.sms_bits / 2 % 2, m.sms_bits / 4 % 2,
       m.sms_bits / 8 % 2, m.sms_bits / 16 % 2
FROM   accounts_people m
WHERE  m.phone IS NOT NULL AND m.sms_bits > 0
UNION ALL
SELECT 'push', m.contact, m.account, m.plan, m.name, m.account_name, m.plan_name, m.email,
       CAST('' AS TEXT), m.language, m.zone, m.brand, m.exposure_known, m.confirmed, m.quiet,
       m.digest_at, m.short_text, m.push_bits % 2, m.push_bits / 2 % 2, m.push_bits / 4 % 2,
       m.push_bits / 8 % 2, m.push_bits / 16 % 2
FROM   accounts_people m
WHERE  m.has_push = 1 AND m.push_bits > 0;
