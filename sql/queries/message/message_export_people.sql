-- The people of a campaign in the order of their names.
-- $1 campaign_id bigint
SELECT p.contact_id, p.state = 'excluded' AS excluded, p.variant::bigint AS variant FROM campaign_person p
JOIN contact c ON c.tenant_id = p.tenant_id AND c.contact_id = p.contact_id
WHERE p.tenant_id = app.tenant() AND p.campaign_id = $1
ORDER BY c.sort_name, p.contact_id
