/* Rules: merged over defaults, written and read again, refused when they make no sense. */
#include "support/test.h"

#include "domain/triage/triage_rules.h"

static struct triage_rules
read_rules(struct arena *arena, const char *json)
{
    struct ctx ctx = {.arena = arena};
    struct triage_rules rules;
    if (!triage_rules_read(&ctx, json, &rules))
        fail_msg("%s: %s", json, ctx.err.message);
    return rules;
}

static void
what_is_not_set_keeps_its_default(void **state)
{
    struct triage_rules rules = read_rules(*state, "{\"min_employees\":10}");
    assert_int_equal(rules.min_employees, 10);
    assert_int_equal(rules.tiers_pass, triage_rules_default.tiers_pass);
    assert_int_equal(rules.tiers_out, triage_rules_default.tiers_out);
    assert_int_equal(rules.most_per_head, triage_rules_default.most_per_head);
    assert_int_equal(rules.required, triage_rules_default.required);
    assert_true(rules.broken_out);
    rules = read_rules(*state, NULL);
    assert_memory_equal(rules.currency, "EUR", 4);
    rules = read_rules(*state, "{\"most_per_head\":null,\"required\":[],\"tiers_out\":[]}");
    assert_int_equal(rules.most_per_head, 0);
    assert_int_equal(rules.required, 0);
    assert_int_equal(rules.tiers_out, 0);
}

static void
what_is_written_reads_the_same(void **state)
{
    static const char *const texts[] = {
        "{}",
        "{\"min_employees\":10,\"max_employees\":500,\"min_revenue\":1000000,\"currency\":\"CZK\","
        "\"countries_only\":[\"DE\",\"AT\",\"Switzerland\"],\"countries_out\":[\"US\"],"
        "\"industries_out\":[\"hospitality\"],\"required\":[\"country\",\"linkedin\"],"
        "\"pass_score\":18,\"out_score\":6,\"broken_out\":false}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct triage_rules rules = read_rules(*state, texts[i]);
        const char *written = triage_rules_write(*state, &rules);
        struct triage_rules again = read_rules(*state, written);
        assert_string_equal(triage_rules_write(*state, &again), written);
    }
    struct triage_rules rules = read_rules(*state, texts[1]);
    assert_int_equal(rules.countries_only.n, 3);
    assert_string_equal(triage_countries_text(*state, &rules.countries_only),
                        "Austria, Switzerland, Germany");
    assert_false(rules.broken_out);
}

static void
refuses_what_makes_no_sense(void **state)
{
    static const struct {
        const char *json, *field;
    } cases[] = {
        {"{\"min_employees\":50,\"max_employees\":10}",                        "max_employees"       },
        {"{\"min_revenue\":50,\"max_revenue\":10}",                            "max_revenue"         },
        {"{\"pass_score\":5,\"out_score\":10}",                                "out_score"           },
        {"{\"countries_only\":[\"DE\"],\"countries_out\":[\"Germany\"]}",      "countries_out"       },
        {"{\"countries_only\":[\"Atlantis\"]}",                                "countries_only"      },
        {"{\"tiers_out\":[\"tier_1_platinum\"]}",                              "tiers_out"           },
        {"{\"industries_only\":[\"energy\"],\"industries_out\":[\"energy\"]}", "industries_out"      },
        {"{\"industries_only\":[\"it support\"]}",                             "industries_only"     },
        {"{\"min_employees\":-1}",                                             "min_employees"       },
        {"{\"min_employees\":\"ten\"}",                                        "min_employees"       },
        {"{\"currency\":\"euro\"}",                                            "currency"            },
        {"{\"disqualifier_signals\":[]}",                                      "disqualifier_signals"},
        {"[]",                                                                 ""                    },
        {"{",                                                                  ""                    },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct triage_rules rules;
        if (triage_rules_read(&ctx, cases[i].json, &rules) || ctx.err.kind != ERR_INPUT ||
            strcmp(ctx.err.field, cases[i].field) != 0)
            fail_msg("%s: field \"%s\", %s", cases[i].json, ctx.err.field, ctx.err.message);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_not_set_keeps_its_default, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(what_is_written_reads_the_same, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_what_makes_no_sense, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
