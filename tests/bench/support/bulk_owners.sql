-- A filter that matches about :wanted contacts of a tenant: two owners, as the list's address has them.
-- psql -v tenant=ID -v wanted=N
WITH owned AS (
    SELECT owner_id, count(*) AS n FROM contact
    WHERE tenant_id = :tenant AND owner_id IS NOT NULL AND deleted_at IS NULL GROUP BY owner_id
)
SELECT 'owner=' || a.owner_id || '&owner=' || b.owner_id FROM owned a JOIN owned b ON a.owner_id < b.owner_id
ORDER BY abs(a.n + b.n - :wanted), a.owner_id, b.owner_id LIMIT 1;
