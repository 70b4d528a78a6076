-- The people of companies whose own stages have ended come into the run.
-- $1 run bigint
-- $2 companies bigint[]
-- $3 stage text: their first
-- $4 stages text[]: all of theirs in this run
WITH added AS (
    INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
    SELECT app.tenant(), $1, 2, p.contact_id, $3 FROM contact p
    WHERE p.tenant_id = app.tenant() AND p.company_id = ANY ($2::bigint[])
        AND p.deleted_at IS NULL AND p.duplicate_of IS NULL
        AND NOT EXISTS (SELECT FROM stage_result d WHERE d.tenant_id = app.tenant() AND d.run_id = $1
            AND d.stage = $3 AND d.entity = 2 AND d.record_id = p.contact_id)
        AND p.contact_id <> ALL (ARRAY(SELECT unnest(c.records) FROM stage_claim c
            WHERE c.tenant_id = app.tenant() AND c.run_id = $1 AND c.entity = 2))
    ON CONFLICT DO NOTHING
    RETURNING record_id
)
UPDATE run_stage r SET total = total + n FROM (SELECT count(*) AS n FROM added) AS a
WHERE r.tenant_id = app.tenant() AND r.run_id = $1 AND r.stage = ANY ($4::text[]) AND n > 0
