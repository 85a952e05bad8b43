-- What people search by: names and addresses, folded (src/wire/words/fold.hpp). Rows from before get
-- what a database can fold by itself; only the case of letters beyond ASCII is missing there.
ALTER TABLE accounts_accounts ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
UPDATE accounts_accounts SET search_key = lower(name);
CREATE INDEX accounts_accounts_by_name ON accounts_accounts (search_key, id);

ALTER TABLE accounts_contacts ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
UPDATE accounts_contacts SET search_key = lower(name) || ' ' || email_key;
