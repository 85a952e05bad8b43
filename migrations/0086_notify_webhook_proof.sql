-- What was posted stands in the proof of its incident, also after the webhook was removed. So it says
-- whose it was, in whose name it was said, and where it went: by the host alone, since the rest of
-- the address may be a secret.
ALTER TABLE notify_webhook_deliveries ADD COLUMN account BIGINT NOT NULL DEFAULT 0;
ALTER TABLE notify_webhook_deliveries ADD COLUMN brand BIGINT NOT NULL DEFAULT 0;
ALTER TABLE notify_webhook_deliveries ADD COLUMN host TEXT NOT NULL DEFAULT '';
UPDATE notify_webhook_deliveries
SET    account = (SELECT h.account FROM notify_webhooks h
                  WHERE  h.id = notify_webhook_deliveries.webhook)
WHERE  EXISTS (SELECT 1 FROM notify_webhooks h WHERE h.id = notify_webhook_deliveries.webhook);

-- Of these the old ones are swept away.
CREATE INDEX notify_webhook_deliveries_ended ON notify_webhook_deliveries (made_at, id)
    WHERE due_at IS NULL;

-- Published as before, with the brand that the account hears from.
DROP VIEW accounts_account_names;
CREATE VIEW accounts_account_names AS
SELECT a.id AS account, a.name AS name,
       (SELECT p.name FROM accounts_plans p WHERE p.id = a.plan) AS plan_name, a.brand AS brand
FROM   accounts_accounts a;
