/* Two legal forms side by side. See legal_form_pair.h. */
#include "domain/identity/legal_form_pair.h"

#include <string.h>

#include "base/text.h"
#include "domain/company/legal_form.h"

/* Forms that lists give for each other: the same with a remark, what the law renamed, a translation. */
static const char *const families[][10] = {
    {"Inc.",        "Corp.", "Co., Inc."},
    {"Ltd.",             "Co., Ltd.",               "Pty Ltd", "Pvt Ltd", "Pte Ltd", "Ltd. Şti."},
    {"LLC",    "Co., LLC","OOO", "TOV", "TOO", "MMC"},
    {"JSC", "OJSC",        "CJSC", "PJSC", "AO", "OAO", "ZAO", "PAO", "NAO", "PrAT"},
    {"AB","AB (publ)",               "Ab"},
    {"Oy",        "Oy Ab"         },
    {"SA",         "S.A.",          "S/A", "SAU", "SA de CV", "ΑΕ"},
    {"SL",       "SLU"         },
    {"SAS",        "SASU"         },
    {"S de RL",       "S de RL de CV"             },
    {"a.s.",   "AS","A/S", "A.Ş.", "San. ve Tic. A.Ş."},
    {"Lda.",          "Ltda.",   "Unipessoal Lda."},
    {"DOO",          "DOOEL"  },
    {"OOD",        "EOOD"    },
    {"AD",             "EAD"                },
};

/* What companies of other scripts call their form in English, each as it likes. */
static const char *const english[] = {"Inc.", "Corp.",     "Co., Inc.", "Ltd.",
                                      "Co.",  "Co., Ltd.", "Co., LLC",  "LLC"};
static const char *const loose[] = {"Co.", "Co., Ltd.", "K.K.", "G.K.", "Y.K.", "TNHH"};

static bool
is_among(const char *const *list, size_t n, const char *form)
{
    for (size_t i = 0; i < n && list[i]; i++)
        if (!strcmp(list[i], form))
            return true;
    return false;
}

static bool
is_english(const char *form)
{
    return is_among(english, sizeof english / sizeof *english, form);
}

static bool
is_loose(const char *form)
{
    return (unsigned char)*form >= 0x80 || is_among(loose, sizeof loose / sizeof *loose, form);
}

/* Letters and digits only, folded. */
static const char *
squeezed(struct arena *arena, const char *text)
{
    char *folded = text_fold(arena, text);
    size_t length = strlen(folded), at = 0, n = 0;
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(folded, length, &at);
        if (!text_is_letter(cp) && !text_is_digit(cp))
            continue;
        memmove(folded + n, folded + here, at - here);
        n += at - here;
    }
    folded[n] = '\0';
    return folded;
}

/* The usual spelling; NULL when it is none that is known. */
static const char *
usual(struct arena *arena, const char *text)
{
    const struct legal_form *form = legal_form_by_key(squeezed(arena, text));
    if (form)
        return legal_form_by_spelling(form, text)->form;
    return (unsigned char)*text >= 0x80 ? text : NULL;
}

bool
legal_form_pair_differs(struct arena *arena, const char *a, const char *b)
{
    if (!a || !b || !strcmp(a, b))
        return false;
    const char *one = usual(arena, a), *other = usual(arena, b);
    if (!one || !other || !strcmp(squeezed(arena, one), squeezed(arena, other)))
        return false;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (is_among(families[i], 10, one) && is_among(families[i], 10, other))
            return false;
    return !(is_loose(one) && (is_loose(other) || is_english(other))) &&
           !(is_loose(other) && is_english(one));
}
