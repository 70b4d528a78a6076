/* The rank of decision makers, by their titles. */
#include "support/test.h"

#include "domain/enrich/decision_rank.h"
#include "domain/contact/job_title.h"

static int
rank_of(struct arena *arena, const char *text)
{
    struct job_title title;
    job_title_read(arena, text, &title);
    return decision_rank_of(arena, text, title.seniority, title.department);
}

static void
ranks_titles(void **state)
{
    static const struct {
        int rank;
        const char *title;
    } cases[] = {
        {10, "Founder"                           },
        {10, "Co-founder & CEO"                  },
        {10, "CTO"                               },
        {10, "Chief Technology Officer"          },
        {10, "CISO"                              },
        {10, "Chief Information Security Officer"},
        {10, "Geschäftsführerin"               },
        {10, "Managing Director"                 },
        {9,  "CIO"                               },
        {9,  "Chief Product Officer"             },
        {9,  "Chief Data Officer"                },
        {9,  "CFO"                               },
        {8,  "Vice President"                    },
        {8,  "VP Engineering"                    },
        {8,  "Head of Engineering"               },
        {8,  "Leiter IT"                         },
        {8,  "IT-Leiterin"                       },
        {7,  "VP Product"                        },
        {7,  "Vice President of Sales"           },
        {7,  "Vertriebsleiter"                   },
        {7,  "General Manager"                   },
        {6,  "Director of Engineering"           },
        {6,  "Director"                          },
        {6,  "Obchodní ředitel"                },
        {6,  "Directeur commercial"              },
        {5,  "Security Architect"                },
        {5,  "Principal Engineer"                },
        {4,  "Staff Engineer"                    },
        {4,  "Engineering Manager"               },
        {3,  "Product Manager"                   },
        {3,  "Jefe de Ventas"                    },
        {2,  "Software Engineer"                 },
        {2,  "Doctor"                            },
        {2,  "Instructor"                        },
        {1,  "Marketing Intern"                  },
        {1,  "Assistant to the CEO"              },
        {1,  "Praktikantin HR"                   },
        {0,  "Doctoral"                          },
        {0,  "Wizard of light bulb moments"      },
        {0,  ""                                  },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (rank_of(*state, cases[i].title) != cases[i].rank)
            fail_msg("\"%s\": %d, not %d", cases[i].title, rank_of(*state, cases[i].title),
                     cases[i].rank);
}

static void
ranks_what_a_column_says_without_a_title(void **state)
{
    assert_int_equal(decision_rank_of(*state, NULL, SENIORITY_C_LEVEL, DEPARTMENT_EXECUTIVE), 10);
    assert_int_equal(decision_rank_of(*state, NULL, SENIORITY_DIRECTOR, DEPARTMENT_SALES), 6);
    assert_int_equal(decision_rank_of(*state, NULL, SENIORITY_OTHER, 0), 1);
    assert_int_equal(decision_rank_of(*state, NULL, 0, DEPARTMENT_SALES), 0);
}

/* A word inside another is no title: "cto" in "director", "president" behind "vice". */
static void
never_ranks_by_a_part_of_a_word(void **state)
{
    assert_true(rank_of(*state, "Director") < rank_of(*state, "CTO"));
    assert_true(rank_of(*state, "Vice President") < rank_of(*state, "President"));
    assert_true(rank_of(*state, "Factory worker") < 3);
    assert_true(rank_of(*state, "Contractor") < 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(ranks_titles, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(ranks_what_a_column_says_without_a_title, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(never_ranks_by_a_part_of_a_word, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
