-- A new sender.
-- $1 name text, $2 role text, $3 company text, $4 email text, $5 postal_address text, $6 signature text
-- $7 user_id bigint, $8 is_default boolean
INSERT INTO campaign_sender (tenant_id, name, role, company, email, postal_address, signature, user_id, is_default)
VALUES (app.tenant(), $1, $2, $3, $4, $5, $6, $7, $8) RETURNING sender_id;
