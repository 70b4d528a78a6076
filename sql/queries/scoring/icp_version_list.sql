-- The versions of the model, the newest first.
SELECT v.version, v.based_on, v.revision, (extract(epoch FROM v.created_at) * 1000)::bigint AS created_ms,
    (extract(epoch FROM v.changed_at) * 1000)::bigint AS changed_ms,
    (extract(epoch FROM v.activated_at) * 1000)::bigint AS activated_ms, v.note,
    app.user_name(v.author) AS author, app.user_name(v.activated_by) AS activated_by, v.active,
    v.activated_at IS NULL AS draft, jsonb_array_length(v.document -> 'signals')::bigint AS signals
FROM icp_version v WHERE v.tenant_id = app.tenant() ORDER BY v.version DESC;
