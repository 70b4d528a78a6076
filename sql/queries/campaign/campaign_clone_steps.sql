-- Copies the steps of a campaign to another.
-- $1 from bigint, $2 to bigint
INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, day_offset, condition, label, max_length, tone,
    formality, language, instructions, examples, variants, pdf_template_id, is_on)
SELECT tenant_id, $2, position, channel, day_offset, condition, label, max_length, tone, formality, language,
    instructions, examples, variants, pdf_template_id, is_on
FROM campaign_step WHERE tenant_id = app.tenant() AND campaign_id = $1 ORDER BY position;
