-- Puts contacts of a run into the queue, and the companies whose stages come before theirs.
-- $1 run bigint
-- $2 from bigint
-- $3 to bigint
-- $4 first text: stage of companies, or NULL
-- $5 companies text[]: their stages
-- $6 second text: stage of contacts, or NULL
-- $7 contacts text[]: their stages
WITH one AS (
    SELECT p.contact_id, c.company_id
    FROM pipeline_run r CROSS JOIN LATERAL unnest(r.ids[$2:$3]) AS i(id)
    JOIN contact p ON p.tenant_id = r.tenant_id AND p.contact_id = i.id AND p.deleted_at IS NULL
    LEFT JOIN company c ON c.tenant_id = p.tenant_id AND c.company_id = p.company_id AND c.deleted_at IS NULL
    WHERE r.tenant_id = app.tenant() AND r.run_id = $1
), put_companies AS (
    INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
    SELECT DISTINCT app.tenant(), $1, 1, one.company_id, $4::text FROM one
    WHERE $4::text IS NOT NULL AND one.company_id IS NOT NULL
    ON CONFLICT DO NOTHING RETURNING 1
), put_contacts AS (
    INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage, company_id, state)
    SELECT app.tenant(), $1, 2, one.contact_id, $6::text, one.company_id,
        CASE WHEN $4::text IS NOT NULL AND one.company_id IS NOT NULL THEN 'h'::"char" ELSE 'r' END
    FROM one WHERE $6::text IS NOT NULL ORDER BY one.contact_id
    ON CONFLICT DO NOTHING RETURNING 1
)
UPDATE run_stage s SET total = total + CASE WHEN s.stage = ANY ($5::text[])
    THEN (SELECT count(*) FROM put_companies) ELSE (SELECT count(*) FROM put_contacts) END
WHERE s.tenant_id = app.tenant() AND s.run_id = $1 AND s.stage = ANY ($5::text[] || $7::text[])
