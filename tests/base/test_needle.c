/* Many phrases in one pass: whole words of Unicode, case and accents, the longest wins. */
#include "support/test.h"

#include "base/buf.h"
#include "base/needle.h"

static const struct needle phrases[] = {
    {"AI agents",                    false, false}, /* 0 */
    {"agentic",                      false, false}, /* 1 */
    {"agentic workflows",            false, false}, /* 2 */
    {"PCI",                          false, false}, /* 3 */
    {"PCI DSS",                      false, false}, /* 4 */
    {"Geschäftsführer",            false, false}, /* 5 */
    {"multi agent",                  false, false}, /* 6 */
    {"procure*",                     false, false}, /* 7 */
    {"agents? in (production|live)", true,  false}, /* 8 */
    {"don't",                        false, false}, /* 9 */
    {"人工智能",                 false, false}, /* 10 */
    {"агенты",                 false, false}, /* 11 */
    {"near PCI DSS",                 false, true }, /* 12 */
    {"c++",                          false, false}, /* 13 */
};

/* "0:AI agents 4:PCI DSS": what is found, with the bytes of the source. */
static const char *
found(struct arena *arena, const char *source, size_t length)
{
    struct ctx ctx = {.arena = arena};
    struct needles *needles;
    struct needle_text text;
    struct needle_hit *hits;
    struct buf buf;
    size_t n;
    buf_init(&buf, arena, 4096);
    assert_true(needles_compile(&ctx, arena, phrases, sizeof phrases / sizeof *phrases, &needles));
    needles_fold(needles, arena, source, length, &text);
    assert_true(needles_search(&ctx, needles, &text, &hits, &n));
    for (size_t i = 0; i < n; i++) {
        size_t from = needle_source(&text, hits[i].from), to = needle_source(&text, hits[i].to);
        buf_printf(&buf, "%s%u:%.*s", i ? " | " : "", hits[i].needle, (int)(to - from),
                   source + from);
    }
    return buf.data;
}

static void
finds(void **state)
{
    static const char *const cases[][2] = {
        {"We build AI Agents.",                            "0:AI Agents"                      },
        {"ai\n  agents",                                   "0:ai\n  agents"                   },
        {"AI-agents",                                      "0:AI-agents"                      },
        {"AI\xE2\x80\x91"
         "agents",                                "0:AI\xE2\x80\x91"
         "agents"                                                  },
        {"MAI agents, AI agentss, AI agents2, _AI agents", ""                                 },
        {"öAI agents",                                    ""                                 },
        {"AI agentsö",                                    ""                                 },
        {"AI agents\xCC\x81",                              "0:AI agents\xCC\x81"              },
        {"Agentic workflows and agentic work",             "2:Agentic workflows | 1:agentic"  },
        {"PCI DSS, pci",                                   "4:PCI DSS | 3:pci"                },
        {"near PCI DSS",                                   "12:near PCI DSS | 4:PCI DSS"      },
        {"GESCHÄFTSFÜHRER",                              "5:GESCHÄFTSFÜHRER"              },
        {"Gescha\xCC\x88"
         "ftsfu\xCC\x88hrer",                     "5:Gescha\xCC\x88"
         "ftsfu\xCC\x88hrer"                            },
        {"Straße Geschaftsfuhrer ß",                     "5:Geschaftsfuhrer"                },
        {"Multi-agent or multi agent",                     "6:Multi-agent | 6:multi agent"    },
        {"multi  \t agent",                                "6:multi  \t agent"                },
        {"Procurement and procure",                        "7:Procurement | 7:procure"        },
        {"improcure",                                      ""                                 },
        {"our Agents in production.",                      "8:Agents in production"           },
        {"reagents in production",                         ""                                 },
        {"Don\xE2\x80\x99t",                               "9:Don\xE2\x80\x99t"               },
        {"我们的人工智能平台",                    "10:人工智能"                  },
        {"Наши АГЕНТЫ",                          "11:АГЕНТЫ"                  },
        {"Наши АГЕНТЫми",                      ""                                 },
        {"C++ and c++11",                                  "13:C++ | 13:c++"                  },
        {"AI\xFF"
         "agents",                                "0:AI\xFF"
         "agents"                                                  },
        {"\xEF\xBC\xA1\xEF\xBC\xA9 agents",                "0:\xEF\xBC\xA1\xEF\xBC\xA9 agents"},
        {"",                                               ""                                 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(found(*state, cases[i][0], strlen(cases[i][0])), cases[i][1]);
}

static void
says_what_is_wrong(void **state)
{
    static const struct {
        struct needle needle;
        const char *says; /* NULL: nothing is wrong */
    } cases[] = {
        {{"agents? in (production|live", true, false}, "never closed"         },
        {{"agents in production)", true, false},       "never opened"         },
        {{"[a-", true, false},                         "square bracket"       },
        {{"a*", true, false},                          "anything"             },
        {{"agents.*", true, false},                    "{0,20}"               },
        {{"(?=agents)", true, false},                  "only (?: is supported"},
        {{"\\p{L}{2}", true, false},                   "not supported"        },
        {{"(a|b){1,150}c", true, false},               "smaller repeats"      },
        {{"founded in 202[3-9]", true, false},         NULL                   },
        {{"  ", false, false},                         "a word"               },
        {{"*", false, false},                          "a word"               },
        {{"(agents", false, false},                    NULL                   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *problem = needle_problem(*state, &cases[i].needle);
        if (cases[i].says && (!problem || !strstr(problem, cases[i].says)))
            fail_msg("%s: %s", cases[i].needle.text, problem ? problem : "nothing");
        if (!cases[i].says && problem)
            fail_msg("%s: %s", cases[i].needle.text, problem);
    }
}

static void
none_find_nothing(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct needles *needles;
    struct needle_text text;
    struct needle_hit *hits;
    size_t n = 1;
    assert_true(needles_compile(&ctx, *state, NULL, 0, &needles));
    needles_fold(needles, *state, "text", 4, &text);
    assert_true(needles_search(&ctx, needles, &text, &hits, &n));
    assert_int_equal(n, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(says_what_is_wrong, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(none_find_nothing, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
