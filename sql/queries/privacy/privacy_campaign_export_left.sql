-- Forgets that erased contacts were left out of exports.
-- $1 entity bigint, $2 erased record ids bigint[]
DELETE FROM campaign_export_left WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[]);
