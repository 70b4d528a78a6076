/* GET and POST /{tenant}/import/{id}/dialect: how the file is read, with its first rows, and a form
 * that changes it. What is left on "detect" is found out again. */
#include <stdio.h>
#include <string.h>

#include "web/import/import_view.h"
#include "web/import/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN_ROWS = 8, SHOWN_COLUMNS = 40, SHOWN_TEXT = 60, SHOWN_LINE = 200 };

static const char *const encodings[] = {"",
                                        "UTF-8",
                                        "UTF-16LE",
                                        "UTF-16BE",
                                        "WINDOWS-1252",
                                        "WINDOWS-1250",
                                        "WINDOWS-1251",
                                        "WINDOWS-1253",
                                        "WINDOWS-1254",
                                        "WINDOWS-1255",
                                        "WINDOWS-1256",
                                        "WINDOWS-1257",
                                        "ISO-8859-1",
                                        "ISO-8859-2",
                                        "ISO-8859-15",
                                        "KOI8-R",
                                        "MACINTOSH",
                                        "SHIFT_JIS",
                                        "EUC-JP",
                                        "GB18030",
                                        "BIG5",
                                        "EUC-KR",
                                        NULL};

/* Signs of a separator or quote, with the words for them. */
struct sign {
    const char *name, *sign, *label;
};
static const struct sign delimiters[] = {
    {"",          NULL, "Detect"          },
    {"comma",     ",",  "Comma ,"         },
    {"semicolon", ";",  "Semicolon ;"     },
    {"tab",       "\t", "Tab"             },
    {"pipe",      "|",  "Bar |"           },
    {"colon",     ":",  "Colon :"         },
    {"space",     " ",  "Blank"           },
    {"none",      "",   "None: one column"},
};
static const struct sign quotes[] = {
    {"",       NULL, "Detect"   },
    {"double", "\"", "Double \""},
    {"single", "'",  "Single '" },
    {"none",   "",   "None"     },
};
enum {
    N_DELIMITERS = sizeof delimiters / sizeof *delimiters,
    N_QUOTES = sizeof quotes / sizeof *quotes
};

static const char *const delimiter_names[] = {"",      "comma", "semicolon", "tab", "pipe",
                                              "colon", "space", "none",      NULL};
static const char *const quote_names[] = {"", "double", "single", "none", NULL};
static const char *const header_names[] = {"", "0", "1", "2", "3", NULL};

struct import_dialect_ask {
    int64_t id;
    const char *encoding, *delimiter, *quote, *header_rows, *skip, *table;
};
static const struct param import_dialect_items[] = {
    PARAM_ID(struct import_dialect_ask, id),
    PARAM_CHOICE(struct import_dialect_ask, encoding, encodings, OPTIONAL),
    PARAM_CHOICE(struct import_dialect_ask, delimiter, delimiter_names, OPTIONAL),
    PARAM_CHOICE(struct import_dialect_ask, quote, quote_names, OPTIONAL),
    PARAM_CHOICE(struct import_dialect_ask, header_rows, header_names, OPTIONAL),
    PARAM_TEXT(struct import_dialect_ask, skip, 6, OPTIONAL),
    PARAM_TEXT(struct import_dialect_ask, table, 9, OPTIONAL),
};
const struct params import_dialect_params = PARAMS(struct import_dialect_ask, import_dialect_items);

static const char *
sign_label(const struct sign *signs, size_t n, const char *sign)
{
    for (size_t i = 1; i < n; i++)
        if (!strcmp(signs[i].sign, sign))
            return signs[i].label;
    return sign;
}

static const char *
sign_name(const struct sign *signs, size_t n, const char *sign)
{
    for (size_t i = 1; i < n; i++)
        if (!strcmp(signs[i].sign, sign))
            return signs[i].name;
    return "";
}

/* "Line 4", "Lines 4 to 5", "None: columns are numbered". */
static const char *
header_text(struct page *pg, const struct csv_dialect *dialect)
{
    struct arena *arena = pg->ctx->arena;
    uint32_t line = dialect->preamble_lines + 1;
    if (!dialect->header_rows)
        return "None: columns are numbered";
    if (dialect->header_rows == 1)
        return arena_printf(arena, "Line %s", view_number(pg, line));
    return arena_printf(arena, "Lines %s to %s", view_number(pg, line),
                        view_number(pg, line + dialect->header_rows - 1));
}

static const char *
quote_text(struct arena *arena, const struct csv_dialect *dialect)
{
    if (!dialect->quote)
        return "None";
    const char sign[2] = {dialect->quote, '\0'};
    const char *name = dialect->quote == '"' ? "Double" : dialect->quote == '\'' ? "Single" : sign;
    if (!dialect->escape)
        return arena_strdup(arena, name);
    if (dialect->escape == dialect->quote)
        return arena_printf(arena, "%s, escaped by doubling", name);
    return arena_printf(arena, "%s, escaped by %c", name, dialect->escape);
}

static const char *
length_text(struct page *pg, const struct import_sample *sample)
{
    struct arena *arena = pg->ctx->arena;
    const char *few =
        arena_printf(arena, "%s with too few cells", view_number(pg, (int64_t)sample->n_short));
    const char *many =
        arena_printf(arena, "%s with too many", view_number(pg, (int64_t)sample->n_long));
    if (!sample->n_short && !sample->n_long)
        return "";
    return arena_printf(arena, "Of the first %s rows %s%s%s",
                        view_number(pg, (int64_t)sample->n_read), sample->n_short ? few : "",
                        sample->n_short && sample->n_long ? ", " : "", sample->n_long ? many : "");
}

/* "1,234", or of a long file "about 180,000". */
static const char *
rows_text(struct page *pg, const struct import_sample *sample)
{
    int64_t n = sample->n_about, step = 1;
    while (!sample->whole && n / step >= 100)
        step *= 10;
    const char *number = view_number(pg, (n + step / 2) / step * step);
    return sample->whole ? number : arena_printf(pg->ctx->arena, "about %s", number);
}

/* "line 17, Contacts: First name, Last name, E-mail (12 rows)". */
static const char *
table_text(struct page *pg, const struct import_table *table)
{
    return arena_printf(pg->ctx->arena, "line %s%s%s: %s (%s %s)", view_number(pg, table->line),
                        *table->title ? ", " : "", table->title, table->names,
                        view_number(pg, table->rows), table->rows == 1 ? "row" : "rows");
}

/* What else the file holds: Dialect.table and Dialect.tables.N, absent where it is one table. */
static void
show_tables(struct page *pg, struct tree *tree, const struct import_sample *sample)
{
    if (sample->n_tables < 2)
        return;
    struct tree_list list = tree_list(tree, "tables");
    tree_set(tree, "table", table_text(pg, &sample->tables[0]));
    for (size_t i = 1; i < sample->n_tables; i++)
        tree_set(tree_row(&list), "text", table_text(pg, &sample->tables[i]));
}

void
import_view_dialect(struct page *pg, const struct import *import, const struct csv_dialect *dialect,
                    const struct import_sample *sample)
{
    struct arena *arena = pg->ctx->arena;
    struct tree *tree = tree_node(pg->view, "Dialect");
    tree_set(tree, "path", import_view_path(pg, import->import_id, "/dialect"));
    tree_set(tree, "encoding", dialect->encoding);
    tree_set(tree, "certain",
             dialect->given & CSV_GIVEN_ENCODING ? "as you chose"
             : dialect->sure                     ? "certain"
                                                 : "");
    tree_set(tree, "about", rows_text(pg, sample));
    tree_set(tree, "delimiter", sign_label(delimiters, N_DELIMITERS, dialect->delimiter));
    tree_set(tree, "quote", quote_text(arena, dialect));
    tree_set(tree, "header", header_text(pg, dialect));
    if (dialect->preamble_lines)
        tree_set(tree, "skipped",
                 arena_printf(arena, "%s %s above it", view_number(pg, dialect->preamble_lines),
                              dialect->preamble_lines == 1 ? "line" : "lines"));
    if (dialect->renamed)
        tree_set(tree, "renamed",
                 arena_printf(arena, "%s %s no name, or one that is there twice",
                              view_number(pg, dialect->renamed),
                              dialect->renamed == 1 ? "column has" : "columns have"));
    tree_set(tree, "lengths", length_text(pg, sample));
    if (!sample->n_read)
        tree_set(tree, "no_rows", "1");
    show_tables(pg, tree, sample);
    size_t columns = sample->n_columns < SHOWN_COLUMNS ? sample->n_columns : SHOWN_COLUMNS;
    struct tree_list heads = tree_list(tree, "heads"), rows = tree_list(tree, "rows");
    for (size_t i = 0; i < columns; i++)
        tree_set(tree_row(&heads), "text", text_cut(arena, sample->headers[i], SHOWN_TEXT));
    for (size_t r = 0; r < sample->n_rows && r < SHOWN_ROWS; r++) {
        struct tree_list cells = tree_list(tree_row(&rows), "cells");
        for (size_t i = 0; i < columns; i++)
            tree_set(tree_row(&cells), "text", text_cut(arena, sample->rows[r][i], SHOWN_TEXT));
    }
    if (columns < sample->n_columns)
        import_view_count(pg, tree, "more_columns", (int64_t)(sample->n_columns - columns));
}

/* "Detect", with what was found: "Detect (found: Tab)". */
static const char *
detect_text(struct arena *arena, const char *found)
{
    return found && *found ? arena_printf(arena, "Detect (found: %s)", found) : "Detect";
}

/* Which table of the file to read, where it has several: by the line of its header. */
static void
show_table_choice(struct page *pg, const struct csv_dialect *dialect,
                  const struct import_sample *sample)
{
    struct arena *arena = pg->ctx->arena;
    bool chosen = dialect->given & CSV_GIVEN_PREAMBLE;
    if (sample->n_tables < 2)
        return;
    view_option(pg, "table", "", "Detect (the first one)");
    for (size_t i = 0; i < sample->n_tables; i++)
        view_option(pg, "table", arena_printf(arena, "%" PRId64, sample->tables[i].line),
                    arena_printf(arena, "From %s", table_text(pg, &sample->tables[i])));
    view_field(pg, "table", chosen ? arena_printf(arena, "%" PRId64, sample->tables[0].line) : "");
    tree_set(pg->view, "Dialect.choose_table", "1");
}

/* The form as the stored dialect has it: what was given stands, the rest is on "detect", which says
 * what it found. */
static void
show_form(struct page *pg, const struct csv_dialect *dialect, const struct import_sample *sample,
          bool known)
{
    struct arena *arena = pg->ctx->arena;
    const char quote[2] = {dialect->quote, '\0'};
    unsigned given = dialect->given;
    unsigned found = known ? ~given : 0;
    const char *labels[] = {
        detect_text(arena, found & CSV_GIVEN_ENCODING ? dialect->encoding : NULL),
        detect_text(arena, found & CSV_GIVEN_DELIMITER
                               ? sign_label(delimiters, N_DELIMITERS, dialect->delimiter)
                               : NULL),
        detect_text(arena, found & CSV_GIVEN_QUOTE ? quote_text(arena, dialect) : NULL),
        detect_text(arena, found & CSV_GIVEN_HEADER_ROWS ? header_text(pg, dialect) : NULL)};
    for (size_t i = 0; encodings[i]; i++)
        view_option(pg, "encoding", encodings[i], *encodings[i] ? encodings[i] : labels[0]);
    for (size_t i = 0; i < N_DELIMITERS; i++)
        view_option(pg, "delimiter", delimiters[i].name, i ? delimiters[i].label : labels[1]);
    for (size_t i = 0; i < N_QUOTES; i++)
        view_option(pg, "quote", quotes[i].name, i ? quotes[i].label : labels[2]);
    static const char *const header_labels[] = {"", "No header", "One line", "Two lines",
                                                "Three lines"};
    for (size_t i = 0; header_names[i]; i++)
        view_option(pg, "header_rows", header_names[i], i ? header_labels[i] : labels[3]);
    tree_set(pg->view, "Dialect.skip_hint",
             found & CSV_GIVEN_PREAMBLE
                 ? arena_printf(arena, "Empty: found out (found: %u)", dialect->preamble_lines)
                 : "Empty: found out");
    show_table_choice(pg, dialect, sample);
    view_field(pg, "encoding", given & CSV_GIVEN_ENCODING ? dialect->encoding : "");
    view_field(pg, "delimiter",
               given & CSV_GIVEN_DELIMITER ? sign_name(delimiters, N_DELIMITERS, dialect->delimiter)
                                           : "");
    view_field(pg, "quote", given & CSV_GIVEN_QUOTE ? sign_name(quotes, N_QUOTES, quote) : "");
    view_field(pg, "header_rows",
               given & CSV_GIVEN_HEADER_ROWS ? arena_printf(arena, "%u", dialect->header_rows)
                                             : "");
    view_field(pg, "skip",
               given & CSV_GIVEN_PREAMBLE ? arena_printf(arena, "%u", dialect->preamble_lines)
                                          : "");
}

/* The first lines as they stand in the file: Lines.N. */
static bool
show_lines(struct page *pg, const struct import *import)
{
    static const char *const kinds[] = {[IMPORT_LINE_SKIPPED] = "Skipped",
                                        [IMPORT_LINE_HEADER] = "Header",
                                        [IMPORT_LINE_ROW] = "Row",
                                        [IMPORT_LINE_OTHER] = "Another table"};
    struct import_line *lines;
    size_t n;
    if (!import_first_lines(pg->ctx, import, &lines, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Lines");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "line", view_number(pg, lines[i].line));
        tree_set(row, "kind", kinds[lines[i].kind]);
        tree_set(row, "text", text_cut(pg->ctx->arena, lines[i].text, SHOWN_LINE));
    }
    return true;
}

bool
import_dialect_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    struct import import;
    struct csv_dialect dialect = {0};
    struct import_sample sample = {0};
    if (!import_view_read(pg, one->id, &import))
        return false;
    if (import.change_set_id || !import.file)
        return reply_redirect_to(pg, import_view_path(pg, one->id, ""));
    if (import.dialect &&
        (!import_dialect(pg->ctx, &import, &dialect) ||
         !import_sample_read(pg->ctx, &import, &sample) || !show_lines(pg, &import)))
        return false;
    import_view_head(pg, &import, IMPORT_STEP_MAP);
    if (import.dialect)
        import_view_dialect(pg, &import, &dialect, &sample);
    else
        tree_set(pg->view, "Dialect.path", import_view_path(pg, one->id, "/dialect"));
    show_form(pg, &dialect, &sample, import.dialect != NULL);
    return reply_template(pg);
}

/* Lines above the header; from the choice of a table, which says the line of its header. */
static bool
read_lines(struct ctx *ctx, const char *text, const char *field, struct csv_dialect *given)
{
    bool table = !strcmp(field, "table");
    uint32_t lines = 0;
    if (!*text)
        return true;
    for (const char *c = text; *c; c++) {
        if (*c < '0' || *c > '9')
            return err_field(ctx, ERR_INPUT, field, "Enter the number of lines above the header.");
        lines = lines * 10 + (uint32_t)(*c - '0');
    }
    given->preamble_lines = table && lines ? lines - 1 : lines;
    given->given |= CSV_GIVEN_PREAMBLE;
    return true;
}

bool
import_dialect_save_page(struct page *pg)
{
    const struct import_dialect_ask *p = pg->params;
    struct csv_dialect given = {0};
    if (*p->encoding) {
        snprintf(given.encoding, sizeof given.encoding, "%s", p->encoding);
        given.given |= CSV_GIVEN_ENCODING;
    }
    for (size_t i = 1; i < N_DELIMITERS; i++) {
        if (strcmp(delimiters[i].name, p->delimiter) != 0)
            continue;
        snprintf(given.delimiter, sizeof given.delimiter, "%s", delimiters[i].sign);
        given.given |= CSV_GIVEN_DELIMITER;
    }
    for (size_t i = 1; i < N_QUOTES; i++) {
        if (strcmp(quotes[i].name, p->quote) != 0)
            continue;
        given.quote = *quotes[i].sign;
        given.given |= CSV_GIVEN_QUOTE;
    }
    if (*p->header_rows) {
        given.header_rows = (uint32_t)(*p->header_rows - '0');
        given.given |= CSV_GIVEN_HEADER_ROWS;
    }
    if (!read_lines(pg->ctx, p->skip, "skip", &given) ||
        !read_lines(pg->ctx, p->table, "table", &given) || !import_look(pg->ctx, p->id, &given))
        return false;
    reply_flash(pg, "ok", "The file is read as you said. Check the columns.", NULL, NULL);
    return reply_redirect_to(pg, import_view_path(pg, p->id, "/map"));
}
