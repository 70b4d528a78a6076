-- Past 500 workspaces the page of budgets showed those of the first names: the ones with a budget come first.
CREATE OR REPLACE FUNCTION app.budget_list()
RETURNS TABLE (slug text, name text, mode text, limit_micros bigint, topped_micros bigint, spent_micros bigint,
    reserved_micros bigint, spent_30 bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.slug, t.name, coalesce(b.mode, 'none'), coalesce(b.limit_micros, 0), coalesce(b.topped_micros, 0),
        coalesce(b.spent_micros, 0), coalesce(b.reserved_micros, 0),
        coalesce((SELECT sum(l.amount_micros) FROM ledger l WHERE l.tenant_id = t.tenant_id
            AND l.kind IN ('settle', 'overrun') AND l.at > now() - interval '30 days'), 0)::bigint
    FROM tenant t LEFT JOIN budget b USING (tenant_id)
    WHERE app.is_super() AND t.deactivated_at IS NULL
    ORDER BY coalesce(b.mode, 'none') = 'none', t.name, t.tenant_id LIMIT 500
$$;
