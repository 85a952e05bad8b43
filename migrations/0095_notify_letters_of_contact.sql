-- What was written to one contact is found without an index that each announcement would have to
-- keep: letters are one delivery each.
CREATE INDEX notify_deliveries_letters ON notify_deliveries (recipient, notice)
    WHERE lane = 'transactional';
