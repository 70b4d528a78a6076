-- Takes erased contacts out of campaigns and their reports. Their messages go with privacy_message,
-- before or after.
-- $1 entity bigint, $2 erased record ids bigint[]
WITH messages AS (
    DELETE FROM message WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[])
), conflicts AS (
    DELETE FROM campaign_conflict_person
    WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[])
)
DELETE FROM campaign_person WHERE tenant_id = app.tenant() AND $1 = 2 AND contact_id = ANY ($2::bigint[]);
