-- Stores messages with their first texts, each once, and what became of their people. Nobody who was excluded
-- meanwhile gets anything.
-- $1 campaign bigint
-- $2 contacts bigint[], $3 steps bigint[], $4 variants bigint[], $5 positions bigint[], $6 ranks bigint[]
-- $7 costs bigint[], $8 angles text[], $9 channels text[], $10 languages text[], $11 tones text[]
-- $12 formalities text[], $13 providers text[], $14 subjects text[], $15 bodies text[], $16 claims text[] (JSON)
-- $17 origins text[], $18 starts text[]: how they stand in lists
-- $19 people bigint[], $20 states text[], $21 reasons text[], $22 their ranks bigint[]
WITH item AS (
    SELECT * FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
        $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
        $16::text[], $17::text[], $18::text[])
        AS i(contact_id, step_id, variant, position, rank, cost, angle, channel, language, tone, formality,
            provider, subject, body, claims, origin, start)
), open AS MATERIALIZED (
    SELECT p.contact_id FROM (SELECT unnest($2::bigint[]) AS id UNION SELECT unnest($19::bigint[])) AS i
    JOIN campaign_person p ON p.tenant_id = app.tenant() AND p.campaign_id = $1 AND p.contact_id = i.id
        AND p.state <> 'excluded'
    ORDER BY p.contact_id FOR NO KEY UPDATE OF p
), put AS (
    INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, variant, angle, channel, position, rank,
        language, tone, formality, subject_start, provider, cost_micros)
    SELECT app.tenant(), $1, i.step_id, i.contact_id, i.variant, i.angle, i.channel, i.position, i.rank,
        i.language, i.tone, i.formality, i.start, i.provider, i.cost
    FROM item i JOIN open USING (contact_id) ORDER BY i.contact_id, i.position, i.variant
    ON CONFLICT ON CONSTRAINT message_once DO NOTHING
    RETURNING message_id, contact_id, step_id, variant
), texts AS (
    INSERT INTO message_version (tenant_id, message_id, version, subject, body, claims, origin, settings)
    SELECT app.tenant(), p.message_id, 1, i.subject, i.body, i.claims::jsonb, i.origin,
        jsonb_build_object('language', i.language, 'tone', i.tone, 'formality', i.formality)
    FROM put p JOIN item i USING (contact_id, step_id, variant)
)
UPDATE campaign_person p SET state = w.state, reason = w.reason, rank = w.rank::smallint
FROM unnest($19::bigint[], $20::text[], $21::text[], $22::bigint[]) AS w(contact_id, state, reason, rank)
JOIN open USING (contact_id)
WHERE p.tenant_id = app.tenant() AND p.campaign_id = $1 AND p.contact_id = w.contact_id
