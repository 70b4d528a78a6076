-- How many companies are in the trash.
SELECT count(*) FROM company WHERE tenant_id = app.tenant() AND deleted_at IS NOT NULL AND erased_at IS NULL
    AND merged_into IS NULL;
