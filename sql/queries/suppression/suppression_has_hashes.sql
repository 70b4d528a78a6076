-- Does any entry stand for an erased address?
SELECT count(*) FROM (SELECT FROM suppression
    WHERE tenant_id = app.tenant() AND kind = 'hash' LIMIT 1) AS one
