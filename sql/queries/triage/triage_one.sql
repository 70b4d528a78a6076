-- The triage of one company that is there.
-- $1 company_id bigint
SELECT t.company_id, t.ruled::bigint AS ruled, coalesce(t.decided, 0)::bigint AS decided,
    t.reasons::text AS reasons, t.reason, app.user_name(t.decided_by) AS who,
    coalesce((extract(epoch FROM t.decided_at) * 1000)::bigint, 0) AS decided_ms,
    (extract(epoch FROM t.ruled_at) * 1000)::bigint AS ruled_ms,
    coalesce(t.change_set_id, 0) AS set_id,
    CASE WHEN t.held_by <> app.actor() AND t.held_until > now()
        THEN app.user_name(t.held_by) END AS holder
FROM triage t
JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = t.company_id
    AND c.deleted_at IS NULL
WHERE t.tenant_id = app.tenant() AND t.company_id = $1;
