-- Decides about a country.
-- $1 country text, $2 basis text, $3 note text
INSERT INTO country_policy (tenant_id, country, basis, note, updated_by)
VALUES (app.tenant(), $1, $2, $3, app.actor())
ON CONFLICT (tenant_id, country) DO UPDATE SET basis = EXCLUDED.basis, note = EXCLUDED.note,
    updated_by = EXCLUDED.updated_by, updated_at = now();
