/* Legal forms. */
#include "support/test.h"

#include "domain/company/legal_form.h"

static void
knows_forms(void **state)
{
    (void)state;
    static const struct {
        const char *key, *form;
    } cases[] = {
        {"sro",                "s.r.o."       },
        {"spolsro",            "s.r.o."       },
        {"gmbh",               "GmbH"         },
        {"gmbhcokg",           "GmbH & Co. KG"},
        {"aktiengesellschaft", "AG"           },
        {"ltd",                "Ltd."         },
        {"ptyltd",             "Pty Ltd"      },
        {"inc",                "Inc."         },
        {"spzoo",              "Sp. z o.o."   },
        {"zrt",                "Zrt."         },
        {"srl",                "SRL"          },
        {"sadecv",             "SA de CV"     },
        {"oy",                 "Oy"           },
        {"aps",                "ApS"          },
        {"uab",                "UAB"          },
        {"ооо",             "OOO"          },
        {"doo",                "DOO"          },
        {"sdnbhd",             "Sdn Bhd"      },
        {"eirl",               "EIRL"         },
        {"zs",                 "z.s."         },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct legal_form *form = legal_form_by_key(cases[i].key);
        if (!form)
            fail_msg("%s", cases[i].key);
        assert_string_equal(form->form, cases[i].form);
        assert_true(strlen(form->key) <= LEGAL_FORM_KEY_MAX);
    }
    assert_null(legal_form_by_key("acme"));
    assert_null(legal_form_by_key(""));
}

static void
tells_spellings_apart(void **state)
{
    (void)state;
    const struct legal_form *as = legal_form_by_key("as");
    assert_string_equal(legal_form_by_spelling(as, "AS")->form, "AS");
    assert_string_equal(legal_form_by_spelling(as, "a. s.")->countries, "CZ SK");
    assert_string_equal(legal_form_by_spelling(as, "A/S")->countries, "DK");
    assert_string_equal(legal_form_by_spelling(as, "A.Ş.")->countries, "TR");
}

static void
knows_forms_without_a_blank(void **state)
{
    (void)state;
    size_t length = 0;
    assert_string_equal(legal_form_joined("株式会社サンプル", false, &length)->form, "K.K.");
    assert_int_equal(length, strlen("株式会社"));
    assert_string_equal(legal_form_joined("华为技术有限公司", true, &length)->form, "有限公司");
    assert_null(legal_form_joined("サンプル", true, &length));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_forms),
        cmocka_unit_test(tells_spellings_apart),
        cmocka_unit_test(knows_forms_without_a_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
