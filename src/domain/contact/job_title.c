/* Job titles. See job_title.h. */
#include "domain/contact/job_title.h"

#include <stdbool.h>
#include <string.h>

#include "domain/contact/job_title_words.h"
#include "domain/record/record_code.h"

/* --- rank ------------------------------------------------------------------------------------ */

/* A higher place outranks a lower one: "Founder & CEO" is a founder. */
static int
place_of(int16_t seniority)
{
    static const int places[] = {
        [0] = 0,
        [SENIORITY_INDIVIDUAL] = 1,
        [SENIORITY_MANAGER] = 2,
        [SENIORITY_DIRECTOR] = 3,
        [SENIORITY_VP] = 4,
        [SENIORITY_C_LEVEL] = 5,
        [SENIORITY_FOUNDER] = 6,
    };
    return places[seniority];
}

static int16_t
higher(int16_t a, int16_t b)
{
    return place_of(a) >= place_of(b) ? a : b;
}

/* What was read of the title up to here, from break to break. */
struct rank {
    int16_t best;   /* of what stands before "of": "Director" in "Director of the CEO Office" */
    int16_t behind; /* of what stands behind it, where nothing stands before */
    int words;      /* how many, known or not */
    bool of, chief, officer, junior, assistant, partner, principal;
};

static void
add_rank(struct rank *rank, int meaning)
{
    int16_t seniority = 0;
    switch (meaning) {
    case RANK_JUNIOR:
        rank->junior = rank->junior || !rank->of;
        seniority = SENIORITY_INDIVIDUAL;
        break;
    case RANK_ASSISTANT:
        rank->assistant = rank->assistant || !rank->of;
        seniority = SENIORITY_INDIVIDUAL;
        break;
    case RANK_OFFICER:
        rank->officer = true;
        seniority = rank->chief ? SENIORITY_C_LEVEL : SENIORITY_INDIVIDUAL;
        break;
    case RANK_CHIEF:
        rank->chief = true;
        seniority = SENIORITY_DIRECTOR;
        break;
    case RANK_PARTNER:
        rank->partner = rank->partner || rank->words == 0;
        seniority = SENIORITY_INDIVIDUAL;
        break;
    case RANK_NOTHING:
        break;
    case RANK_PRINCIPAL:
        rank->principal = true;
        break;
    default:
        seniority = (int16_t)meaning;
        break;
    }
    if (rank->of)
        rank->behind = higher(rank->behind, seniority);
    else
        rank->best = higher(rank->best, seniority);
}

/* The rank between two breaks. */
static int16_t
rank_of(const struct rank *rank)
{
    int16_t best = rank->best ? rank->best : rank->behind;
    /* "Partner, Tax" owns the firm, a "Partner Manager" looks after partners */
    if (rank->partner && place_of(best) < place_of(SENIORITY_MANAGER))
        best = SENIORITY_C_LEVEL;
    if (rank->principal && best == 0)
        best = rank->words == 1 ? SENIORITY_DIRECTOR : SENIORITY_INDIVIDUAL;
    /* an assistant manager manages, the assistant of a chief does not lead */
    if (rank->junior || (rank->assistant && place_of(best) > place_of(SENIORITY_VP)))
        best = SENIORITY_INDIVIDUAL;
    return best;
}

static int16_t
read_seniority(const char *plain)
{
    struct rank rank = {0};
    struct phrase_hit hit;
    int16_t best = 0;
    bool skip = false, settled = false;
    for (const char *at = plain; !settled;) {
        bool more = phrase_next(&job_title_ranks, &at, &hit);
        if (!more || phrase_is_break(&hit)) {
            int16_t here = rank_of(&rank);
            /* who begins as an intern or an assistant stays one */
            settled = !more || (best == 0 && rank.junior);
            best = higher(best, here);
            rank = (struct rank){0};
            skip = false;
            continue;
        }
        int meaning = hit.phrase ? hit.phrase->meaning : 0;
        if (meaning == RANK_AT || meaning == RANK_PAST)
            skip = true;
        if (skip)
            continue;
        if (meaning == RANK_OF)
            rank.of = rank.of || rank.best != 0;
        else if (meaning)
            add_rank(&rank, meaning);
        rank.words++;
    }
    return best;
}

/* --- work ------------------------------------------------------------------------------------ */

static int16_t
read_function(const char *plain)
{
    struct phrase_hit hit;
    int16_t best = 0;
    int weight = 0;
    bool skip = false;
    for (const char *at = plain; phrase_next(&job_title_functions, &at, &hit);) {
        int meaning = hit.phrase ? hit.phrase->meaning : 0;
        if (phrase_is_break(&hit))
            skip = false;
        else if (meaning == FUNCTION_AT || meaning == FUNCTION_PAST)
            skip = true;
        else if (meaning && !skip && hit.phrase->weight > weight) {
            best = (int16_t)meaning;
            weight = hit.phrase->weight;
        }
    }
    return best;
}

void
job_title_read(struct arena *arena, const char *text, struct job_title *out)
{
    *out = (struct job_title){0, 0};
    if (!text)
        return;
    const char *plain = phrase_plain(arena, text);
    out->seniority = read_seniority(plain);
    out->department = read_function(plain);
}

/* --- columns --------------------------------------------------------------------------------- */

/* Words of such columns in the exports of common tools, which in a title mean little or else. */
struct column_word {
    const char *text;
    int16_t code;
};

static const struct column_word seniority_words[] = {
    {"c suite",             SENIORITY_C_LEVEL   },
    {"csuite",              SENIORITY_C_LEVEL   },
    {"clevel",              SENIORITY_C_LEVEL   },
    {"cxo",                 SENIORITY_C_LEVEL   },
    {"executive",           SENIORITY_C_LEVEL   },
    {"executives",          SENIORITY_C_LEVEL   },
    {"partner",             SENIORITY_C_LEVEL   },
    {"board",               SENIORITY_C_LEVEL   },
    {"vp level",            SENIORITY_VP        },
    {"senior",              SENIORITY_INDIVIDUAL},
    {"mid",                 SENIORITY_INDIVIDUAL},
    {"mid level",           SENIORITY_INDIVIDUAL},
    {"mid senior level",    SENIORITY_INDIVIDUAL},
    {"entry",               SENIORITY_INDIVIDUAL},
    {"entry level",         SENIORITY_INDIVIDUAL},
    {"staff",               SENIORITY_INDIVIDUAL},
    {"non manager",         SENIORITY_INDIVIDUAL},
    {"individual",          SENIORITY_INDIVIDUAL},
    {"ic",                  SENIORITY_INDIVIDUAL},
    {"employee",            SENIORITY_INDIVIDUAL},
    {"training",            SENIORITY_INDIVIDUAL},
    {"unpaid",              SENIORITY_INDIVIDUAL},
    {"middle management",   SENIORITY_MANAGER   },
    {"management",          SENIORITY_MANAGER   },
    {"experienced manager", SENIORITY_MANAGER   },
    {"strategic",           SENIORITY_DIRECTOR  },
    {"senior management",   SENIORITY_DIRECTOR  },
    {"top management",      SENIORITY_C_LEVEL   },
    {"others",              SENIORITY_OTHER     },
};

static const struct column_word department_words[] = {
    {"management",       DEPARTMENT_EXECUTIVE       },
    {"entrepreneurship", DEPARTMENT_EXECUTIVE       },
    {"direction",        DEPARTMENT_EXECUTIVE       },
    {"direccion",        DEPARTMENT_EXECUTIVE       },
    {"direzione",        DEPARTMENT_EXECUTIVE       },
    {"directie",         DEPARTMENT_EXECUTIVE       },
    {"vedeni",           DEPARTMENT_EXECUTIVE       },
    {"zarzad",           DEPARTMENT_EXECUTIVE       },
    {"ledning",          DEPARTMENT_EXECUTIVE       },
    {"ledelse",          DEPARTMENT_EXECUTIVE       },
    {"johto",            DEPARTMENT_EXECUTIVE       },
    {"service",          DEPARTMENT_CUSTOMER_SUCCESS},
    {"development",      DEPARTMENT_ENGINEERING     },
    {"others",           DEPARTMENT_OTHER           },
};

static int16_t
column_code(const struct column_word *words, size_t n, const char *plain)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(words[i].text, plain))
            return words[i].code;
    return 0;
}

int16_t
job_title_seniority(struct arena *arena, const char *text)
{
    if (!text)
        return 0;
    const struct record_choice *choice = record_code_named(&record_seniorities, text);
    if (choice)
        return choice->code;
    const char *plain = phrase_plain(arena, text);
    int16_t code =
        column_code(seniority_words, sizeof seniority_words / sizeof *seniority_words, plain);
    return code ? code : read_seniority(plain);
}

int16_t
job_title_department(struct arena *arena, const char *text)
{
    if (!text)
        return 0;
    const struct record_choice *choice = record_code_named(&record_departments, text);
    if (choice)
        return choice->code;
    const char *plain = phrase_plain(arena, text);
    int16_t code =
        column_code(department_words, sizeof department_words / sizeof *department_words, plain);
    return code ? code : read_function(plain);
}
