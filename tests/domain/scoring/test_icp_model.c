/* The document of a model: what is read is what is written, and mistakes are named by their place. */
#include "support/test.h"

#include "domain/scoring/icp_model.h"

static void
default_round_trip(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct icp_model model, again;
    if (!icp_model_default(&ctx, &model))
        fail_msg("%s: %s", ctx.err.field, ctx.err.message);
    const char *written = jsn_write(*state, icp_model_write(*state, &model));
    assert_true(icp_model_read(&ctx, written, strlen(written), &again));
    assert_string_equal(jsn_write(*state, icp_model_write(*state, &again)), written);
    /* what the reference names is there */
    static const struct {
        const char *key;
        int64_t points;
    } wanted[] = {
        {"AGENT_PROD",              6  },
        {"AGENT_CORE",              4  },
        {"LLM_API",                 3  },
        {"COMP_L",                  3  },
        {"ENT_READY",               4  },
        {"PRV_CLD",                 4  },
        {"DATA_S",                  5  },
        {"REG_IND",                 3  },
        {"AI_HIRING",               4  },
        {"AGENT_HIRING",            5  },
        {"SMB_HIRING",              4  },
        {"API_PLF",                 3  },
        {"OPEN_SRC",                2  },
        {"SMB_INDICATOR",           5  },
        {"ENTERPRISE_DISQUALIFIER", -20}
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        assert_int_equal(icp_model_signal(&model, wanted[i].key)->points, wanted[i].points);
    assert_int_equal(model.tiers[0].from, 15);
    assert_int_equal(model.tiers[1].from, 7);
    assert_int_equal(model.tiers[2].from, 4);
    assert_ptr_equal(icp_model_tier(&model, 15), &model.tiers[0]);
    assert_ptr_equal(icp_model_tier(&model, 14), &model.tiers[1]);
    assert_ptr_equal(icp_model_tier(&model, -20), &model.tiers[3]);
}

#define TIERS "\"tiers\":[{\"key\":\"high\",\"from\":10},{\"key\":\"low\"}]"
#define ONE(rest) "{" TIERS ",\"signals\":[{\"key\":\"a\"," rest "}]}"

static void
names_the_place(void **state)
{
    static const char *const cases[][3] = {
        {"[]",                                                                           "model",               "JSON object"    },
        {"{\"signals\":[]}",                                                             "tiers",               "1 to 8"         },
        {"{" TIERS "}",                                                                  "signals",             "list"           },
        {"{" TIERS ",\"signals\":[],\"colour\":1}",                                      "colour",              "colour"         },
        {ONE("\"points\":0,\"phrases\":[\"x\"]"),                                        "signals.1.points",    "changes nothing"},
        {ONE("\"points\":1.5,\"phrases\":[\"x\"]"),                                      "signals.1.points",    "whole number"   },
        {ONE("\"points\":5,\"max\":4,\"phrases\":[\"x\"]"),                              "signals.1.points",    "bounds"         },
        {ONE("\"points\":-5,\"min\":-9,\"max\":3,\"phrases\":[\"x\"]"),                  "signals.1.max",       "bonus"          },
        {ONE("\"points\":5,\"phrases\":[\"\"]"),                                         "signals.1.phrases.1", "not empty"      },
        {ONE("\"points\":5"),                                                            "signals.1.phrases",   "add a phrase"   },
        {ONE("\"points\":5,\"patterns\":[\"(a\"]"),                                      "signals.1.patterns",  "never closed"   },
        {ONE("\"points\":5,\"phrases\":[\"x\"],\"pages\":[\"shop\"]"),                   "signals.1.pages",     "shop"           },
        {ONE("\"points\":5,\"phrases\":[\"x\"],\"needs\":2"),                            "signals.1.needs",     "fewer"          },
        {"{" TIERS ",\"signals\":[{\"key\":\"a b\",\"points\":1,\"phrases\":[\"x\"]}]}",
         "signals.1.key",                                                                                       "letters"        },
        {"{" TIERS ",\"signals\":[{\"key\":\"a\",\"points\":1,\"phrases\":[\"x\"]},{\"key\":\"a\","
         "\"points\":1,\"phrases\":[\"x\"]}]}",                                 "signals.2.key",       "two signals"    },
        {"{\"tiers\":[{\"key\":\"a\",\"from\":5},{\"key\":\"b\",\"from\":7},{\"key\":\"c\"}],"
         "\"signals\":[]}",                                                     "tiers.2.from",        "fewer points"   },
        {"{\"tiers\":[{\"key\":\"a\",\"sets\":\"best\"}],\"signals\":[]}",               "tiers.1.sets",        "best"           },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct icp_model model;
        if (icp_model_read(&ctx, cases[i][0], strlen(cases[i][0]), &model))
            fail_msg("taken: %s", cases[i][0]);
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        if (strcmp(ctx.err.field, cases[i][1]) || !strstr(ctx.err.message, cases[i][2]))
            fail_msg("%s: %s: %s", cases[i][0], ctx.err.field, ctx.err.message);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(default_round_trip, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(names_the_place, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
