-- Extends the leases of a batch; counts those that are still its own.
-- $1 tenant bigint
-- $2 run bigint
-- $3 entity bigint
-- $4 records bigint[]
-- $5 places bigint[]: the claims
-- $6 lease bigint: seconds
UPDATE stage_work w SET lease_until = now() + make_interval(secs => $6::bigint)
FROM unnest($4::bigint[], $5::bigint[]) AS i(record_id, place)
WHERE w.tenant_id = $1 AND w.run_id = $2 AND w.entity = $3::bigint AND w.record_id = ANY ($4::bigint[])
    AND w.record_id = i.record_id
    AND w.place = i.place AND w.state = 'x'
