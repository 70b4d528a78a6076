/* Keys of a company. See company_keys.h. */
#include "domain/company/company_keys.h"

#include "base/text.h"
#include "domain/company/company_domain.h"
#include "domain/company/company_name.h"

void
company_keys_of(struct arena *arena, const char *const *values, struct company_keys *out)
{
    out->domain = values[COMPANY_DOMAIN];
    if (!out->domain && values[COMPANY_WEBSITE_URL])
        out->domain = company_domain_key(arena, values[COMPANY_WEBSITE_URL]);
    out->name = values[COMPANY_NAME];
    out->legal_form = values[COMPANY_LEGAL_FORM];
    if (!out->name) {
        out->name = out->domain;
    } else if (!out->legal_form) {
        struct company_name parts;
        company_name_split(arena, out->name, &parts);
        if (*parts.form)
            out->legal_form = *parts.form_key ? parts.form_key : parts.form;
    }
    const char *name = out->name ? out->name : "";
    const char *email = values[COMPANY_EMAIL];
    out->name_key = company_name_key(arena, name);
    out->search =
        arena_printf(arena, "%s%s%s%s%s", text_fold(arena, name), out->domain ? " " : "",
                     out->domain ? out->domain : "", email ? " " : "", email ? email : "");
    out->sort_name = text_fold(arena, name);
}
