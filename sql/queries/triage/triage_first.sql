-- The company that a person gets next: the first in the queue that nobody else looks at.
-- $1 order text, $2 but company_id bigint
SELECT t.company_id
FROM triage t
JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = t.company_id
    AND c.deleted_at IS NULL AND c.duplicate_of IS NULL
LEFT JOIN score s ON s.tenant_id = app.tenant() AND s.company_id = t.company_id
WHERE t.tenant_id = app.tenant() AND t.decided IS NULL AND t.ruled = 2 AND t.company_id <> $2
ORDER BY coalesce(t.held_by <> app.actor() AND t.held_until > now(), false),
    t.later_at NULLS FIRST, CASE WHEN $1 = 'oldest' THEN t.ruled_at END,
    CASE WHEN $1 = 'country' THEN c.country END NULLS LAST,
    s.total DESC NULLS LAST,
    nullif(c.codes[7], 0) NULLS LAST, c.sort_name, c.company_id
LIMIT 1;
