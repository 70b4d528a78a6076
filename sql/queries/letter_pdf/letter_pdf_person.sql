-- Somebody to look at a template with: the one with this e-mail address, or (NULL) the newest.
-- $1 email text
SELECT contact_id FROM contact WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND erased_at IS NULL
    AND ($1::text IS NULL OR lower(email) = lower($1)) ORDER BY contact_id DESC LIMIT 1
