/* The score of one page. See inspect_score.h. */
#include "batch/inspect/inspect_score.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "domain/scoring/icp_score.h"

static bool
read_model(struct ctx *ctx, const char *path, const char **bytes, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return err_raise(ctx, ERR_INPUT, "%s cannot be read: %s.", path, strerror(errno));
    char *text = arena_alloc(ctx->arena, ICP_JSON_MOST + 1);
    *length = fread(text, 1, ICP_JSON_MOST + 1, file);
    *bytes = text;
    bool good = !ferror(file);
    (void)fclose(file);
    return good || err_raise(ctx, ERR_INPUT, "%s cannot be read.", path);
}

static struct icp_page
page_of(struct arena *arena, const struct page *page)
{
    struct icp_page out = {.url = page->url ? page->url : "",
                           .kind = (int)page->kind,
                           .text = page->text,
                           .frame = page->frame_text};
    out.links.of = ARENA_ARRAY(arena, page->n_links + 1, const char *);
    for (size_t i = 0; i < page->n_links; i++)
        out.links.of[out.links.n++] = page->links[i].href;
    out.technologies.of = ARENA_ARRAY(arena, page->n_technologies + 1, const char *);
    for (size_t i = 0; i < page->n_technologies; i++)
        out.technologies.of[out.technologies.n++] = page->technologies[i].name;
    return out;
}

bool
inspect_score(struct ctx *ctx, const char *path, const struct page *page, struct jsn **out)
{
    const char *model = NULL;
    size_t length = 0;
    struct icp_page one = page_of(ctx->arena, page);
    if (strcmp(path, "default") != 0 && !read_model(ctx, path, &model, &length))
        return false;
    if (icp_score_inspect(ctx, model, length, &one, 1, out))
        return true;
    if (ctx->err.kind != ERR_INPUT || !*ctx->err.field)
        return false;
    struct err err = ctx->err;
    err_clear(ctx);
    return err_raise(ctx, ERR_INPUT, "%s: %s", err.field, err.message);
}
