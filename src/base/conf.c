/* Settings. See conf.h. */
#include "base/conf.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

enum { ENV_FILE_MOST = 64 * 1024 };

struct setting {
    const char *name;
    size_t offset;
    unsigned need;
    const char *in_checkout; /* default below the checkout, or NULL */
    const char *installed;   /* default otherwise, or NULL */
    const char *help;
};

static const struct setting settings[] = {
    {"LEADGEN_DSN",       offsetof(struct conf, dsn),       CONF_DSN,       NULL,        NULL,
     "a libpq connection string, for example \"host=/run/leadgen dbname=leadgen\""                                          },
    {"LEADGEN_URL",       offsetof(struct conf, url),       CONF_URL,       NULL,        NULL,
     "the address people open, for example https://leads.example.com"                                                       },
    {"LEADGEN_FILES",     offsetof(struct conf, files),     CONF_FILES,     NULL,        NULL,
     "a folder for uploads and exports"                                                                                     },
    {"LEADGEN_SNAPSHOTS", offsetof(struct conf, snapshots), 0,              NULL,        NULL,
     "a folder for the columns of large workspaces"                                                                         },
    {"LEADGEN_TEMPLATES", offsetof(struct conf, templates), CONF_TEMPLATES, "templates",
     LEADGEN_PKGDATADIR "/templates",                                                          "the folder of the templates"},
    {"LEADGEN_DNS",       offsetof(struct conf, dns),       0,              NULL,        NULL,
     "DNS servers, address:port with commas between"                                                                        },
    {"LEADGEN_RESOLVE",   offsetof(struct conf, resolve),   0,              NULL,        NULL,
     "a file of lines host:port:address for web sites inside the own network"                                               },
    {"LEADGEN_AGENT_URL", offsetof(struct conf, agent_url), 0,              NULL,        NULL,
     "a web address for the owners of the sites that are fetched"                                                           },
    {"LEADGEN_KEYFILE",   offsetof(struct conf, keyfile),   CONF_KEYFILE,   NULL,        NULL,
     "the file with the keys of stored secrets"                                                                             },
};

/* The folder with configure.ac at or above the running program, or NULL when it is installed. */
static const char *
checkout_dir(struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return NULL;
    path[length] = '\0';
    for (int up = 0; up < 5; up++) {
        char *slash = strrchr(path, '/');
        if (!slash || slash == path)
            return NULL;
        *slash = '\0';
        if (access(arena_printf(arena, "%s/configure.ac", path), F_OK) == 0)
            return arena_strdup(arena, path);
    }
    return NULL;
}

/* The whole file, or NULL when there is none. */
static char *
file_text(struct ctx *ctx, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    char *text = arena_alloc(ctx->arena, ENV_FILE_MOST + 1);
    size_t length = 0;
    for (;;) {
        ssize_t got = read(fd, text + length, ENV_FILE_MOST - length);
        if (got <= 0)
            break;
        length += (size_t)got;
    }
    close(fd);
    text[length] = '\0';
    return text;
}

/* The value of `name` in lines NAME=value; single or double quotes around a value are taken off. */
static const char *
file_value(struct arena *arena, const char *text, const char *name)
{
    size_t name_length = strlen(name);
    for (const char *line = text; line && *line; line = strchr(line, '\n')) {
        line += strspn(line, "\n\t ");
        if (text_starts(line, "export "))
            line += strlen("export ");
        if (strncmp(line, name, name_length) != 0 || line[name_length] != '=')
            continue;
        const char *value = line + name_length + 1;
        size_t length = strcspn(value, "\r\n");
        if (length >= 2 && (*value == '"' || *value == '\'') && value[length - 1] == *value) {
            value++;
            length -= 2;
        }
        return arena_strndup(arena, value, length);
    }
    return NULL;
}

static const char *
lookup(struct ctx *ctx, const char *file, const char *name)
{
    const char *value = getenv(name);
    if (value && *value)
        return arena_strdup(ctx->arena, value);
    value = file ? file_value(ctx->arena, file, name) : NULL;
    return value && *value ? value : NULL;
}

static bool
read_workers(struct ctx *ctx, const char *text, int64_t *out)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    *out = cores > 0 ? cores : 1;
    if (!text)
        return true;
    char *end = NULL;
    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (errno || end == text || *end || number < 1 || number > 1024)
        return err_raise(ctx, ERR_INPUT, "LEADGEN_WORKERS must be a number from 1 to 1024");
    *out = number;
    return true;
}

bool
conf_read(struct ctx *ctx, unsigned needs, struct conf *out)
{
    memset(out, 0, sizeof *out);
    const char *checkout = checkout_dir(ctx->arena);
    out->var = lookup(ctx, NULL, "LEADGEN_VAR");
    if (!out->var && checkout)
        out->var = arena_printf(ctx->arena, "%s/var", checkout);
    const char *file =
        out->var ? file_text(ctx, arena_printf(ctx->arena, "%s/env", out->var)) : NULL;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        const struct setting *setting = &settings[i];
        const char *value = lookup(ctx, file, setting->name);
        if (!value && checkout && setting->in_checkout)
            value = arena_printf(ctx->arena, "%s/%s", checkout, setting->in_checkout);
        if (!value && !checkout)
            value = setting->installed;
        if (!value && (needs & setting->need))
            return err_raise(ctx, ERR_INPUT, "%s is not set: it must be %s", setting->name,
                             setting->help);
        memcpy((char *)out + setting->offset, &value, sizeof value);
    }
    if (!out->snapshots && out->files)
        out->snapshots = arena_printf(ctx->arena, "%s/snapshots", out->files);
    if (out->url) {
        size_t length = strlen(out->url);
        if (!text_starts(out->url, "http://") && !text_starts(out->url, "https://"))
            return err_raise(ctx, ERR_INPUT, "LEADGEN_URL must begin with http:// or https://");
        while (length && out->url[length - 1] == '/')
            length--;
        out->url = arena_strndup(ctx->arena, out->url, length);
        out->secure = text_starts(out->url, "https://");
    }
    if (!out->agent_url)
        out->agent_url = out->url;
    return read_workers(ctx, lookup(ctx, file, "LEADGEN_WORKERS"), &out->workers);
}
