-- Pages that the server no longer has.
-- $1 company_id bigint, $2 page_ids bigint[]
UPDATE page SET checked_at = now(), gone_at = coalesce(gone_at, now())
WHERE tenant_id = app.tenant() AND company_id = $1 AND page_id = ANY ($2);
