/* All words of industries, and how words of industries end. See company_industry_words.h. */
#include "domain/company/company_industry_words.h"

#define W(text, industry, weight) PHRASE(text, INDUSTRY_##industry, weight)

/* clang-format off */
static const struct phrase endings[] = {
    W("industrie", MANUFACTURING, 3), W("industri", MANUFACTURING, 3),
    W("herstellung", MANUFACTURING, 3), W("fertigung", MANUFACTURING, 3),
    W("produktion", MANUFACTURING, 3), W("produksjon", MANUFACTURING, 3),
    W("tillverkning", MANUFACTURING, 3), W("valmistus", MANUFACTURING, 3),
    W("teollisuus", MANUFACTURING, 3), W("hersteller", MANUFACTURING, 3),
    W("fabrik", MANUFACTURING, 3), W("maschinen", MANUFACTURING, 3),
    W("bau maschinen", MANUFACTURING, 3), W("bau", CONSTRUCTION, 3), W("bouw", CONSTRUCTION, 3),
    W("bygg", CONSTRUCTION, 3), W("byggeri", CONSTRUCTION, 3), W("rakentaminen", CONSTRUCTION, 3),
    W("handel", RETAIL, 3), W("kauppa", RETAIL, 3), W("butik", RETAIL, 3), W("butikk", RETAIL, 3),
    W("winkel", RETAIL, 3), W("beratung", PROFESSIONAL, 3), W("kanzlei", PROFESSIONAL, 3),
    W("konsult", PROFESSIONAL, 3), W("konsulent", PROFESSIONAL, 3), W("byra", PROFESSIONAL, 3),
    W("bureau", PROFESSIONAL, 3), W("bank", FINANCE, 3), W("versicherung", FINANCE, 3),
    W("klinik", HEALTHCARE, 3), W("pflege", HEALTHCARE, 3), W("praxis", HEALTHCARE, 3),
    W("schule", EDUCATION, 3), W("skole", EDUCATION, 3), W("skola", EDUCATION, 3),
    W("agentur", CREATIVE, 3), W("transport", TRANSPORT, 3), W("transporte", TRANSPORT, 3),
    W("verkehr", TRANSPORT, 3), W("spedition", TRANSPORT, 3), W("kuljetus", TRANSPORT, 3),
    W("verein", OTHER, 3), W("verband", OTHER, 3), W("stiftung", OTHER, 3), W("forening", OTHER, 3),
};
/* clang-format on */

const struct phrases company_industry_words = {
    {&company_industry_services, &company_industry_goods, &company_industry_society},
    {endings,                          sizeof endings / sizeof *endings                                          },
    false
};
