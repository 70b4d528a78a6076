-- Where the present value of each field comes from: the newest change of it that stands.
-- $1 entity smallint, $2 record_id bigint, $3 field names text[]
SELECT o.name AS field, o.change_set_id AS set_id, (extract(epoch FROM o.at) * 1000)::bigint AS at_ms,
    s.kind AS set_kind, s.source, app.user_name(s.actor) AS who,
    app.change_shown($1::bigint::smallint, o.name, o.previous ->> o.name) AS before
FROM (SELECT DISTINCT ON (f.place) f.name, h.change_set_id, h.at, h.previous
    FROM unnest($3::text[]) WITH ORDINALITY AS f(name, place)
    JOIN change h ON ((h.fields & ~h.voided) >> (f.place - 1)::int) & 1 = 1
    WHERE h.tenant_id = app.tenant() AND h.entity = $1::bigint::smallint AND h.record_id = $2
    ORDER BY f.place, h.at DESC) AS o
JOIN change_set s ON s.tenant_id = app.tenant() AND s.change_set_id = o.change_set_id;
