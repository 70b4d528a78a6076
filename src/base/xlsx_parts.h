/* The parts of a workbook around its sheets: kinds, relations, styles, the list of sheets. Called by
 * xlsx_write.c only. */
#ifndef LEADGEN_BASE_XLSX_PARTS_H
#define LEADGEN_BASE_XLSX_PARTS_H

#include "base/xlsx_zip.h"

#define XLSX_XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define XLSX_MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/* Places among the cell formats of the style sheet. */
enum xlsx_style { XLSX_STYLE_NONE, XLSX_STYLE_NAME, XLSX_STYLE_DATE, XLSX_STYLE_TIME };

/* What the parts have to say of the sheets. */
struct xlsx_sheets {
    const char *name;    /* of the first; the others have a number behind it */
    const char *letters; /* of the last column */
    int64_t n;
    const int64_t *ends; /* last row of each */
};

/* Member name of a sheet, counted from 1, in ctx->arena. */
const char *xlsx_parts_sheet(struct ctx *ctx, int64_t sheet);

/* What stands before the sheets, by whose first bytes programs know the file's kind. */
MUST_CHECK bool xlsx_parts_first(struct ctx *ctx, struct xlsx_zip *zip);

/* What can only be said when all rows are written. */
MUST_CHECK bool xlsx_parts_last(struct ctx *ctx, struct xlsx_zip *zip,
                                const struct xlsx_sheets *sheets);

#endif
