-- Forgets what any ledger row still tells of records erased lately: of imports, too, that found them as they
-- were and left no change behind.
-- $1 days bigint: how far back
UPDATE import_row r SET label = NULL, company_label = NULL, detail = NULL, changes = NULL, raw = NULL
WHERE r.tenant_id = app.tenant()
    AND (r.contact_id IN (SELECT o.contact_id FROM contact o WHERE o.tenant_id = app.tenant()
            AND o.erased_at > now() - make_interval(days => $1::integer))
        OR r.company_id IN (SELECT o.company_id FROM company o WHERE o.tenant_id = app.tenant()
            AND o.erased_at > now() - make_interval(days => $1::integer)))
    AND (r.label IS NOT NULL OR r.company_label IS NOT NULL OR r.raw IS NOT NULL OR r.changes IS NOT NULL);
