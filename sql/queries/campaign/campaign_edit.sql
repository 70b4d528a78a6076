-- Changes the settings of a campaign; what a conflict check goes by makes the last one old.
-- $1 name text, $2 name_key text, $3 description text, $4 owner_id bigint, $5 sender_id bigint
-- $6 language text, $7 own_language boolean, $8 tone text, $9 formality text, $10 personalisation smallint
-- $11 instructions text, $12 provider_id bigint, $13 variant_mode text, $14 skip_unready boolean
-- $15 cooldown_days integer, $16 starts_on date, $17 strategy_id bigint, $18 campaign_id bigint
UPDATE campaign SET name = $1, name_key = $2, description = $3, owner_id = $4, sender_id = $5, language = $6,
    own_language = $7, tone = $8, formality = $9, personalisation = $10, instructions = $11, provider_id = $12,
    variant_mode = $13, skip_unready = $14, cooldown_days = $15, starts_on = $16::date, strategy_id = $17,
    version = version + 1, updated_at = now(),
    people_changed_at = CASE WHEN (language, own_language, tone, formality, cooldown_days, starts_on, sender_id)
        IS DISTINCT FROM ($6::text, $7::boolean, $8::text, $9::text, $15::integer, $16::date, $5::bigint) THEN now()
        ELSE people_changed_at END
WHERE tenant_id = app.tenant() AND campaign_id = $18;
