-- The time under which all ledger rows of an import stand, so that one partition holds them.
-- $1 import_id bigint
SELECT created_at::text FROM import WHERE tenant_id = app.tenant() AND import_id = $1
