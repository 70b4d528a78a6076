-- Takes ready records of a lane out of the queue into one claim.
-- $1 tenant bigint
-- $2 run bigint
-- $3 entity bigint
-- $4 stage text
-- $5 low bigint: no ready row of the lane has a smaller place
-- $6 most bigint
-- $7 lease bigint: seconds
-- $8 worker text
SELECT claim_id, record_id, place, attempts, since FROM app.stage_claim($1, $2, $3, $4, $5, $6, $7, $8)
