-- Notes who is not in the file.
-- $1 export_id bigint, $2 contact_ids bigint[], $3 reasons text[]
INSERT INTO campaign_export_left (tenant_id, export_id, contact_id, reason)
SELECT app.tenant(), $1, l.contact_id, l.reason FROM unnest($2::bigint[], $3::text[]) AS l(contact_id, reason)
ON CONFLICT DO NOTHING
