/* Placeholders: values are escaped, what is not known takes what was given for that or is told, and
 * what is not quite a placeholder stays text. */
#include "support/test.h"

#include "domain/letter_pdf/letter_pdf_variable.h"

static const char *
filled(struct arena *arena, const char *html, const char *name, const char *value,
       bool missing[LETTER_PDF_VARIABLES])
{
    const char *values[LETTER_PDF_VARIABLES] = {0};
    struct buf out;
    buf_init(&out, arena, 4096);
    memset(missing, 0, LETTER_PDF_VARIABLES * sizeof *missing);
    values[letter_pdf_variable_place(name, strlen(name))] = value;
    letter_pdf_fill(&out, html, strlen(html), values, missing);
    return out.data;
}

static void
fills_and_escapes(void **state)
{
    (void)state;
    static const struct {
        const char *html, *name, *value, *wanted;
    } cases[] = {
        {"Dear {{first_name}},",        "first_name",      "Hana",                     "Dear Hana,"                     },
        {"Dear {{ first_name }},",      "first_name",      "<b>&\"'",                  "Dear &lt;b&gt;&amp;&quot;&#39;,"},
        {"{{first_name|there}}",        "first_name",      "",                         "there"                          },
        {"{{first_name|}}!",            "first_name",      NULL,                       "!"                              },
        {"{{first_name|a &amp; b}}",    "city",            "x",                        "a &amp; b"                      },
        {"{{first_name|there}}",        "first_name",      "{{city}}",                 "{{city}}"                       },
        {"{{nobody}}{{first_name}}",    "first_name",      "A",                        "A"                              },
        {"{{first_name",                "first_name",      "A",                        "{{first_name"                   },
        {"{first_name}} {{first_name}", "first_name",      "A",                        "{first_name}} {{first_name}"    },
        {"{{First_Name}}",              "first_name",      "A",                        "{{First_Name}}"                 },
        {"{{{first_name}}}",            "first_name",      "A",                        "{A}"                            },
        {"{{company_website}}",         "company_website", "javascript:x",             ""                               },
        {"{{company_website}}",         "company_website", "https://a.example/?a=1&b",
         "https://a.example/?a=1&amp;b"                                                                                 },
    };
    struct arena *arena = arena_new();
    bool missing[LETTER_PDF_VARIABLES];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(filled(arena, cases[i].html, cases[i].name, cases[i].value, missing),
                            cases[i].wanted);
    arena_free(arena);
}

static void
says_what_is_missing(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    bool missing[LETTER_PDF_VARIABLES];
    (void)filled(arena, "{{first_name}}{{last_name|x}}{{city}}{{nobody}}", "first_name", "A",
                 missing);
    for (int i = 0; i < LETTER_PDF_VARIABLES; i++)
        assert_int_equal(missing[i], !strcmp(letter_pdf_variables[i].name, "city"));
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_and_escapes),
        cmocka_unit_test(says_what_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
