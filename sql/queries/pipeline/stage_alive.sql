-- Extends the lease of a claim; counts it when it is still the worker's own.
-- $1 claim bigint
-- $2 lease bigint: seconds
UPDATE stage_claim SET lease_until = now() + make_interval(secs => $2::bigint) WHERE claim_id = $1
