-- The file behind an address.
-- $1 token text
SELECT file, name FROM app.pdf_open($1) WHERE file IS NOT NULL
