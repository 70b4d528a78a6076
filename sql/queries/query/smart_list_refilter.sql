-- Gives a smart list another filter and order.
-- $1 smart_list_id bigint, $2 filter text, $3 sort text, $4 descending boolean
UPDATE smart_list SET filter = $2, sort = $3, descending = $4, updated_at = now()
WHERE tenant_id = app.tenant() AND smart_list_id = $1;
