/* Tables of words around names. See person_words.h. */
#include "domain/contact/person_words.h"

#include <stdlib.h>
#include <string.h>

/* All tables are sorted by bytes: bsearch. */
/* clang-format off */
static const char *const sure_titles[] = {
    "abg", "adm", "admiral", "adv", "advocate", "akad", "amb", "ambassador", "arch", "arq",
    "attorney", "atty", "avv", "avvocato", "ayatollah", "bc", "brig", "capt", "cdr", "cmdr",
    "cmsgt", "col", "colonel", "commander", "congressman", "congresswoman", "councilman",
    "councilwoman", "cpl", "cpt", "dame", "dhr", "dipl", "dipl-ing", "dipl-kffr", "dipl-kfm",
    "dipl-oec", "dipl-phys", "dipling", "diplom", "dkffr", "dkfm", "doctor", "dott", "dottore",
    "dottoressa", "dottssa", "dr", "dra", "drs", "ds", "engr", "ensign", "excellency", "father",
    "fr", "frau", "fraulein", "froken", "fru", "fräulein", "gov", "habil", "haji", "hajji",
    "hazrat", "herr", "honorable", "honourable", "hr", "icdr", "imam", "ing", "inz", "inż", "ir",
    "judr", "lda", "licda", "lieutenant", "lt", "ltc", "madam", "madame", "mag", "magister", "maj",
    "mddr", "mej", "meneer", "mesdames", "mevr", "mevrouw", "mgr", "mgra", "mgrinz", "miss",
    "mister", "mlle", "mme", "monsieur", "mr", "mrs", "ms", "mudr", "mullah", "mvdr", "mw", "mx",
    "paeddr", "pani", "paní", "pastor", "pd", "pfc", "pharmdr", "phdr", "privdoz", "prof",
    "professor", "profs", "profssa", "pvt", "rabbi", "rag", "rev", "reverend", "rndr", "rsdr",
    "rt", "senator", "senor", "senora", "senorita", "sergeant", "señor", "señora", "señorita",
    "sgt", "shaikh", "sheik", "sheikh", "shri", "shrimati", "sig", "signor", "signora",
    "signorina", "sigra", "sir", "slecna", "slečna", "smt", "sr", "sra", "srta", "ssgt", "swami",
    "thdr", "thlic", "univ", "univprof", "г-жа", "г-н", "гжа", "гн", "проф",
};

static const char *const maybe_titles[] = {
    "archbishop", "baron", "baroness", "bishop", "cantor", "captain", "cardinal", "chancellor",
    "chief", "count", "countess", "doc", "eng", "gen", "general", "governor", "her", "his", "hon",
    "judge", "justice", "king", "lady", "lord", "major", "marquis", "mayor", "minister", "pan",
    "pope", "premier", "president", "prince", "princess", "queen", "rep", "secretary", "sen",
    "sri", "the", "your",
};

static const char *const follower_titles[] = {
    "agr", "arch", "c", "dent", "dr", "ec", "em", "emer", "forest", "h", "habil", "hc", "hon",
    "inf", "ing", "iur", "jur", "kfm", "med", "mont", "mult", "nat", "oec", "paed", "pharm",
    "phil", "pol", "psych", "rer", "sc", "scient", "soc", "tech", "techn", "theol", "vet", "wi",
    "wirt",
};

static const char *const sure_suffixes[] = {
    "2nd", "3rd", "4th", "acca", "aicp", "bba", "bbus", "bcom", "beng", "bsc", "bsc-hons", "bsn",
    "caia", "cbe", "ccie", "ccim", "ccna", "ccnp", "cebs", "ceng", "cfa", "cfe", "cfp", "chfc",
    "cia", "cima", "cisa", "cism", "cissp", "clu", "cma", "cmg", "cpa", "cphys", "crna", "csc",
    "csm", "cspo", "dba", "dnp", "dphil", "drsc", "dsc", "edd", "emba", "esq", "esquire",
    "executive-mba", "faap", "facc", "facp", "facs", "fca", "fcca", "fcipd", "fcma", "fics",
    "fiet", "frcp", "frcs", "frcsc", "frm", "gcmg", "ii", "iii", "ing-paed", "itil", "jnr", "jr",
    "junior", "junr", "kbe", "kcb", "kcmg", "lcsw", "llb", "llm", "lmft", "lpc", "lutc", "mba",
    "mbe", "mcipd", "mcom", "mdiv", "meng", "mfa", "miet", "mpa", "mph", "mphil", "mrcp", "msc",
    "msn", "msw", "mvo", "obe", "pharmd", "phd", "phr", "pmi-acp", "pmp", "prince2", "psm", "psyd",
    "rcp", "rph", "senior", "shrm-cp", "shrm-scp", "snr", "sphr", "sr", "vii", "viii",
};

static const char *const capital_suffixes[] = {
    "ba", "bs", "bsc", "cae", "cne", "crm", "csj", "cso", "dc", "dd", "dds", "dis", "dm", "dmd",
    "do", "dpm", "dvm", "ea", "fca", "gp", "iv", "ix", "jd", "jp", "kc", "lcs", "lpn", "ma", "mai",
    "md", "mep", "mft", "mlis", "mls", "mmt", "mp", "mpp", "ms", "msw", "np", "od", "ofm", "op",
    "osb", "ot", "pe", "pg", "pmc", "pt", "qc", "ra", "rd", "ret", "retd", "rla", "rn", "rt",
    "scd", "sj", "usa", "usaf", "usmc", "usn", "vi",
};

static const char *const particles[] = {
    "'t", "abu", "al", "bin", "bint", "d'", "da", "dal", "dall'", "dalla", "dalle", "dalli", "das",
    "de", "de'", "degli", "dei", "del", "dela", "dell'", "della", "delle", "delli", "dello", "den",
    "der", "des", "di", "di'", "dos", "du", "el", "ibn", "la", "las", "le", "les", "los", "mac",
    "mc", "op", "san", "santa", "santo", "st", "ste", "te", "ten", "ter", "tot", "van", "vande",
    "vanden", "vander", "vom", "von", "von-der", "zu", "zum", "zur",
};

static const char *const conjunctions[] = {
    "&", "and", "e", "et", "i", "och", "og", "und", "y",
};
/* clang-format on */

static int
compare(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

#define IN(table, word)                                                                            \
    (bsearch((word), (table), sizeof(table) / sizeof *(table), sizeof *(table), compare) != NULL)

enum person_title
person_words_title(const char *word)
{
    if (IN(sure_titles, word))
        return PERSON_TITLE_SURE;
    if (IN(maybe_titles, word))
        return PERSON_TITLE_MAYBE;
    return IN(follower_titles, word) ? PERSON_TITLE_FOLLOWER : PERSON_TITLE_NONE;
}

enum person_suffix
person_words_suffix(const char *word)
{
    if (IN(sure_suffixes, word))
        return PERSON_SUFFIX_SURE;
    return IN(capital_suffixes, word) ? PERSON_SUFFIX_CAPITALS : PERSON_SUFFIX_NONE;
}

bool
person_words_is_particle(const char *word)
{
    return IN(particles, word);
}

bool
person_words_is_conjunction(const char *word)
{
    return IN(conjunctions, word);
}
