-- What exactly a bulk action does.
-- $1 bulk_id bigint, $2 label ids bigint[], $3 owner_id bigint, $4 choice text, $5 what text
UPDATE bulk SET label_ids = $2, owner_id = $3, choice = $4, what = $5
WHERE tenant_id = app.tenant() AND bulk_id = $1;
