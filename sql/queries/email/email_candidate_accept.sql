-- A candidate is the contact's address now: the other candidates go, the state is told.
-- $1 contact_id bigint, $2 address text
WITH others AS (
    DELETE FROM email_check k WHERE k.tenant_id = app.tenant() AND k.contact_id = $1 AND k.address <> $2
), own AS (
    UPDATE email_check k SET place = 0
    WHERE k.tenant_id = app.tenant() AND k.contact_id = $1 AND k.address = $2
    RETURNING k.state
)
UPDATE contact o SET email_state = own.state FROM own
WHERE o.tenant_id = app.tenant() AND o.contact_id = $1;
