-- An export begins, is stopped or fails; the words are for people.
-- $1 export_id bigint, $2 state text, $3 error text
UPDATE campaign_export SET state = $2, error = $3,
    finished_at = CASE WHEN $2 <> 'running' THEN now() END
WHERE tenant_id = app.tenant() AND export_id = $1 AND state <> 'done'
