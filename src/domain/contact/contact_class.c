/* Codes of a contact. See contact_class.h. */
#include "domain/contact/contact_class.h"

#include <string.h>

#include "domain/enrich/decision_rank.h"
#include "domain/contact/email_lists.h"
#include "domain/contact/free_mail.h"
#include "domain/contact/job_title.h"

/* Codes of record_email_kinds. */
enum { EMAIL_WORK = 1, EMAIL_FREE_MAIL, EMAIL_ROLE, EMAIL_DISPOSABLE };

/* The value is an address in its stored form, lower case with a domain in ASCII. What makes an
 * address least useful comes first. */
static int16_t
email_kind(struct arena *arena, const char *address)
{
    const char *at = address ? strrchr(address, '@') : NULL;
    if (!at)
        return 0;
    if (email_lists_is_disposable(at + 1))
        return EMAIL_DISPOSABLE;
    if (email_lists_is_role(arena_strndup(arena, address, (size_t)(at - address))))
        return EMAIL_ROLE;
    return free_mail_is(at + 1) ? EMAIL_FREE_MAIL : EMAIL_WORK;
}

static int16_t
choice_of(const struct record_choices *list, const char *text)
{
    const struct record_choice *choice = text ? record_code_named(list, text) : NULL;
    return choice ? choice->code : 0;
}

static int16_t
known(const char *value)
{
    return value && *value;
}

/* The parts of the score. Who a person is, where they work and how they are reached. */
static size_t
parts_of(const char *const *values, const int16_t *codes, struct record_quality_part *parts)
{
    const struct record_quality_part all[] = {
        {"First name",              10, known(values[CONTACT_FIRST_NAME])                              },
        {"Last name",               10, known(values[CONTACT_LAST_NAME])                               },
        {"Company",                 15, known(values[CONTACT_COMPANY_ID])                              },
        {"Job title",               15, known(values[CONTACT_JOB_TITLE])                               },
        {"Seniority or department", 5,
         codes[CONTACT_CODE_SENIORITY] != 0 || codes[CONTACT_CODE_DEPARTMENT] != 0                     },
        {"E-mail address",          15, codes[CONTACT_CODE_EMAIL] != 0                                 },
        {"Work address",            5,  codes[CONTACT_CODE_EMAIL] == EMAIL_WORK                        },
        {"LinkedIn profile",        10, codes[CONTACT_CODE_LINKEDIN] != 0                              },
        {"Phone",                   10, codes[CONTACT_CODE_PHONE] != 0                                 },
        {"City or country",         5,  known(values[CONTACT_CITY]) || codes[CONTACT_CODE_COUNTRY] != 0},
    };
    _Static_assert(sizeof all / sizeof *all <= RECORD_QUALITY_PARTS, "they have room");
    memcpy(parts, all, sizeof all);
    return sizeof all / sizeof *all;
}

void
contact_class_of(struct arena *arena, const char *const *values, int16_t codes[CONTACT_N_CODES])
{
    struct record_quality_part parts[RECORD_QUALITY_PARTS];
    struct job_title title;
    job_title_read(arena, values[CONTACT_JOB_TITLE], &title);
    int16_t seniority = job_title_seniority(arena, values[CONTACT_SENIORITY]);
    int16_t department = job_title_department(arena, values[CONTACT_DEPARTMENT]);
    codes[CONTACT_CODE_SENIORITY] = seniority ? seniority : title.seniority;
    codes[CONTACT_CODE_DEPARTMENT] = department ? department : title.department;
    codes[CONTACT_CODE_ACTIVITY] = choice_of(&record_activities, values[CONTACT_LINKEDIN_ACTIVITY]);
    codes[CONTACT_CODE_EMAIL] = email_kind(arena, values[CONTACT_EMAIL]);
    codes[CONTACT_CODE_STATUS] = choice_of(&record_contact_statuses, values[CONTACT_STATUS]);
    codes[CONTACT_CODE_COUNTRY] = record_code_of_country(values[CONTACT_COUNTRY]);
    codes[CONTACT_CODE_LINKEDIN] = known(values[CONTACT_LINKEDIN_URL]);
    codes[CONTACT_CODE_PHONE] = known(values[CONTACT_PHONE]) || known(values[CONTACT_MOBILE_PHONE]);
    codes[CONTACT_CODE_RANK] =
        decision_rank_of(arena, values[CONTACT_JOB_TITLE], codes[CONTACT_CODE_SENIORITY],
                         codes[CONTACT_CODE_DEPARTMENT]);
    codes[CONTACT_CODE_EMAIL_STATE] = 0; /* the database keeps these two: no fact says them */
    codes[CONTACT_CODE_EMPLOYMENT] = 0;
    codes[CONTACT_CODE_QUALITY] = 0;
    size_t n = parts_of(values, codes, parts);
    for (size_t i = 0; i < n; i++)
        if (parts[i].reached)
            codes[CONTACT_CODE_QUALITY] = (int16_t)(codes[CONTACT_CODE_QUALITY] + parts[i].points);
}

size_t
contact_class_quality_parts(struct arena *arena, const char *const *values,
                            struct record_quality_part *parts, size_t most)
{
    struct record_quality_part all[RECORD_QUALITY_PARTS];
    int16_t codes[CONTACT_N_CODES];
    contact_class_of(arena, values, codes);
    size_t n = parts_of(values, codes, all);
    memcpy(parts, all, (n < most ? n : most) * sizeof *all);
    return n;
}
