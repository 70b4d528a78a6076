/* Trees of values for ClearSilver, in an arena. See template.h. A page has thousands of nodes that all
 * go with it: here each is a piece of the arena and nothing is given back one by one, where the
 * library's own makers ask malloc three times a node. Rendering only reads (no template says `set`, the
 * lint of templates sees to it), so the library never frees or moves a node of ours. */
#include <string.h>

#include "base/template_private.h"
#include "base/text.h"

/* The node that holds all others; each of them knows it as its top. */
struct root {
    HDF hdf;
    struct arena *arena;
};

static struct tree *
as_tree(HDF *hdf)
{
    return (struct tree *)(void *)hdf;
}

static struct arena *
arena_of(const HDF *node)
{
    return ((const struct root *)(const void *)node->top)->arena;
}

static char *
copy_of(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_raw(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

static HDF *
append(HDF *parent, const char *name, size_t length)
{
    struct arena *arena = arena_of(parent);
    HDF *node = ARENA_NEW(arena, HDF);
    node->top = parent->top;
    node->name = copy_of(arena, name, length);
    node->name_len = (int)length;
    if (parent->last_child)
        parent->last_child->next = node;
    else
        parent->child = node;
    parent->last_child = node;
    return node;
}

static HDF *
child_of(const HDF *parent, const char *name, size_t length)
{
    HDF *node = parent->child;
    while (node && ((size_t)node->name_len != length || memcmp(node->name, name, length) != 0))
        node = node->next;
    return node;
}

/* The node at a path, made when it is not there. */
static HDF *
node_at(HDF *node, const char *path)
{
    while (*path) {
        size_t length = strcspn(path, ".");
        HDF *child = child_of(node, path, length);
        node = child ? child : append(node, path, length);
        path += length + (path[length] == '.');
    }
    return node;
}

static void
set(HDF *node, const char *value, size_t length)
{
    node->value = copy_of(arena_of(node), value, length);
}

struct tree *
tree_with_mode(struct arena *arena, const char *mode)
{
    struct root *root = ARENA_NEW(arena, struct root);
    root->arena = arena;
    root->hdf.top = &root->hdf;
    tree_set(as_tree(&root->hdf), "Config.VarEscapeMode", mode);
    return as_tree(&root->hdf);
}

struct tree *
tree_new(struct arena *arena)
{
    return tree_with_mode(arena, "html");
}

void
tree_set(struct tree *tree, const char *path, const char *value)
{
    set(node_at(tree_hdf(tree), path), value ? value : "", value ? strlen(value) : 0);
}

void
tree_set_i64(struct tree *tree, const char *path, int64_t value)
{
    char digits[TEXT_I64];
    tree_set(tree, path, text_i64(digits, value));
}

void
tree_set_bool(struct tree *tree, const char *path, bool value)
{
    set(node_at(tree_hdf(tree), path), value ? "1" : "0", 1);
}

const char *
tree_get(struct tree *tree, const char *path)
{
    const HDF *node = tree_hdf(tree);
    while (node && *path) {
        size_t length = strcspn(path, ".");
        node = child_of(node, path, length);
        path += length + (path[length] == '.');
    }
    return node ? node->value : NULL;
}

struct tree *
tree_node(struct tree *tree, const char *path)
{
    return as_tree(node_at(tree_hdf(tree), path));
}

struct tree_list
tree_list(struct tree *tree, const char *path)
{
    return (struct tree_list){.node = tree_node(tree, path)};
}

struct tree *
tree_row(struct tree_list *list)
{
    char digits[TEXT_I64], *name = text_i64(digits, (int64_t)list->count++);
    size_t length = (size_t)(digits + TEXT_I64 - 1 - name);
    HDF *parent = tree_hdf(list->node), *last = list->last ? tree_hdf(list->last) : NULL;
    /* A list that is begun again goes through the rows it has. */
    HDF *row = last ? last->next : parent->child;
    if (!row || (size_t)row->name_len != length || memcmp(row->name, name, length) != 0)
        row = append(parent, name, length);
    list->last = as_tree(row);
    return list->last;
}
