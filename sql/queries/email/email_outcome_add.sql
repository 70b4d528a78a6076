-- Notes what became of mail to an address that a contact has, against the estimate as it stands, and
-- what that says of the address. How many rows: 0 when nothing is known of the address.
-- $1 contact_id bigint, $2 address text, $3 arrived boolean
WITH own AS (
    UPDATE email_check k SET flags = (k.flags & ~192) | CASE WHEN $3::boolean THEN 128 ELSE 64 END,
        state = CASE WHEN $3::boolean THEN CASE k.state WHEN 6 THEN 1 ELSE k.state END ELSE 6 END,
        seen_at = CASE WHEN $3::boolean THEN now() ELSE k.seen_at END
    WHERE k.tenant_id = app.tenant() AND k.contact_id = $1 AND k.address = $2
    RETURNING k.contact_id, k.percent, k.state, k.address
), told AS (
    UPDATE contact o SET email_state = own.state FROM own
    WHERE o.tenant_id = app.tenant() AND o.contact_id = own.contact_id AND o.email = own.address
        AND o.email_state <> own.state
), noted AS (
    INSERT INTO email_outcome (tenant_id, contact_id, percent, arrived)
    SELECT app.tenant(), own.contact_id, own.percent, $3::boolean FROM own
)
SELECT count(*) FROM own;
