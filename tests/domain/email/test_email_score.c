/* The estimate: which state follows from which evidence, and that every piece of it is counted. */
#include "support/test.h"

#include <math.h>

#include "domain/email/email_score.h"
#include "domain/record/record_code.h"

static void
finds_the_state(void **state)
{
    static const struct {
        struct email_evidence evidence;
        enum email_state want;
        int least, most; /* per cent */
    } cases[] = {
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX},                                 EMAIL_FOUND,   80, 92},
        {{.origin = EMAIL_FROM_SITE, .route = EMAIL_ROUTE_MX},                                   EMAIL_FOUND,   93, 97},
        {{.origin = EMAIL_FROM_PATTERN, .route = EMAIL_ROUTE_MX, .share = 0.6},
         EMAIL_GUESS,                                                                                           58,
         62                                                                                                           },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_UNKNOWN},                            EMAIL_UNKNOWN, 70, 90},
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_NULL},                               EMAIL_INVALID, 0,  2 },
        {{.origin = EMAIL_FROM_SITE, .route = EMAIL_ROUTE_NONE},                                 EMAIL_INVALID, 0,  2 },
        {{.origin = EMAIL_FROM_SITE, .route = EMAIL_ROUTE_NO_DOMAIN},                            EMAIL_INVALID, 0,  2 },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_HOST},                               EMAIL_RISKY,   60, 80},
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX, .flags = EMAIL_FLAG_DISPOSABLE},
         EMAIL_RISKY,                                                                                           40,
         70                                                                                                           },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX, .flags = EMAIL_FLAG_TYPO},
         EMAIL_RISKY,                                                                                           20,
         50                                                                                                           },
        {{.origin = EMAIL_FROM_PERSON, .flags = EMAIL_FLAG_SYNTAX},                              EMAIL_INVALID, 0,  1 },
        {{.origin = EMAIL_FROM_PERSON,
          .route = EMAIL_ROUTE_MX,
          .answer = EMAIL_ANSWER_TAKEN,
          .catch_all = EMAIL_CATCH_ALL_NO},
         EMAIL_VERIFIED,                                                                                        98,
         100                                                                                                          },
        {{.origin = EMAIL_FROM_PERSON,
          .route = EMAIL_ROUTE_MX,
          .answer = EMAIL_ANSWER_TAKEN,
          .catch_all = EMAIL_CATCH_ALL_YES},
         EMAIL_CATCH_ALL,                                                                                       80,
         92                                                                                                           },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX, .answer = EMAIL_ANSWER_NOBODY},
         EMAIL_INVALID,                                                                                         0,
         3                                                                                                            },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX, .answer = EMAIL_ANSWER_FULL},
         EMAIL_RISKY,                                                                                           60,
         80                                                                                                           },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX, .answer = EMAIL_ANSWER_LATER},
         EMAIL_UNKNOWN,                                                                                         80,
         92                                                                                                           },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX, .answer = EMAIL_ANSWER_REFUSED},
         EMAIL_UNKNOWN,                                                                                         80,
         92                                                                                                           },
        {{.origin = EMAIL_FROM_PATTERN,
          .route = EMAIL_ROUTE_MX,
          .share = 0.3,
          .answer = EMAIL_ANSWER_SILENT},
         EMAIL_GUESS,                                                                                           15,
         30                                                                                                           },
        {{.origin = EMAIL_FROM_PATTERN,
          .route = EMAIL_ROUTE_MX,
          .share = 0.3,
          .answer = EMAIL_ANSWER_TAKEN,
          .catch_all = EMAIL_CATCH_ALL_NO},
         EMAIL_VERIFIED,                                                                                        85,
         97                                                                                                           },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX, .age_days = 1100},
         EMAIL_FOUND,                                                                                           50,
         70                                                                                                           },
        {{.origin = EMAIL_FROM_PERSON, .route = EMAIL_ROUTE_MX, .flags = EMAIL_FLAG_BOUNCED},
         EMAIL_INVALID,                                                                                         0,
         6                                                                                                            },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct email_score score;
        email_score_of(*state, &cases[i].evidence, &score);
        int percent = (int)(score.p * 100 + 0.5);
        if (score.state != cases[i].want || percent < cases[i].least || percent > cases[i].most)
            fail_msg("case %zu: state %d, %d %%", i, (int)score.state, percent);
        double sum = 0;
        for (size_t k = 0; k < score.n_reasons; k++)
            sum += score.reasons[k].weight;
        assert_true(fabs(1 / (1 + exp(-sum)) - score.p) < 1e-9);
        assert_true(score.n_reasons >= 1 && score.reasons[0].text[0] != '\0');
    }
}

/* Every state has its entry in the list that filters and pages show. */
static void
names_every_state(void **state)
{
    (void)state;
    for (int i = EMAIL_FOUND; i < EMAIL_N_STATES; i++) {
        assert_non_null(record_code_get(&record_email_states, i));
        assert_true(strlen(email_score_about((enum email_state)i)) > 10);
    }
    assert_string_equal(record_code_get(&record_email_states, EMAIL_GUESS)->name, "pattern_guess");
    assert_string_equal(record_code_get(&record_email_states, EMAIL_VERIFIED)->name, "verified");
    assert_int_equal(record_email_states.n, EMAIL_N_STATES - 1);
    assert_int_equal(CONTACT_CODE_EMAIL_STATE + 1, 11); /* codes[11] in 0055_email.sql */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_the_state, test_arena_open, test_arena_close),
        cmocka_unit_test(names_every_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
