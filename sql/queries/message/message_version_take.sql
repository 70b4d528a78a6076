-- Makes a text the newest one; the message is a draft with it.
-- $1 message_id bigint, $2 version bigint, $3 subject_start text, $4 rewrites bigint, $5 cost_micros bigint
-- $6 language text, $7 tone text, $8 formality text, $9 provider text
UPDATE message SET version = $2::bigint::integer, subject_start = $3, rewrites = rewrites + $4::bigint::integer,
    cost_micros = cost_micros + $5::bigint, language = coalesce($6, language), tone = coalesce($7, tone),
    formality = coalesce($8, formality), provider = coalesce($9, provider), trouble = NULL, state = 'draft',
    approved_version = NULL, reject_reason = NULL, decided_by = NULL, decided_at = NULL, updated_at = now()
WHERE tenant_id = app.tenant() AND message_id = $1;
