-- When the pipeline was last measured; 0: never.
SELECT coalesce((SELECT extract(epoch FROM measured_at)::bigint FROM health_measure
    WHERE tenant_id = app.tenant()), 0)
