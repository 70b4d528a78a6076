/* Rows of a snapshot in columns. A table is all companies or all contacts of a tenant: a base segment,
 * mapped from a file and never written, and a delta segment, in the memory of one process, with the
 * rows that changed since; both have the same columns, and what evaluates filters does not care which
 * it reads. A column stands at the number of its dimension in record_dimensions(). Called by the
 * other files of this area. */
#ifndef LEADGEN_SNAPSHOT_SEGMENT_H
#define LEADGEN_SNAPSHOT_SEGMENT_H

#include "domain/query/record_dimension.h"
#include "domain/snapshot/snapshot_dict.h"

enum { SNAPSHOT_DIMENSIONS = 48, SNAPSHOT_CODES = 256, SNAPSHOT_COUNTRIES = 26 * 26 + 1 };
#define SNAPSHOT_NOBODY UINT32_MAX /* no company */

/* How a dimension is kept. */
enum snapshot_form {
    SNAPSHOT_FORM_NONE,   /* not: ids come by SQL */
    SNAPSHOT_FORM_CODE,   /* the code itself */
    SNAPSHOT_FORM_DICT,   /* a place in the dictionary */
    SNAPSHOT_FORM_SETS,   /* any number of places */
    SNAPSHOT_FORM_TIME,   /* microseconds since 1970 */
    SNAPSHOT_FORM_COMPANY /* the id of a company */
};

/* Columns besides those of dimensions. */
enum snapshot_column {
    SNAPSHOT_ID,
    SNAPSHOT_CREATED,
    SNAPSHOT_UPDATED,
    SNAPSHOT_CHECKED,
    SNAPSHOT_COMPANY_ID, /* 0: none */
    SNAPSHOT_COMPANY,    /* row in the base segment of companies or, past its end, in the delta's */
    SNAPSHOT_SEARCH,     /* where the row's text begins; the next row's follows */
    SNAPSHOT_NAME,
    SNAPSHOT_EMAIL,
    SNAPSHOT_FIRST_DIMENSION, /* codes, places; of sets: where the row's places begin */
    SNAPSHOT_COLUMNS = SNAPSHOT_FIRST_DIMENSION + SNAPSHOT_DIMENSIONS
};
/* What has postings without being a dimension: the runs of snapshot_runs.h. */
enum { SNAPSHOT_RUNS = SNAPSHOT_DIMENSIONS, SNAPSHOT_LISTS };
enum { SNAPSHOT_TEXTS = 3 };

/* Orders kept as permutations of the rows; those without a value come last. */
enum snapshot_order {
    SNAPSHOT_BY_NAME,
    SNAPSHOT_BY_COMPANY,
    SNAPSHOT_BY_TITLE,
    SNAPSHOT_BY_EMAIL,
    SNAPSHOT_BY_UPDATED,
    SNAPSHOT_BY_CHECKED,
    SNAPSHOT_BY_EMPLOYER, /* the company's row */
    SNAPSHOT_ORDERS
};

/* The rows of one value: sorted, or one bit a row where they are many. */
struct snapshot_posting {
    uint32_t count;
    uint32_t dense;
    uint64_t at; /* in words of the postings */
};

struct snapshot_plan;
struct snapshot_cells {
    void *at;
    uint32_t width; /* bytes a row; 0: the segment has no such column */
};

struct snapshot_pool {
    void *at; /* text; places of sets */
    size_t n, room;
    struct arena *own; /* of a large one, so that growing gives back what it grew out of */
};

struct snapshot_segment {
    struct arena *arena; /* of one that grows */
    size_t n, room;
    struct snapshot_cells cells[SNAPSHOT_COLUMNS];
    struct snapshot_pool texts[SNAPSHOT_TEXTS];
    struct snapshot_pool sets[SNAPSHOT_DIMENSIONS];          /* of uint32_t */
    const struct snapshot_posting *postings[SNAPSHOT_LISTS]; /* base only, or NULL */
    size_t n_postings[SNAPSHOT_LISTS];
    const uint64_t *words[SNAPSHOT_LISTS];   /* NULL: only counts */
    const uint32_t *orders[SNAPSHOT_ORDERS]; /* base only */
    size_t known[SNAPSHOT_ORDERS];           /* rows with a value */
    const uint64_t *grams;                   /* base only: snapshot_grams.h */
    const uint32_t *run_from;                /* base only: where a run begins, and one more */
    const char *run_bytes;
    const uint32_t *staff; /* base of contacts: where a company's end in SNAPSHOT_BY_EMPLOYER */
    const uint64_t *rungs[SNAPSHOT_ORDERS]; /* base only: snapshot_rungs.h */
    const uint16_t *packs;                  /* base only: snapshot_packs.h */
    const struct snapshot_plan *plan;
    size_t slots[SNAPSHOT_DIMENSIONS];          /* places of a set in packs; 0: it is in none */
    const uint32_t *spill[SNAPSHOT_DIMENSIONS]; /* pairs of a row and a place beyond them */
    size_t n_spill[SNAPSHOT_DIMENSIONS];        /* numbers */
    uint64_t *live;                             /* one bit a row */
    size_t n_live;
};

struct snapshot_table {
    enum record_entity entity;
    struct record_dimension dimensions[SNAPSHOT_DIMENSIONS]; /* the table's, then custom fields */
    size_t n_dimensions, n_fixed;
    struct snapshot_dict dicts[SNAPSHOT_DIMENSIONS];
    size_t custom_bytes[SNAPSHOT_DIMENSIONS]; /* of custom fields: texts added to the dictionary */
    size_t all_custom_bytes;
    bool left_out[SNAPSHOT_DIMENSIONS]; /* they were too many: the column says nothing */
    struct snapshot_segment base, delta;
    const struct snapshot_table *companies; /* of contacts */
};

enum snapshot_form snapshot_form(const struct record_dimension *dimension);

/* The column of an AGE or DAY. */
enum snapshot_column snapshot_time_of(const struct record_dimension *dimension);

/* How many codes or places a dimension counts into. */
size_t snapshot_places(const struct snapshot_table *table, size_t dimension);

/* An empty table with the columns of an entity; both of a base that is not there. */
void snapshot_table_init(struct snapshot_table *table, enum record_entity entity,
                         const struct snapshot_table *companies);

/* Adds a custom field by the name of its dimension ("field.segment"), which must outlive the table;
 * `counted`: its facet is shown. False when there is no room. Before any rows. */
bool snapshot_table_custom(struct snapshot_table *table, const char *name, bool counted);

/* Whether the table has left out the dimension of that name. */
bool snapshot_table_lacks(const struct snapshot_table *table, const char *name);

/* The dimension of that name; false when the table has none, or has left it out. */
bool snapshot_table_find(const struct snapshot_table *table, const char *name, size_t *dimension);

/* Makes the segment one that grows, with room for `room` rows. */
void snapshot_segment_open(const struct snapshot_table *table, struct snapshot_segment *segment,
                           struct arena *arena, size_t room);

/* Appends a row with nothing in it and returns it. */
size_t snapshot_segment_add(struct snapshot_segment *segment);

/* Sets a cell of a growing segment. Texts and sets: of the last row only, once, all of them. */
void snapshot_put(struct snapshot_segment *segment, size_t column, size_t row, int64_t value);
void snapshot_put_text(struct snapshot_segment *segment, enum snapshot_column column, size_t row,
                       const char *text);
void snapshot_put_set(struct snapshot_segment *segment, size_t dimension, size_t row,
                      const uint32_t *places, size_t n);

/* Reads cells. */
int64_t snapshot_cell(const struct snapshot_segment *segment, size_t column, size_t row);
const char *snapshot_text(const struct snapshot_segment *segment, enum snapshot_column column,
                          size_t row, size_t *length);
const uint32_t *snapshot_set(const struct snapshot_segment *segment, size_t dimension, size_t row,
                             size_t *n);

/* The row of a living id; false when there is none (base: ascending ids). */
bool snapshot_base_row(const struct snapshot_segment *base, int64_t id, size_t *row);

/* The segment and row of a contact's company. */
const struct snapshot_segment *snapshot_company_of(const struct snapshot_table *companies,
                                                   uint32_t company, size_t *row);

#endif
