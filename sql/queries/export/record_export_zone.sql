-- By which clock the workspace's times are written.
SELECT app.tenant_zone()
