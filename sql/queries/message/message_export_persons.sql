-- People of a campaign, and why they must not be contacted.
-- $1 campaign_id bigint, $2 contact_ids bigint[]
SELECT k.place::bigint, p.contact_id,
    CASE WHEN c.erased_at IS NOT NULL OR c.deleted_at IS NOT NULL THEN 'deleted'
        WHEN p.state = 'excluded' THEN 'excluded'
        WHEN c.status = 'disqualified' OR o.status = 'disqualified' THEN 'disqualified'
        WHEN t.verdict = 3 THEN 'left_out' END AS reason,
    c.first_name, c.last_name, c.email, c.linkedin_url, c.job_title, o.name, o.domain,
    p.variant::bigint, lower(c.email) AS address
FROM unnest($2::bigint[]) WITH ORDINALITY AS k(contact_id, place)
JOIN campaign_person p ON p.tenant_id = app.tenant() AND p.campaign_id = $1 AND p.contact_id = k.contact_id
JOIN contact c ON c.tenant_id = app.tenant() AND c.contact_id = k.contact_id
LEFT JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = c.company_id
LEFT JOIN triage t ON t.tenant_id = app.tenant() AND t.company_id = c.company_id
