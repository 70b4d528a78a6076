-- The addresses that a page links to, one a line, those of other sites first: signals of a model may ask
-- for them. NULL: fetched before they were kept.
ALTER TABLE page ADD COLUMN links text;
