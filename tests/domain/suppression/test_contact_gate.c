/* Whom the gate lets through, one case a line. */
#include "domain/audience/campaigning.h"

#include "domain/suppression/contact_gate.h"
#include "domain/suppression/suppression.h"

#define BY_SUPPRESSION(kind, value)                                                                \
    "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES ($tenant, '" kind "', " value \
    ", 'asked') ON CONFLICT DO NOTHING"

/* What happens to a contact called `name` at the company `name`, and what the gate says. */
static const struct {
    const char *name, *sql, *code;
} cases[] = {
    {"free",                                NULL,                                                                                   NULL                   },
    {"deleted",                             "UPDATE contact SET deleted_at = now() WHERE contact_id = $contact",                    "gone"                 },
    {"erased",                              "UPDATE contact SET erased_at = now() WHERE contact_id = $contact",                     "gone"                 },
    {"unwanted",                            "UPDATE contact SET status = 'disqualified' WHERE contact_id = $contact",
     "disqualified"                                                                                                                                        },
    {"unfit",                               "UPDATE company SET status = 'disqualified' WHERE company_id = $company",               "company"              },
    {"leftout",
     "INSERT INTO triage (tenant_id, company_id, ruled, reasons, rules_version) VALUES ($tenant, "
     "$company, 3, '[]', 0)",                                                                                                       "triage"               },
    {"kept",
     "INSERT INTO triage (tenant_id, company_id, ruled, reasons, rules_version) VALUES ($tenant, "
     "$company, 1, '[]', 0)",                                                                                                       NULL                   },
    {"mail",                                BY_SUPPRESSION("email",                                                                 "'mail@$mark.example'"), "suppressed"},
    {"capital",
     "WITH s AS (" BY_SUPPRESSION("email",
     "'capital@$mark.example'") " RETURNING 1) UPDATE contact SET "
                                                             "email = 'Capital@' || '$mark.example'"
                                                             " WHERE contact_id = $contact",                                                                                                                   "suppressed"},
    {"theirs",                         BY_SUPPRESSION("domain",                                                                                                               "'theirs.example'"),             "suppressed"},
    {"above",
     "WITH s AS (" BY_SUPPRESSION("domain","'above.example'") " RETURNING 1) UPDATE company SET "
                                                               "domain = 'shop.above.example' WHERE"
                                                               " company_id = $company","suppressed"},
    {"beside", BY_SUPPRESSION("domain", "'side.example'"),                    NULL},
    {"both",
     "WITH s AS (" BY_SUPPRESSION("domain",                                                                                             "'both.example'") " RETURNING 1) UPDATE contact SET "
                                                              "status = 'disqualified' WHERE "
                                                              "contact_id = $contact",                                                                                                   "suppressed"},
    {"silent",
     "UPDATE contact SET email = NULL, email_key = NULL, company_id = NULL WHERE contact_id = "
     "$contact",                                                                                                                      NULL                                                                                                                 },
};
enum { CASES = sizeof cases / sizeof *cases };

static const char *
filled(struct people *p, const char *sql, int64_t contact, int64_t company)
{
    const struct {
        const char *word, *value;
    } words[] = {
        {"$tenant",              arena_printf(p->arena, "%" PRId64, p->kestrel)},
        {"$contact",           arena_printf(p->arena,                                "%" PRId64, contact)},
        {"$company",arena_printf(p->arena,"%" PRId64, company)},
        {"$mark",                      p->mark                                 },
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (const char *at; (at = strstr(sql, words[i].word)) != NULL;)
            sql = arena_printf(p->arena, "%.*s%s%s", (int)(at - sql), sql, words[i].value,
                               at + strlen(words[i].word));
    return sql;
}

static void
rules_on_each(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t ids[CASES + 3];
    struct contact_bar bars[CASES + 3];
    struct contacts_barred barred;
    for (size_t i = 0; i < CASES; i++) {
        int64_t company = campaigning_company(p, cases[i].name, "DE");
        ids[i] = campaigning_contact(p, cases[i].name, company);
        if (cases[i].sql)
            database_script(p->db, filled(p, cases[i].sql, ids[i], company));
    }
    ids[CASES] = 987654321; /* nobody's */
    ids[CASES + 1] = ids[0];
    ids[CASES + 2] = ids[1]; /* asked twice */
    people_begin(p, ED, p->kestrel);
    assert_ok(p, contact_gate(&p->app, ids, CASES + 3, bars));
    for (size_t i = 0; i < CASES; i++) {
        if (bars[i].code != cases[i].code &&
            (!bars[i].code || !cases[i].code || strcmp(bars[i].code, cases[i].code) != 0))
            fail_msg("%s: %s, not %s", cases[i].name, bars[i].code ? bars[i].code : "free",
                     cases[i].code ? cases[i].code : "free");
        bool listed = cases[i].code && !strcmp(cases[i].code, "suppressed");
        assert_int_equal(bars[i].reason != NULL, listed);
        if (cases[i].code)
            assert_int_not_equal(*contact_gate_sentence(cases[i].code), '\0');
    }
    assert_string_equal(bars[CASES].code, "gone");
    assert_null(bars[CASES + 1].code);
    assert_string_equal(bars[CASES + 2].code, "gone");
    assert_ok(p, contact_gate_barred(&p->app, ids, CASES, &barred));
    size_t wanted = 0;
    for (size_t i = 0; i < CASES; i++)
        if (cases[i].code) {
            assert_int_equal(barred.ids[wanted], ids[i]);
            assert_string_equal(barred.codes[wanted++], cases[i].code);
        }
    assert_int_equal(barred.n, wanted);
    assert_null(contact_gate_code(&barred, ids[0]));
    assert_string_equal(contact_gate_code(&barred, ids[4]), "company");
    people_commit(p);
    people_free(p);
}

static void
knows_those_whose_address_is_only_a_hash(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    const char *hash;
    struct contact_bar bar;
    int64_t id = campaigning_contact(p, "gone", campaigning_company(p, "Gone", "DE"));
    assert_ok(p,
              suppression_hash(&p->app, arena_printf(p->arena, "gone@%s.example", p->mark), &hash));
    database_script(
        p->db,
        arena_printf(p->arena,
                     "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES (%" PRId64
                     ", 'hash', '%s', 'erased')",
                     p->kestrel, hash));
    for (int i = 0; i < 2; i++) {
        people_begin(p, ED, p->kestrel);
        assert_ok(p, contact_gate(&p->app, &id, 1, &bar));
        assert_string_equal(bar.code, "suppressed");
        assert_string_equal(bar.reason, "erased");
        people_commit(p);
        /* nor does it matter how long the list is */
        database_script(p->db,
                        arena_printf(p->arena,
                                     "INSERT INTO suppression (tenant_id, kind, value, reason) "
                                     "SELECT %" PRId64 ", 'email', i || '@other.example', 'why' "
                                     "FROM generate_series(1, 300) i ON CONFLICT DO NOTHING",
                                     p->kestrel));
    }
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_on_each),
        cmocka_unit_test(knows_those_whose_address_is_only_a_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
