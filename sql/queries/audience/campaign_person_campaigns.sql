-- The campaigns that somebody is in and that are not over.
-- $1 contact bigint
SELECT p.campaign_id AS id FROM campaign_person p
JOIN campaign c ON c.tenant_id = p.tenant_id AND c.campaign_id = p.campaign_id
WHERE p.tenant_id = app.tenant() AND p.contact_id = $1 AND c.deleted_at IS NULL
    AND c.state NOT IN ('finished', 'archived')
ORDER BY p.campaign_id
