-- Whom a conflict is about.
-- $1 conflict bigint
SELECT contact_id AS id FROM campaign_conflict_person WHERE tenant_id = app.tenant() AND conflict_id = $1
ORDER BY contact_id
