-- The steps of a campaign in their order, or one of them.
-- $1 campaign_id bigint, $2 step_id bigint (0: all)
SELECT s.campaign_id, s.step_id, s.position::bigint AS position, s.channel,
    s.day_offset::bigint AS day_offset, s.condition, s.label, s.max_length::bigint AS max_length,
    s.tone, s.formality, s.language, s.instructions, s.examples::text AS examples,
    s.variants::bigint AS variants, s.pdf_template_id, s.is_on,
    (SELECT count(*) FROM message m WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1
        AND m.step_id = s.step_id) AS messages
FROM campaign_step s
WHERE s.tenant_id = app.tenant() AND s.campaign_id = $1 AND ($2::bigint = 0 OR s.step_id = $2)
ORDER BY s.position;
