-- A bulk action has done these places of its ids.
-- $1 bulk_id bigint, $2 first place bigint, $3 last place bigint, $4 changed more bigint
-- $5 found more bigint
UPDATE bulk SET done = done + $3 - $2::bigint + 1, changed = changed + $4,
    slices = coalesce(slices, int8multirange(int8range(1, done + 1))) + int8multirange(int8range($2, $3::bigint + 1)),
    matched = matched + CASE WHEN everything THEN 0 ELSE $5::bigint END
WHERE tenant_id = app.tenant() AND bulk_id = $1;
