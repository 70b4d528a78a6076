-- The pattern and the numbers of a candidate of a contact who has no address.
-- $1 contact_id bigint, $2 address text
SELECT k.pattern, k.matching::bigint AS matching, k.samples::bigint AS samples
FROM email_check k
JOIN contact o ON o.tenant_id = k.tenant_id AND o.contact_id = k.contact_id
WHERE k.tenant_id = app.tenant() AND k.contact_id = $1 AND k.address = $2 AND k.place > 0
    AND o.email IS NULL AND o.deleted_at IS NULL;
