-- Writes the evidence of companies that are there.
-- $1 company ids bigint[], $2 signals text[], $3 places in order bigint[], $4 addresses text[]
-- $5 words before text[], $6 what was found text[], $7 words after text[], $8 places bigint[]
-- $9 percents bigint[]
INSERT INTO score_evidence (tenant_id, company_id, signal, place, url, before, found, after, places, percent)
SELECT app.tenant(), e.company_id, e.signal, e.place, e.url, e.before, e.found, e.after, e.places, e.percent
FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[],
    $8::bigint[], $9::bigint[])
    AS e(company_id, signal, place, url, before, found, after, places, percent)
JOIN score c ON c.tenant_id = app.tenant() AND c.company_id = e.company_id;
