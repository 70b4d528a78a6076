-- Puts custom fields into an order.
-- $1 ids bigint[]
UPDATE custom_field f SET position = o.place
FROM unnest($1::bigint[]) WITH ORDINALITY AS o(id, place)
WHERE f.tenant_id = app.tenant() AND f.custom_field_id = o.id AND f.position IS DISTINCT FROM o.place;
