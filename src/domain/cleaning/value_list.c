/* Several values in one field. See value_list.h. */
#include "domain/cleaning/value_list.h"

#include <string.h>

bool
value_list_has(const char *list, const char *value)
{
    size_t length = strlen(value);
    for (const char *at = list ? strstr(list, value) : NULL; at; at = strstr(at + 1, value))
        if ((at == list || at[-1] == ' ') && (!at[length] || at[length] == ','))
            return true;
    return false;
}

const char *
value_list_with(struct arena *arena, const char *list, const char *value)
{
    if (!list)
        return value;
    return value_list_has(list, value) ? list : arena_printf(arena, "%s, %s", list, value);
}

const char *
value_list_joined(struct arena *arena, const char *list, const char *more, const char *except)
{
    while (more && *more) {
        size_t n = strcspn(more, ",");
        const char *value = arena_strndup(arena, more, n);
        if (n && (!except || strcmp(value, except) != 0))
            list = value_list_with(arena, list, value);
        more += n + strspn(more + n, ", ");
    }
    return list;
}
