-- What is looked for whenever pages are renewed: trouble of single accounts, few incidents among
-- many; and what each brand sells.
CREATE INDEX status_incidents_own ON status_incidents (account) WHERE account IS NOT NULL;
CREATE INDEX accounts_accounts_brand ON accounts_accounts (brand, plan);
