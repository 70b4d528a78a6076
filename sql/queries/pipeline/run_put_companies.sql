-- Puts companies of a run into the queue; where it has no stages of theirs, their people.
-- $1 run bigint
-- $2 from bigint
-- $3 to bigint
-- $4 first text: stage of companies, or NULL
-- $5 companies text[]: their stages
-- $6 second text: stage of contacts, or NULL
-- $7 contacts text[]: their stages
WITH id AS (
    SELECT i.id FROM pipeline_run r CROSS JOIN LATERAL unnest(r.ids[$2:$3]) AS i(id)
    WHERE r.tenant_id = app.tenant() AND r.run_id = $1
), put_companies AS (
    INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
    SELECT app.tenant(), $1, 1, c.company_id, $4::text
    FROM id JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = id.id AND c.deleted_at IS NULL
    WHERE $4::text IS NOT NULL ORDER BY c.company_id
    ON CONFLICT DO NOTHING RETURNING 1
), put_contacts AS (
    INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
    SELECT app.tenant(), $1, 2, p.contact_id, $6::text
    FROM id JOIN contact p ON p.tenant_id = app.tenant() AND p.company_id = id.id AND p.deleted_at IS NULL
        AND p.duplicate_of IS NULL
    WHERE $4::text IS NULL AND $6::text IS NOT NULL ORDER BY p.contact_id
    ON CONFLICT DO NOTHING RETURNING 1
)
UPDATE run_stage s SET total = total + CASE WHEN s.stage = ANY ($5::text[])
    THEN (SELECT count(*) FROM put_companies) ELSE (SELECT count(*) FROM put_contacts) END
WHERE s.tenant_id = app.tenant() AND s.run_id = $1 AND s.stage = ANY ($5::text[] || $7::text[])
