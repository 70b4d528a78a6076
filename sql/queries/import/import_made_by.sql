-- Did this change set make the company?
-- $1 change_set_id bigint, $2 company_id bigint
SELECT count(*) FROM change
WHERE tenant_id = app.tenant() AND change_set_id = $1 AND entity = 1 AND record_id = $2 AND kind = 'c'
