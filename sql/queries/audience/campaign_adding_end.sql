-- An adding has ended.
-- $1 adding bigint
-- $2 state text
-- $3 error text, or NULL
UPDATE campaign_adding SET state = $2, error = $3, ids = NULL WHERE tenant_id = app.tenant() AND adding_id = $1
