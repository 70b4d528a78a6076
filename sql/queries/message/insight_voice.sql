-- Sets what an insight proposes for a campaign; NULL leaves it.
-- $1 campaign_id bigint, $2 tone text, $3 formality text, $4 instructions text
UPDATE campaign SET tone = coalesce($2, tone), formality = coalesce($3, formality),
    instructions = CASE WHEN $4::text IS NULL THEN instructions ELSE nullif($4, '') END,
    version = version + 1, updated_at = now()
WHERE tenant_id = app.tenant() AND campaign_id = $1;
