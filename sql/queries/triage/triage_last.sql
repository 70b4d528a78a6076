-- What the present actor decided last, of the last day.
SELECT t.company_id, c.name, t.decided::bigint AS decided
FROM triage t JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = t.company_id
WHERE t.tenant_id = app.tenant() AND t.decided IS NOT NULL AND t.decided_by = app.actor()
    AND t.decided_at > now() - interval '1 day'
ORDER BY t.decided_at DESC LIMIT 1;
