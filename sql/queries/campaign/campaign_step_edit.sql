-- Changes a step where it stands.
-- $1 campaign_id bigint, $2 step_id bigint, $3 channel text, $4 day_offset bigint, $5 condition text, $6 label text, $7 max_length bigint, $8 tone text, $9 formality text, $10 language text, $11 instructions text, $12 examples text, $13 variants bigint, $14 pdf_template_id bigint, $15 is_on boolean
UPDATE campaign_step SET channel = $3, day_offset = $4::bigint::integer, condition = $5, label = $6,
    max_length = $7::bigint::integer, tone = $8, formality = $9, language = $10, instructions = $11,
    examples = $12::text::jsonb, variants = $13::bigint::smallint, pdf_template_id = $14, is_on = $15
WHERE tenant_id = app.tenant() AND campaign_id = $1 AND step_id = $2;
