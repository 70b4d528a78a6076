-- Contacts whose address was last checked more than so many days ago, or whose answer is still open,
-- the oldest first.
-- $1 days bigint, $2 most bigint
SELECT k.contact_id
FROM email_check k
CROSS JOIN LATERAL (SELECT 1 FROM contact o WHERE o.tenant_id = app.tenant()
    AND o.contact_id = k.contact_id AND o.email = k.address AND o.deleted_at IS NULL OFFSET 0) AS o
WHERE k.tenant_id = app.tenant() AND k.place = 0
    AND k.checked_at < now() - CASE WHEN k.state = 7 THEN interval '1 day' ELSE $1::bigint * interval '1 day' END
ORDER BY k.checked_at
LIMIT $2::bigint;
