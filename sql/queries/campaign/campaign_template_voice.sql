-- The voice of a campaign, as a template keeps it.
-- $1 campaign_id bigint
SELECT jsonb_strip_nulls(jsonb_build_object('language', c.language, 'tone', c.tone, 'formality', c.formality,
    'personalisation', c.personalisation, 'instructions', c.instructions))::text AS voice
FROM campaign c
WHERE c.tenant_id = app.tenant() AND c.campaign_id = $1 AND c.deleted_at IS NULL;
