-- Which places of its ids a bulk action has done, since parts of it run side by side. NULL: those up to
-- done, one after the other.
ALTER TABLE bulk ADD COLUMN slices int8multirange;
