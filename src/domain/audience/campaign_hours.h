/* How many hours a country's business day is away from UTC, in winter and where most of its people live.
 * Called by the conflict check; good enough to say who lives far from the others. Pure. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_HOURS_H
#define LEADGEN_DOMAIN_CAMPAIGN_HOURS_H

#include <stdbool.h>
#include <stdint.h>

/* False: the country ("DE") is not known here. */
bool campaign_hours_of(const char *country, int64_t *hours);

#endif
