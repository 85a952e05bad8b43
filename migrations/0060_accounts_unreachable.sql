-- Addresses to which mail for many does not go any more. Kept by address, not by contact: who is
-- given such an address later cannot be reached either.
CREATE TABLE accounts_unreachable (
    address_key TEXT PRIMARY KEY,  -- the address, ASCII letters in lower case
    cause       TEXT   NOT NULL,   -- no_such_address, keeps_bouncing, complained
    reason      TEXT   NOT NULL,
    since       BIGINT NOT NULL
);
