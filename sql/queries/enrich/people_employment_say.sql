-- A person says whether a contact still works there; pages are looked at anew from here.
-- $1 contact_id bigint, $2 employment bigint
WITH afresh AS (
    UPDATE contact_sighting SET missed = 0
    WHERE tenant_id = app.tenant() AND contact_id = $1 AND missed > 0 AND $2 = 1
)
UPDATE contact SET employment = $2::bigint::smallint, updated_at = now(), version = version + 1
WHERE tenant_id = app.tenant() AND contact_id = $1 AND deleted_at IS NULL;
