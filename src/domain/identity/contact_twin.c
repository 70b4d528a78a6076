/* Namesakes. See contact_twin.h. */
#include "domain/identity/contact_twin.h"

#include <string.h>

#include "domain/cleaning/value_list.h"

static bool
differ(const char *a, const char *b)
{
    return a && b && strcmp(a, b) != 0;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "john.smith@x" and "john.smith2@x" */
static bool
differ_by_number(const char *a, const char *b)
{
    while (*a && *b) {
        while (is_digit(*a))
            a++;
        while (is_digit(*b))
            b++;
        if (*a != *b || *a == '@')
            return *a == *b;
        a++;
        b++;
    }
    return false;
}

bool
contact_twin_is_other(const struct contact_facts *row, const struct contact_facts *known,
                      bool several)
{
    if (differ(row->keys->linkedin_key, known->keys->linkedin_key))
        return true;
    const char *one = row->keys->email_key, *other = known->keys->email_key;
    if (!differ(one, other) || differ(strrchr(one, '@'), strrchr(other, '@')) ||
        value_list_has(known->values[CONTACT_OTHER_EMAILS], one))
        return false;
    return several ||
           differ(row->values[CONTACT_MOBILE_PHONE], known->values[CONTACT_MOBILE_PHONE]) ||
           differ(row->values[CONTACT_BIRTHDAY], known->values[CONTACT_BIRTHDAY]) ||
           differ_by_number(one, other);
}

const char *
contact_twin_emails(struct arena *arena, const char *const *values, const char *email,
                    const char *others)
{
    const char *list = values[CONTACT_OTHER_EMAILS], *own = values[CONTACT_EMAIL];
    if (own)
        list = value_list_joined(arena, list, email, own);
    return value_list_joined(arena, list, others, own);
}
