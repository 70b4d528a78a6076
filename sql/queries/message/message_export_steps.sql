-- The steps that a file has columns for: those that are on, and those with something approved.
-- $1 campaign_id bigint
SELECT s.step_id, s.position::bigint AS position, s.channel, s.label, s.pdf_template_id IS NOT NULL AS has_pdf
FROM campaign_step s
WHERE s.tenant_id = app.tenant() AND s.campaign_id = $1 AND (s.is_on OR EXISTS (SELECT FROM message m
    WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1 AND m.state = 'approved' AND m.step_id = s.step_id))
ORDER BY s.position
