-- Notes that the pipeline was measured.
-- $1 seconds float8
INSERT INTO health_measure (tenant_id, measured_at, seconds) VALUES (app.tenant(), now(), $1)
ON CONFLICT (tenant_id) DO UPDATE SET measured_at = now(), seconds = excluded.seconds
