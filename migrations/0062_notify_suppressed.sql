-- An address that we no longer write to gets a name by which a person can take it off the list, and
-- says what it comes from. '' is every topic, 0 is every brand.
CREATE TABLE notify_suppressed_addresses (
    id          BIGINT PRIMARY KEY,
    address_key TEXT   NOT NULL,
    address     TEXT   NOT NULL,  -- as we wrote it
    topic       TEXT   NOT NULL,
    brand       BIGINT NOT NULL,
    cause       TEXT   NOT NULL,  -- no_such_address, keeps_bouncing, complained
    reason      TEXT   NOT NULL,
    contact     BIGINT,           -- to whom the mail went
    bounce      BIGINT,           -- what came back of it
    at          BIGINT NOT NULL,
    UNIQUE (address_key, topic, brand)
);
INSERT INTO notify_suppressed_addresses (id, address_key, address, topic, brand, cause, reason,
                                         contact, bounce, at)
SELECT ROW_NUMBER() OVER (ORDER BY at, address_key, topic, brand), address_key, address_key, topic,
       brand, 'no_such_address', reason, NULL, NULL, at
FROM   notify_suppressed;
DROP TABLE notify_suppressed;
ALTER TABLE notify_suppressed_addresses RENAME TO notify_suppressed;
