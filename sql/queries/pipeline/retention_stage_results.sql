-- Forgets some of the results of stages that are past their time; the sums of their runs stay.
-- $1 days bigint
-- $2 most bigint
DELETE FROM stage_result
WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM stage_result
    WHERE tenant_id = app.tenant() AND at < now() - make_interval(days => $1::bigint::integer)
    ORDER BY at LIMIT $2))
