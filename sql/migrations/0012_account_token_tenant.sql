-- An API token reaches no other workspace than its own, whoever made it: also a super admin's token
-- has a rank in its own tenant only.
CREATE OR REPLACE FUNCTION app.rank_in(wanted bigint) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT least(CASE WHEN u.is_super THEN 3 ELSE app.rank_of(m.role) END, app.cap())
        FROM tenant t
        JOIN user_account u ON u.user_id = app.actor() AND u.deactivated_at IS NULL
        LEFT JOIN membership m ON m.tenant_id = t.tenant_id AND m.user_id = u.user_id
        WHERE t.tenant_id = wanted AND t.deactivated_at IS NULL
            AND (coalesce(current_setting('app.cap', true), '') = '' OR wanted = app.tenant())), 0)
$$;
