-- Contacts whose time in the trash is over.
-- $1 days bigint, $2 limit bigint
SELECT contact_id AS record_id FROM contact
WHERE tenant_id = app.tenant() AND deleted_at IS NOT NULL AND erased_at IS NULL
    AND deleted_at < now() - make_interval(days => $1::integer)
ORDER BY deleted_at LIMIT $2;
