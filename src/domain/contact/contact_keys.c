/* Keys of a contact. See contact_keys.h. */
#include "domain/contact/contact_keys.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/contact/email_lists.h"
#include "domain/contact/linkedin_url.h"
#include "domain/contact/person_name.h"

enum { TEXT_MAX = 8192 };

static const char *
email_key(struct arena *arena, const char *email)
{
    const char *at = email ? strrchr(email, '@') : NULL;
    if (!at || email_lists_is_role(arena_strndup(arena, email, (size_t)(at - email))))
        return NULL;
    return email;
}

static const char *
linkedin_key(struct arena *arena, const char *url)
{
    struct linkedin_url found;
    if (!url || linkedin_url_read(arena, url, &found) != LINKEDIN_PERSON)
        return NULL;
    return found.key;
}

/* The given texts with one blank between, NULLs left out. */
static const char *
joined(struct arena *arena, const char *const *texts, size_t n)
{
    struct buf buf;
    buf_init(&buf, arena, TEXT_MAX);
    for (size_t i = 0; i < n; i++) {
        if (!texts[i])
            continue;
        if (buf.length)
            buf_char(&buf, ' ');
        buf_text(&buf, texts[i]);
    }
    return buf.data;
}

void
contact_keys_of(struct arena *arena, const char *const *values, struct contact_keys *out)
{
    const char *first = values[CONTACT_FIRST_NAME], *last = values[CONTACT_LAST_NAME];
    out->linkedin_key = linkedin_key(arena, values[CONTACT_LINKEDIN_URL]);
    out->name_key = person_name_key(arena, first, last);
    /* a desk's address is shared by people, but without a name the contact is the desk itself */
    out->email_key = !*out->name_key && !out->linkedin_key
                         ? values[CONTACT_EMAIL]
                         : email_key(arena, values[CONTACT_EMAIL]);
    out->search = text_fold(arena, joined(arena,
                                          (const char *const[]){first, last, values[CONTACT_EMAIL],
                                                                values[CONTACT_JOB_TITLE]},
                                          4));
    const char *by_name = joined(arena, (const char *const[]){last, first}, 2);
    out->sort_name = text_fold(arena, *by_name ? by_name : contact_keys_label(arena, values));
    out->title_key = values[CONTACT_JOB_TITLE] ? text_fold(arena, values[CONTACT_JOB_TITLE]) : NULL;
}

const char *
contact_keys_label(struct arena *arena, const char *const *values)
{
    const char *name = joined(
        arena, (const char *const[]){values[CONTACT_FIRST_NAME], values[CONTACT_LAST_NAME]}, 2);
    if (*name)
        return name;
    if (values[CONTACT_EMAIL])
        return values[CONTACT_EMAIL];
    const char *slug = linkedin_key(arena, values[CONTACT_LINKEDIN_URL]);
    return slug ? slug : "No name";
}
