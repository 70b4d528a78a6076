-- One campaign, held so that nobody changes it meanwhile. Writers only refer to it, and count under another
-- lock, which its holder takes later: they must not wait for this one.
-- $1 id bigint
SELECT c.campaign_id, c.name, c.description, c.state, c.owner_id, c.sender_id, c.language, c.own_language,
    c.tone, c.formality, c.personalisation, c.instructions, c.provider_id, c.variant_mode, c.skip_unready,
    c.cooldown_days, c.starts_on::text AS starts_on, c.strategy_id, c.run_id, c.check_id,
    (extract(epoch FROM c.people_changed_at) * 1000)::bigint AS people_changed_ms, c.approved_by,
    (extract(epoch FROM c.approved_at) * 1000)::bigint AS approved_ms, c.cost_micros, c.version, c.created_by,
    (extract(epoch FROM c.created_at) * 1000)::bigint AS created_ms,
    (extract(epoch FROM c.updated_at) * 1000)::bigint AS updated_ms, app.user_name(c.owner_id) AS owner,
    app.user_name(c.approved_by) AS approver, app.user_name(c.created_by) AS creator
FROM campaign c
WHERE c.tenant_id = app.tenant() AND c.campaign_id = $1 AND c.deleted_at IS NULL FOR NO KEY UPDATE OF c;
