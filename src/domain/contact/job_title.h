/* Job titles as people write them, in a dozen languages: how high somebody stands and what they
 * work at. "Co-founder & CEO", "Leiter Vertrieb", "Assistant to the CFO". Called by
 * contact_class.c. Pure; the words stand in job_title_ranks.c and job_title_functions.c. */
#ifndef LEADGEN_DOMAIN_JOB_TITLE_H
#define LEADGEN_DOMAIN_JOB_TITLE_H

#include <stdint.h>

#include "base/arena.h"

/* Codes of record_seniorities. */
enum {
    SENIORITY_C_LEVEL = 1,
    SENIORITY_VP,
    SENIORITY_DIRECTOR,
    SENIORITY_MANAGER,
    SENIORITY_INDIVIDUAL,
    SENIORITY_FOUNDER,
    SENIORITY_OTHER
};

/* Codes of record_departments. */
enum {
    DEPARTMENT_EXECUTIVE = 1,
    DEPARTMENT_ENGINEERING,
    DEPARTMENT_PRODUCT,
    DEPARTMENT_SALES,
    DEPARTMENT_MARKETING,
    DEPARTMENT_CUSTOMER_SUCCESS,
    DEPARTMENT_FINANCE,
    DEPARTMENT_HR,
    DEPARTMENT_OPERATIONS,
    DEPARTMENT_OTHER
};

struct job_title {
    int16_t seniority;  /* a code, 0 when the title says nothing of it */
    int16_t department; /* likewise; "other" for work that is known to be outside the list */
};

/* Reads a title; NULL says nothing. */
void job_title_read(struct arena *arena, const char *text, struct job_title *out);

/* What a column "Seniority" or "Department" says in its own words: "C suite", "Entry", "Human
 * Resources"; 0 for NULL and for words that are not known. */
int16_t job_title_seniority(struct arena *arena, const char *text);
int16_t job_title_department(struct arena *arena, const char *text);

#endif
