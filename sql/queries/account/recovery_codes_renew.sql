-- Replaces the caller's recovery codes.
-- $1 code_hashes text[]
SELECT app.recovery_codes_renew($1::text[])::integer;
