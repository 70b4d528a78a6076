-- What workers hold of a cancelled run is theirs no more: once this is done, none puts anything back.
-- $1 run bigint
DELETE FROM stage_claim WHERE tenant_id = app.tenant() AND run_id = $1
