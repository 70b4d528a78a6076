-- The file is there.
-- $1 export_id bigint, $2 people bigint, $3 messages bigint, $4 left_out bigint, $5 size bigint, $6 file text
-- $7 days bigint
UPDATE campaign_export SET state = 'done', people = $2, messages = $3, left_out = $4, file_size = $5,
    file = $6, finished_at = now(), expires_at = now() + make_interval(days => $7::integer)
WHERE tenant_id = app.tenant() AND export_id = $1
