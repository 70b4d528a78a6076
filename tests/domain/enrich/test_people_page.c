/* People of pages: written pages of six languages with traps, and the written sites with the table of
 * whom they show. */
#include "support/test.h"

#include <dirent.h>

#include "base/text.h"
#include "domain/enrich/people.h"
#include "domain/page/page_kind.h"

/* The people of a page as "Name|title|profile|e-mail|phone", one a line. */
static const char *
read_page(struct arena *arena, const char *html, size_t length, const struct people_source *source)
{
    struct ctx ctx = {.arena = arena};
    struct markup document;
    struct people people;
    const char *lines = "";
    assert_true(markup_html(&ctx, html, length, NULL, &document));
    people_page_read(&ctx, &document, source, &people);
    for (size_t i = 0; i < people.n; i++) {
        const struct person *person = &people.of[i];
        lines = arena_printf(
            arena, "%s%s|%s|%s|%s|%s\n", lines, person->display, person->title ? person->title : "",
            person->linkedin_key ? person->linkedin_key : "", person->email ? person->email : "",
            person->phone ? person->phone : "");
    }
    return lines;
}

/* --- written for the purpose -------------------------------------------------------------------- */

/* clang-format off */
static const struct {
    const char *what;
    enum page_kind kind;
    const char *company, *domain, *country, *html, *people;
} pages[] = {
    {"en cards, a testimonial and an author on the same page", PAGE_TEAM, "Northpeak", "northpeak.com", "US",
     "<body><nav><a href=\"/team\">Our Team</a><a href=\"/c\">Case Studies</a></nav><main><h1>"
     "Meet Our Team</h1><p>We are a small group of people in Denver.</p>\n"
     "<div class=\"grid\"><div class=\"card\"><img src=\"a.jpg\" alt=\"Portrait of Jane Whitfield"
     "\"><h3>Jane Whitfield</h3><p>Vice President of Sales</p><p>Jane ran sales at Bigcorp "
     "before.</p><a href=\"https://www.linkedin.com/in/jane-whitfield/?trk=x\">LinkedIn</a> "
     "<a href=\"mailto:jane.whitfield@northpeak.com\">E-mail</a></div>\n"
     "<div class=\"card\"><img src=\"b.jpg\"><h3>Robert O'Dell</h3><p>Director of Engineering<"
     "/p><a href=\"tel:+1 303 555 0144\">+1 303 555 0144</a></div>\n"
     "<div class=\"card\"><h3>Mei Lin</h3><p>Wizard of light bulb moments</p></div></div>\n"
     "<section class=\"testimonials\"><blockquote>“They saved our quarter.”</blockquote><p c"
     "lass=\"name\">Laura Bishop</p><p>CTO at Othercorp</p></section>\n"
     "<h2>What our customers say</h2><div><p>Best choice in years.</p><h4>Paul Rivers</h4>"
     "<p>Chief Operating Officer</p></div>\n"
     "<h2>Latest posts</h2><p>Written by Simon Ward, Head of Marketing</p></main><footer><"
     "p>Read More</p><p>Contact Us</p></footer></body>",
     "Jane Whitfield|Vice President of Sales|jane-whitfield|jane.whitfield@northpeak.com|\n"
     "Robert O'Dell|Director of Engineering|||+13035550144\n"
     "Mei Lin|Wizard of light bulb moments|||\n"},
    {"en home page without a team: praise only", PAGE_HOME, "Northpeak", "northpeak.com", "US",
     "<body><h1>Ship faster</h1><div><p>\"The best tool we ever bought.\"</p><div>Anna Kendr"
     "ick</div><div>VP Engineering, Globex Inc</div></div><div><p>\"Wonderful.\"</p><div>Pet"
     "er Stone</div><div>CTO</div></div><h2>Product Tours</h2><p>Free Trial</p></body>",
     ""},
    {"en JSON-LD: staff, a reviewer, an author", PAGE_HOME, "Northpeak", "northpeak.com", "US",
     "<head><script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"O"
     "rganization\",\"name\":\"Northpeak\",\"founder\":[{\"@type\":\"Person\",\"name\":\"Ada Marlowe\",\"j"
     "obTitle\":\"Founder & CEO\",\"sameAs\":[\"https://twitter.com/a\",\"https://www.linkedin.com"
     "/in/ada-marlowe\"]}],\"employee\":{\"@type\":\"Person\",\"givenName\":\"Tom\",\"familyName\":\"Hal"
     "e\",\"jobTitle\":\"CTO\",\"email\":\"mailto:tom@northpeak.com\"},\"review\":{\"@type\":\"Review\",\""
     "author\":{\"@type\":\"Person\",\"name\":\"Greg Foster\",\"jobTitle\":\"CEO\"}}}</script>\n"
     "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Person\",\"name\":\"Sandra Blogg"
     "s\"},{\"@type\":\"Person\",\"name\":\"Victor Else\",\"jobTitle\":\"CEO\",\"worksFor\":{\"@type\":\"Org"
     "anization\",\"name\":\"Globex\"}}]}</script><script type=\"application/ld+json\">{broken</s"
     "cript></head><body><p>Hello</p></body>",
     "Ada Marlowe|Founder & CEO|ada-marlowe||\n"
     "Tom Hale|CTO||tom@northpeak.com|\n"},
    {"en microdata and h-card", PAGE_CONTACT, "Northpeak", "northpeak.com", "GB",
     "<body><div itemscope itemtype=\"https://schema.org/Person\"><span itemprop=\"name\">Grac"
     "e Hollis</span> <span itemprop=\"jobTitle\">Head of People</span> <a itemprop=\"email\" "
     "href=\"mailto:grace.hollis@northpeak.com\">write</a></div>\n"
     "<div class=\"h-card\"><span class=\"p-name\">Imran Sheikh</span>, <span class=\"p-job-tit"
     "le\">Support Engineer</span> <a class=\"u-url\" href=\"https://uk.linkedin.com/in/imrans"
     "heikh\">profile</a></div>\n"
     "<div itemprop=\"author\" itemscope itemtype=\"https://schema.org/Person\"><span itemprop"
     "=\"name\">Olivia Penn</span> <span itemprop=\"jobTitle\">Editor</span></div></body>",
     "Grace Hollis|Head of People||grace.hollis@northpeak.com|\n"
     "Imran Sheikh|Support Engineer|imransheikh||\n"},
    {"de Team, Spalten und Kundenstimmen", PAGE_TEAM, "Müller Maschinenbau GmbH", "mueller-maschinenbau.de", "DE",
     "<body><h1>Unser Team</h1><h2>Geschäftsführung</h2><div class=\"row\"><div class=\"col\">"
     "<p><strong>Dipl.-Ing. Hans-Peter Müller</strong><br>Geschäftsführer<br>Tel. 0711 123"
     "456-10<br><a href=\"mailto:hp.mueller@mueller-maschinenbau.de\">hp.mueller@mueller-mas"
     "chinenbau.de</a></p></div><div class=\"col\"><p><strong>Sabine Kern-Vogt</strong><br>L"
     "eiterin Vertrieb<br><a href=\"mailto:info@mueller-maschinenbau.de\">info@mueller-masch"
     "inenbau.de</a></p></div></div>\n"
     "<h2>Einkauf</h2><ul><li>Jürgen Weiß – Einkaufsleiter</li><li>Ayşe Demir – Sachbearbe"
     "iterin Einkauf</li></ul><h2>Kundenstimmen</h2><div><p>„Immer pünktlich.“</p><p>Frank"
     " Sommer, Produktionsleiter, Bosch GmbH</p></div><h3>Mehr Erfahren</h3><p>Jetzt Konta"
     "kt</p></body>",
     "Hans-Peter Müller|Geschäftsführer||hp.mueller@mueller-maschinenbau.de|\n"
     "Sabine Kern-Vogt|Leiterin Vertrieb|||\n"
     "Jürgen Weiß|Einkaufsleiter|||\n"
     "Ayşe Demir|Sachbearbeiterin Einkauf|||\n"},
    {"de Impressum", PAGE_LEGAL, "Nordlicht AG", "nordlicht.de", "DE",
     "<body><h1>Impressum</h1><p>Nordlicht AG<br>Hafenstraße 4<br>20457 Hamburg</p><p>Vors"
     "tand: Dr. Katrin Behrens (Vorsitzende), Lars Petersen<br>Aufsichtsratsvorsitzender: "
     "Uwe Brandt<br>Amtsgericht Hamburg, HRB 12345</p><p>Vertreten durch: Claudia Frey</p>"
     "<p>Datenschutzbeauftragter: Jonas Extern</p><p>Fotos: Petra Linse</p><p>Gestaltung: "
     "Agentur Blau</p></body>",
     "Katrin Behrens|Vorstand|||\n"
     "Lars Petersen|Vorstand|||\n"
     "Uwe Brandt|Aufsichtsratsvorsitzender|||\n"
     "Claudia Frey||||\n"},
    {"fr équipe, témoignages, mentions légales", PAGE_ABOUT, "Voltaire Logiciels", "voltaire-logiciels.fr", "FR",
     "<body><main><h1>Qui sommes-nous ?</h1><p>Une équipe de douze personnes à Lyon.</p><h"
     "2>L'équipe de direction</h2><div class=\"equipe\"><figure><img src=\"x.jpg\" alt=\"Hélène"
     " Marchand\"><figcaption><span class=\"nom\">Hélène Marchand</span><span class=\"poste\">D"
     "irectrice générale</span></figcaption></figure><figure><img src=\"y.jpg\" alt=\"\"><figc"
     "aption><span class=\"nom\">Jean-Baptiste Le Goff</span><span class=\"poste\">Responsable"
     " des achats</span></figcaption></figure></div><h2>Nos clients témoignent</h2><div><p"
     ">« Une équipe à l'écoute. »</p><strong>Marc Petit</strong>, Directeur technique chez"
     " Airbus</div><h3>En Savoir Plus</h3></main></body>",
     "Hélène Marchand|Directrice générale|||\n"
     "Jean-Baptiste Le Goff|Responsable des achats|||\n"},
    {"es tabla y pie", PAGE_CONTACT, "Soluciones Alba SL", "alba.es", "ES",
     "<body><h1>Contacto</h1><table><tr><th>Nombre</th><th>Cargo</th><th>Teléfono</th><th>"
     "Correo</th></tr><tr><td>María José García López</td><td>Directora de Marketing</td><"
     "td><a href=\"tel:912345678\">912 345 678</a></td><td><a href=\"mailto:mjgarcia@alba.es\""
     ">mjgarcia@alba.es</a></td></tr><tr><td>Íñigo Etxeberria</td><td>Jefe de Ventas</td><"
     "td><a href=\"tel:912345679\">912 345 679</a></td><td>inigo.etxeberria@alba.es</td></tr"
     "></table><h2>Nuestros Servicios</h2><p>Gerente: Ana Belén Ruiz</p></body>",
     "María José García López|Directora de Marketing||mjgarcia@alba.es|+34912345678\n"
     "Íñigo Etxeberria|Jefe de Ventas||inigo.etxeberria@alba.es|+34912345679\n"
     "Ana Belén Ruiz|Gerente|||\n"},
    {"cs lidé, jednatelé", PAGE_ABOUT, "Alfa Systémy s.r.o.", "alfasystemy.cz", "CZ",
     "<body><h1>O nás</h1><h2>Vedení společnosti</h2><dl><dt>Ing. Jan Novák, Ph.D.</dt><dd"
     ">jednatel a výkonný ředitel</dd><dt>Petra Dvořáková</dt><dd>vedoucí obchodního odděl"
     "ení</dd></dl><h2>Řekli o nás</h2><p>Skvělá práce.</p><p>Karel Beneš</p><p>ředitel</p"
     "><h2>Kontakt</h2><p>Jednatelé: Tomáš Horák a Lucie Malá</p><p>Naše Služby</p></body>",
     "Jan Novák|jednatel a výkonný ředitel|||\n"
     "Tomáš Horák|Jednatel|||\n"
     "Lucie Malá|Jednatel|||\n"
     "Petra Dvořáková|vedoucí obchodního oddělení|||\n"},
    {"it squadra", PAGE_TEAM, "Rossi Impianti", "rossi-impianti.it", "IT",
     "<body><h1>Il nostro team</h1><div><div><h4>Giulia Bianchi</h4><h5>Amministratore Del"
     "egato</h5></div><div><h4>Luca De Santis</h4><h5>Responsabile produzione</h5></div><d"
     "iv><h4>Chi Siamo</h4><h5>Scopri di più</h5></div></div></body>",
     "Giulia Bianchi|Amministratore Delegato|||\n"
     "Luca De Santis|Responsabile produzione|||\n"},
    {"pl zespół, tytuł przed nazwiskiem", PAGE_TEAM, "Kowal", "kowal.pl", "PL",
     "<body><h1>Nasz zespół</h1><div class=\"osoba\"><div class=\"stanowisko\">Prezes zarządu<"
     "/div><div class=\"imie\">Łukasz Wiśniewski</div></div><div class=\"osoba\"><div class=\"s"
     "tanowisko\">Główna księgowa</div><div class=\"imie\">Małgorzata Zając</div></div></body"
     ">",
     "Łukasz Wiśniewski|Prezes zarządu|||\n"
     "Małgorzata Zając|Główna księgowa|||\n"},
    {"sv medarbetare", PAGE_TEAM, "Fjärdhundra", "fjardhundra.se", "SE",
     "<body><h1>Medarbetare</h1><div class=\"person\"><h3>Åsa Lindqvist</h3><p>VD</p></div><"
     "div class=\"person\"><h3>Björn Åkesson</h3><p>Försäljningschef</p></div></body>",
     "Åsa Lindqvist|VD|||\n"
     "Björn Åkesson|Försäljningschef|||\n"},
    {"a blog shows nobody", PAGE_BLOG, "Northpeak", "northpeak.com", "US",
     "<body><h1>Meet the team</h1><h3>Jane Whitfield</h3><p>CEO</p></body>",
     ""},
    {"a careers page with a colleague who praises", PAGE_CAREERS, "Northpeak", "northpeak.com", "US",
     "<body><h1>Open positions</h1><ul><li>Senior Engineer</li><li>Head of Design</li></ul"
     "><p>“I love it here.”</p><p>Kelly Brook</p><p>Software Engineer</p></body>",
     ""},
};
/* clang-format on */

static void
tells_people_from_what_is_beside_them(void **state)
{
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct people_source source = {"http://x.example/", pages[i].kind, pages[i].company,
                                       pages[i].domain, pages[i].country};
        const char *got = read_page(*state, pages[i].html, strlen(pages[i].html), &source);
        if (strcmp(got, pages[i].people))
            fail_msg("%s:\n%snot\n%s", pages[i].what, got, pages[i].people);
    }
}

/* --- the written sites ------------------------------------------------------------------------- */

struct measure {
    struct arena *arena;
    const char *table; /* people.tsv */
    size_t wanted, found, extra, titles, titles_right, links, links_right, forbidden;
};

static char *
file_text(struct arena *arena, const char *path, size_t *length)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = arena_alloc(arena, *length + 1);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

static void
read_site_folder(struct measure *measure, const char *host, const char *dir, const char *path,
                 struct people *out)
{
    struct arena *arena = measure->arena;
    DIR *folder = opendir(dir);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t length;
        if (entry->d_name[0] == '.')
            continue;
        const char *file = arena_printf(arena, "%s/%s", dir, entry->d_name);
        const char *dot = strstr(entry->d_name, ".htm");
        if (!strchr(entry->d_name, '.')) {
            read_site_folder(measure, host, file, arena_printf(arena, "%s/%s", path, entry->d_name),
                             out);
            continue;
        }
        char *html = dot ? file_text(arena, file, &length) : NULL;
        if (!html)
            continue;
        const char *name = arena_strndup(arena, entry->d_name, (size_t)(dot - entry->d_name));
        const char *url =
            arena_printf(arena, "http://%s%s/%s", host, path, strcmp(name, "index") ? name : "");
        int certainty;
        enum page_kind kind = page_kind_of_link(arena, url, NULL, &certainty);
        size_t label = strcspn(host, "-.");
        struct people_source source = {url, kind, arena_strndup(arena, host, label), host, NULL};
        struct ctx ctx = {.arena = arena};
        struct markup document;
        struct people people;
        assert_true(markup_html(&ctx, html, length, NULL, &document));
        people_page_read(&ctx, &document, &source, &people);
        for (size_t i = 0; i < people.n; i++) {
            struct person *added = people_add(arena, out);
            if (added)
                *added = people.of[i];
        }
    }
    closedir(folder);
}

struct row {
    const char *is, *name, *title, *profile;
    bool seen;
};

/* The table's rows of a host. */
static size_t
rows_of(struct measure *measure, const char *host, struct row *rows, size_t most)
{
    size_t n = 0;
    char *table = arena_strdup(measure->arena, measure->table);
    for (char *line = strsep(&table, "\n"); line && n < most; line = strsep(&table, "\n")) {
        char *cells[8] = {NULL}, *at = line;
        for (size_t i = 0; i < 8 && at; i++) {
            cells[i] = strsep(&at, "\t");
        }
        if (cells[6] && !strcmp(cells[0], host))
            rows[n++] = (struct row){cells[1], cells[2], cells[3], cells[6], false};
    }
    return n;
}

static void
compare_site(struct measure *measure, const char *host, const struct people *people)
{
    struct arena *arena = measure->arena;
    struct row rows[100];
    size_t n = rows_of(measure, host, rows, 100);
    for (size_t i = 0; i < people->n; i++) {
        const struct person *person = &people->of[i];
        bool matched = false;
        for (size_t k = 0; k < n && !matched; k++) {
            struct person_name name;
            person_name_split(arena, rows[k].name, &name);
            if (strcmp(person_name_key(arena, name.first, name.last), person->key) != 0)
                continue;
            matched = true;
            rows[k].seen = true;
            if (!strcmp(rows[k].is, "hidden"))
                continue; /* robots.txt hides the page */
            if (strcmp(rows[k].is, "staff")) {
                measure->forbidden++;
                printf("# %s: %s is not staff (%s, %s)\n", host, rows[k].name,
                       person->title ? person->title : "-", person->url);
                continue;
            }
            measure->titles++;
            bool right = person->title && !strcmp(person->title, rows[k].title);
            measure->titles_right += right;
            if (!right)
                printf("# %s: %s is \"%s\", not \"%s\"\n", host, rows[k].name,
                       person->title ? person->title : "-", rows[k].title);
            if (strcmp(rows[k].profile, "-") != 0) {
                bool same = person->linkedin_url && !strcmp(person->linkedin_url, rows[k].profile);
                measure->links++;
                measure->links_right += same;
                if (!same)
                    printf("# %s: %s has the profile \"%s\"\n", host, rows[k].name,
                           person->linkedin_url ? person->linkedin_url : "-");
            }
        }
        if (!matched) {
            measure->extra++;
            printf("# %s: nobody named %s (%s, %s)\n", host, person->display,
                   person->title ? person->title : "-", person->url);
        }
    }
    for (size_t k = 0; k < n; k++) {
        if (strcmp(rows[k].is, "staff"))
            continue;
        measure->wanted++;
        measure->found += rows[k].seen;
        if (!rows[k].seen)
            printf("# %s: %s (%s) is missing\n", host, rows[k].name, rows[k].title);
    }
}

static void
finds_the_people_of_the_written_sites(void **state)
{
    const char *web = arena_printf(*state, "%s/tests/support/web",
                                   getenv("LEADGEN_SRCDIR") ? getenv("LEADGEN_SRCDIR") : ".");
    size_t length;
    struct measure measure = {.arena = *state};
    measure.table = file_text(*state, arena_printf(*state, "%s/people.tsv", web), &length);
    assert_non_null(measure.table);
    DIR *sites = opendir(arena_printf(*state, "%s/sites", web));
    assert_non_null(sites);
    for (struct dirent *entry; (entry = readdir(sites)) != NULL;) {
        struct people people = {NULL, 0, 0};
        if (entry->d_name[0] == '.')
            continue;
        read_site_folder(&measure, entry->d_name,
                         arena_printf(*state, "%s/sites/%s", web, entry->d_name), "", &people);
        people_merge(&people, 100);
        compare_site(&measure, entry->d_name, &people);
    }
    closedir(sites);
    size_t told = measure.found + measure.extra + measure.forbidden;
    printf("# people: %zu of %zu found, %zu others, %zu of %zu titles, %zu of %zu profiles\n",
           measure.found, measure.wanted, measure.extra + measure.forbidden, measure.titles_right,
           measure.titles, measure.links_right, measure.links);
    assert_true(measure.wanted > 20);
    assert_true(measure.found * 100 >= measure.wanted * 90);
    assert_true(measure.found * 100 >= told * 95);
    assert_true(measure.titles_right * 100 >= measure.titles * 90);
    assert_true(measure.links_right * 100 >= measure.links * 90);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_people_from_what_is_beside_them, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(finds_the_people_of_the_written_sites, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
