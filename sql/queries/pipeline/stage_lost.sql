-- Takes over one claim whose lease has run out and that nobody is writing for.
-- $1 worker text
-- $2 stages text[]: that this program knows
WITH taken AS (
    UPDATE stage_claim SET claim_id = nextval('stage_place'), worker = $1,
        lease_until = now() + interval '1 minute'
    WHERE claim_id = (SELECT claim_id FROM stage_claim WHERE lease_until < now() AND stage = ANY ($2::text[])
        LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING claim_id, tenant_id, run_id, stage, records, attempts, since
)
SELECT t.claim_id, t.tenant_id, t.run_id, t.stage, i.record_id, i.attempts, i.since::text AS since
FROM taken t CROSS JOIN LATERAL unnest(t.records, t.attempts, t.since) AS i(record_id, attempts, since)
