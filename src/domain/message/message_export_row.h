/* What stands in the file of a campaign's export: which columns, and how the rows of a person become
 * cells. Called by message_export_run.c. */
#ifndef LEADGEN_MESSAGE_EXPORT_ROW_H
#define LEADGEN_MESSAGE_EXPORT_ROW_H

#include "domain/export/record_export_file.h"
#include "domain/message/message_export_batch.h"
#include "domain/message/message_export_run.h"

/* A step and where its texts go; -1: nowhere. */
struct message_export_step {
    int64_t step_id;
    const char *label;
    int body, subject, pdf;
};

struct message_export_layout {
    enum message_export_format format;
    struct record_export_column *columns;
    size_t n_columns;
    struct message_export_step *steps;
    size_t n_steps;
    size_t n_pdf;    /* columns with addresses of PDFs */
    const char *url; /* what those begin with */
    struct span *values;
};

/* The layout for a campaign, in `arena`. */
MUST_CHECK bool message_export_layout(struct ctx *ctx, struct arena *arena, int64_t campaign_id,
                                      enum message_export_format format,
                                      struct message_export_layout **out);

/* Writes the person at a place; *messages is how many of their messages were written, 0 when the
 * file has no place for any and nothing was. */
MUST_CHECK bool message_export_person(struct ctx *ctx, struct arena *arena,
                                      const struct message_export_layout *layout,
                                      const struct message_export_batch *batch, size_t place,
                                      struct record_export_file *file, int64_t *messages);

/* The name of a step's column: letters, digits and _ only, so that tools can use it as a variable:
 * "Následný e-mail 2" is nasledny_e_mail_2, never beginning with a digit. "step_3" when nothing
 * remains. */
const char *message_export_column_name(struct arena *arena, const char *label, int64_t position);

#endif
