-- Since when it is known, or no more, what an account uses: what held last month is read from last
-- month's rows. Of the time before this step nobody kept it: an account of which something is known
-- was known from its first row on.
CREATE TABLE accounts_exposure_known (
    account  BIGINT NOT NULL,
    since    BIGINT NOT NULL,
    is_known BIGINT NOT NULL,
    PRIMARY KEY (account, since)
);
INSERT INTO accounts_exposure_known (account, since, is_known)
SELECT a.id,
       COALESCE((SELECT MIN(x.since) FROM accounts_exposure x WHERE x.account = a.id),
                a.created_at), 1
FROM   accounts_accounts a
WHERE  a.exposure_known = 1;
