-- The timeline of a record: changes and notes, newest first, one row for each value that a change
-- replaced. `later`: a newer change of the field follows, so `after` is known; else it is today's value.
-- $1 entity smallint, $2 record_id bigint, $3 what to show text ('': all)
-- $4 before, in microseconds bigint (0: from the newest), $5 and before this id bigint, $6 limit bigint
-- $7 field names text[]
WITH h AS MATERIALIZED (
    SELECT c.change_set_id, ascii(c.kind::text)::bigint AS kind, c.fields, c.previous,
        (extract(epoch FROM c.at) * 1000000)::bigint AS us
    FROM change c
    WHERE c.tenant_id = app.tenant() AND c.entity = $1::bigint::smallint AND c.record_id = $2
), e AS (
    SELECT h.us, h.change_set_id AS id, h.kind, h.fields, h.previous, s.kind AS set_kind, s.source,
        s.actor, coalesce(s.undone_by, 0) AS undone_by, 0::bigint AS edited_ms
    FROM h JOIN change_set s ON s.tenant_id = app.tenant() AND s.change_set_id = h.change_set_id
    WHERE $3 = '' OR ($3 = 'import' AND s.kind = 'import')
        OR ($3 = 'edit' AND s.kind NOT IN ('import', 'create'))
    UNION ALL
    SELECT (extract(epoch FROM n.created_at) * 1000000)::bigint, n.record_note_id,
        ascii('n')::bigint, 0, NULL, 'note', n.body, n.author, 0,
        coalesce((extract(epoch FROM n.edited_at) * 1000)::bigint, 0)
    FROM record_note n
    WHERE n.tenant_id = app.tenant() AND n.entity = $1::bigint::smallint AND n.record_id = $2
        AND $3 IN ('', 'note')
), p AS (
    SELECT e.us, e.id, e.kind, e.fields, e.previous, e.set_kind, e.source, e.actor, e.undone_by,
        e.edited_ms
    FROM e WHERE $4::bigint = 0 OR (e.us, e.id) < ($4::bigint, $5::bigint)
    ORDER BY e.us DESC, e.id DESC LIMIT $6
)
SELECT p.us, p.id, p.kind, p.fields, p.set_kind, p.source, app.user_name(p.actor) AS who,
    coalesce(p.actor, 0) AS actor, p.undone_by, p.edited_ms, f.name AS field,
    app.change_shown($1::bigint::smallint, f.name, p.previous ->> f.name) AS before,
    coalesce(a.later, false) AS later, app.change_shown($1::bigint::smallint, f.name, a.value) AS after
FROM p
LEFT JOIN LATERAL unnest($7::text[]) WITH ORDINALITY AS f(name, place)
    ON p.kind = ascii('u') AND (p.fields >> (f.place - 1)::int) & 1 = 1
LEFT JOIN LATERAL (SELECT true AS later, h.previous ->> f.name AS value FROM h
    WHERE (h.us, h.change_set_id) > (p.us, p.id) AND (h.fields >> (f.place - 1)::int) & 1 = 1
    ORDER BY h.us, h.change_set_id LIMIT 1) AS a ON f.name IS NOT NULL
ORDER BY p.us DESC, p.id DESC, f.place;
