-- Changes a sender.
-- $1 name text, $2 role text, $3 company text, $4 email text, $5 postal_address text, $6 signature text
-- $7 user_id bigint, $8 is_default boolean, $9 sender_id bigint, $10 version bigint
UPDATE campaign_sender SET name = $1, role = $2, company = $3, email = $4, postal_address = $5, signature = $6,
    user_id = $7, is_default = $8, version = version + 1, updated_at = now()
WHERE tenant_id = app.tenant() AND sender_id = $9 AND version = $10 AND deleted_at IS NULL;
