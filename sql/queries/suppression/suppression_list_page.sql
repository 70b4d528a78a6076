-- The list, newest first; hashes show as what they are.
-- $1 lower-case part of the value or reason text, $2 before this suppression_id bigint or 0
-- $3 limit bigint
SELECT s.suppression_id, s.kind, CASE WHEN s.kind IN ('hash', 'person') THEN '' ELSE s.value END AS value,
    s.reason, app.user_name(s.created_by) AS who,
    (extract(epoch FROM s.created_at) * 1000)::bigint AS created_ms,
    (SELECT count(*) FROM suppression a WHERE a.tenant_id = app.tenant()
        AND (position($1 IN a.value) > 0 OR position($1 IN lower(a.reason)) > 0)) AS total
FROM suppression s
WHERE s.tenant_id = app.tenant() AND (s.suppression_id < $2 OR $2 = 0)
    AND (position($1 IN s.value) > 0 OR position($1 IN lower(s.reason)) > 0)
ORDER BY s.suppression_id DESC LIMIT $3;
