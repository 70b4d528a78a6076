/* E-mail addresses: the policy, cells with more than an address, flags, and the suites of others. */
#include "support/cases.h"

#include <strings.h>

#include "base/buf.h"
#include "domain/contact/email_address.h"

static void
reads_cells(void **state)
{
    static const struct {
        const char *input, *address, *name;
    } cases[] = {
        {"Jane.Doe@Acme.COM",               "jane.doe@acme.com",        ""         },
        {" jane@acme.com ",                 "jane@acme.com",            ""         },
        {"Jane Doe <jane@acme.com>",        "jane@acme.com",            "Jane Doe" },
        {"\"Doe, Jane\" <jane@acme.com>",   "jane@acme.com",            "Doe, Jane"},
        {"mailto:jane@acme.com?subject=Hi", "jane@acme.com",            ""         },
        {"E-mail: jane@acme.com",           "jane@acme.com",            ""         },
        {"jane@acme.com; john@acme.com",    "jane@acme.com",            ""         },
        {"broken@, jane@acme.com",          "jane@acme.com",            ""         },
        {"jane@acme.com.",                  "jane@acme.com",            ""         },
        {"(jane@acme.com)",                 "jane@acme.com",            ""         },
        {"'jane@acme.com'",                 "jane@acme.com",            ""         },
        {"jane@müller.de",                 "jane@xn--mller-kva.de",    ""         },
        {"jane.doe+news@acme.co.uk",        "jane.doe+news@acme.co.uk", ""         },
        {"o'neil@acme.com",                 "o'neil@acme.com",          ""         },
        {"jane\xE2\x80\x8B@acme.com",       "jane@acme.com",            ""         },
        {"JIŘÍ@acme.cz",                  "jiří@acme.cz",           ""         },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct email_address email;
        if (email_address_read(*state, cases[i].input, &email) != EMAIL_OK)
            fail_msg("\"%s\" was refused", cases[i].input);
        assert_string_equal(email.address, cases[i].address);
        assert_string_equal(email.display_name, cases[i].name);
        assert_string_equal(arena_printf(*state, "%s@%s", email.local, email.domain),
                            email.address);
    }
}

static void
says_why_not(void **state)
{
    static const struct {
        const char *input;
        enum email_verdict want;
    } cases[] = {
        {"",                                                                           EMAIL_NONE      },
        {"n/a",                                                                        EMAIL_NONE      },
        {"jane.acme.com",                                                              EMAIL_NO_AT     },
        {"@acme.com",                                                                  EMAIL_BAD_LOCAL },
        {".jane@acme.com",                                                             EMAIL_BAD_LOCAL },
        {"jane.@acme.com",                                                             EMAIL_BAD_LOCAL },
        {"ja..ne@acme.com",                                                            EMAIL_BAD_LOCAL },
        {"jane@doe@acme.com",                                                          EMAIL_BAD_LOCAL },
        {"\"jane doe\"@acme.com",                                                      EMAIL_BAD_LOCAL },
        {"jane@",                                                                      EMAIL_BAD_DOMAIN},
        {"jane@acme",                                                                  EMAIL_BAD_DOMAIN},
        {"jane@localhost",                                                             EMAIL_BAD_DOMAIN},
        {"jane@acme.local",                                                            EMAIL_BAD_DOMAIN},
        {"jane@[10.0.0.1]",                                                            EMAIL_BAD_DOMAIN},
        {"jane@10.0.0.1",                                                              EMAIL_BAD_DOMAIN},
        {"jane@acme..com",                                                             EMAIL_BAD_DOMAIN},
        {"jane@-acme.com",                                                             EMAIL_BAD_DOMAIN},
        {"jane@acme.c",                                                                EMAIL_BAD_DOMAIN},
        {"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg@acme.com",
         EMAIL_TOO_LONG                                                                                },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct email_address email;
        enum email_verdict verdict = email_address_read(*state, cases[i].input, &email);
        if (verdict != cases[i].want)
            fail_msg("\"%s\": %d", cases[i].input, (int)verdict);
        assert_string_equal(email.address, "");
        assert_true(strlen(email_address_reason(verdict)) > 0);
    }
}

static void
lists_several(void **state)
{
    struct email_address all[4];
    size_t count = email_address_list(
        *state, "Jane <jane@acme.com>, JANE@acme.com; x@, john@acme.com/bob@x.org", all, 4);
    assert_int_equal(count, 3);
    assert_string_equal(all[0].address, "jane@acme.com");
    assert_string_equal(all[1].address, "john@acme.com");
    assert_string_equal(all[2].address, "bob@x.org");
    assert_int_equal(email_address_list(*state, "a@x.com b@x.com c@x.com", all, 2), 2);
    assert_int_equal(email_address_list(*state, "none", all, 4), 0);
}

static void
flags_kinds(void **state)
{
    static const struct {
        const char *input;
        bool role, free_mail, disposable, utf8;
    } cases[] = {
        {"jane@acme.com",     false, false, false, false},
        {"info@acme.com",     true,  false, false, false},
        {"obchod@acme.cz",    true,  false, false, false},
        {"no-reply@acme.com", true,  false, false, false},
        {"jane@gmail.com",    false, true,  false, false},
        {"jan@seznam.cz",     false, true,  false, false},
        {"x@mailinator.com",  false, false, true,  false},
        {"x@sub.yopmail.com", false, false, true,  false},
        {"jiří@acme.cz",    false, false, false, true },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct email_address email;
        assert_int_equal(email_address_read(*state, cases[i].input, &email), EMAIL_OK);
        if (email.role != cases[i].role || email.free_mail != cases[i].free_mail ||
            email.disposable != cases[i].disposable || email.utf8_local != cases[i].utf8)
            fail_msg("%s", cases[i].input);
    }
}

static void
suggests_what_was_meant(void **state)
{
    struct email_address email;
    assert_int_equal(email_address_read(*state, "jane@gmial.com", &email), EMAIL_OK);
    assert_string_equal(email.suggestion, "jane@gmail.com");
    assert_int_equal(email_address_read(*state, "jane@gmail", &email), EMAIL_BAD_DOMAIN);
    assert_string_equal(email.suggestion, "jane@gmail.com");
    assert_int_equal(email_address_read(*state, "jane@acme.com", &email), EMAIL_OK);
    assert_string_equal(email.suggestion, "");
}

/* --- suites of others, by our policy ------------------------------------------------------- */

struct score {
    int cases, right;
};

static void
count(struct score *score, struct arena *arena, const char *input, bool want)
{
    struct email_address email;
    bool ok = email_address_exact(arena, input, &email) == EMAIL_OK;
    score->cases++;
    score->right += ok == want;
    if (ok != want)
        printf("# %s: \"%s\"\n", ok ? "accepted" : "refused", input);
}

/* What the policy leaves out although RFC 5322 allows it: quotes, comments, literals, a name beside
 * the address, domains that are no public names. */
static bool
is_outside_policy(const char *input)
{
    const char *at = strrchr(input, '@');
    const char *dot = at ? strrchr(at, '.') : NULL;
    return !dot || strpbrk(input, "\"()[]<>") || strlen(dot) < 3 ||
           dot[1 + strspn(dot + 1, "0123456789")] == '\0';
}

/* isemail's categories and diagnoses: valid, or valid but without a record in the DNS of 2010. */
static bool
is_valid_to_isemail(const char *name)
{
    return !strncmp(name, "ISEMAIL_VALID", 13) || !strncmp(name, "ISEMAIL_DNSWARN", 15);
}

/* "&quot;", "&amp;" and the control pictures of the file as what they stand for. */
static char *
xml_text(struct arena *arena, const char *text, size_t length)
{
    static const char *const names[] = {"&quot;", "\"", "&amp;", "&", "&lt;", "<", "&gt;", ">"};
    char *out = arena_alloc(arena, length + 1);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        out[n] = text[i];
        for (size_t k = 0; k < sizeof names / sizeof *names; k += 2)
            if (!strncmp(text + i, names[k], strlen(names[k]))) {
                out[n] = names[k + 1][0];
                i += strlen(names[k]) - 1;
                break;
            }
        /* "&#x240A;" pictures the control character 0A */
        if (length - i >= 8 && !memcmp(text + i, "&#x24", 5) && text[i + 7] == ';') {
            out[n] = (char)strtoul(arena_strndup(arena, text + i + 5, 2), NULL, 16);
            i += 7;
        }
        n++;
    }
    return out;
}

static void
agrees_with_isemail(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    const char *at = cases_file(*state, "email-isemail/tests.xml", &length);
    struct score score = {0, 0};
    while ((at = strstr(at, "<test id"))) {
        const char *end = strstr(at, "</test>");
        const char *address = strstr(at, "<address>"), *category = strstr(at, "<category>");
        at = end;
        if (!address || address > end || !category)
            continue;
        address += strlen("<address>");
        char *input = xml_text(*state, address, (size_t)(strstr(address, "</") - address));
        bool valid = is_valid_to_isemail(category + strlen("<category>"));
        count(&score, *state, input, valid && !is_outside_policy(input));
    }
    printf("# isemail: %d of %d\n", score.right, score.cases);
    assert_true(score.cases > 60);
    assert_true(score.right * 100 >= score.cases * 98);
}

/* 'jeff\u81fa@x.tw' without quotes and escapes */
static char *
python_text(struct arena *arena, const char *literal)
{
    struct buf buf;
    char quote = literal[0];
    buf_init(&buf, arena, 8192);
    for (literal++; *literal && *literal != quote; literal++) {
        if (*literal != '\\') {
            buf_char(&buf, *literal);
            continue;
        }
        literal++;
        size_t digits = *literal == 'u' ? 4 : (*literal == 'x' ? 2 : (*literal == 'U' ? 8 : 0));
        if (!digits) {
            const char *const names = "nrt", *const meant = "\n\r\t";
            const char *name = strchr(names, *literal);
            buf_char(&buf, name ? meant[name - names] : *literal);
            continue;
        }
        unsigned long cp = strtoul(arena_strndup(arena, literal + 1, digits), NULL, 16);
        literal += digits;
        if (cp >= 0x800)
            buf_char(&buf, (char)(0xE0 | cp >> 12));
        if (cp >= 0x80)
            buf_char(&buf, (char)(cp >= 0x800 ? 0x80 | (cp >> 6 & 0x3F) : 0xC0 | cp >> 6));
        buf_char(&buf, (char)(cp >= 0x80 ? 0x80 | (cp & 0x3F) : cp));
    }
    return buf.data;
}

/* What a row says of its input: that it is valid, that it is not, or neither. */
static bool
python_case(struct arena *arena, const char *const *fields, char **input, bool *valid)
{
    if (!strcmp(fields[0], "test_pyisemail_tests")) {
        /* ['test@iana.org', 'ISEMAIL_VALID'] */
        const char *diagnosis = strstr(fields[2], "'ISEMAIL_");
        if (strstr(fields[2], "\\x00") || !diagnosis)
            return false; /* no C string */
        *input = python_text(arena, fields[2] + 1);
        *valid = is_valid_to_isemail(diagnosis + 1);
        return true;
    }
    *input = python_text(arena, fields[2]);
    *valid = !strncmp(fields[0], "test_email_valid", 16);
    /* a switch of theirs, and single characters that are no addresses */
    return *valid || !strncmp(fields[0], "test_email_invalid", 18);
}

static void
agrees_with_python_validator(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "email-python-validator/syntax_cases.tsv", &length);
    const char *fields[CASES_COLUMNS];
    struct score score = {0, 0};
    cases_row(&at, fields);
    while (cases_row(&at, fields) >= 3) {
        char *input;
        bool valid;
        if (!python_case(*state, fields, &input, &valid))
            continue;
        /* names for tests are public to us */
        const char *ending = strrchr(input, '.');
        bool of_tests = ending && !strcmp(ending, ".test");
        count(&score, *state, input, (valid || of_tests) && !is_outside_policy(input));
    }
    printf("# python-email-validator: %d of %d\n", score.right, score.cases);
    assert_true(score.cases > 100);
    assert_true(score.right * 100 >= score.cases * 98);
}

/* Of the rows that ask for a whole address; the default lists of the peer hold two domains of its
 * own, which nobody can guess. */
static void
suggests_as_mailcheck_does(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "email-typos-mailcheck/cases.tsv", &length);
    const char *fields[CASES_COLUMNS];
    struct score score = {0, 0};
    cases_row(&at, fields);
    while (cases_row(&at, fields) >= 6) {
        if (strcmp(fields[0], "suggest") != 0 || !strncmp(fields[5], "'emaildomain", 12))
            continue;
        struct email_address email;
        email_address_exact(*state, fields[1], &email);
        const char *got = strchr(email.suggestion, '@');
        size_t want = strcspn(fields[5][0] ? fields[5] + 1 : "", "'");
        bool right =
            got ? want == strlen(got + 1) && !strncmp(got + 1, fields[5] + 1, want) : want == 0;
        score.cases++;
        score.right += right;
        if (!right)
            printf("# \"%s\": \"%s\"\n", fields[1], email.suggestion);
    }
    printf("# mailcheck: %d of %d\n", score.right, score.cases);
    assert_true(score.cases >= 15);
    assert_true(score.right * 10 >= score.cases * 9);
}

static void
takes_a_value_to_the_letter(void **state)
{
    static const struct {
        const char *input;
        enum email_verdict want;
    } cases[] = {
        {"jane@acme.com",         EMAIL_OK        },
        {"JANE@M\xC3\xBCller.de", EMAIL_OK        },
        {"",                      EMAIL_NONE      },
        {"jane",                  EMAIL_NO_AT     },
        {" jane@acme.com",        EMAIL_BAD_LOCAL },
        {"jane@acme.com ",        EMAIL_BAD_DOMAIN},
        {"<jane@acme.com>",       EMAIL_BAD_LOCAL },
        {"Jane <jane@acme.com>",  EMAIL_BAD_LOCAL },
        {"mailto:jane@acme.com",  EMAIL_BAD_LOCAL },
        {"jane@acme.com.",        EMAIL_BAD_DOMAIN},
        {"\"jane\"@acme.com",     EMAIL_BAD_LOCAL },
        {"jane@[192.0.2.1]",      EMAIL_BAD_DOMAIN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct email_address email;
        enum email_verdict verdict = email_address_exact(*state, cases[i].input, &email);
        if (verdict != cases[i].want)
            fail_msg("\"%s\": %d", cases[i].input, (int)verdict);
    }
}

static void
agrees_with_flanker(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "email-flanker/mailbox_valid.txt", &length);
    struct score score = {0, 0};
    for (char *line; (line = cases_line(&at)) != NULL;)
        if (*line != '#' && !is_outside_policy(line))
            count(&score, *state, line, true);
    printf("# flanker: %d of %d\n", score.right, score.cases);
    assert_true(score.cases > 80);
    assert_int_equal(score.right, score.cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_cells, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(says_why_not, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(lists_several, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(flags_kinds, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(suggests_what_was_meant, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_isemail, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_python_validator, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(takes_a_value_to_the_letter, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(suggests_as_mailcheck_does, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_flanker, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
