-- What a contact chose besides the topics of mail (topic_bits). The bits are the same; NULL follows
-- the plan. `quiet` is JSON. Who was invited, or subscribed himself, hears nothing else until he
-- has confirmed: then unconfirmed_since is NULL again.
ALTER TABLE accounts_contacts ADD COLUMN sms_bits BIGINT;
ALTER TABLE accounts_contacts ADD COLUMN push_bits BIGINT;
ALTER TABLE accounts_contacts ADD COLUMN quiet TEXT;
ALTER TABLE accounts_contacts ADD COLUMN digest_at TEXT;
ALTER TABLE accounts_contacts ADD COLUMN short_text BIGINT NOT NULL DEFAULT 0;
ALTER TABLE accounts_contacts ADD COLUMN unconfirmed_since BIGINT;
ALTER TABLE accounts_plans ADD COLUMN sms_bits BIGINT NOT NULL DEFAULT 0;
ALTER TABLE accounts_plans ADD COLUMN push_bits BIGINT NOT NULL DEFAULT 0;
