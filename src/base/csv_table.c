/* See csv_table.h. */
#include "base/csv_table.h"

#include <string.h>

struct span
csv_table_cell(const struct csv_table *table, const struct csv_row_note *row,
               const struct csv_split *split, uint32_t column)
{
    struct span cell = {"", 0};
    if (column < split->count) {
        cell.data = table->sample->text + row->at + split->cells[column].start;
        cell.length = split->cells[column].length;
    }
    return cell;
}

bool
csv_table_split(struct csv_table *table, const struct csv_row_note *row, struct csv_split *split)
{
    const struct csv_sample *sample = table->sample;
    return csv_split_row(&table->shape, sample->text + row->at, sample->length - row->at,
                         sample->whole, split);
}

/* Lists the rows that are not blank lines, from `at` on. */
void
csv_table_list(struct csv_table *table, size_t at, uint64_t line)
{
    const struct csv_sample *sample = table->sample;
    struct csv_split *split = &table->split;
    while (at < sample->length && table->count < CSV_TABLE_ROWS) {
        struct csv_row_note row = {.at = at, .line = line};
        if (!csv_table_split(table, &row, split))
            break;
        row.count = split->count;
        for (uint32_t i = 0; i < split->count; i++)
            row.filled += csv_type_of(csv_table_cell(table, &row, split, i)) != CSV_TYPE_EMPTY;
        bool blank_line = split->count == 1 && !row.filled && table->columns > 1;
        row.end = at += split->length;
        row.next_line = line += split->lines;
        if (!blank_line)
            table->rows[table->count++] = row;
    }
}

bool
csv_table_has_digit(struct span cell)
{
    for (size_t i = 0; i < cell.length; i++)
        if (cell.data[i] >= '0' && cell.data[i] <= '9')
            return true;
    return false;
}

/* A year is a number that often names a column. */
bool
csv_table_is_year(struct span cell)
{
    return cell.length == 4 && (!memcmp(cell.data, "19", 2) || !memcmp(cell.data, "20", 2)) &&
           cell.data[2] >= '0' && cell.data[2] <= '9' && cell.data[3] >= '0' && cell.data[3] <= '9';
}

/* Tallies the columns of the rows behind `first`. */
uint32_t
csv_table_columns(struct csv_table *table, uint32_t first, struct csv_column_note *notes)
{
    uint32_t rows = 0;
    memset(notes, 0, table->columns * sizeof *notes);
    for (uint32_t r = first; r < table->count && rows < 100; r++) {
        const struct csv_row_note *row = &table->rows[r];
        if (row->count != table->columns || !csv_table_split(table, row, &table->split))
            continue;
        rows++;
        for (uint32_t i = 0; i < table->columns; i++) {
            struct span cell = csv_table_cell(table, row, &table->split, i);
            enum csv_type type = csv_type_of(cell);
            notes[i].types[type]++;
            if (type == CSV_TYPE_EMPTY)
                continue;
            notes[i].values++;
            notes[i].length += cell.length;
            notes[i].digits += csv_table_has_digit(cell);
            notes[i].years += csv_table_is_year(cell);
        }
    }
    for (uint32_t i = 0; i < table->columns; i++) {
        notes[i].main = CSV_TYPE_TEXT;
        for (enum csv_type type = CSV_TYPE_NUMBER; type <= CSV_TYPE_URL; type++)
            if (notes[i].types[type] * 10 >= notes[i].values * 7 && notes[i].values)
                notes[i].main = type;
    }
    return rows;
}
