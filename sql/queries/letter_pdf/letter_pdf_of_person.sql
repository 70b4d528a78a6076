-- The newest PDFs of a person.
-- $1 contact_id bigint, $2 most bigint
SELECT f.pdf_file_id, f.contact_id, f.token, f.file_size AS size, t.name AS template,
    coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, '–') AS person, app.ms(f.created_at) AS made_ms
FROM pdf_file f
JOIN pdf_template t ON t.tenant_id = f.tenant_id AND t.pdf_template_id = f.pdf_template_id
JOIN contact c ON c.tenant_id = f.tenant_id AND c.contact_id = f.contact_id
WHERE f.tenant_id = app.tenant() AND f.contact_id = $1
ORDER BY f.pdf_file_id DESC LIMIT $2
