-- A new campaign in draft.
-- $1 name text, $2 name_key text, $3 description text, $4 owner_id bigint, $5 sender_id bigint
-- $6 language text, $7 own_language boolean, $8 tone text, $9 formality text, $10 personalisation smallint
-- $11 instructions text, $12 provider_id bigint, $13 variant_mode text, $14 skip_unready boolean
-- $15 cooldown_days integer, $16 starts_on date, $17 strategy_id bigint
INSERT INTO campaign (tenant_id, name, name_key, description, owner_id, sender_id, language, own_language, tone,
    formality, personalisation, instructions, provider_id, variant_mode, skip_unready, cooldown_days, starts_on,
    strategy_id, created_by)
VALUES (app.tenant(), $1, $2, $3, coalesce($4::bigint, app.actor()), coalesce($5::bigint,
        (SELECT s.sender_id FROM campaign_sender s
         WHERE s.tenant_id = app.tenant() AND s.is_default AND s.deleted_at IS NULL)),
    $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::date, $17, app.actor())
RETURNING campaign_id;
