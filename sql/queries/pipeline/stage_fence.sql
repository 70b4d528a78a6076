-- Which claims of a batch are still its own; holds them until the transaction ends.
-- $1 run bigint
-- $2 entity bigint
-- $3 records bigint[]
-- $4 places bigint[]
SELECT w.record_id FROM stage_work w
JOIN unnest($3::bigint[], $4::bigint[]) AS i(record_id, place) USING (record_id)
WHERE w.tenant_id = app.tenant() AND w.run_id = $1 AND w.entity = $2::bigint AND w.record_id = ANY ($3::bigint[])
    AND w.place = i.place
    AND w.state = 'x'
ORDER BY w.record_id FOR UPDATE OF w
