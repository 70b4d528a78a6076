/* The fixed parts of SpreadsheetML packages (ECMA-376, parts 1 and 2). See xlsx_parts.h. */
#include "base/xlsx_parts.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"

#define DOC_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS "http://schemas.openxmlformats.org/package/2006/"
#define PACKAGE_TYPE "application/vnd.openxmlformats-package.relationships+xml"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* How many sheets there will be is not known when this is written, so they are the default. */
static const char types_xml[] = XLSX_XML_HEAD
    "<Types xmlns=\"" PACKAGE_NS
    "content-types\"><Default Extension=\"rels\" ContentType=\"" PACKAGE_TYPE
    "\"/><Default Extension=\"xml\" ContentType=\"" SHEET_TYPE "worksheet+xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET_TYPE "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SHEET_TYPE "styles+xml\"/></Types>";

enum { PART_CAP = 1024 * 1024 };

static const char styles_xml[] = XLSX_XML_HEAD
    "<styleSheet xmlns=\"" XLSX_MAIN_NS "\"><numFmts count=\"2\">"
    "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs><cellXfs count=\"4\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
    " applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
    " applyNumberFormat=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    "</styleSheet>";

static bool
add_member(struct ctx *ctx, struct xlsx_zip *zip, const char *name, const char *text)
{
    return xlsx_zip_begin(ctx, zip, name) && xlsx_zip_add(ctx, zip, text, strlen(text)) &&
           xlsx_zip_end(ctx, zip);
}

const char *
xlsx_parts_sheet(struct ctx *ctx, int64_t sheet)
{
    return arena_printf(ctx->arena, "xl/worksheets/sheet%" PRId64 ".xml", sheet);
}

bool
xlsx_parts_first(struct ctx *ctx, struct xlsx_zip *zip)
{
    return add_member(ctx, zip, "[Content_Types].xml", types_xml) &&
           add_member(ctx, zip, "_rels/.rels",
                      XLSX_XML_HEAD "<Relationships xmlns=\"" PACKAGE_NS "relationships\">"
                                    "<Relationship Id=\"rId1\" Type=\"" DOC_NS "/officeDocument\" "
                                    "Target=\"xl/workbook.xml\"/></Relationships>") &&
           add_member(ctx, zip, "xl/styles.xml", styles_xml);
}

static const char *
sheet_name(struct arena *arena, const struct xlsx_sheets *sheets, int64_t sheet)
{
    return sheet == 1 ? sheets->name : arena_printf(arena, "%s %" PRId64, sheets->name, sheet);
}

static bool
add_workbook(struct ctx *ctx, struct xlsx_zip *zip, const struct xlsx_sheets *sheets)
{
    struct buf buf;
    buf_init(&buf, ctx->arena, PART_CAP);
    buf_text(&buf, XLSX_XML_HEAD "<workbook xmlns=\"" XLSX_MAIN_NS "\" xmlns:r=\"" DOC_NS "\">"
                                 "<bookViews><workbookView/></bookViews><sheets>");
    for (int64_t i = 1; i <= sheets->n; i++)
        buf_printf(&buf, "<sheet name=\"%s\" sheetId=\"%" PRId64 "\" r:id=\"rId%" PRId64 "\"/>",
                   sheet_name(ctx->arena, sheets, i), i, i);
    buf_text(&buf, "</sheets><definedNames>");
    for (int64_t i = 1; i <= sheets->n; i++)
        buf_printf(&buf,
                   "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%" PRId64
                   "\" hidden=\"1\">'%s'!$A$1:$%s$%" PRId64 "</definedName>",
                   i - 1, sheet_name(ctx->arena, sheets, i), sheets->letters, sheets->ends[i - 1]);
    buf_text(&buf, "</definedNames></workbook>");
    return add_member(ctx, zip, "xl/workbook.xml", buf.data);
}

static bool
add_relations(struct ctx *ctx, struct xlsx_zip *zip, const struct xlsx_sheets *sheets)
{
    struct buf buf;
    buf_init(&buf, ctx->arena, PART_CAP);
    buf_text(&buf, XLSX_XML_HEAD "<Relationships xmlns=\"" PACKAGE_NS "relationships\">");
    for (int64_t i = 1; i <= sheets->n; i++)
        buf_printf(&buf,
                   "<Relationship Id=\"rId%" PRId64 "\" Type=\"" DOC_NS
                   "/worksheet\" Target=\"worksheets/sheet%" PRId64 ".xml\"/>",
                   i, i);
    buf_printf(&buf,
               "<Relationship Id=\"rId%" PRId64 "\" Type=\"" DOC_NS
               "/styles\" Target=\"styles.xml\"/></Relationships>",
               sheets->n + 1);
    return add_member(ctx, zip, "xl/_rels/workbook.xml.rels", buf.data);
}

bool
xlsx_parts_last(struct ctx *ctx, struct xlsx_zip *zip, const struct xlsx_sheets *sheets)
{
    return add_workbook(ctx, zip, sheets) && add_relations(ctx, zip, sheets);
}
