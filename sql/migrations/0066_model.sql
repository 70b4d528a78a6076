-- Language models: tokens of each call, and of each day.
ALTER TABLE provider_call
    ADD COLUMN input_tokens bigint NOT NULL DEFAULT 0, -- those of the cache included
    ADD COLUMN output_tokens bigint NOT NULL DEFAULT 0,
    ADD COLUMN cached_tokens bigint NOT NULL DEFAULT 0; -- read from the service's cache
ALTER TABLE provider_use ADD COLUMN tokens bigint NOT NULL DEFAULT 0; -- in and out
