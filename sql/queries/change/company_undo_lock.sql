-- Locks the records that an undo is about to change, in the order of their ids; what is
-- erased has nothing to come back to.
-- $1 record ids bigint[]
SELECT company_id AS record_id, deleted_at IS NOT NULL AS deleted, duplicate_of IS NOT NULL AS duplicate
FROM company WHERE tenant_id = app.tenant() AND company_id = ANY ($1::bigint[])
    AND erased_at IS NULL
ORDER BY company_id FOR UPDATE;
