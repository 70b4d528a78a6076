-- The PDFs that steps can carry, by name.
SELECT p.pdf_template_id, p.name FROM pdf_template p
WHERE p.tenant_id = app.tenant() AND p.deleted_at IS NULL
ORDER BY p.name COLLATE "und-x-icu", p.pdf_template_id;
