-- The people of a company that is merged into another move there; writes the log. How many.
-- $1 change_set_id bigint, $2 from company_id bigint, $3 to company_id bigint, $4 bit of the field bigint
WITH moved AS (
    UPDATE contact SET company_id = $3, updated_at = now(), version = version + 1
    WHERE tenant_id = app.tenant() AND company_id = $2 AND deleted_at IS NULL
    RETURNING contact_id
), logged AS (
    INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
    SELECT app.tenant(), 2, m.contact_id, $1, 'u', $4,
        jsonb_build_object('company_id', $2::bigint), clock_timestamp()
    FROM moved m
)
SELECT count(*) FROM moved;
