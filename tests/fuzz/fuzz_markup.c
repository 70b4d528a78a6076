/* Markup under arbitrary bytes: a bounded tree of valid UTF-8 whose links fit together. The first
 * byte chooses HTML or XML. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/markup.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct markup doc;
    bool xml = size && data[0] == 'x';
    const char *bytes = (const char *)data;
    bool read = xml ? markup_xml(&ctx, bytes + 1, size - 1, NULL, &doc)
                    : markup_html(&ctx, bytes, size, NULL, &doc);
    if (!read && ctx.err.kind != ERR_INPUT)
        abort();
    size_t n = 0;
    for (struct markup_node *at = read ? doc.root->first_child : NULL; at;
         at = markup_next(at, doc.root)) {
        n++;
        if (at->index != n)
            abort();
        if (!at->parent || (at->tag == MARKUP_TEXT && !text_is_utf8(at->text, at->length)))
            abort();
        for (size_t i = 0; i < at->n_attrs; i++)
            if (!text_is_utf8(at->attrs[i].value, strlen(at->attrs[i].value)))
                abort();
    }
    if (read && n + 1 != doc.n_nodes)
        abort();
    if (read)
        (void)markup_text(arena, doc.root, 1000);
    arena_free(arena);
    return 0;
}
