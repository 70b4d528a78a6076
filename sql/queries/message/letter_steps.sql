-- The steps of a campaign that are on, in order, as writing needs them.
-- $1 campaign bigint
SELECT s.step_id, s.position::bigint AS position, s.channel, s.label, s.max_length::bigint AS max_length, s.tone,
    s.formality, s.language, s.instructions, s.examples::text AS examples, s.variants::bigint AS variants
FROM campaign_step s WHERE s.tenant_id = app.tenant() AND s.campaign_id = $1 AND s.is_on ORDER BY s.position
