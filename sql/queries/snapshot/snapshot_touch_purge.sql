-- Forgets the tenant's oldest touches, as far as nobody may need them any more.
-- $1 at most bigint
WITH oldest AS (SELECT xid, touch_id, at FROM record_touch WHERE tenant_id = app.tenant()
    ORDER BY xid, touch_id LIMIT $1::bigint)
DELETE FROM record_touch r USING oldest o
WHERE r.tenant_id = app.tenant() AND r.xid = o.xid AND r.touch_id = o.touch_id
    AND o.at < now() - interval '24 hours';
