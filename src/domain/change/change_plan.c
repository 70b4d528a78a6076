/* What an undo does to a record. See change_plan.h. */
#include "domain/change/change_plan.h"

#include "domain/change/change.h"

static int64_t
bits_of(const struct change_row *row)
{
    return row->fields | (row->kind == CHANGE_UPDATED ? 0 : CHANGE_EXISTS);
}

/* An undo's own rows are void from the start: what of them still holds shows in the set it undid. */
static int64_t
undone_bits(const struct change_item *item, int64_t set_id)
{
    int64_t bits = 0;
    for (size_t i = 0; i < item->n_rows; i++)
        if (item->rows[i].change_set_id == set_id)
            bits |= item->rows[i].voided;
    return bits;
}

/* What the walk over the rows, newest first, finds. */
struct walk {
    int64_t take;       /* fields that can go back */
    int64_t left;       /* fields of the set that others changed later */
    int64_t others;     /* fields that others changed */
    int64_t first_kind; /* of the oldest row that says whether the record is there */
    bool touched;       /* others changed anything since that row */
};

static void
take_row(struct change_item *item, size_t at, int64_t effective, struct walk *walk)
{
    struct change_row *row = &item->rows[at];
    row->taken = row->source = effective & ~walk->others;
    for (size_t i = at + 1; i < item->n_rows; i++)
        item->rows[i].source &= ~row->taken; /* the older value wins */
    walk->take |= row->taken;
    walk->left |= effective & walk->others;
    if (row->taken & CHANGE_EXISTS) {
        walk->first_kind = row->kind;
        walk->touched = walk->others != 0;
    }
}

static struct walk
walk_rows(struct change_item *item, int64_t set_id, int64_t redo_of)
{
    struct walk walk = {0};
    int64_t undone = redo_of ? undone_bits(item, redo_of) : 0;
    for (size_t i = item->n_rows; i-- > 0;) {
        struct change_row *row = &item->rows[i];
        int64_t bits = bits_of(row);
        row->taken = row->source = 0;
        if (row->change_set_id == set_id)
            take_row(item, i, redo_of ? bits & undone : bits & ~row->voided, &walk);
        else if (row->change_set_id != redo_of)
            /* a redo looks at every later change: the rows of undos say nothing of the present */
            walk.others |= redo_of ? bits : bits & ~row->voided;
    }
    walk.left &= ~walk.take;
    return walk;
}

static void
leave(struct change_item *item)
{
    item->act = CHANGE_LEAVE;
    item->bits = 0;
    for (size_t i = 0; i < item->n_rows; i++)
        item->rows[i].taken = item->rows[i].source = 0;
}

void
change_plan_keep(struct change_item *item, int64_t bits, enum change_reason reason)
{
    item->kept[reason] |= bits;
    item->bits &= ~bits;
    for (size_t i = 0; i < item->n_rows; i++) {
        item->rows[i].taken &= ~bits;
        item->rows[i].source &= ~bits;
    }
    if ((bits & CHANGE_EXISTS) || (item->act == CHANGE_REVERT && !item->bits))
        leave(item);
}

/* The set made, deleted or restored the record. */
static void
plan_existence(struct change_item *item, const struct walk *walk)
{
    if (walk->first_kind == CHANGE_DELETED) {
        item->act = CHANGE_REVIVE;
        return;
    }
    item->act = CHANGE_REMOVE;
    if (item->deleted)
        leave(item); /* made and deleted by the same set */
    else if (walk->touched)
        change_plan_keep(item, CHANGE_EXISTS, CHANGE_KEPT_CHANGED);
}

void
change_plan_record(struct change_item *item, int64_t set_id, int64_t redo_of)
{
    struct walk walk = walk_rows(item, set_id, redo_of);
    item->bits = walk.take & ~CHANGE_EXISTS;
    if ((walk.take | walk.left) == 0) {
        leave(item);
    } else if (walk.take & CHANGE_EXISTS) {
        plan_existence(item, &walk);
    } else if (walk.left & CHANGE_EXISTS) {
        leave(item); /* someone else deleted it: nothing of it stays */
    } else if (item->deleted) {
        change_plan_keep(item, walk.take | walk.left, CHANGE_KEPT_DELETED);
        leave(item);
    } else {
        item->act = CHANGE_REVERT;
        if (walk.left || !item->bits)
            change_plan_keep(item, walk.left, CHANGE_KEPT_CHANGED);
    }
}
