-- Who is written to: the person, the company, its score, when somebody last wrote to them.
-- $1 contact_id bigint
SELECT k.contact_id, f.company_id, coalesce(f.codes[1], 0)::bigint AS industry,
    coalesce(f.codes[7], 0)::bigint AS tier, coalesce(s.total, 0)::bigint AS score,
    s.company_id IS NOT NULL AS scored,
    nullif(concat_ws(' ', k.first_name, k.last_name), '') AS person, k.job_title, k.city, k.country, k.email,
    k.linkedin_url, k.seniority, left(k.notes, 200) AS notes, f.name AS company, f.domain, f.employees,
    left(f.description, 400) AS description,
    (SELECT (extract(epoch FROM max(t.at)) * 1000)::bigint FROM contact_touch t
     WHERE t.tenant_id = app.tenant() AND t.contact_id = k.contact_id) AS touch_ms,
    (SELECT (extract(epoch FROM max(t.at)) * 1000)::bigint FROM contact o
     JOIN contact_touch t ON t.tenant_id = app.tenant() AND t.contact_id = o.contact_id
     WHERE o.tenant_id = app.tenant() AND o.company_id = k.company_id) AS company_touch_ms
FROM contact k
LEFT JOIN company f ON f.tenant_id = app.tenant() AND f.company_id = k.company_id
LEFT JOIN score s ON s.tenant_id = app.tenant() AND s.company_id = k.company_id
WHERE k.tenant_id = app.tenant() AND k.contact_id = $1;
