-- Verdicts that stand, newest first: of people, or of the rules.
-- $1 whose text ('people', 'pass', 'disqualify'), $2 before company_id bigint (0: from the start), $3 limit bigint
WITH d AS (
    SELECT t.company_id, c.name, c.domain, t.verdict::bigint AS verdict, t.reason,
        t.reasons::text AS reasons, coalesce(t.decided, 0)::bigint AS decided,
        app.user_name(t.decided_by) AS who, coalesce(t.decided_at, t.ruled_at) AS at
    FROM triage t
    JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = t.company_id
        AND c.deleted_at IS NULL AND c.duplicate_of IS NULL
    WHERE t.tenant_id = app.tenant() AND CASE $1
        WHEN 'people' THEN t.decided IS NOT NULL
        WHEN 'pass' THEN t.decided IS NULL AND t.ruled = 1
        ELSE t.decided IS NULL AND t.ruled = 3 END
)
SELECT d.company_id, d.name, d.domain, d.verdict, d.reason, d.reasons, d.decided, d.who,
    (extract(epoch FROM d.at) * 1000)::bigint AS at_ms
FROM d
WHERE $2::bigint = 0 OR (d.at, d.company_id) < (SELECT x.at, x.company_id FROM d x WHERE x.company_id = $2)
ORDER BY d.at DESC, d.company_id DESC LIMIT $3;
