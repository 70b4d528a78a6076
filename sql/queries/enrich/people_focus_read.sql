-- Whom the workspace looks for.
SELECT departments::text AS departments, seniorities::text AS seniorities, most
FROM people_focus WHERE tenant_id = app.tenant();
