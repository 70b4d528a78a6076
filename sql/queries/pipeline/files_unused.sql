-- Which of these keys of the file store no row names.
-- $1 keys text[]
SELECT key FROM app.files_unused($1::text[])
