-- Where the present value of each custom field comes from: the newest change that gave it.
-- $1 entity smallint, $2 record_id bigint, $3 present values jsonb, $4 bit of the field bigint
WITH h AS (
    SELECT c.change_set_id, c.at, c.previous -> 'custom' AS before,
        lag(c.previous -> 'custom', 1, $3::jsonb) OVER (ORDER BY c.at DESC) AS after
    FROM change c
    WHERE c.tenant_id = app.tenant() AND c.entity = $1::bigint::smallint AND c.record_id = $2
        AND c.fields & $4::bigint <> 0
)
SELECT o.key AS field, o.change_set_id AS set_id, (extract(epoch FROM o.at) * 1000)::bigint AS at_ms,
    s.kind AS set_kind, s.source, app.user_name(s.actor) AS who, o.before
FROM (SELECT DISTINCT ON (k.key) k.key, h.change_set_id, h.at, h.before ->> k.key AS before
    FROM jsonb_object_keys($3::jsonb) AS k(key)
    JOIN h ON h.before ->> k.key IS DISTINCT FROM h.after ->> k.key
    ORDER BY k.key, h.at DESC) AS o
JOIN change_set s ON s.tenant_id = app.tenant() AND s.change_set_id = o.change_set_id;
