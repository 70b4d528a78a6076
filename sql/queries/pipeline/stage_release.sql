-- Puts records that were taken out of a claim back into the queue as if they had not been claimed.
-- $1 run bigint
-- $2 entity bigint
-- $3 stage text
-- $4 records bigint[]
-- $5 attempts bigint[]: this one included
-- $6 since text[]
INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage, attempts, since)
SELECT app.tenant(), $1, $2::bigint, record_id, $3, attempts - 1, since::timestamptz
FROM unnest($4::bigint[], $5::bigint[], $6::text[]) AS i(record_id, attempts, since)
