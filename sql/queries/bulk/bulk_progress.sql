-- How far a bulk action is.
-- $1 bulk_id bigint, $2 done bigint, $3 changed more bigint, $4 found more bigint
UPDATE bulk SET done = $2, changed = changed + $3,
    matched = matched + CASE WHEN everything THEN 0 ELSE $4::bigint END
WHERE tenant_id = app.tenant() AND bulk_id = $1;
