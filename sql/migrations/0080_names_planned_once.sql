-- Names of people are asked for with every list; a function in SQL is planned anew with each call.
CREATE OR REPLACE FUNCTION app.members() RETURNS TABLE (user_id bigint, name text, email text, role text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT u.user_id, u.name, u.email, m.role
    FROM membership m JOIN user_account u USING (user_id)
    WHERE m.tenant_id = app.tenant() AND u.deactivated_at IS NULL;
END $$;

CREATE OR REPLACE FUNCTION app.user_name(id bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT u.name FROM user_account u WHERE u.user_id = user_name.id);
END $$;
