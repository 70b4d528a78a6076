/* The words of job titles. Called by job_title.c. Data compiled in: job_title_ranks.c,
 * job_title_functions.c. */
#ifndef LEADGEN_DOMAIN_JOB_TITLE_WORDS_H
#define LEADGEN_DOMAIN_JOB_TITLE_WORDS_H

#include "base/phrase.h"
#include "domain/contact/job_title.h"

/* What a word says of the rank. */
enum {
    RANK_C_LEVEL = SENIORITY_C_LEVEL,
    RANK_VP = SENIORITY_VP,
    RANK_DIRECTOR = SENIORITY_DIRECTOR,
    RANK_MANAGER = SENIORITY_MANAGER,
    RANK_INDIVIDUAL = SENIORITY_INDIVIDUAL,
    RANK_FOUNDER = SENIORITY_FOUNDER,
    RANK_JUNIOR = 20, /* individual, whoever else is named: "executive assistant" */
    RANK_ASSISTANT,   /* lowers a chief, not a manager: "assistant manager" */
    RANK_OFFICER,     /* individual, but c_level behind "chief" */
    RANK_CHIEF,       /* director, but c_level before "officer" */
    RANK_PARTNER,     /* c_level where it stands first: "Partner, Tax" */
    RANK_PRINCIPAL,   /* director where it stands alone */
    RANK_OF,          /* whom or what the rank is of: "of", "to the" */
    RANK_AT,          /* the company follows */
    RANK_PAST,        /* no rank of today: "former" */
    RANK_NOTHING      /* looks like a rank: "lead generation" */
};

/* What a word says of the work. */
enum {
    FUNCTION_EXECUTIVE = DEPARTMENT_EXECUTIVE,
    FUNCTION_ENGINEERING = DEPARTMENT_ENGINEERING,
    FUNCTION_PRODUCT = DEPARTMENT_PRODUCT,
    FUNCTION_SALES = DEPARTMENT_SALES,
    FUNCTION_MARKETING = DEPARTMENT_MARKETING,
    FUNCTION_CUSTOMER_SUCCESS = DEPARTMENT_CUSTOMER_SUCCESS,
    FUNCTION_FINANCE = DEPARTMENT_FINANCE,
    FUNCTION_HR = DEPARTMENT_HR,
    FUNCTION_OPERATIONS = DEPARTMENT_OPERATIONS,
    FUNCTION_OTHER = DEPARTMENT_OTHER,
    FUNCTION_AT = RANK_AT,
    FUNCTION_PAST = RANK_PAST
};

extern const struct phrases job_title_ranks;
extern const struct phrases job_title_functions;

#endif
