-- The version that scores; without a row the model that comes with the program does, as version 0.
SELECT version, document::text AS document FROM icp_version
WHERE tenant_id = app.tenant() AND active;
