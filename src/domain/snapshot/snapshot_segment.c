/* Rows in columns. See snapshot_segment.h. */
#include "domain/snapshot/snapshot_segment.h"

#include <string.h>

enum { FIRST_ROWS = 64, FIRST_POOL = 4096, LARGE_POOL = 1024 * 1024 };

enum snapshot_form
snapshot_form(const struct record_dimension *dimension)
{
    switch (dimension->kind) {
    case DIMENSION_CODE:
    case DIMENSION_COUNTRY:
        return SNAPSHOT_FORM_CODE;
    case DIMENSION_NUMBER:
        return dimension->place >= 0 ? SNAPSHOT_FORM_CODE : SNAPSHOT_FORM_NONE;
    case DIMENSION_ID:
        return strcmp(dimension->column, "company_id") ? SNAPSHOT_FORM_DICT : SNAPSHOT_FORM_COMPANY;
    case DIMENSION_TEXT:
    case DIMENSION_VALUE:
        return SNAPSHOT_FORM_DICT;
    case DIMENSION_IDS:
        return SNAPSHOT_FORM_SETS;
    case DIMENSION_DAY:
        return strcmp(dimension->column, "custom") ? SNAPSHOT_FORM_TIME : SNAPSHOT_FORM_NONE;
    case DIMENSION_AGE:
        return SNAPSHOT_FORM_TIME;
    case DIMENSION_SET:
        break;
    }
    return SNAPSHOT_FORM_NONE;
}

enum snapshot_column
snapshot_time_of(const struct record_dimension *dimension)
{
    if (!strcmp(dimension->column, "created_at"))
        return SNAPSHOT_CREATED;
    return strcmp(dimension->column, "updated_at") ? SNAPSHOT_CHECKED : SNAPSHOT_UPDATED;
}

size_t
snapshot_places(const struct snapshot_table *table, size_t dimension)
{
    const struct record_dimension *of = &table->dimensions[dimension];
    switch (snapshot_form(of)) {
    case SNAPSHOT_FORM_CODE:
        return of->kind == DIMENSION_COUNTRY ? SNAPSHOT_COUNTRIES : SNAPSHOT_CODES;
    case SNAPSHOT_FORM_DICT:
    case SNAPSHOT_FORM_SETS:
        return table->dicts[dimension].n;
    case SNAPSHOT_FORM_NONE:
    case SNAPSHOT_FORM_TIME:
    case SNAPSHOT_FORM_COMPANY:
        break;
    }
    return 0;
}

void
snapshot_table_init(struct snapshot_table *table, enum record_entity entity,
                    const struct snapshot_table *companies)
{
    *table = (struct snapshot_table){.entity = entity, .companies = companies};
    const struct record_dimension *fixed = record_dimensions(entity, &table->n_fixed);
    memcpy(table->dimensions, fixed, table->n_fixed * sizeof *fixed);
    table->n_dimensions = table->n_fixed;
    for (size_t i = 0; i < table->n_fixed; i++)
        table->dicts[i].is_text =
            fixed[i].kind == DIMENSION_TEXT || fixed[i].kind == DIMENSION_VALUE;
}

bool
snapshot_table_custom(struct snapshot_table *table, const char *name, bool counted)
{
    if (table->n_dimensions == SNAPSHOT_DIMENSIONS)
        return false;
    table->dicts[table->n_dimensions].is_text = true;
    table->dimensions[table->n_dimensions++] =
        (struct record_dimension){.name = name,
                                  .label = name,
                                  .list = table->entity,
                                  .of = table->entity,
                                  .kind = DIMENSION_VALUE,
                                  .place = -1,
                                  .column = "custom",
                                  .flags = counted ? DIMENSION_FACET : 0U};
    return true;
}

bool
snapshot_table_find(const struct snapshot_table *table, const char *name, size_t *dimension)
{
    for (size_t i = 0; i < table->n_dimensions; i++)
        if (!strcmp(table->dimensions[i].name, name)) {
            *dimension = i;
            return !table->left_out[i];
        }
    return false;
}

bool
snapshot_table_lacks(const struct snapshot_table *table, const char *name)
{
    size_t dimension = SNAPSHOT_DIMENSIONS;
    return !snapshot_table_find(table, name, &dimension) && dimension < SNAPSHOT_DIMENSIONS;
}

/* Widths of a segment that grows; a file's base has narrower ones. */
static uint32_t
width_of(const struct snapshot_table *table, size_t column)
{
    bool contact = table->entity == RECORD_CONTACT;
    switch (column) {
    case SNAPSHOT_ID:
    case SNAPSHOT_CREATED:
    case SNAPSHOT_UPDATED:
    case SNAPSHOT_CHECKED:
        return 8;
    case SNAPSHOT_COMPANY_ID:
        return contact ? 8 : 0;
    case SNAPSHOT_COMPANY:
    case SNAPSHOT_EMAIL:
        return contact ? 4 : 0;
    case SNAPSHOT_SEARCH:
    case SNAPSHOT_NAME:
        return 4;
    default:
        break;
    }
    size_t at = column - SNAPSHOT_FIRST_DIMENSION;
    if (at >= table->n_dimensions)
        return 0;
    switch (snapshot_form(&table->dimensions[at])) {
    case SNAPSHOT_FORM_CODE:
        return table->dimensions[at].kind == DIMENSION_COUNTRY ? 2 : 1;
    case SNAPSHOT_FORM_DICT:
    case SNAPSHOT_FORM_SETS:
        return 4;
    case SNAPSHOT_FORM_NONE:
    case SNAPSHOT_FORM_TIME:
    case SNAPSHOT_FORM_COMPANY:
        break;
    }
    return 0;
}

static void
widen(struct snapshot_segment *segment, size_t room)
{
    for (size_t i = 0; i < SNAPSHOT_COLUMNS; i++) {
        struct snapshot_cells *cells = &segment->cells[i];
        if (!cells->width)
            continue;
        void *wider = arena_array(segment->arena, room + 1, cells->width);
        if (segment->n)
            memcpy(wider, cells->at, (segment->n + 1) * cells->width);
        cells->at = wider;
    }
    uint64_t *live = ARENA_ARRAY(segment->arena, room / 64 + 1, uint64_t);
    if (segment->n)
        memcpy(live, segment->live, (segment->n / 64 + 1) * sizeof *live);
    segment->live = live;
    segment->room = room;
}

void
snapshot_segment_open(const struct snapshot_table *table, struct snapshot_segment *segment,
                      struct arena *arena, size_t room)
{
    *segment = (struct snapshot_segment){.arena = arena};
    for (size_t i = 0; i < SNAPSHOT_COLUMNS; i++)
        segment->cells[i].width = width_of(table, i);
    widen(segment, room < FIRST_ROWS ? FIRST_ROWS : room);
}

size_t
snapshot_segment_add(struct snapshot_segment *segment)
{
    if (segment->n == segment->room)
        widen(segment, 2 * segment->room);
    size_t row = segment->n++;
    segment->live[row / 64] |= UINT64_C(1) << row % 64;
    segment->n_live++;
    return row;
}

void
snapshot_put(struct snapshot_segment *segment, size_t column, size_t row, int64_t value)
{
    void *at = segment->cells[column].at;
    switch (segment->cells[column].width) {
    case 1:
        ((uint8_t *)at)[row] = (uint8_t)value;
        break;
    case 2:
        ((uint16_t *)at)[row] = (uint16_t)value;
        break;
    case 4:
        ((uint32_t *)at)[row] = (uint32_t)value;
        break;
    case 8:
        ((int64_t *)at)[row] = value;
        break;
    default:
        break;
    }
}

int64_t
snapshot_cell(const struct snapshot_segment *segment, size_t column, size_t row)
{
    const void *at = segment->cells[column].at;
    switch (segment->cells[column].width) {
    case 1:
        return ((const uint8_t *)at)[row];
    case 2:
        return ((const uint16_t *)at)[row];
    case 4:
        return ((const uint32_t *)at)[row];
    case 8:
        return ((const int64_t *)at)[row];
    default:
        return 0;
    }
}

static void
end_pool(void *arg)
{
    struct snapshot_pool *pool = arg;
    arena_free(pool->own);
    pool->own = NULL;
}

static char *
pool_memory(struct arena *arena, struct snapshot_pool *pool, size_t size)
{
    if (size < LARGE_POOL)
        return arena_alloc(arena, size);
    if (!pool->own)
        arena_defer(arena, end_pool, pool);
    struct arena *before = pool->own;
    pool->own = arena_new();
    char *wider = arena_alloc(pool->own, size);
    memcpy(wider, pool->at, pool->n);
    pool->at = wider;
    arena_free(before);
    return wider;
}

/* Room for `more` bytes in a pool. */
static char *
pool_add(struct arena *arena, struct snapshot_pool *pool, size_t more)
{
    if (pool->n + more > pool->room) {
        size_t room = 2 * (pool->n + more) < FIRST_POOL ? FIRST_POOL : 2 * (pool->n + more);
        char *wider = pool_memory(arena, pool, room + SNAPSHOT_TEXT_PAD);
        if (pool->n && pool->at != wider)
            memcpy(wider, pool->at, pool->n);
        pool->at = wider;
        pool->room = room;
    }
    char *at = (char *)pool->at + pool->n;
    pool->n += more;
    return at;
}

void
snapshot_put_text(struct snapshot_segment *segment, enum snapshot_column column, size_t row,
                  const char *text)
{
    struct snapshot_pool *pool = &segment->texts[column - SNAPSHOT_SEARCH];
    uint32_t *from = segment->cells[column].at;
    size_t length = text ? strlen(text) : 0;
    /* a line end, which no word holds, keeps a word from matching across rows */
    char *at = pool_add(segment->arena, pool, length + 1);
    if (length)
        memcpy(at, text, length);
    at[length] = '\n';
    from[row + 1] = (uint32_t)pool->n;
}

void
snapshot_put_set(struct snapshot_segment *segment, size_t dimension, size_t row,
                 const uint32_t *places, size_t n)
{
    struct snapshot_pool *pool = &segment->sets[dimension];
    uint32_t *from = segment->cells[SNAPSHOT_FIRST_DIMENSION + dimension].at;
    if (n)
        memcpy(pool_add(segment->arena, pool, n * sizeof *places), places, n * sizeof *places);
    from[row + 1] = (uint32_t)(pool->n / sizeof *places);
}

const char *
snapshot_text(const struct snapshot_segment *segment, enum snapshot_column column, size_t row,
              size_t *length)
{
    const uint32_t *from = segment->cells[column].at;
    *length = from[row + 1] - from[row] - 1;
    return (const char *)segment->texts[column - SNAPSHOT_SEARCH].at + from[row];
}

const uint32_t *
snapshot_set(const struct snapshot_segment *segment, size_t dimension, size_t row, size_t *n)
{
    const uint32_t *from = segment->cells[SNAPSHOT_FIRST_DIMENSION + dimension].at;
    *n = from[row + 1] - from[row];
    return *n ? (const uint32_t *)segment->sets[dimension].at + from[row] : NULL;
}

bool
snapshot_base_row(const struct snapshot_segment *base, int64_t id, size_t *row)
{
    const int64_t *ids = base->cells[SNAPSHOT_ID].at;
    size_t low = 0, high = base->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    *row = low;
    return low < base->n && ids[low] == id;
}

const struct snapshot_segment *
snapshot_company_of(const struct snapshot_table *companies, uint32_t company, size_t *row)
{
    bool base = company < companies->base.n;
    *row = base ? company : company - companies->base.n;
    return base ? &companies->base : &companies->delta;
}
