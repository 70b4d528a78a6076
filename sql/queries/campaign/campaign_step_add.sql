-- A new step.
-- $1 campaign_id bigint, $2 position bigint, $3 channel text, $4 day_offset bigint, $5 condition text, $6 label text, $7 max_length bigint, $8 tone text, $9 formality text, $10 language text, $11 instructions text, $12 examples text, $13 variants bigint, $14 pdf_template_id bigint, $15 is_on boolean
INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, day_offset, condition, label,
    max_length, tone, formality, language, instructions, examples, variants, pdf_template_id, is_on)
VALUES (app.tenant(), $1, $2::bigint::smallint, $3, $4::bigint::integer, $5, $6,
    $7::bigint::integer, $8, $9, $10, $11, $12::text::jsonb, $13::bigint::smallint, $14, $15)
RETURNING step_id;
