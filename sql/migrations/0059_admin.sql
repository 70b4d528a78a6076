-- What admins miss: how the last runs of a task went, another address for an account, all jobs that
-- gave up tried again at once.

-- Seconds of the last runs, the newest first; below 0 those that failed or were lost.
ALTER TABLE schedule ADD COLUMN recent real[];
CREATE OR REPLACE VIEW schedule_shown AS
SELECT task, every_seconds, to_char(at_time, 'HH24:MI') AS at_time, zone, enabled,
    extract(epoch FROM next_at)::bigint AS next_at, extract(epoch FROM started_at)::bigint AS started_at,
    extract(epoch FROM ended_at - started_at)::float8 AS seconds, outcome, message, recent
FROM schedule;

-- Links to set a password went to the old address: they end.
CREATE FUNCTION app.user_set_email(of_user bigint, new_email text, new_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE u user_account;
BEGIN
    u := app.user_check(of_user);
    IF u.email = new_email THEN
        RETURN;
    END IF;
    UPDATE user_account SET email = new_email, email_key = new_key WHERE user_id = of_user;
    UPDATE one_time_link SET used_at = now() WHERE user_id = of_user AND used_at IS NULL;
    PERFORM app.audit_write(NULL, 'user_email', of_user, new_email, jsonb_build_object('was', u.email));
END $$;

-- Every job that gave up and that the session sees; of several for the same subject the newest, and none
-- where one is at work already.
CREATE FUNCTION app.job_retry_dead() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n bigint;
BEGIN
    UPDATE job j SET state = 'ready', attempts = 0, next_at = NULL, cancel_at = NULL, place = nextval('job_place')
    WHERE state = 'dead' AND app.sees_jobs(tenant_id) AND (subject IS NULL OR NOT EXISTS (
        SELECT FROM job o WHERE o.tenant_id = j.tenant_id AND o.kind = j.kind AND o.subject = j.subject
            AND (o.state <> 'dead' OR o.job_id > j.job_id)));
    GET DIAGNOSTICS n = ROW_COUNT;
    IF n > 0 THEN
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN n;
END $$;

REVOKE ALL ON FUNCTION app.user_set_email(bigint, text, text), app.job_retry_dead() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.user_set_email(bigint, text, text), app.job_retry_dead() TO leadgen_app;
