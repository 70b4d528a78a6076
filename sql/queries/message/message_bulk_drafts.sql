-- The drafts that fit, locked, and whether each could be approved: it fits its channel, and where one variant
-- is chosen it is the first one open; barred: its person is excluded. The gate is asked besides.
-- $1 campaign_id bigint, $2 step_ids bigint[], $3 channels text[], $4 languages text[]
-- $5 variants bigint[], $6 words text (folded), $7 contact_id bigint, $8 company_id bigint
WITH held AS MATERIALIZED (
    SELECT m.message_id FROM message m
    WHERE m.tenant_id = app.tenant() AND m.message_id IN (
        SELECT x.message_id FROM app.message_match($1, '{draft}', $2, $3, $4, $5, $6, $7, $8) x)
        AND m.state = 'draft'
    ORDER BY m.message_id FOR UPDATE
)
SELECT m.message_id, m.contact_id,
    length(v.body) <= CASE m.channel WHEN 'linkedin_connect' THEN 300 WHEN 'email' THEN 5000 ELSE 2000 END
    AND (g.variant_mode = 'split' OR row_number() OVER (PARTITION BY m.campaign_id, m.contact_id, m.step_id
        ORDER BY m.variant) = 1) AS can,
    p.state = 'excluded' AS barred
FROM held h
JOIN message m ON m.tenant_id = app.tenant() AND m.message_id = h.message_id
JOIN campaign g ON g.tenant_id = app.tenant() AND g.campaign_id = m.campaign_id
JOIN campaign_person p ON p.tenant_id = app.tenant() AND p.campaign_id = m.campaign_id
    AND p.contact_id = m.contact_id
JOIN message_version v ON v.tenant_id = app.tenant() AND v.message_id = m.message_id AND v.version = m.version
ORDER BY m.message_id;
