-- Forgets what the ledgers of imports that made or changed erased records tell of them.
-- $1 entity bigint, $2 erased record ids bigint[]
UPDATE import_row r SET label = NULL, company_label = NULL, detail = NULL, changes = NULL, raw = NULL
WHERE r.tenant_id = app.tenant() AND CASE $1::smallint WHEN 1 THEN r.company_id ELSE r.contact_id END = ANY ($2::bigint[])
    AND r.import_id IN (SELECT i.import_id FROM import i
        JOIN change c ON c.tenant_id = i.tenant_id AND c.change_set_id = i.change_set_id
        WHERE i.tenant_id = app.tenant() AND c.entity = $1 AND c.record_id = ANY ($2::bigint[]));
