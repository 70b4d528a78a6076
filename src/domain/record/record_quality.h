/* Parts of a record's quality score, as the record page shows them. Filled by company_class.c and
 * contact_class.c: the points of the reached parts are the score, those of all parts are 100. */
#ifndef LEADGEN_DOMAIN_RECORD_QUALITY_H
#define LEADGEN_DOMAIN_RECORD_QUALITY_H

#include <stdbool.h>

enum { RECORD_QUALITY_PARTS = 12 };

struct record_quality_part {
    const char *label; /* what people read: "Industry" */
    int points;        /* what the part is worth */
    bool reached;
};

#endif
