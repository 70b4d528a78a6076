-- Notes that the rules are applied.
UPDATE triage_apply SET applied_at = now() WHERE tenant_id = app.tenant();
