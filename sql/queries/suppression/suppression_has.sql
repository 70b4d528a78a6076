-- Is anything suppressed at all, and any of it by hash?
SELECT EXISTS (SELECT FROM suppression WHERE tenant_id = app.tenant()) AS any_entry,
    EXISTS (SELECT FROM suppression WHERE tenant_id = app.tenant() AND kind = 'hash') AS hashed_entry
