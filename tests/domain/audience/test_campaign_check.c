/* The conflict check in situations: each case is one person in one campaign, and what is found. */
#include "domain/audience/campaigning.h"

#include "domain/audience/campaign_check.h"
#include "domain/audience/campaign_conflict.h"

struct situation {
    const char *name;
    const char *country;  /* of the company */
    const char *contact;  /* SET of the contact; NULL: none */
    const char *company;  /* SET of the company */
    const char *campaign; /* SET of the campaign */
    const char *more;     /* a statement with $campaign $contact $tenant */
    const char *channels; /* of the steps, a day apart; NULL: "email linkedin_message" */
    const char *found;    /* "kind:severity ..." by kind */
};

/* clang-format off */
static const struct situation situations[] = {
    {"nothing", "DE", NULL, NULL, NULL, NULL, NULL, ""},
    {"no way at all", "DE", "email = NULL, linkedin_url = NULL", NULL, NULL, NULL, NULL, "no_channel:3 "},
    {"a phone helps only calls", "DE", "email = NULL, linkedin_url = NULL, phone = '+49'", NULL, NULL, NULL, NULL, "no_channel:3 "},
    {"a call finds a phone", "DE", "email = NULL, linkedin_url = NULL, phone = '+49'", NULL, NULL, NULL, "call", ""},
    {"only LinkedIn", "DE", "email = NULL", NULL, NULL, NULL, NULL, "step_channel:2 "},
    {"only LinkedIn, mail skipped", "DE", "email = NULL", NULL, NULL, "UPDATE campaign_person SET skip_channels = '{email}'", NULL, ""},
    {"only mail", "DE", "linkedin_url = NULL", NULL, NULL, NULL, NULL, "step_channel:2 "},
    {"mail is all that is asked", "DE", "linkedin_url = NULL", NULL, NULL, NULL, "email", ""},
    {"steps that are off ask nothing", "DE", "linkedin_url = NULL", NULL, NULL, "UPDATE campaign_step SET is_on = false WHERE channel <> 'email'", NULL, ""},
    {"wrong address, but a profile", "DE", "email_state = 6", NULL, NULL, NULL, NULL, "bad_address:2 "},
    {"wrong address and nothing else", "DE", "email_state = 6", NULL, NULL, NULL, "email", "no_channel:3 "},
    {"suppressed since", "DE", NULL, NULL, NULL, "INSERT INTO suppression (tenant_id, kind, value, reason) SELECT $tenant, 'email', email, 'asked' FROM contact WHERE contact_id = $contact", NULL, "suppressed:3 "},
    {"their domain suppressed", "DE", NULL, NULL, NULL, "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES ($tenant, 'domain', 'acme.example', 'asked')", NULL, "suppressed:3 "},
    {"deleted since", "DE", "deleted_at = now()", NULL, NULL, NULL, NULL, "disqualified:3 "},
    {"disqualified", "DE", "status = 'disqualified', codes[5] = 7", NULL, NULL, NULL, NULL, "disqualified:3 "},
    {"company disqualified", "DE", NULL, "status = 'disqualified', codes[6] = 6", NULL, NULL, NULL, "disqualified:3 "},
    {"triage said no", "DE", NULL, NULL, NULL, "INSERT INTO triage (tenant_id, company_id, ruled, reasons, rules_version) SELECT $tenant, company_id, 3, '[]', 0 FROM contact WHERE contact_id = $contact", NULL, "disqualified:3 "},
    {"excluded, nobody looks", "DE", "status = 'disqualified', codes[5] = 7", NULL, NULL, "UPDATE campaign_person SET state = 'excluded'", NULL, ""},
    {"touched 29 days ago", "DE", NULL, NULL, "cooldown_days = 30", "INSERT INTO contact_touch (tenant_id, contact_id, channel, at) VALUES ($tenant, $contact, 'email', now() - interval '29 days')", NULL, "cooldown:2 "},
    {"touched 31 days ago", "DE", NULL, NULL, "cooldown_days = 30", "INSERT INTO contact_touch (tenant_id, contact_id, channel, at) VALUES ($tenant, $contact, 'email', now() - interval '31 days')", NULL, ""},
    {"touched 30 days ago", "DE", NULL, NULL, "cooldown_days = 30", "INSERT INTO contact_touch (tenant_id, contact_id, channel, at) VALUES ($tenant, $contact, 'email', now() - interval '30 days')", NULL, ""},
    {"old and new touches", "DE", NULL, NULL, "cooldown_days = 30", "INSERT INTO contact_touch (tenant_id, contact_id, channel, at) VALUES ($tenant, $contact, 'email', now() - interval '90 days'), ($tenant, $contact, 'call', now())", NULL, "cooldown:2 "},
    {"touched by this campaign", "DE", NULL, NULL, "cooldown_days = 30", "INSERT INTO contact_touch (tenant_id, contact_id, channel, campaign_id) VALUES ($tenant, $contact, 'email', $campaign)", NULL, ""},
    {"no pause wanted", "DE", NULL, NULL, "cooldown_days = 0", "INSERT INTO contact_touch (tenant_id, contact_id, channel) VALUES ($tenant, $contact, 'email')", NULL, ""},
    {"they wait long enough", "DE", NULL, NULL, "cooldown_days = 30", "INSERT INTO contact_touch (tenant_id, contact_id, channel) VALUES ($tenant, $contact, 'email'); UPDATE campaign_person SET not_before = current_date + 31", NULL, ""},
    {"the campaign starts late enough", "DE", NULL, NULL, "cooldown_days = 5, starts_on = '2030-11-19'", "INSERT INTO contact_touch (tenant_id, contact_id, channel) VALUES ($tenant, $contact, 'email')", NULL, ""},
    {"in a draft elsewhere", "DE", NULL, NULL, NULL, "WITH c AS (INSERT INTO campaign (tenant_id, name, name_key, state) VALUES ($tenant, 'x', 'x', 'draft') RETURNING campaign_id) INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) SELECT $tenant, campaign_id, $contact FROM c", NULL, ""},
    {"in an active one", "DE", NULL, NULL, NULL, "WITH c AS (INSERT INTO campaign (tenant_id, name, name_key, state) VALUES ($tenant, 'x', 'x', 'sending') RETURNING campaign_id) INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) SELECT $tenant, campaign_id, $contact FROM c", NULL, "overlap:2 "},
    {"left out of an active one", "DE", NULL, NULL, NULL, "WITH c AS (INSERT INTO campaign (tenant_id, name, name_key, state) VALUES ($tenant, 'x', 'x', 'sending') RETURNING campaign_id) INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state) SELECT $tenant, campaign_id, $contact, 'excluded' FROM c", NULL, ""},
    {"in a finished one", "DE", NULL, NULL, NULL, "WITH c AS (INSERT INTO campaign (tenant_id, name, name_key, state) VALUES ($tenant, 'x', 'x', 'finished') RETURNING campaign_id) INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) SELECT $tenant, campaign_id, $contact FROM c", NULL, ""},
    {"a customer, boldly", "DE", NULL, "codes[6] = 4", "tone = 'bold'", NULL, NULL, "tone:2 "},
    {"a partner, boldly in one step", "DE", "codes[5] = 5", NULL, NULL, "UPDATE campaign_step SET tone = 'bold' WHERE position = 2", NULL, "tone:2 "},
    {"a customer, professionally", "DE", NULL, "codes[6] = 4", NULL, NULL, NULL, ""},
    {"a stranger, boldly", "DE", NULL, NULL, "tone = 'bold'", NULL, NULL, ""},
    {"one of ours", "DE", "codes[5] = 6", NULL, NULL, NULL, NULL, "tone:2 "},
    {"a stranger in Germany, informally", "DE", NULL, NULL, "formality = 'informal'", NULL, NULL, "tone:1 "},
    {"a stranger in Denmark, informally", "DK", NULL, NULL, "formality = 'informal'", NULL, NULL, ""},
    {"a partner in Germany, informally", "DE", "codes[5] = 5", NULL, "formality = 'informal'", NULL, NULL, ""},
    {"only the second letter is informal", "DE", NULL, NULL, NULL, "UPDATE campaign_step SET formality = 'informal' WHERE position = 2", NULL, ""},
    {"left", "DE", "employment = 3", NULL, NULL, NULL, NULL, "left_company:2 "},
    {"probably left", "DE", "employment = 2", NULL, NULL, NULL, NULL, "left_company:1 "},
    {"below the tiers", "DE", NULL, "codes[7] = 6, tier = 'deprioritize'", NULL, NULL, NULL, "icp_mismatch:2 "},
    {"not known is no mismatch", "DE", NULL, NULL, NULL, NULL, NULL, ""},
    {"mail blocked", "DE", NULL, NULL, NULL, "UPDATE country_policy SET basis = 'blocked' WHERE country = 'DE'", NULL, "basis:3 "},
    {"mail blocked, none sent", "DE", NULL, NULL, NULL, "UPDATE country_policy SET basis = 'blocked' WHERE country = 'DE'", "linkedin_message", ""},
    {"consent needed", "DE", NULL, NULL, NULL, "UPDATE country_policy SET basis = 'consent' WHERE country = 'DE'", NULL, "basis:2 "},
    {"role addresses only", "DE", NULL, NULL, NULL, "UPDATE country_policy SET basis = 'role_only' WHERE country = 'DE'", NULL, "basis:2 "},
    {"a role address", "DE", "codes[4] = 3", NULL, NULL, "UPDATE country_policy SET basis = 'role_only' WHERE country = 'DE'", NULL, ""},
    {"their own country counts", "DE", "country = 'FR'", NULL, NULL, "UPDATE country_policy SET basis = 'blocked' WHERE country = 'DE'", NULL, ""},
    {"nobody knows where", NULL, NULL, NULL, NULL, NULL, NULL, "basis:1 "},
    {"a holiday", "FI", NULL, NULL, "starts_on = '2030-12-05'", NULL, NULL, "holiday:2 "},
    {"a holiday elsewhere", "SE", NULL, NULL, "starts_on = '2030-12-05'", NULL, NULL, ""},
    {"a weekend", "SE", NULL, NULL, "starts_on = '2030-12-06'", NULL, NULL, "holiday:1 "},
    {"no start, no days", "SE", NULL, NULL, NULL, NULL, NULL, ""},
};
/* clang-format on */

static const char *
filled(struct people *p, const char *text, int64_t campaign, int64_t contact)
{
    const char *out = "";
    while (*text) {
        size_t length = strcspn(text, "$");
        out = arena_printf(p->arena, "%s%.*s", out, (int)length, text);
        text += length;
        static const char *const names[] = {"$campaign", "$contact", "$tenant"};
        const int64_t values[] = {campaign, contact, p->kestrel};
        for (size_t i = 0; *text && i < 3; i++)
            if (!strncmp(text, names[i], strlen(names[i]))) {
                out = arena_printf(p->arena, "%s%" PRId64, out, values[i]);
                text += strlen(names[i]);
            }
    }
    return out;
}

static void
add_steps(struct people *p, int64_t campaign, const char *channels)
{
    for (int at = 0; *channels; at++) {
        size_t length = strcspn(channels, " ");
        campaigning_step(p, campaign, at + 1, arena_strndup(p->arena, channels, length), at);
        channels += length + (channels[length] == ' ');
    }
}

static struct campaign_conflict *
check(struct people *p, int64_t campaign, size_t *n)
{
    int64_t check_id, job_id;
    struct campaign_conflict *rows;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_check_start(&p->app, campaign, &check_id, &job_id));
    assert_int_equal(job_id, 0);
    assert_ok(p, campaign_conflict_list(&p->app, check_id, &rows, n));
    people_commit(p);
    return rows;
}

static void
situations_are_found(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    size_t failed = 0;
    for (size_t i = 0; i < sizeof situations / sizeof *situations; i++) {
        const struct situation *s = &situations[i];
        /* Each in a world of its own: what one case says of countries and domains is not another's. */
        p->kestrel = people_number(
            p, "INSERT INTO tenant (slug, name) VALUES ('s%zu-%s', 'S') RETURNING tenant_id", i,
            p->mark);
        people_number(p,
                      "INSERT INTO membership (tenant_id, user_id, role) VALUES (%" PRId64
                      ", %" PRId64 ", 'editor') RETURNING user_id",
                      p->kestrel, p->ids[ED]);
        int64_t campaign = campaigning_campaign(p, "Case", "draft");
        add_steps(p, campaign, s->channels ? s->channels : "email linkedin_message");
        int64_t company = campaigning_company(p, "Acme", s->country);
        int64_t contact = campaigning_contact(p, "ann", company);
        campaigning_join(p, campaign, contact);
        if (s->contact)
            campaigning_change(p, contact, s->contact);
        if (s->company)
            database_script(p->db, arena_printf(p->arena,
                                                "UPDATE company SET %s WHERE company_id = %" PRId64,
                                                s->company, company));
        if (s->campaign)
            database_script(
                p->db, arena_printf(p->arena, "UPDATE campaign SET %s WHERE campaign_id = %" PRId64,
                                    s->campaign, campaign));
        if (s->more) {
            const char *scope = !strncmp(s->more, "UPDATE", 6) ? strstr(s->more, "WHERE")
                                                                     ? " AND tenant_id = $tenant"
                                                                     : " WHERE tenant_id = $tenant"
                                                               : "";
            database_script(p->db, filled(p, arena_printf(p->arena, "%s%s", s->more, scope),
                                          campaign, contact));
        }
        size_t n;
        struct campaign_conflict *rows = check(p, campaign, &n);
        const char *found = "";
        for (size_t at = 0; at < n; at++)
            found = arena_printf(p->arena, "%s%s:%" PRId64 " ", found, rows[at].kind,
                                 rows[at].severity);
        if (strcmp(found, s->found) != 0) {
            print_message("%s: found \"%s\", not \"%s\"\n", s->name, found, s->found);
            failed++;
        }
        for (size_t at = 0; at < n; at++)
            if (!*rows[at].title || !*rows[at].detail || rows[at].people != 1)
                fail_msg("%s: %s has no words or people", s->name, rows[at].kind);
    }
    assert_int_equal(failed, 0);
    people_free(p);
}

/* People in one zone and some far away: the far ones are named. */
static void
far_people_are_named(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "World", "draft");
    campaigning_step(p, campaign, 1, "email", 0);
    static const char *const countries[] = {"DE", "FR", "FI", "PL", "US", "JP"};
    for (size_t i = 0; i < 6; i++)
        campaigning_join(
            p, campaign,
            campaigning_contact(
                p, arena_printf(p->arena, "p%zu", i),
                campaigning_company(p, arena_printf(p->arena, "c%zu", i), countries[i])));
    size_t n;
    struct campaign_conflict *rows = check(p, campaign, &n);
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].kind, "time_zone");
    assert_int_equal(rows[0].people, 2);
    assert_non_null(strstr(rows[0].detail, "8 hours"));
    people_free(p);
}

/* A large campaign is checked by a job. */
static void
twenty_thousand_are_checked_by_a_job(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Large", "draft"), check_id, job_id;
    campaigning_step(p, campaign, 1, "email", 0);
    campaigning_step(p, campaign, 2, "linkedin_message", 3);
    int64_t company = campaigning_company(p, "Acme", "DE");
    database_script(
        p->db,
        arena_printf(
            p->arena,
            "WITH made AS (INSERT INTO contact (tenant_id, last_name, name_key, search, sort_name, "
            "email, company_id, codes) SELECT %" PRId64
            ", 'n' || i, 'n' || i, 'n' || i, 'n' || i, CASE WHEN i %% 4 > 0 THEN 'n' || i || "
            "'@x.example' END, %" PRId64
            ", '{0,0,0,1,0,0,0,0,0,0,0,0}' FROM generate_series(1, 20000) i RETURNING contact_id) "
            "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) SELECT %" PRId64
            ", %" PRId64 ", contact_id FROM made;"
            "INSERT INTO contact_touch (tenant_id, contact_id, channel, at) SELECT %" PRId64
            ", contact_id, 'email', now() - interval '3 days' FROM campaign_person WHERE "
            "campaign_id = %" PRId64
            " AND contact_id IN (SELECT contact_id FROM contact WHERE last_name ~ '[02468]$');"
            "ANALYZE contact; ANALYZE campaign_person; ANALYZE contact_touch",
            p->kestrel, company, p->kestrel, campaign, p->kestrel, campaign));
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_check_start(&p->app, campaign, &check_id, &job_id));
    people_commit(p);
    assert_true(job_id > 0);
    int64_t same;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_check_start(&p->app, campaign, &same, &job_id));
    people_commit(p);
    assert_int_equal(same, check_id);
    campaigning_work(p, job_id);
    assert_int_equal(people_number(p,
                                   "SELECT people FROM campaign_conflict WHERE check_id = %" PRId64
                                   " AND kind = 'cooldown'",
                                   check_id),
                     10000);
    assert_int_equal(people_number(p,
                                   "SELECT people FROM campaign_conflict WHERE check_id = %" PRId64
                                   " AND kind = 'no_channel'",
                                   check_id),
                     5000);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(situations_are_found),
                                       cmocka_unit_test(far_people_are_named),
                                       cmocka_unit_test(twenty_thousand_are_checked_by_a_job)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
