-- Claims the next ready job of the kinds that this program knows.
-- $1 low bigint: no ready job has a smaller place
-- $2 kinds text[]
-- $3 leases bigint[]: seconds, by kind
-- $4 worker text
SELECT job_id, place, tenant_id, actor, kind_name, subject, payload, attempts, done, total, cancel_asked
FROM app.job_claim($1, $2, $3, $4)
