-- What a run may still cost, what is free of its reservation, and that one: 0 when none is open.
-- $1 run bigint
-- $2 stages text[]: all in the registry's order
-- $3 entities bigint[]
-- $4 costs bigint[]: of a record, where the run has none of its own
SELECT need, free, reservation_id FROM app.run_need($1, $2, $3, $4)
