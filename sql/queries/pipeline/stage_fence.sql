-- Takes records that were worked on out of their claim and holds it until the transaction ends; no row: it
-- is somebody else's by now, or nothing more of the run is to be written.
-- $1 run bigint
-- $2 claim bigint
-- $3 records bigint[]
WITH held AS (
    SELECT c.claim_id, r.state <> 'cancelled' AS good, cardinality(c.records) AS n FROM stage_claim c
    JOIN pipeline_run r ON r.tenant_id = c.tenant_id AND r.run_id = c.run_id
    WHERE r.tenant_id = app.tenant() AND c.run_id = $1 AND c.claim_id = $2 FOR UPDATE OF c
), ended AS (
    -- By the key and not by a join: what an old transaction still sees is no row to the planner.
    DELETE FROM stage_claim c
    WHERE c.claim_id = $2 AND (SELECT n <= cardinality($3::bigint[]) OR NOT good FROM held)
), less AS (
    UPDATE stage_claim c SET (records, attempts, since) = (
        SELECT array_agg(i.record_id), array_agg(i.attempts), array_agg(i.since)
        FROM unnest(c.records, c.attempts, c.since) AS i(record_id, attempts, since)
        WHERE i.record_id <> ALL ($3::bigint[]))
    WHERE c.claim_id = $2 AND (SELECT n > cardinality($3::bigint[]) AND good FROM held)
)
SELECT claim_id FROM held WHERE good
