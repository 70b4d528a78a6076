-- An import names its file no more.
-- $1 import_id bigint
UPDATE import SET file = NULL, received = 0 WHERE tenant_id = app.tenant() AND import_id = $1
