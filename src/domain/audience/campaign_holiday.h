/* Days on which nobody reads business mail: weekends and national public holidays of some 35 countries,
 * computed for any year from 1900 to 2099. Regional holidays are left out. Called by the conflict
 * check. Pure. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_HOLIDAY_H
#define LEADGEN_DOMAIN_CAMPAIGN_HOLIDAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Days since 1970-01-01. Of a text that is no date ("2026-12-09") INT64_MIN. */
int64_t campaign_holiday_day(int64_t year, int64_t month, int64_t day);
int64_t campaign_holiday_read(const char *text);
const char *campaign_holiday_text(struct arena *arena, int64_t day);

/* "Wednesday 9 December 2026" */
const char *campaign_holiday_words(struct arena *arena, int64_t day);

/* Is the day free in a country (code, or NULL)? *name: the holiday, or NULL for a weekend. A weekend of
 * an unknown country is Saturday and Sunday. */
bool campaign_holiday_free(const char *country, int64_t day, const char **name);

/* The first day that is not free, the day itself or later. */
int64_t campaign_holiday_next(const char *country, int64_t day);

/* Are its holidays known? */
bool campaign_holiday_known(const char *country);

#endif
