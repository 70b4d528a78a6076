-- What of the people and things a campaign names is there.
-- $1 owner_id bigint, $2 sender_id bigint, $3 provider_id bigint, $4 starts_on date
SELECT $1::bigint IS NULL OR $1 = app.actor() OR EXISTS (SELECT FROM app.members() m WHERE m.user_id = $1) AS owner,
    $2::bigint IS NULL OR EXISTS (SELECT FROM campaign_sender s
        WHERE s.tenant_id = app.tenant() AND s.sender_id = $2 AND s.deleted_at IS NULL) AS sender,
    $3::bigint IS NULL OR EXISTS (SELECT FROM provider p
        WHERE p.tenant_id = app.tenant() AND p.provider_id = $3 AND p.deleted_at IS NULL) AS provider,
    $4::date IS NULL OR $4::date >= app.today() AS starts;
