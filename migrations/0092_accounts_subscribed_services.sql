-- Of which services a subscriber hears. Who has no row hears of all, also of those that come later.
-- Of a contact with an account his account's exposure decides.
CREATE TABLE accounts_subscribed_services (
    contact BIGINT NOT NULL,
    service BIGINT NOT NULL,
    PRIMARY KEY (contact, service)
);

-- Published: what was chosen.
CREATE VIEW accounts_chosen_services AS
SELECT contact, service
FROM   accounts_subscribed_services;

-- What he asks for, as JSON; NULL is all, and stands in an invitation.
ALTER TABLE accounts_confirmations ADD COLUMN services TEXT;
