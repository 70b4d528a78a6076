-- What waits for a person: rejected rows that nobody repaired, previews that nobody decided on, jobs
-- that gave up, pairs that are likely the same, messages to review; and how many people work here.
SELECT
    (SELECT coalesce(sum((i.totals ->> 'rejected')::bigint), 0)::bigint FROM import i
        WHERE i.tenant_id = app.tenant() AND i.state = 'done' AND i.finished_at > now() - interval '30 days'
            AND NOT EXISTS (SELECT FROM import r WHERE r.tenant_id = i.tenant_id
                AND r.repairs = i.import_id)) AS rejected,
    (SELECT coalesce(max(i.import_id), 0) FROM import i
        WHERE i.tenant_id = app.tenant() AND i.state = 'done' AND i.finished_at > now() - interval '30 days'
            AND (i.totals ->> 'rejected')::bigint > 0
            AND NOT EXISTS (SELECT FROM import r WHERE r.tenant_id = i.tenant_id
                AND r.repairs = i.import_id)) AS rejected_import,
    (SELECT count(*) FROM import i WHERE i.tenant_id = app.tenant()
        AND i.state IN ('uploaded', 'previewed')) AS undecided,
    (SELECT coalesce(max(i.import_id), 0) FROM import i WHERE i.tenant_id = app.tenant()
        AND i.state IN ('uploaded', 'previewed')) AS undecided_import,
    (SELECT count(*) FROM app.job_list('dead', 9223372036854775807, 1000)) AS dead_jobs,
    (SELECT count(*) FROM (SELECT FROM duplicate d
        JOIN contact a ON a.tenant_id = d.tenant_id AND a.contact_id = d.low_id AND a.deleted_at IS NULL
        JOIN contact b ON b.tenant_id = d.tenant_id AND b.contact_id = d.high_id AND b.deleted_at IS NULL
        WHERE d.tenant_id = app.tenant() AND d.entity = 2 AND d.kept_at IS NULL LIMIT 10000) AS c) AS twin_contacts,
    (SELECT count(*) FROM (SELECT FROM duplicate d
        JOIN company a ON a.tenant_id = d.tenant_id AND a.company_id = d.low_id AND a.deleted_at IS NULL
        JOIN company b ON b.tenant_id = d.tenant_id AND b.company_id = d.high_id AND b.deleted_at IS NULL
        WHERE d.tenant_id = app.tenant() AND d.entity = 1 AND d.kept_at IS NULL LIMIT 10000) AS c) AS twin_companies,
    (SELECT coalesce(sum(n.draft), 0)::bigint FROM campaign c
        JOIN campaign_count n ON n.tenant_id = c.tenant_id AND n.campaign_id = c.campaign_id
        WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND c.state = 'review') AS drafts,
    (SELECT count(*) FROM app.members()) AS members;
