/* One value of a dimension as it stands in addresses, and back: names of codes, ids, ranges.
 * Called by record_filter.c, and by pages that write a value of their own into an address. Pure. */
#ifndef LEADGEN_DOMAIN_RECORD_FILTER_VALUE_H
#define LEADGEN_DOMAIN_RECORD_FILTER_VALUE_H

#include "base/err.h"
#include "domain/query/record_dimension.h"

/* CODE, COUNTRY, ID, IDS: the number of a value, 0 for "none". INPUT on `name`. */
MUST_CHECK bool record_filter_value_code(struct ctx *ctx, const struct record_dimension *dimension,
                                         const char *name, const char *text, int64_t *code);

/* And back. */
const char *record_filter_value_name(struct arena *arena, const struct record_dimension *dimension,
                                     int64_t code);

/* The ends of a range; an open one is INT64_MIN or INT64_MAX. Numbers of custom fields have decimals:
 * an end lies so many of RECORD_FILTER_PARTS above its whole number. Of others the parts are 0. */
#define RECORD_FILTER_PARTS INT64_C(1000000000000000)
struct record_ends {
    int64_t from, to, from_part, to_part;
};

/* NUMBER, AGE, DAY: "40..70", "40..", "..70". INPUT on `name` also when nothing could lie between. */
MUST_CHECK bool record_filter_value_range(struct ctx *ctx, const struct record_dimension *dimension,
                                          const char *name, const char *text,
                                          struct record_ends *out);

/* And back: one end ("" when open), and both. */
const char *record_filter_value_end(struct arena *arena, const struct record_dimension *dimension,
                                    int64_t end, int64_t part);
const char *record_filter_value_ends(struct arena *arena, const struct record_dimension *dimension,
                                     const struct record_ends *ends);

/* SET: "12", "12c", "12u". INPUT on `name`. */
MUST_CHECK bool record_filter_value_set(struct ctx *ctx, const char *name, const char *text,
                                        int64_t *set, char *did);

/* A typed or stored number: the whole number at or below it and the parts above that ("-12.25": -13
 * and 750000000000000). False when it is none, or longer than 15 digits before or behind its point. */
bool record_filter_value_number(const char *text, int64_t *whole, int64_t *part);

/* A stored or typed YYYY-MM-DD of the years 1000 to 9999 as days since 1970; a day that no calendar
 * has counts on from the month's end. False when it is no day. */
bool record_filter_value_day(const char *text, int64_t *day);

#endif
