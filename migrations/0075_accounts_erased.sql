-- When a contact was erased: his row stays, without him, for what names its id.
ALTER TABLE accounts_contacts ADD COLUMN erased_at BIGINT;
