/* Records into columns. See snapshot_row.h. */
#include "domain/snapshot/snapshot_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"

/* Of a custom field: a text that nearly every record has another of is not worth its memory. */
enum { SET_MOST = 1024, CUSTOM_BYTES_MOST = 64 * 1024 * 1024, CUSTOMS_MOST = 256 * 1024 * 1024 };

void
snapshot_reader_open(struct snapshot_reader *reader, struct snapshot_table *table,
                     struct snapshot_segment *segment, struct arena *scratch)
{
    *reader = (struct snapshot_reader){.table = table, .segment = segment, .scratch = scratch};
    for (size_t i = 0; i < table->n_dimensions; i++) {
        const struct record_dimension *own = &table->dimensions[i];
        reader->company_place[i] = -1;
        if (own->list == own->of)
            continue;
        for (size_t k = 0; k < table->companies->n_dimensions; k++) {
            const struct record_dimension *theirs = &table->companies->dimensions[k];
            if (theirs->place == own->place && theirs->kind == own->kind)
                reader->company_place[i] = (int)k;
        }
    }
}

static int64_t
number_of(const char *text)
{
    return text ? strtoll(text, NULL, 10) : 0;
}

/* The next number of an array's text, "{3,0,2}". */
static bool
next_number(const char **at, int64_t *out)
{
    char *end = NULL;
    if (!*at || !**at || !(*at)[1])
        return false;
    *out = strtoll(*at + 1, &end, 10);
    bool found = end != *at + 1;
    *at = end;
    return found;
}

static void
take_codes(struct snapshot_reader *reader, size_t row, const char *text)
{
    int64_t codes[RECORD_MOST_CODES] = {0}, code;
    for (size_t i = 0; i < RECORD_MOST_CODES && next_number(&text, &code); i++)
        codes[i] = code;
    for (size_t i = 0; i < reader->table->n_dimensions; i++) {
        const struct record_dimension *dimension = &reader->table->dimensions[i];
        if (dimension->place >= 0 && reader->company_place[i] < 0)
            snapshot_put(reader->segment, SNAPSHOT_FIRST_DIMENSION + i, row,
                         codes[dimension->place]);
    }
}

static void
take_set(struct snapshot_reader *reader, size_t dimension, size_t row, const char *text)
{
    uint32_t places[SET_MOST];
    size_t n = 0;
    int64_t id;
    while (n < SET_MOST && next_number(&text, &id)) {
        uint32_t place = snapshot_dict_id(&reader->table->dicts[dimension], id);
        bool again = false;
        for (size_t i = 0; i < n; i++)
            again = again || places[i] == place;
        if (!again)
            places[n++] = place;
    }
    snapshot_put_set(reader->segment, dimension, row, places, n);
}

static uint32_t
source_place(struct snapshot_reader *reader, struct snapshot_dict *dict, const char *source)
{
    if (!source)
        return 0;
    if (reader->last_source && !strcmp(reader->last_source, source))
        return reader->last_place;
    reader->last_place = snapshot_dict_text(dict, text_fold(reader->scratch, source), source);
    reader->last_source = snapshot_dict_shown(dict, reader->last_place);
    return reader->last_place;
}

/* A custom field's value as SQL's ->> gives it. */
static uint32_t
custom_place(struct snapshot_reader *reader, size_t dimension, const struct jsn *values)
{
    const char *name = reader->table->dimensions[dimension].name;
    const struct jsn *value = jsn_get(values, name + strlen("field."));
    const char *text = jsn_kind(value) == JSN_NULL   ? NULL
                       : jsn_kind(value) == JSN_TEXT ? jsn_as_text(value, "")
                                                     : jsn_write(reader->scratch, value);
    struct snapshot_table *table = reader->table;
    struct snapshot_dict *dict = &table->dicts[dimension];
    size_t before = dict->n;
    if (!text || table->left_out[dimension])
        return 0;
    const char *folded = text_fold(reader->scratch, text);
    uint32_t place = snapshot_dict_text(dict, folded, text);
    size_t bytes = dict->n > before ? strlen(folded) + strlen(text) : 0;
    table->custom_bytes[dimension] += bytes;
    table->all_custom_bytes += bytes;
    table->left_out[dimension] = table->custom_bytes[dimension] > CUSTOM_BYTES_MOST ||
                                 (bytes && table->all_custom_bytes > CUSTOMS_MOST);
    return place;
}

static void
take_customs(struct snapshot_reader *reader, size_t row, const char *text)
{
    struct snapshot_table *table = reader->table;
    struct ctx ctx = {.arena = reader->scratch};
    struct jsn *values = NULL;
    if (table->n_dimensions == table->n_fixed)
        return;
    if (text && !jsn_read(&ctx, reader->scratch, text, strlen(text), &values))
        values = NULL; /* the database wrote it: cannot be */
    for (size_t i = table->n_fixed; i < table->n_dimensions; i++)
        snapshot_put(reader->segment, SNAPSHOT_FIRST_DIMENSION + i, row,
                     custom_place(reader, i, values));
}

/* The dimensions that are columns of their own. */
static void
take_columns(struct snapshot_reader *reader, size_t row, const char *const *cells)
{
    struct snapshot_table *table = reader->table;
    for (size_t i = 0; i < table->n_fixed; i++) {
        const struct record_dimension *dimension = &table->dimensions[i];
        size_t column = SNAPSHOT_FIRST_DIMENSION + i;
        struct snapshot_dict *dict = &table->dicts[i];
        if (dimension->place >= 0)
            continue;
        if (dimension->kind == DIMENSION_IDS)
            take_set(reader, i, row,
                     cells[strcmp(dimension->column, "tag_ids") ? SNAPSHOT_ROW_LISTS
                                                                : SNAPSHOT_ROW_TAGS]);
        else if (dimension->kind == DIMENSION_TEXT)
            snapshot_put(
                reader->segment, column, row,
                snapshot_dict_text(dict, cells[SNAPSHOT_ROW_TITLE_KEY],
                                   cells[SNAPSHOT_ROW_TITLE] ? cells[SNAPSHOT_ROW_TITLE] : ""));
        else if (dimension->kind == DIMENSION_VALUE)
            snapshot_put(reader->segment, column, row,
                         source_place(reader, dict, cells[SNAPSHOT_ROW_SOURCE]));
        else if (snapshot_form(dimension) == SNAPSHOT_FORM_DICT)
            snapshot_put(reader->segment, column, row,
                         snapshot_dict_id(dict, number_of(cells[SNAPSHOT_ROW_OWNER])));
    }
}

static void
take_company(struct snapshot_reader *reader, size_t row, uint32_t company)
{
    struct snapshot_table *table = reader->table;
    snapshot_put(reader->segment, SNAPSHOT_COMPANY, row, company);
    if (company == SNAPSHOT_NOBODY)
        return;
    size_t at;
    const struct snapshot_segment *theirs = snapshot_company_of(table->companies, company, &at);
    for (size_t i = 0; i < table->n_dimensions; i++)
        if (reader->company_place[i] >= 0)
            snapshot_put(reader->segment, SNAPSHOT_FIRST_DIMENSION + i, row,
                         snapshot_cell(theirs,
                                       SNAPSHOT_FIRST_DIMENSION + (size_t)reader->company_place[i],
                                       at));
}

/* As the order of texts compares them: the capitals A to Z made small. */
static const char *
small_letters(struct arena *arena, const char *text)
{
    char *small = arena_strdup(arena, text ? text : "");
    for (char *p = small; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p + ('a' - 'A'));
    return small;
}

size_t
snapshot_reader_take(struct snapshot_reader *reader, const char *const *cells, uint32_t company_row)
{
    struct snapshot_segment *segment = reader->segment;
    size_t row = snapshot_segment_add(segment);
    snapshot_put(segment, SNAPSHOT_ID, row, number_of(cells[SNAPSHOT_ROW_ID]));
    snapshot_put(segment, SNAPSHOT_CREATED, row, number_of(cells[SNAPSHOT_ROW_CREATED]));
    snapshot_put(segment, SNAPSHOT_UPDATED, row, number_of(cells[SNAPSHOT_ROW_UPDATED]));
    snapshot_put(segment, SNAPSHOT_CHECKED, row, number_of(cells[SNAPSHOT_ROW_CHECKED]));
    snapshot_put_text(segment, SNAPSHOT_SEARCH, row, cells[SNAPSHOT_ROW_SEARCH]);
    snapshot_put_text(segment, SNAPSHOT_NAME, row, cells[SNAPSHOT_ROW_NAME]);
    take_codes(reader, row, cells[SNAPSHOT_ROW_CODES]);
    take_columns(reader, row, cells);
    take_customs(reader, row, cells[SNAPSHOT_ROW_CUSTOM]);
    if (reader->table->entity == RECORD_CONTACT) {
        snapshot_put_text(segment, SNAPSHOT_EMAIL, row,
                          small_letters(reader->scratch, cells[SNAPSHOT_ROW_EMAIL]));
        snapshot_put(segment, SNAPSHOT_COMPANY_ID, row, number_of(cells[SNAPSHOT_ROW_COMPANY]));
        take_company(reader, row, company_row);
    }
    return row;
}
