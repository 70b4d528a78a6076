-- Takes out again those whom an adding brought in, unless something was written to them.
-- $1 adding bigint
DELETE FROM campaign_person p USING campaign_adding a
WHERE a.tenant_id = app.tenant() AND a.adding_id = $1 AND p.tenant_id = app.tenant()
    AND p.campaign_id = a.campaign_id AND p.adding_id = $1 AND p.state <> 'written'
    AND NOT EXISTS (SELECT FROM message m WHERE m.tenant_id = app.tenant() AND m.campaign_id = p.campaign_id
        AND m.contact_id = p.contact_id)
