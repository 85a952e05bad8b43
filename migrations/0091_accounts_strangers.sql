-- Published: who asked on a page to hear from us and has not confirmed it: since when, and until when
-- a link that was mailed to him works. Contacts of accounts are none of them.
CREATE INDEX accounts_contacts_strangers ON accounts_contacts (id)
    WHERE unconfirmed_since IS NOT NULL AND account IS NULL;
CREATE VIEW accounts_strangers AS
SELECT c.id AS contact, c.unconfirmed_since AS since,
       COALESCE((SELECT MAX(k.expires) FROM accounts_confirmations k
                 WHERE  k.contact = c.id AND k.spent_at IS NULL), c.unconfirmed_since) AS link_until
FROM   accounts_contacts c
WHERE  c.unconfirmed_since IS NOT NULL AND c.account IS NULL;
