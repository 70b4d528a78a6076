-- Forgets what stages told of erased records; their outcome stays. Run by run, as the key goes.
-- $1 entity bigint, $2 erased record ids bigint[]
UPDATE stage_result r SET message = NULL FROM run_stage s
WHERE s.tenant_id = app.tenant() AND r.tenant_id = app.tenant() AND r.run_id = s.run_id AND r.stage = s.stage
    AND r.entity = $1 AND r.record_id = ANY ($2::bigint[]) AND r.message IS NOT NULL;
