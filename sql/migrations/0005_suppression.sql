-- Who must not be contacted. One row is an e-mail address, a domain with its sub-domains, or the
-- keyed hash of an address whose plain text was erased. Never undone by undo.
CREATE TABLE suppression (
    tenant_id bigint NOT NULL REFERENCES tenant,
    suppression_id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL CONSTRAINT suppression_kind CHECK (kind IN ('email', 'domain', 'hash')),
    value text NOT NULL CONSTRAINT suppression_value_form CHECK (length(value) BETWEEN 1 AND 254),
    reason text NOT NULL CONSTRAINT suppression_reason_form CHECK (length(reason) BETWEEN 1 AND 200),
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, suppression_id),
    CONSTRAINT suppression_unique UNIQUE (tenant_id, kind, value)
);
SELECT app.protect('suppression');

-- THE gate: for each address (lower case, domain in ASCII; NULL element: nothing to ask), the reason
-- for which it must not be contacted, or NULL. hashes are the keyed hashes of the same addresses.
-- A domain entry covers its sub-domains.
CREATE FUNCTION app.suppressed(emails text[], hashes text[])
RETURNS TABLE (place bigint, reason text)
LANGUAGE sql STABLE AS $$
    SELECT a.place, min(s.reason)
    FROM unnest(emails, hashes) WITH ORDINALITY AS a(email, hash, place)
    CROSS JOIN LATERAL (
        SELECT 'email' AS kind, a.email AS value
        UNION ALL SELECT 'hash', a.hash
        UNION ALL
        SELECT 'domain', array_to_string(parts[n:], '.')
        FROM (SELECT string_to_array(split_part(a.email, '@', 2), '.') AS parts) AS d
        CROSS JOIN LATERAL generate_series(1, cardinality(parts)) AS n
    ) AS k
    JOIN suppression s ON s.tenant_id = app.tenant() AND s.kind = k.kind AND s.value = k.value
    GROUP BY a.place
$$;
GRANT EXECUTE ON FUNCTION app.suppressed(text[], text[]) TO leadgen_app, leadgen_batch;
