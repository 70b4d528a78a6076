-- A batch is in: sums, and where to go on. $6 ends the phase with that state. None: it was discarded.
-- $1 import_id bigint, $2 done_rows bigint, $3 mark jsonb, $4 sums jsonb, $5 preview boolean, $6 state text
UPDATE import SET done_rows = $2, mark = $3::jsonb,
    preview = CASE WHEN $5 THEN $4::jsonb ELSE preview END,
    totals = CASE WHEN $5 THEN totals ELSE $4::jsonb END,
    preview_version = CASE WHEN $5 AND $6::text = 'previewed' THEN version ELSE preview_version END,
    state = coalesce($6, state),
    finished_at = CASE WHEN $6::text IS NULL THEN finished_at ELSE now() END
WHERE tenant_id = app.tenant() AND import_id = $1 AND state <> 'discarded'
