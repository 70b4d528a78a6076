-- An adding has begun: all its contacts are named.
-- $1 adding bigint
-- $2 ids bigint[]
-- $3 skip_busy bool
-- $4 job bigint, or NULL
UPDATE campaign_adding SET state = 'waiting', ids = $2::bigint[], total = cardinality($2::bigint[]), skip_busy = $3,
    job_id = $4
WHERE tenant_id = app.tenant() AND adding_id = $1
