/* Data for machines: graphs, arrays, microdata, and JSON as people break it. */
#include "domain/page/page_case.h"

static void
test_json(void **state)
{
    static const struct {
        const char *json, *name; /* of the first organisation */
    } cases[] = {
        {"{\"@type\":\"Organization\",\"name\":\"A\"}",                                       "A"  },
        {"[{\"@type\":\"WebSite\"},{\"@type\":[\"Corporation\",\"x\"],\"name\":\"A\"}]",      "A"  },
        {"{\"@graph\":[{\"@type\":\"http://schema.org/LocalBusiness\",\"name\":\"A\"}]}",     "A"  },
        {"{\"@type\":\"WebPage\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"A\"}}", "A"  },
        {"<!-- {\"@type\":\"Organization\",\"name\":\"A\",} -->",                             "A"  },
        {"{\"@type\":\"Organization\",\"name\":\"A\nB\"}",                                    "A B"},
        {"{\"@type\":\"Organization\",\"name\":\"A\\'s\"}",                                   "A's"},
        {"/* x */ {\"@type\":\"Organization\", // y\n\"name\":\"A\"};",                       "A"  },
        {"{\"@type\":\"Organization\",\"name\":\"A\",\"x\":[1,2",                             "A"  },
        {"{\"@type\":\"Organization\",\"name\":{\"@value\":\"A\"}}",                          "A"  },
        {"not json at all",                                                                   NULL },
        {"",                                                                                  NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page page;
        const char *name = NULL;
        page_case(
            *state, "https://a.com/",
            arena_printf(*state, "<script type=\"application/ld+json\">%s</script>", cases[i].json),
            &page);
        for (size_t k = 0; k < page.n_data && !name; k++)
            if (page_data_is_organization(page.data[k]))
                name = page_data_text(page.data[k], "name");
        if (!cases[i].name) {
            assert_null(name);
            continue;
        }
        if (!name)
            printf("# %s\n", cases[i].json);
        assert_non_null(name);
        assert_string_equal(name, cases[i].name);
    }
}

static void
test_microdata(void **state)
{
    struct page page;
    page_case(*state, "https://a.com/",
              "<body itemscope itemtype='https://schema.org/WebPage'><div itemscope "
              "itemtype='https://schema.org/Organization'><b itemprop=name>Acme</b><div "
              "itemprop=address itemscope itemtype='https://schema.org/PostalAddress'><i "
              "itemprop=addressLocality>Brno</i></div></div>",
              &page);
    const struct jsn *organization = NULL;
    for (size_t i = 0; i < page.n_data; i++)
        if (page_data_is(page.data[i], "Organization"))
            organization = page.data[i];
    assert_non_null(organization);
    assert_string_equal(page_data_text(organization, "name"), "Acme");
    assert_string_equal(page_data_text(jsn_get(organization, "address"), "addressLocality"),
                        "Brno");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_json, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_microdata, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
