/* Verdicts: what is wanted passes, what is not is out with every reason, what nobody knows waits for a
 * person. */
#include "support/test.h"

#include "domain/triage/triage_judge.h"

#define BEST .tier = 1, .known = 1
/* Rules that ask nothing. */
#define QUIET "\"tiers_pass\":[],\"tiers_out\":[],\"required\":[]"

static struct triage_judgement
judge(struct arena *arena, const char *json, const struct triage_company *company)
{
    struct ctx ctx = {.arena = arena};
    struct triage_rules rules;
    struct triage_judgement judgement;
    if (!triage_rules_read(&ctx, json, &rules))
        fail_msg("%s: %s", json, ctx.err.message);
    triage_judge(arena, &rules, company, &judgement);
    return judgement;
}

static void
gives_verdicts(void **state)
{
    static const struct {
        const char *rules;
        struct triage_company company;
        enum triage_verdict verdict;
        const char *codes; /* each with a blank behind */
    } cases[] = {
  /* The defaults. */
        {"{}",                                                 {BEST},                                                    TRIAGE_PASS,       ""                                           },
        {"{}",                                                 {.tier = 5, .known = 1},                                   TRIAGE_REVIEW,     "tier_between "                              },
        {"{}",                                                 {.tier = 6, .known = 1},                                   TRIAGE_DISQUALIFY, "tier_out "                                  },
        {"{}",                                                 {.known = 1},                                              TRIAGE_REVIEW,     "tier_unknown "                              },
        {"{}",                                                 {.tier = 1},                                               TRIAGE_REVIEW,     "fact_missing "                              },
 /* Employees: bounds hold, ranges may lie across them, unknown is no failure. */
        {"{\"min_employees\":50}",                             {BEST, .employees = "50"},                                 TRIAGE_PASS,       ""                                           },
        {"{\"min_employees\":50}",                             {BEST, .employees = "49"},                                 TRIAGE_DISQUALIFY, "employees_few "                             },
        {"{\"min_employees\":50}",
         {BEST, .employees = "11-50"},
         TRIAGE_REVIEW,                                                                                                                      "employees_unclear "                         },
        {"{\"min_employees\":50}",                             {BEST, .employees = "50+"},                                TRIAGE_PASS,       ""                                           },
        {"{\"min_employees\":50}",                             {BEST},                                                    TRIAGE_REVIEW,     "employees_unknown "                         },
        {"{\"max_employees\":50}",
         {BEST, .employees = "1.200"},
         TRIAGE_DISQUALIFY,                                                                                                                  "employees_many "                            },
        {"{\"max_employees\":50}",                             {BEST, .employees = "11-50"},                              TRIAGE_PASS,       ""                                           },
        {"{\"max_employees\":500}",
         {BEST, .employees = "50+"},
         TRIAGE_REVIEW,                                                                                                                      "employees_unclear "                         },
        {"{\"max_employees\":50}",
         {BEST, .employees = "many"},
         TRIAGE_REVIEW,                                                                                                                      "employees_unknown "                         },
        {"{\"min_employees\":50,\"broken_out\":false}",
         {BEST, .employees = "9"},
         TRIAGE_REVIEW,                                                                                                                      "employees_few "                             },
 /* Revenue in the rule's own currency only. */
        {"{\"min_revenue\":5000000}",
         {BEST, .revenue = "4 million EUR"},
         TRIAGE_DISQUALIFY,                                                                                                                  "revenue_low "                               },
        {"{\"min_revenue\":5000000}",
         {BEST, .revenue = "12.4 million CZK"},
         TRIAGE_REVIEW,                                                                                                                      "revenue_currency "                          },
        {"{\"min_revenue\":5000000}",                          {BEST, .revenue = "12 million EUR"},                       TRIAGE_PASS,       ""                                           },
        {"{\"max_revenue\":5000000}",
         {BEST, .revenue = "12 million EUR"},
         TRIAGE_DISQUALIFY,                                                                                                                  "revenue_high "                              },
        {"{\"min_revenue\":5000000}",                          {BEST},                                                    TRIAGE_REVIEW,     "revenue_unknown "                           },
 /* The parent's revenue beside a small office. */
        {"{}",
         {BEST, .employees = "12", .revenue = "900 million EUR"},
         TRIAGE_REVIEW,                                                                                                                      "contradiction "                             },
        {"{}",                                                 {BEST, .employees = "5000", .revenue = "900 million EUR"}, TRIAGE_PASS,       ""                                           },
        {"{}",                                                 {BEST, .employees = "12", .revenue = "90 million CZK"},    TRIAGE_PASS,       ""                                           },
 /* Lists. "IT" is not a part of "Hospitality". */
        {"{\"industries_only\":[\"it\"]}",                     {BEST, .industry = 11},                                    TRIAGE_DISQUALIFY, "industry "                                  },
        {"{\"industries_only\":[\"it\"]}",                     {BEST, .industry = 2},                                     TRIAGE_PASS,       ""                                           },
        {"{\"industries_out\":[\"energy\"]}",
         {BEST, .industry = 13},
         TRIAGE_DISQUALIFY,                                                                                                                  "industry "                                  },
        {"{\"industries_out\":[\"energy\"]}",                  {BEST},                                                    TRIAGE_REVIEW,     "industry_unknown "                          },
        {"{\"countries_only\":[\"DE\"]}",                      {BEST, .country = 3 * 26 + 5},                             TRIAGE_PASS,       ""                                           },
        {"{\"countries_only\":[\"AT\"]}",
         {BEST, .country = 3 * 26 + 5},
         TRIAGE_DISQUALIFY,                                                                                                                  "country "                                   },
        {"{\"countries_out\":[\"DE\"]}",
         {BEST, .country = 3 * 26 + 5},
         TRIAGE_DISQUALIFY,                                                                                                                  "country "                                   },
        {"{\"countries_out\":[\"DE\"]}",                       {BEST},                                                    TRIAGE_REVIEW,     "country_unknown "                           },
 /* Scores. */
        {"{\"pass_score\":15,\"out_score\":5}",
         {BEST, .scored = true, .score = 15},
         TRIAGE_PASS,                                                                                                                        ""                                           },
        {"{\"pass_score\":15,\"out_score\":5}",
         {BEST, .scored = true, .score = 14},
         TRIAGE_REVIEW,                                                                                                                      "score_between "                             },
        {"{\"pass_score\":15,\"out_score\":5}",
         {BEST, .scored = true, .score = 4},
         TRIAGE_DISQUALIFY,                                                                                                                  "score_low "                                 },
        {"{\"pass_score\":15,\"out_score\":5}",                {BEST},                                                    TRIAGE_REVIEW,     "score_unknown "                             },
 /* All reasons are told, the worst one decides. */
        {"{\"min_employees\":50,\"countries_only\":[\"DE\"]}",
         {.tier = 5, .known = 1, .employees = "3"},
         TRIAGE_DISQUALIFY,                                                                                                                  "employees_few country_unknown tier_between "},
        {"{" QUIET "}",                                        {.tier = 0},                                               TRIAGE_PASS,       ""                                           },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct triage_judgement judgement = judge(*state, cases[i].rules, &cases[i].company);
        char codes[400] = "";
        for (size_t r = 0; r < judgement.n; r++) {
            size_t used = strlen(codes);
            snprintf(codes + used, sizeof codes - used, "%s ", judgement.reasons[r].code);
            assert_true(*judgement.reasons[r].text);
        }
        if (judgement.verdict != cases[i].verdict || strcmp(codes, cases[i].codes) != 0)
            fail_msg("case %zu, %s: %s, \"%s\"", i, cases[i].rules,
                     triage_verdict_name(judgement.verdict), codes);
    }
}

static void
reasons_survive_being_stored(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct triage_company company = {.tier = 6, .employees = "9"};
    struct triage_judgement before = judge(*state, "{\"min_employees\":50}", &company), after;
    assert_true(triage_judge_read(&ctx, triage_judge_write(*state, &before), &after));
    assert_int_equal(after.n, 3);
    for (size_t i = 0; i < after.n; i++) {
        assert_string_equal(after.reasons[i].code, before.reasons[i].code);
        assert_string_equal(after.reasons[i].text, before.reasons[i].text);
        assert_int_equal(after.reasons[i].verdict, before.reasons[i].verdict);
    }
    assert_true(triage_judge_read(&ctx, NULL, &after));
    assert_int_equal(after.n, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gives_verdicts, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reasons_survive_being_stored, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
