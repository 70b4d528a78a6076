-- What is known of a contact's employment.
-- $1 contact_id bigint
SELECT employment, coalesce((extract(epoch FROM last_seen_at) * 1000)::bigint, 0) AS last_seen_ms
FROM contact WHERE tenant_id = app.tenant() AND contact_id = $1 AND deleted_at IS NULL;
