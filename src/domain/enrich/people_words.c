/* Words of pages about people. See people_words.h. */
#include "domain/enrich/people_words.h"

#include <stdlib.h>
#include <string.h>

#define W(text, mark, weight) PHRASE(text, PEOPLE_HEADING_##mark, weight)
#define P(text, mark, weight) PHRASE_OPEN(text, PEOPLE_HEADING_##mark, weight)

/* All tables are sorted by bytes. */
/* clang-format off */
static const char *const no_names[] = {
    "a.s", "ab", "about", "academy", "accept", "account", "accounting", "accounts", "accueil",
    "acquisition", "actualites", "address", "administration", "administrator", "adresse",
    "advertisement", "advisor", "advisors", "advisory", "ag", "agb", "agent", "agents",
    "aktuality", "aktualnosci", "aktuelle", "aktuelles", "all", "alle", "alumni", "am", "america",
    "amministratore", "amsterdam", "amtsgericht", "analyst", "analytics", "anfahrt", "annual",
    "ansatte", "ansprechpartner", "ansprechpartnerin", "api", "app", "apply", "apps", "aps", "are",
    "area", "article", "articles", "artificial", "as", "assistant", "assistenz", "at", "auch",
    "auf", "aufsichtsrat", "aus", "austria", "automation", "avec", "avenue", "avis", "aviso",
    "award", "awards", "azienda", "b.v", "bachelor", "back", "backend", "be", "bedrijf", "bei",
    "beispiele", "beitrage", "berlin", "blog", "board", "book", "buchhaltung", "business", "bv",
    "by", "call", "capital", "career", "careers", "carrieres", "case", "center", "centre", "ceo",
    "certificate", "certification", "certified", "cfo", "chain", "chat", "chez", "chi", "chief",
    "chro", "cio", "ciso", "cist", "city", "client", "clientes", "clienti", "clients", "close",
    "cloud", "cmo", "co-founder", "cofounder", "college", "com", "comments", "commercial",
    "commerciale", "communications", "community", "como", "companies", "company", "company-number",
    "compliance", "con", "confidentialite", "conoce", "conocenos", "conosco", "consultant",
    "consultants", "consulting", "contact", "contactanos", "contactez", "contacto", "contacts",
    "contato", "contatos", "contatti", "continue", "coo", "cookie", "cookies", "coordinator",
    "copenhagen", "copyright", "corp", "corporate", "corporation", "counsel", "country", "cpo",
    "cto", "customer", "customers", "czytaj", "daglig", "dans", "das", "data", "datenschutz",
    "datenschutzerklarung", "deals", "december", "decline", "decouvrez", "decouvrir", "degree",
    "dei-nostri", "demo", "denmark", "der-die", "design", "designer", "designers", "developer",
    "developers", "development", "devops", "diensten", "digital", "directeur", "directeur-general",
    "director", "directora", "directors", "directrice", "diretor", "diretora", "direttore",
    "direttrice", "dirigeant", "dla", "docs", "doctorate", "documentation", "does", "dowiedz",
    "download", "downloads", "durch", "dyrektor", "dyrektorka", "e-mail", "edition", "een", "ein",
    "eine", "einer", "einkauf", "email", "emploi", "employee", "employees", "empresa", "engineer",
    "engineering", "engineers", "enterprise", "entreprise", "entwickler", "entwicklung", "equipa",
    "equipe", "equipes", "equipo", "er", "erfahren", "est", "europe", "event", "events", "evp",
    "exclusives", "executive", "executives", "experience", "facebook", "fale", "fax", "features",
    "february", "finance", "financial", "finland", "firma", "firme", "follow", "fondateur",
    "fondatore", "fondatrice", "for", "forsaljning", "forum", "founded", "founder", "founders",
    "founding", "france", "free", "friday", "from", "frontend", "full-time", "fullstack",
    "fundador", "fundadora", "fur", "general", "gerant", "gerente", "germany", "geschaftsfuhrer",
    "geschaftsfuhrerin", "geschaftsfuhrung", "geschaftsleitung", "gestern", "get", "github",
    "global", "gmbh", "group", "grundare", "grunder", "grunderin", "grunnlegger", "guide",
    "guides", "haben", "had", "hamburg", "handelsregister", "handy", "has", "hausanschrift",
    "have", "head", "headlines", "help", "helsinki", "henkilosto", "her", "het", "hide", "hier",
    "hiring", "his", "history", "holding", "home", "how", "human", "icon", "if", "ihnen", "ihr",
    "ihre", "ihren", "im", "image", "impressum", "imprint", "in", "inc", "industrie", "industries",
    "industry", "inhalt", "inicio", "innovation", "instagram", "institut", "institute",
    "integration", "integrations", "intelligence", "international", "internship", "internships",
    "into", "investor", "investors", "is", "issue", "issues", "ist", "it", "italy", "its", "ja",
    "january", "jednatel", "jednatelka", "jefa", "jefe", "jestesmy", "jetzt", "job", "jobba",
    "jobbe", "jobs", "join", "jsme", "kariera", "karriere", "kaufmannischer", "kdo", "key", "kg",
    "kierowniczka", "kierownik", "kingdom", "klanten", "klienci", "kontakt", "kontakta",
    "kontakte", "kontaktu", "kontakty", "kunden", "kundenstimmen", "latest", "lavora", "lda",
    "lead", "leadership", "learn", "learning", "lecturer", "leder", "lediga", "ledige", "leer",
    "lees", "legal", "legales", "leggi", "leistung", "leistungen", "leiter", "leiterin", "leitung",
    "lide", "limited", "linkedin", "lisaa", "lisbon", "llc", "load", "loading", "login",
    "logistics", "logo", "losung", "losungen", "ltd", "lue", "machine", "magazine", "mail", "mais",
    "manage", "management", "manager", "managers", "manufacturing", "marketing", "marketingu",
    "mas", "master", "me", "medarbejdere", "medarbetare", "medewerkers", "meer", "meet", "mehr",
    "meidan", "meista", "member", "members", "mentions", "menu", "mer", "met", "mission", "mit",
    "mitarbeiter", "mitarbeiterin", "mitarbeiterinnen", "mobil", "mobile", "monday", "more",
    "munchen", "munich", "my", "napiste", "nas", "nase", "nasi", "nasich", "nasz", "nasza",
    "nasze", "naszym", "neem", "netherlands", "new", "news", "newsletter", "newswires", "next",
    "nicht", "norway", "nos", "nosotros", "nossa", "nossas", "nosso", "nossos", "nostra", "nostre",
    "nostri", "nostro", "not", "notre", "nous", "november", "nuestra", "nuestras", "nuestro",
    "nuestros", "nv", "obchod", "obchodni", "ochrana", "october", "oddeleni", "oder", "of",
    "oferta", "office", "officer", "offices", "official", "offres", "on", "online", "ons", "onze",
    "open", "openings", "operations", "oprichter", "options", "or", "oraz", "oslo", "osobnich",
    "oss", "our", "ours", "out", "over", "overview", "oy", "oyj", "palvelut", "para", "part-time",
    "partner", "partner-werden", "partners", "people", "per", "personal", "personalni", "phone",
    "photo", "picks", "picture", "platform", "play", "plc", "plus", "poland", "policies", "policy",
    "politica", "politique", "polityka", "popular", "por", "portrait", "portugal", "position",
    "positions", "postal", "postanschrift", "pour", "prague", "praha", "praxisbeispiele",
    "preferences", "president", "president-directeur", "press", "presse", "previous", "prezes",
    "prezeska", "price", "pricing", "print", "privacidad", "privacy", "pro", "procurement",
    "prodeje", "prodotti", "product", "producten", "production", "productos", "products",
    "produits", "produkt", "produkte", "produkter", "produktion", "produkty", "produtos",
    "project", "projects", "provozni", "prywatnosci", "public", "purchasing", "qualitat",
    "quality", "quem", "qui", "quienes", "quote", "quotes", "read", "reading", "recommended",
    "recrutement", "redaktion", "reditel", "reditelka", "reference", "referenzen", "region",
    "regional", "registered", "registergericht", "rejoignez", "rekrytointi", "related",
    "relations", "remote", "report", "reports", "republic", "request", "research", "reserved",
    "resources", "responsable", "review", "reviews", "rights", "risk", "s.a", "s.l", "s.p.a",
    "s.r.l", "s.r.o", "saiba", "said", "sales", "salg", "san-francisco", "sarl", "sas", "sasu",
    "saturday", "savoir", "says", "schedule", "scopri", "scores", "search", "security", "see",
    "send", "senior", "service", "services", "servicios", "servicos", "servizi", "settings",
    "share", "she", "shooting", "shop", "show", "shows", "siamo", "sie", "siege", "sign", "signup",
    "since", "sind", "site", "skip", "sl", "sluzby", "sobre", "societe", "socio", "software",
    "software-engineer", "solution", "solutions", "sommes", "somos", "sont", "source", "sp.zo.o",
    "spa", "spain", "specialist", "spolecnost", "spolecnosti", "spolka", "sponsored", "sprzedazy",
    "srl", "sro", "staff", "standort", "standorte", "start", "startseite", "states", "status",
    "stellenangebote", "steuernummer", "stockholm", "store", "stories", "story", "strasse",
    "street", "street-address", "studies", "study", "styret", "submit", "subscribe",
    "subscription", "success", "suche", "sunday", "supply", "support", "sur", "svp", "sweden",
    "switzerland", "system", "systems", "talent", "talk", "team", "teams", "tech", "technical",
    "technicka", "technicky", "technik", "technischer", "technologies", "technology", "tel",
    "telefon", "telephone", "temoignages", "terms", "testimonial", "testimonials", "that", "the",
    "their", "them", "thema", "these", "they", "this", "those", "thursday", "tiimi", "tjanster",
    "tjenester", "to", "today", "toimitusjohtaja", "topics", "trabaja", "trabalhe", "tracker",
    "trending", "trial", "tuesday", "tuotteet", "tutto", "twitter", "tym", "tymu", "uber",
    "ucetni", "udaju", "ug", "uma", "umsatzsteuer", "une", "united", "university", "uns", "unser",
    "unsere", "unserem", "unseren", "unserer", "unternehmen", "up", "us", "user", "users",
    "uslugi", "ustid", "uvod", "vacancies", "vacatures", "values", "var", "vara", "vare", "vart",
    "vat", "vedouci", "vendas", "vendite", "ventas", "veranstaltungen", "verantwortlich",
    "verkoop", "vertreten", "vertrieb", "vertriebsleiter", "verwaltung", "vi", "vice", "video",
    "videos", "vienna", "view", "vision", "voor", "vores", "vorstand", "vos", "votre", "vp",
    "vyvoj", "vyvoje", "warsaw", "warszawa", "was", "watch", "we", "web", "webinar", "website",
    "wednesday", "weiter", "weitere", "werden", "were", "werken", "what", "when", "where",
    "whitepaper", "who", "why", "wiecej", "wien", "wij", "wir", "with", "workflow", "workflows",
    "worldwide", "xing", "yhteystiedot", "yhteytta", "you", "your", "youtube", "yritys",
    "zakaznici", "zakladatel", "zakladatelka", "zaloguj", "zarzad", "zarzadu", "zavolejte",
    "zespol", "zijn", "zjistit", "zobrazit", "zum", "zur", "zurich", "zuruck",
};

static const char *const team_classes[] = {
    "ansatt", "ansatte", "ansprechpartner", "ansprechpartnerin", "collaborateur", "collaborateurs",
    "colleague", "colleagues", "coworker", "coworkers", "crew", "directie", "employee",
    "employees", "equipa", "equipe", "equipier", "equipo", "executives", "founder", "founders",
    "geschaeftsfuehrung", "hcard", "henkilo", "henkilosto", "kontaktperson", "kontaktpersoner",
    "leadership", "ledelse", "leder", "lide", "management", "medarbeider", "medarbeidere",
    "medarbejder", "medarbejdere", "medarbetare", "medewerker", "medewerkers", "member", "members",
    "mitarbeitende", "mitarbeiter", "people", "person", "persona", "persone", "personne",
    "personnes", "persons", "pessoa", "pessoas", "pracownik", "staff", "team", "teammember",
    "teammitglied", "teams", "tiimi", "tym", "vcard", "vedeni", "zamestnanec", "zarzad", "zespol",
};

static const char *const against_classes[] = {
    "advisor", "advisors", "alumni", "anmeldelser", "author", "authors", "blockquote", "byline",
    "casestudy", "comment", "comments", "customer-story", "customerquote", "depoimento",
    "depoimentos", "endorsement", "endorsements", "feedback", "investor", "investors",
    "kundenstimme", "kundenstimmen", "omtale", "opinia", "opinie", "quote", "quotes", "rating",
    "ratings", "recensioni", "recenze", "referanser", "reference-quote", "referenser",
    "referenties", "referenz", "referenzen", "review", "reviews", "speaker", "speakers",
    "success-story", "temoignage", "temoignages", "testimonial", "testimonials", "testimonianza",
    "testimonianze", "testimonio", "testimonios", "testimony", "trustpilot",
};

static const char *const doubtful_classes[] = {
    "blog", "case", "cases", "client", "cliente", "clientes", "clienti", "clients", "customer",
    "customers", "event", "events", "klant", "klanten", "klient", "klienti", "kund", "kunde",
    "kunden", "kunder", "news", "post-author", "press", "stories", "story", "zakaznici",
    "zakaznik",
};

static const char *const name_classes[] = {
    "fn", "fullname", "imie", "jmeno", "membername", "naam", "name", "namn", "navn", "nazwisko",
    "nev", "nimi", "nom", "nombre", "nome", "personname", "pname", "teamname",
};

static const char *const title_classes[] = {
    "befattning", "cargo", "designation", "fonction", "funcao", "functie", "function", "funkce",
    "funktion", "job", "job-title", "jobposition", "jobtitle", "memberjob", "memberposition",
    "memberrole", "nimike", "occupation", "pjobtitle", "pos", "position", "poste", "pozice",
    "prole", "role", "roll", "rolle", "ruolo", "stanowisko", "stilling", "subtitle", "tehtava",
    "titel", "tittel",
};

static const struct phrase headings[] = {
    W("a equipa", TEAM, 2), W("advisers", AGAINST, 3), W("advisors", AGAINST, 3),
    W("advisory board", AGAINST, 3), W("alumni", AGAINST, 3), W("anmeldelser", AGAINST, 3),
    W("ansatte", TEAM, 2), P("ansprechpartner", TEAM, 2), W("asiakkaamme", AGAINST, 3),
    W("asiakkaamme sanovat", AGAINST, 3), W("asiakkaat", AGAINST, 3), W("asiakkaiden", AGAINST, 3),
    W("asiantuntijamme", TEAM, 2), W("associes", TEAM, 2), W("aufsichtsrat", TEAM, 2),
    W("aus dem blog", AGAINST, 3), W("authors", AGAINST, 3), P("autor", AGAINST, 3),
    W("avaliacoes", AGAINST, 3), W("avis", AGAINST, 3), W("avis clients", AGAINST, 3),
    W("backed by", AGAINST, 3), W("behind the", TEAM, 2), W("beirat", AGAINST, 3),
    W("belegschaft", TEAM, 2), W("bestuur", TEAM, 2), W("bestyrelse", TEAM, 2),
    W("bewertungen", AGAINST, 3), W("board", TEAM, 2), W("board of directors", TEAM, 2),
    W("case studies", AGAINST, 3), W("case study", AGAINST, 3), W("casos de exito", AGAINST, 3),
    W("ce que disent", AGAINST, 3), W("chi siamo", TEAM, 2), W("clientes", AGAINST, 3),
    W("clienti", AGAINST, 3), W("clients say", AGAINST, 3), W("co mowia", AGAINST, 3),
    W("co rikaji", AGAINST, 3), W("colaboradores", TEAM, 2), W("collaborateurs", TEAM, 2),
    W("collaboratrices", TEAM, 2), W("colleagues", TEAM, 2), W("collega s", TEAM, 2),
    W("comite de direccion", TEAM, 2), W("comite de direction", TEAM, 2), W("committee", TEAM, 2),
    W("conseil d administration", TEAM, 2), W("consejo de administracion", TEAM, 2),
    W("contact person", TEAM, 2), W("contact persons", TEAM, 2), W("contactpersonen", TEAM, 2),
    W("cosa dicono", AGAINST, 3), W("crew", TEAM, 2), W("customer stories", AGAINST, 3),
    W("customers say", AGAINST, 3), W("das sagen", AGAINST, 3), W("depoimentos", AGAINST, 3),
    W("dicen de nosotros", AGAINST, 3), W("dicono di noi", AGAINST, 3), W("direcao", TEAM, 2),
    W("direccion", TEAM, 2), W("directie", TEAM, 2), W("direction", TEAM, 2),
    W("directivos", TEAM, 2), W("directors", TEAM, 2), W("direktion", TEAM, 2),
    W("diretoria", TEAM, 2), W("direzione", TEAM, 2), W("dirigeants", TEAM, 2),
    W("dirigenza", TEAM, 2), W("disent de nous", AGAINST, 3), W("equipa", TEAM, 2),
    W("equipe", TEAM, 2), W("equipes", TEAM, 2), W("equipo", TEAM, 2),
    W("equipo directivo", TEAM, 2), W("erfahrungsberichte", AGAINST, 3),
    W("ervaringen", AGAINST, 3), W("executive committee", TEAM, 2), W("executive team", TEAM, 2),
    W("faces", TEAM, 2), W("feedback", AGAINST, 3), W("folkene", TEAM, 2),
    W("fondateurs", TEAM, 2), W("fondatori", TEAM, 2), W("former members", AGAINST, 3),
    W("founder", TEAM, 2), W("founders", TEAM, 2), W("founding team", TEAM, 2),
    W("fuhrung", TEAM, 2), W("fuhrungsteam", TEAM, 2), W("fundadores", TEAM, 2),
    W("geschaftsfuehrung", TEAM, 2), P("geschaftsfuhrer", TEAM, 2), W("geschaftsfuhrung", TEAM, 2),
    W("geschaftsleitung", TEAM, 2), W("gesellschafter", AGAINST, 3), W("gesichter", TEAM, 2),
    W("gruender", TEAM, 2), W("grundare", TEAM, 2), W("grunder", TEAM, 2), W("grunderne", TEAM, 2),
    W("hallitus", TEAM, 2), W("hear from", AGAINST, 3), W("henkilokunta", TEAM, 2),
    W("henkilosto", TEAM, 2), W("hvem er vi", TEAM, 2), W("hvem vi er", TEAM, 2),
    W("ihmiset", TEAM, 2), W("il nostro team", TEAM, 2), W("il team", TEAM, 2),
    W("in memoriam", AGAINST, 3), W("in the press", AGAINST, 3), W("in their words", AGAINST, 3),
    W("inhaber", TEAM, 2), W("interlocuteurs", TEAM, 2), W("inversores", AGAINST, 3),
    W("investeerders", AGAINST, 3), W("investerare", AGAINST, 3), W("investidores", AGAINST, 3),
    W("investisseurs", AGAINST, 3), W("investitori", AGAINST, 3), W("investoren", AGAINST, 3),
    W("investorer", AGAINST, 3), W("investori", AGAINST, 3), W("investors", AGAINST, 3),
    W("inwestorzy", AGAINST, 3), W("johto", TEAM, 2), W("johtoryhma", TEAM, 2),
    W("kdo jsme", TEAM, 2), W("kdo za tim stoji", TEAM, 2), W("keita olemme", TEAM, 2),
    W("key people", TEAM, 2), W("kierownictwo", TEAM, 2), W("kim jestesmy", TEAM, 2),
    W("kind words", AGAINST, 3), W("klanten", AGAINST, 3), W("klanten zeggen", AGAINST, 3),
    W("klienci", AGAINST, 3), W("klienti", AGAINST, 3), W("kontaktni osoby", TEAM, 2),
    W("kontaktpersonen", TEAM, 2), W("kontaktpersoner", TEAM, 2), W("kopfe", TEAM, 2),
    W("kundcase", AGAINST, 3), W("kunden sagen", AGAINST, 3), W("kundene sier", AGAINST, 3),
    W("kundenmeinungen", AGAINST, 3), P("kundenstimme", AGAINST, 3), W("kunder", AGAINST, 3),
    W("kunderna sager", AGAINST, 3), W("kunderne siger", AGAINST, 3),
    W("kundhistorier", AGAINST, 3), W("l equipe", TEAM, 2), W("latest news", AGAINST, 3),
    W("latest posts", AGAINST, 3), W("le persone", TEAM, 2), W("leadership", TEAM, 2),
    W("leadership team", TEAM, 2), W("ledelse", TEAM, 2), W("ledelsen", TEAM, 2),
    W("ledning", TEAM, 2), W("ledningen", TEAM, 2), W("ledningsgrupp", TEAM, 2),
    W("leitung", TEAM, 2), W("les visages", TEAM, 2), W("lide", TEAM, 2), W("lideranca", TEAM, 2),
    W("lo que dicen", AGAINST, 3), W("loved by", AGAINST, 3), W("ludzie", TEAM, 2),
    W("management", TEAM, 2), W("management team", TEAM, 2), W("manniskorna", TEAM, 2),
    W("medarbeidere", TEAM, 2), W("medarbejdere", TEAM, 2), W("medarbetare", TEAM, 2),
    W("medewerkers", TEAM, 2), W("meet the", TEAM, 2), W("menneskene", TEAM, 2),
    W("menschen", TEAM, 2), W("mensen", TEAM, 2), P("mitarbeitende", TEAM, 2),
    P("mitarbeiter", TEAM, 2), W("mod os", TEAM, 2), W("mod teamet", TEAM, 2),
    W("mot oss", TEAM, 2), W("mot teamet", TEAM, 2), W("napsali o nas", AGAINST, 3),
    W("nas tym", TEAM, 2), W("nasi klienci", AGAINST, 3), W("nasi klienti", AGAINST, 3),
    W("nasi lide", TEAM, 2), W("nasi ludzie", TEAM, 2), W("nasz zespol", TEAM, 2),
    W("nos clients", AGAINST, 3), W("nos experts", TEAM, 2), W("nossa equipe", TEAM, 2),
    W("nosso time", TEAM, 2), W("nous font confiance", AGAINST, 3), W("nuestra gente", TEAM, 2),
    W("o que dizem", AGAINST, 3), W("officers", TEAM, 2), W("omtaler", AGAINST, 3),
    W("ons team", TEAM, 2), W("onze klanten", AGAINST, 3), W("onze mensen", TEAM, 2),
    W("opinie", AGAINST, 3), W("opiniones", AGAINST, 3), W("oprichters", TEAM, 2),
    W("organigramma", TEAM, 2), W("osoby kontaktowe", TEAM, 2), W("our clients", AGAINST, 3),
    W("our customers", AGAINST, 3), W("our experts", TEAM, 2), W("our investors", AGAINST, 3),
    W("our partners", AGAINST, 3), W("our people", TEAM, 2), W("our staff", TEAM, 2),
    W("parlent de nous", AGAINST, 3), W("people", TEAM, 2), W("people say", AGAINST, 3),
    W("personal", TEAM, 2), W("personas", TEAM, 2), W("persone", TEAM, 2),
    W("perustajat", TEAM, 2), W("pessoas", TEAM, 2), W("plantilla", TEAM, 2),
    W("poznaj zespol", TEAM, 2), W("pracownicy", TEAM, 2), W("predstavenstvo", TEAM, 2),
    W("prensa", AGAINST, 3), W("presse", AGAINST, 3), W("principals", TEAM, 2),
    W("que dicen", AGAINST, 3), W("quem somos", TEAM, 2), W("qui sommes nous", TEAM, 2),
    W("quienes somos", TEAM, 2), W("recensioni", AGAINST, 3), W("recent posts", AGAINST, 3),
    W("recenze", AGAINST, 3), W("referanser", AGAINST, 3), W("reference", AGAINST, 3),
    W("references", AGAINST, 3), W("referencje", AGAINST, 3), W("referenser", AGAINST, 3),
    W("referenssit", AGAINST, 3), W("referenties", AGAINST, 3), W("referenzen", AGAINST, 3),
    W("rekli", AGAINST, 3), W("rekli o nas", AGAINST, 3), W("reviews", AGAINST, 3),
    W("rezensionen", AGAINST, 3), W("sagen unsere kunden", AGAINST, 3),
    W("said about us", AGAINST, 3), W("seznamte se", TEAM, 2), W("sijoittajat", AGAINST, 3),
    W("soci", TEAM, 2), W("speakers", AGAINST, 3), W("squadra", TEAM, 2), W("staff", TEAM, 2),
    W("stifterne", TEAM, 2), W("stimmen", AGAINST, 3), W("stories", AGAINST, 3),
    W("styrelse", TEAM, 2), W("styret", TEAM, 2), W("success stories", AGAINST, 3),
    W("team", TEAM, 2), W("team members", TEAM, 2), W("teamet", TEAM, 2), W("teams", TEAM, 2),
    P("temoignage", AGAINST, 3), W("testemunhos", AGAINST, 3), P("testimonial", AGAINST, 3),
    W("testimonianze", AGAINST, 3), P("testimonio", AGAINST, 3), W("the people", TEAM, 2),
    W("tiimi", TEAM, 2), W("tiimimme", TEAM, 2), W("time", TEAM, 2), W("trusted by", AGAINST, 3),
    W("tym", TEAM, 2), W("tymu", TEAM, 2), W("uber uns sagen", AGAINST, 3),
    W("unser team", TEAM, 2), W("unsere kunden", AGAINST, 3), W("vare folk", TEAM, 2),
    W("vart team", TEAM, 2), W("vedeni", TEAM, 2), W("vedeni spolecnosti", TEAM, 2),
    W("vertreten durch", TEAM, 2), P("vertretungsberechtigt", TEAM, 2), W("vilka vi ar", TEAM, 2),
    W("vores team", TEAM, 2), W("vorstand", TEAM, 2), W("wer wir sind", TEAM, 2),
    W("what people say", AGAINST, 3), W("what they say", AGAINST, 3), W("who is who", TEAM, 2),
    W("who runs", TEAM, 2), W("who we are", TEAM, 2), W("wie we zijn", TEAM, 2),
    W("wie zijn wij", TEAM, 2), W("word of", AGAINST, 3), W("written by", AGAINST, 3),
    W("yhteyshenkilot", TEAM, 2), W("your contact", TEAM, 2), W("your contacts", TEAM, 2),
    W("zakaznici", AGAINST, 3), W("zakladatele", TEAM, 2), W("zalozyciele", TEAM, 2),
    W("zamestnanci", TEAM, 2), W("zarzad", TEAM, 2), W("zaufali nam", AGAINST, 3),
    W("zespol", TEAM, 2),
};
/* clang-format on */

static const struct phrase_list heading_list = {headings, sizeof headings / sizeof *headings};

static const struct phrases heading_table = {
    {&heading_list},
    { NULL,            0},
    false
};

static int
compare(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

#define IN(table, word)                                                                            \
    (bsearch((word), (table), sizeof(table) / sizeof *(table), sizeof *(table), compare) != NULL)

bool
people_words_is_no_name(const char *word)
{
    return IN(no_names, word);
}

unsigned
people_words_class(const char *token)
{
    return (IN(team_classes, token) ? PEOPLE_CLASS_TEAM : 0U) |
           (IN(against_classes, token) ? PEOPLE_CLASS_AGAINST : 0U) |
           (IN(doubtful_classes, token) ? PEOPLE_CLASS_DOUBTFUL : 0U) |
           (IN(name_classes, token) ? PEOPLE_CLASS_NAME : 0U) |
           (IN(title_classes, token) ? PEOPLE_CLASS_TITLE : 0U);
}

enum people_heading
people_words_heading(const char *plain)
{
    struct phrase_hit hit;
    int best = PEOPLE_HEADING_NONE, weight = 0;
    for (const char *at = plain; phrase_next(&heading_table, &at, &hit);)
        if (hit.phrase && hit.phrase->weight > weight) {
            best = hit.phrase->meaning;
            weight = hit.phrase->weight;
        }
    return (enum people_heading)best;
}
