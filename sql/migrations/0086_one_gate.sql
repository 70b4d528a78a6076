-- The gate reads the entries themselves (src/domain/suppression): nothing asks this any more, and a second
-- place that decides who may be written to would be one too many.
DROP FUNCTION app.suppressed(text[], text[]);
