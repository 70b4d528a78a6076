-- Which of these hashes of people must not be added again; places from 1.
-- $1 hashes text[]
SELECT h.place FROM unnest($1::text[]) WITH ORDINALITY AS h(value, place)
JOIN suppression s ON s.tenant_id = app.tenant() AND s.kind = 'person' AND s.value = h.value;
