/* Numbers as people write them in cells: "1.200", "1 200", "1,5", "10K", "12.4 million", "1e6".
 * Called by the domain's normalisers of sizes and amounts. Knows no units but thousand to trillion. */
#ifndef LEADGEN_BASE_NUMBER_H
#define LEADGEN_BASE_NUMBER_H

#include <stdbool.h>

struct number {
    double value;     /* with its multiplier applied */
    double unit;      /* 1, or the multiplier written: 1e3, 1e6, 1e9, 1e12 */
    bool grouped;     /* written with thousands separators */
    bool three_after; /* one separator with three digits behind: "1.200" may be 1.2 or 1200 */
    bool mixed;       /* both separators used: "1.234,5" */
    int decimals;     /* digits behind the decimal separator; 0 when none */
    int digits;       /* digits in all */
};

/* Reads a number at *at and moves *at behind it and behind its multiplier; false (and *at unmoved)
 * when no digit stands there. A separator with three digits behind it counts as grouping. */
bool number_scan(const char **at, struct number *out);

#endif
