-- How many companies people decided since a moment, and how many the rules let pass or left out.
-- $1 since, in milliseconds bigint
SELECT count(*) FILTER (WHERE t.decided IS NOT NULL
        AND t.decided_at >= to_timestamp($1::bigint / 1000.0)) AS done,
    count(*) FILTER (WHERE t.decided IS NOT NULL) AS decided,
    count(*) FILTER (WHERE t.decided IS NULL AND t.ruled = 1) AS passed,
    count(*) FILTER (WHERE t.decided IS NULL AND t.ruled = 3) AS out
FROM triage t
JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = t.company_id
    AND c.deleted_at IS NULL AND c.duplicate_of IS NULL
WHERE t.tenant_id = app.tenant();
