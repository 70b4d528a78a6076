-- Forgets a smart list; the records stay.
-- $1 smart_list_id bigint
DELETE FROM smart_list WHERE tenant_id = app.tenant() AND smart_list_id = $1;
