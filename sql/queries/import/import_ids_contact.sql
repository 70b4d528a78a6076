-- Fresh ids.
-- $1 how many bigint
SELECT nextval('contact_contact_id_seq') AS id FROM generate_series(1, $1::bigint)
