/* Scores of pages: the vectors of the reference, negation, nearness, weights, caps, evidence. */
#include "support/test.h"

#include "domain/scoring/icp_score.h"

enum { HOME = 1, CAREERS = 6, BLOG = 9, LEGAL = 10 }; /* of enum page_kind */

static struct icp_score
score_by(struct arena *arena, const char *document, const struct icp_page *pages, size_t n)
{
    struct ctx ctx = {.arena = arena};
    struct icp_model *model = ARENA_NEW(arena, struct icp_model);
    struct icp_scorer *scorer;
    struct icp_score score;
    bool read = document ? icp_model_read(&ctx, document, strlen(document), model)
                         : icp_model_default(&ctx, model);
    if (!read)
        fail_msg("%s: %s", ctx.err.field, ctx.err.message);
    assert_true(icp_scorer_open(&ctx, arena, model, &scorer));
    assert_true(icp_score_pages(&ctx, scorer, pages, n, &score));
    return score;
}

static struct icp_score
score_text(struct arena *arena, const char *document, int kind, const char *text)
{
    struct icp_page *page = ARENA_NEW(arena, struct icp_page);
    *page = (struct icp_page){.url = "https://a.example/", .kind = kind, .text = text};
    return score_by(arena, document, page, 1);
}

/* Points of a signal; 0 when it was not found. */
static int64_t
points(const struct icp_score *score, const char *key)
{
    for (size_t i = 0; i < score->n_findings; i++)
        if (!strcmp(score->findings[i].signal->key, key))
            return score->findings[i].points;
    return 0;
}

/* What the model that comes with the program must say of a home page. */
static void
default_model(void **state)
{
    static const struct {
        const char *text, *signal;
        int64_t points;
        const char *tier;
    } cases[] = {
        {"procurement automation by AI agents",                   "ENTERPRISE_DISQUALIFIER", 0,   "low"         },
        {"procurement automation by AI agents",                   "ENTERPRISE_HINT",         0,   "low"         },
        {"procurement automation by AI agents",                   "AGENT_CORE",              4,   "low"         },
        {"We do not use AI agents.",                              "AGENT_CORE",              0,   "disqualified"},
        {"We don’t build any AI agents.",                       "AGENT_CORE",              0,   "disqualified"},
        {"Not only AI agents, but whole teams of them",           "AGENT_CORE",              4,   "low"         },
        {"There is no magic here. AI agents do the work.",        "AGENT_CORE",              4,   "low"         },
        {"No-code AI agents",                                     "AGENT_CORE",              4,   "low"         },
        {"Wir nutzen keine AI agents",                            "AGENT_CORE",              0,   "disqualified"},
        {"Book a demo",                                           "SMB_INDICATOR",           0,   "disqualified"},
        {"PCI DSS",                                               "COMP_L",                  3,   "disqualified"},
        {"PCI DSS",                                               "DATA_S",                  0,   "disqualified"},
        {"our real estate agents in production halls",            "AGENT_PROD",              0,   "disqualified"},
        {"multi-agent coordination with agent governance",        "AGENT_PROD",              6,   "low"         },
        {"A Fortune 500 company since 1911, listed on the NYSE",  "ENTERPRISE_DISQUALIFIER", -20,
         "disqualified"                                                                                         },
        {"Our customers include every other Fortune 500 company", "ENTERPRISE_DISQUALIFIER", 0,
         "disqualified"                                                                                         },
        {"We have 10,000+ employees",                             "ENTERPRISE_DISQUALIFIER", -20, "disqualified"},
        {"An insurance for dogs",                                 "AGENT_CORE",              0,   "disqualified"},
        {"",                                                      "AGENT_CORE",              0,   "disqualified"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct icp_score score = score_text(*state, NULL, HOME, cases[i].text);
        if (points(&score, cases[i].signal) != cases[i].points ||
            strcmp(score.tier->key, cases[i].tier))
            fail_msg("%s: %s %lld, %s", cases[i].text, cases[i].signal,
                     (long long)points(&score, cases[i].signal), score.tier->key);
    }
}

static void
adds_up(void **state)
{
    const struct icp_page pages[] = {
        {.url = "https://a.example/",
         .kind = HOME,
         .text = "Agent orchestration for banking. Built on LangChain, with SSO and audit logs."},
        {.url = "https://a.example/careers", .kind = CAREERS, .text = "Founding engineer wanted"},
        {.url = "https://a.example/privacy", .kind = LEGAL,   .text = "GDPR, HIPAA and SOC 2"   },
    };
    struct icp_score score = score_by(*state, NULL, pages, 3);
    assert_int_equal(score.total, 6 + 3 + 3 + 4 + 4);
    assert_string_equal(score.tier->key, "high");
    assert_string_equal(score.maturity->key, "production");
    assert_int_equal(points(&score, "COMP_L"), 0); /* a privacy notice proves nothing */
    const struct icp_evidence *evidence = &score.findings[0].evidence[0];
    assert_int_equal(evidence->page, 0);
    assert_string_equal(evidence->before, "");
    assert_string_equal(evidence->found, "Agent orchestration");
    assert_string_equal(evidence->after,
                        " for banking. Built on LangChain, with SSO and audit logs.");
}

#define MODEL(signals)                                                                             \
    "{\"tiers\":[{\"key\":\"high\",\"from\":10},{\"key\":\"low\"}],\"weights\":{\"blog\":50,"      \
    "\"legal\":10},\"page_cap\":2,\"negations\":[\"not\"],\"signals\":[" signals "]}"

static void
weighs_and_caps(void **state)
{
    static const char model[] =
        MODEL("{\"key\":\"a\",\"points\":8,\"phrases\":[\"alpha\"]},"
              "{\"key\":\"d\",\"points\":-8,\"phrases\":[\"delta\",\"gamma\"],\"needs\":2}");
    static const struct {
        int kind;
        const char *text;
        int64_t total;
    } cases[] = {
        {HOME,  "alpha",                   8 },
        {HOME,  "alpha alpha alpha",       8 },
        {BLOG,  "alpha",                   4 },
        {BLOG,  "alpha alpha",             8 },
        {LEGAL, "alpha alpha alpha alpha", 2 }, /* two count: 20 % of 8 */
        {HOME,  "delta delta",             0 },
        {HOME,  "delta and gamma",         -8},
        {LEGAL, "delta gamma",             -2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct icp_score score = score_text(*state, model, cases[i].kind, cases[i].text);
        if (score.total != cases[i].total)
            fail_msg("%s: %lld", cases[i].text, (long long)score.total);
    }
    struct icp_page pages[5];
    for (size_t i = 0; i < 5; i++)
        pages[i] = (struct icp_page){.url = "https://a.example/b", .kind = BLOG, .text = "alpha"};
    struct icp_score score = score_by(*state, model, pages, 5);
    assert_int_equal(score.total, 8);
    assert_int_equal(score.findings[0].places, 5);
    assert_int_equal(score.findings[0].n_evidence, ICP_EVIDENCE_MOST);
}

static void
looks_where_it_is_told(void **state)
{
    static const char model[] = MODEL(
        "{\"key\":\"frame\",\"points\":1,\"phrases\":[\"imprint\"],\"frame\":true},"
        "{\"key\":\"text\",\"points\":1,\"phrases\":[\"imprint\"]},"
        "{\"key\":\"careers\",\"points\":1,\"phrases\":[\"imprint\"],\"pages\":[\"careers\"]},"
        "{\"key\":\"link\",\"points\":1,\"links\":[\"status.\"]},"
        "{\"key\":\"tech\",\"points\":1,\"technologies\":[\"HubSpot\"]},"
        "{\"key\":\"page\",\"points\":1,\"has_page\":[\"home\"]},"
        "{\"key\":\"off\",\"points\":1,\"on\":false,\"has_page\":[\"home\"]}");
    const char *links[] = {"https://STATUS.a.example/"}, *technologies[] = {"hubspot"};
    struct icp_page page = {
        .url = "https://a.example/",
        .kind = HOME,
        .text = "We",
        .frame = "Imprint",
        .links = {links,        1},
        .technologies = {technologies, 1}
    };
    struct icp_score score = score_by(*state, model, &page, 1);
    assert_int_equal(points(&score, "frame"), 1);
    assert_int_equal(points(&score, "text"), 0);
    assert_int_equal(points(&score, "careers"), 0);
    assert_int_equal(points(&score, "link"), 1);
    assert_int_equal(points(&score, "tech"), 1);
    assert_int_equal(points(&score, "page"), 1);
    assert_int_equal(points(&score, "off"), 0);
}

static void
says_where(void **state)
{
    const char *text = "Many words stand here before the place that matters, so many that not all "
                       "of them fit. Überall Straßen: we run\nAI agents in Łódź, and many words "
                       "follow behind it as well, so that these do not all fit into it either.";
    struct icp_score score = score_text(*state, NULL, HOME, text);
    const struct icp_evidence *evidence = &score.findings[0].evidence[0];
    assert_string_equal(evidence->found, "AI agents");
    /* A line is a block of the page: what quotes it must not run two of them together. */
    assert_string_equal(evidence->before,
                        "…matters, so many that not all of them fit. Überall Straßen: we run\n");
    assert_non_null(strstr(evidence->after, " in Łódź, and many words follow"));
    assert_non_null(strstr(evidence->after, "…"));
}

/* The older form of a model loads, and one word alone speaks no longer against a company. */
static void
reads_keywords(void **state)
{
    static const char old[] =
        "{\"signals\":{\"AGENT_CORE\":{\"category\":\"AI_AGENT_MATURITY\",\"points\":4,"
        "\"description\":\"Core\",\"keywords\":[\"ai agents\",\"agentic\",\"agentic workflows\"]},"
        "\"ENTERPRISE_DISQUALIFIER\":{\"category\":\"COMPANY_SIZE\",\"points\":-20,\"keywords\":["
        "\"Procurement\",\"Investor Relations\",\"NASDAQ\"]}},"
        "\"thresholds\":{\"high_fit\":15,\"medium_fit\":7,\"disqualified\":4},"
        "\"refinement_history\":[]}";
    struct icp_score score =
        score_text(*state, old, HOME, "procurement automation by AI agents: agentic workflows");
    assert_int_equal(score.total, 4);
    assert_int_equal(score.findings[0].places, 2);
    assert_string_equal(score.maturity->key, "active_development");
    score = score_text(*state, old, HOME, "Procurement. Investor Relations. NASDAQ.");
    assert_int_equal(score.total, -20);
    assert_string_equal(score.tier->key, "disqualified");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(default_model, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(adds_up, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(weighs_and_caps, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(looks_where_it_is_told, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(says_where, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_keywords, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
