-- What would become of contacts that are to be added.
-- $1 campaign bigint
-- $2 ids bigint[]
-- $3 barred bigint[]
-- $4 bars text[]
SELECT count(*) AS chosen, count(*) FILTER (WHERE why IS NULL) AS fit,
    count(*) FILTER (WHERE why IS NULL AND busy) AS busy, count(*) FILTER (WHERE why = 'already') AS already,
    count(*) FILTER (WHERE why = 'gone') AS gone, count(*) FILTER (WHERE why = 'suppressed') AS suppressed,
    count(*) FILTER (WHERE why = 'disqualified') AS disqualified, count(*) FILTER (WHERE why = 'company') AS company,
    count(*) FILTER (WHERE why = 'triage') AS triage, count(*) FILTER (WHERE why = 'duplicate') AS duplicate
FROM app.campaign_candidates($1, $2::bigint[], $3::bigint[], $4::text[])
