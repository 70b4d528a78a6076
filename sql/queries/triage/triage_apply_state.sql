-- The last job that applied the rules, 0 for none, and how many companies wait for their first verdict.
SELECT coalesce((SELECT a.job_id FROM triage_apply a WHERE a.tenant_id = app.tenant()), 0) AS job_id,
    (SELECT count(*) FROM company c WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL
        AND c.duplicate_of IS NULL AND c.codes[7] = 0 AND NOT EXISTS (SELECT FROM triage t
            WHERE t.tenant_id = app.tenant() AND t.company_id = c.company_id)
        AND NOT EXISTS (SELECT FROM score s
            WHERE s.tenant_id = app.tenant() AND s.company_id = c.company_id)) AS unscored;
