-- Forgets what notes and the ledgers of imports tell of erased records.
-- $1 record ids bigint[]
WITH forgotten AS (
    DELETE FROM record_note r USING company o
    WHERE r.tenant_id = app.tenant() AND r.entity = 1 AND r.record_id = ANY ($1::bigint[])
        AND o.tenant_id = r.tenant_id AND o.company_id = r.record_id AND o.erased_at IS NOT NULL
)
UPDATE import_row r SET label = NULL, company_label = NULL, detail = NULL, changes = NULL, raw = NULL
WHERE r.tenant_id = app.tenant() AND r.company_id = ANY ($1::bigint[])
    AND r.import_id IN (SELECT i.import_id FROM import i
        JOIN change c ON c.tenant_id = i.tenant_id AND c.change_set_id = i.change_set_id
        WHERE i.tenant_id = app.tenant() AND c.entity = 1 AND c.record_id = ANY ($1::bigint[]))
    AND EXISTS (SELECT FROM company o WHERE o.tenant_id = app.tenant() AND o.company_id = r.company_id
        AND o.erased_at IS NOT NULL);
