-- What was accepted in the check before stays accepted where nobody new has come to it.
-- $1 check bigint
-- $2 campaign bigint
UPDATE campaign_conflict f SET state = 'accepted', accepted_reason = o.accepted_reason, decided_by = o.decided_by,
    decided_at = o.decided_at
FROM campaign g JOIN campaign_conflict o ON o.tenant_id = g.tenant_id AND o.check_id = g.check_id AND o.state = 'accepted'
WHERE g.tenant_id = app.tenant() AND g.campaign_id = $2 AND f.tenant_id = app.tenant() AND f.check_id = $1
    AND f.kind = o.kind AND f.facts = o.facts
    AND NOT EXISTS (SELECT FROM campaign_conflict_person n WHERE n.tenant_id = app.tenant()
        AND n.conflict_id = f.conflict_id AND NOT EXISTS (SELECT FROM campaign_conflict_person b
            WHERE b.tenant_id = app.tenant() AND b.conflict_id = o.conflict_id AND b.contact_id = n.contact_id))
