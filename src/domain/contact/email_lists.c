/* Desks, throw-away domains, typing errors. See email_lists.h. */
#include "domain/contact/email_lists.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/psl.h"
#include "domain/contact/free_mail.h"

/* The tables are sorted by bytes: bsearch. */
/* clang-format off */
static const char *const roles[] = {
    "abuse", "accessibility", "account", "accountant", "accountants", "accounting",
    "accountmanager", "accounts", "accountspayable", "accountsreceivable", "accueil", "achats",
    "acquisition", "acquisitions", "acquisti", "adherents", "adm", "admin", "admin1",
    "administracao", "administracion", "administrador", "administrateur", "administratie",
    "administration", "administrativo", "administrator", "administrators", "admins", "admissions",
    "ads", "adv", "advert", "advertise", "advertisement", "advertising", "advice", "affiliate",
    "affiliates", "agencia", "agency", "agents", "aide", "alarm", "alert", "alerts", "all",
    "all-staff", "all-team", "allstaff", "alumni", "amministratore", "amministrazione",
    "analytics", "anfrage", "angebot", "angebote", "announce", "announcements", "ap", "api", "app",
    "application", "applications", "apply", "appointment", "appointments", "apps", "archive",
    "artistique", "asiakaspalvelu", "asistencia", "asistentka", "ask", "asktheexpert",
    "assistance", "assistant", "assistenza", "associates", "associations", "assurance", "atelier",
    "atencion", "atencionalcliente", "atendimento", "audit", "auftraege", "auftrag", "auto",
    "auto-reply", "automated", "automation", "autoreply", "autoresponder", "award", "awards",
    "backup", "benefits", "beratung", "bestelling", "bestellingen", "bestellung", "bestellungen",
    "bestilling", "bestillinger", "bewerbung", "bewerbungen", "bibliothek", "bid", "bids",
    "billing", "biuro", "bizdev", "blog", "board", "boardofdirectors", "bod", "boekhouding",
    "bokning", "bonjour", "booking", "bookings", "bookkeeper", "bookkeeping", "boss", "bot",
    "bounce", "bounces", "boutique", "box", "boxoffice", "brand", "branding", "brands",
    "buchhaltung", "buero", "bugs", "build", "bureau", "bursar", "business", "businessdevelopment",
    "buyer", "buyers", "cabinet", "calendar", "campaign", "campaigns", "candidate", "candidates",
    "candidature", "candidatures", "care", "career", "careers", "ceo", "cert", "certificates",
    "cfo", "chairman", "chefredaktion", "ciso", "classifieds", "clerk", "client", "clientcare",
    "clientele", "clientes", "clienti", "clients", "clientservice", "clientservices", "cmo",
    "cobranzas", "collections", "comercial", "comercio", "comite", "comm", "comments", "commerce",
    "commercial", "commerciale", "comms", "communication", "communications", "community",
    "company", "compliance", "compras", "compta", "comptabilite", "comunicacao", "comunicacion",
    "comunicaciones", "comunicazione", "concierge", "conference", "conseil", "consult",
    "consultant", "consulting", "contabil", "contabilidad", "contabilidade", "contabilita",
    "contact", "contact-us", "contactenos", "contacter", "contacto", "contactus", "contador",
    "contato", "contatti", "contatto", "content", "contracts", "controller", "coo", "cooperation",
    "copyright", "corporate", "correo", "courrier", "cpanel", "creative", "credit",
    "creditcontrol", "crew", "crm", "cron", "cs", "cso", "csr", "cto", "custcare", "customer",
    "customer-care", "customer-service", "customer-support", "customer.service", "customercare",
    "customerexperience", "customerrelations", "customers", "customerservice",
    "customerservicecenter", "customerservices", "customersuccess", "customersupport", "custserv",
    "cx", "daemon", "data", "database", "dataprotection", "datenschutz", "dba", "dealer",
    "dealers", "deals", "debug", "delivery", "demo", "depannage", "department", "deploy", "design",
    "designer", "desk", "dev", "devel", "developer", "developers", "development", "devnull",
    "devops", "devs", "digital", "direccion", "direct", "directeur", "direction",
    "direction-generale", "director", "directors", "directory", "direktion", "direzione",
    "disability", "dispatch", "disposition", "distribution", "distributor", "dmarc",
    "dmarc-reports", "dmca", "dns", "dnsadmin", "do-not-reply", "docs", "domain", "domain.admin",
    "domainadmin", "domainmanagement", "domainmaster", "domains", "donate", "donations", "donors",
    "donot-reply", "donotreply", "dontreply", "download", "dpo", "drh", "duty", "dzialhandlowy",
    "e-shop", "ebay", "ecom", "ecommerce", "edi", "editor", "editorial", "editors", "education",
    "einkauf", "ekonomi", "ekonomiavdelning", "email", "emails", "emergency", "empfang",
    "employee", "employees", "employment", "enews", "engage", "engineer", "engineering", "enq",
    "enquire", "enquires", "enquiries", "enquiry", "enrollment", "epodatelna", "equipe", "equipo",
    "error", "errors", "escritorio", "eshop", "estimate", "estimates", "estimating", "event",
    "events", "everybody", "everyone", "exec", "executive", "executives", "expedition", "expenses",
    "experience", "expert", "experts", "exports", "facilities", "facilitymanagement",
    "facturacion", "facturas", "facturatie", "facturation", "facture", "factures", "faculty",
    "faktura", "fakturace", "fakturacni", "fakturering", "fakturor", "faq", "faqs", "fatturazione",
    "fatture", "faturamento", "fax", "fbl", "feedback", "finance", "financeiro", "finances",
    "financial", "finanzas", "firma", "firmapost", "fiscal", "fleet", "formation", "forsaljning",
    "founder", "founders", "fragen", "francais", "franchise", "franchising", "frontdesk",
    "frontoffice", "ftp", "fulfillment", "fund", "fundraising", "gdpr", "general", "generalinfo",
    "geral", "gerencia", "gerente", "geschaeftsfuehrung", "geschaeftsleitung", "geschaeftsstelle",
    "gestion", "giving", "global", "grants", "graphics", "group", "groups", "growth", "guest",
    "guestservices", "hallo", "handlowy", "hausverwaltung", "head.office", "headmaster",
    "headoffice", "headteacher", "healthandsafety", "hei", "hej", "hello", "hellothere", "helo",
    "help", "help-desk", "helpdesk", "helpline", "hey", "hi", "hilfe", "hire", "hiring", "hola",
    "home", "host", "hosting", "hostmaster", "hq", "hr", "hr.team", "hrdept", "hrmanager",
    "human.resources", "humanresources", "hurtownia", "ict", "inbound", "inbox", "incoming",
    "info", "info-de", "info1", "info2", "infobox", "infocenter", "infodesk", "infoline",
    "infomail", "infor", "informacion", "informacje", "informatica", "informatik", "information",
    "informatique", "infos", "infoservice", "infrastructure", "inkoop", "innovation", "inquire",
    "inquiries", "inquiry", "inside", "insidesales", "inspection", "insurance", "integration",
    "intern", "internal", "international", "internet", "interns", "internship", "internships",
    "inventory", "invest", "investment", "investor", "investor.relations", "investorrelations",
    "investors", "invoice", "invoices", "invoicing", "ir", "ispfeedback", "ispsupport", "it",
    "it-support", "itadmin", "itdepartment", "ithelp", "ithelpdesk", "itsupport", "jira", "job",
    "jobs", "join", "joinus", "kadry", "kanzlei", "kariera", "karriere", "kassa", "kasse",
    "klantenservice", "knihovna", "kommunikation", "kontakt", "kontakta", "kontor", "kontoret",
    "ksiegowosc", "kultur", "kunden", "kundenbetreuung", "kundencenter", "kundendienst",
    "kundenservice", "kundesenter", "kundeservice", "kundservice", "kundtjanst", "laboratory",
    "labs", "lager", "laskutus", "lawyer", "layout", "lead", "leadership", "leads", "leasing",
    "legal", "leserbriefe", "letter", "letters", "lettings", "library", "license", "licensing",
    "list", "list-owner", "list-request", "lists", "listserv", "lms", "local", "log", "login",
    "logistica", "logistics", "logistik", "logs", "loja", "loyalty", "mahnung", "mail",
    "mail-daemon", "mail-noreply", "mailbox", "maildaemon", "mailer", "mailer-daemon",
    "mailerdaemon", "mailing", "mailinglist", "mailman", "mailroom", "main", "maintenance",
    "mairie", "manage", "management", "manager", "managers", "manufacturing", "market",
    "marketing", "marketing-team", "marketing.team", "marketingteam", "marketplace", "marktplatz",
    "master", "media", "mediacenter", "mediarelations", "member", "members", "memberservices",
    "membership", "merchandise", "merchant", "merchants", "mesto", "mgmt", "mis", "mitglieder",
    "mitgliederservice", "mkt", "mktg", "mobile", "moderator", "monitor", "monitoring", "myynti",
    "nabor", "netadmin", "network", "networking", "newaccount", "newbusiness", "news", "newsdesk",
    "newsletter", "newsletters", "newsroom", "nfo", "nntp", "no-reply", "no-response", "no.reply",
    "nobody", "noc", "none", "noreplies", "noreply", "noresponse", "nospam", "notice",
    "notification", "notification-noreply", "notifications", "notify", "null", "obchod", "obec",
    "objednavky", "odbyt", "oferta", "ofertas", "offers", "office", "office1", "office2",
    "officeadmin", "officemanager", "officestaff", "official", "officina", "oficina", "okonomi",
    "ombudsman", "onboarding", "online", "operador", "operation", "operations", "operator",
    "operators", "ops", "opt-out", "optout", "orcamento", "orden", "order", "ordering", "orders",
    "ordini", "ordre", "ordrer", "ordres", "orga", "organisation", "organizer", "outreach",
    "ouvidoria", "owner", "owners", "partner", "partners", "partnership", "partnerships", "parts",
    "patient", "patients", "pay", "payable", "payables", "payment", "payments", "payroll",
    "pedidos", "people", "peopleops", "permits", "personal", "personalabteilung", "personalni",
    "personalwesen", "personnel", "phish", "phishing", "planning", "platform", "pm", "poczta",
    "podatelna", "podpora", "policy", "pomoc", "pop3", "poptavka", "poptavky", "portal", "post",
    "posta", "postbox", "postfix", "posting", "postmaster", "postmaster1", "postoffice", "pr",
    "praktikum", "praxis", "prensa", "presales", "presidencia", "president", "presidente", "press",
    "press-office", "presse", "pressoffice", "prevendita", "prevente", "preventivi", "pricing",
    "principal", "print", "printing", "privacy", "privacypolicy", "problems", "procurement",
    "prodej", "produccion", "produce", "product", "production", "productmanagement",
    "productmanager", "products", "produktion", "program", "programme", "programmes", "programs",
    "project", "projectmanagement", "projects", "projekte", "promo", "promos", "promotion",
    "promotions", "property", "proposals", "protokoll", "proveedores", "provider", "provoz",
    "public", "publicaffairs", "publications", "publicidad", "publicity", "publicrelations",
    "publisher", "publishers", "publishing", "purchase", "purchaser", "purchases", "purchasing",
    "qa", "qualitaet", "quality", "qualitycontrol", "query", "question", "questions", "quotation",
    "quotations", "quote", "quotes", "readers", "realestate", "receipt", "receipts", "receivable",
    "receivables", "recepce", "recepcion", "recepcionista", "recepcja", "receptie", "reception",
    "receptionen", "receptionist", "rechnung", "rechnungen", "reclamation", "recruit", "recruiter",
    "recruiters", "recruiting", "recruitment", "recrutement", "recursoshumanos", "redaccion",
    "redaction", "redakce", "redakcja", "redaktion", "redazione", "rediffusion", "reditel",
    "reditelstvi", "referral", "referrals", "refund", "refunds", "register", "registrar",
    "registration", "registrations", "registro", "registry", "regnskap", "regulatory", "reklamace",
    "reklamacja", "reklamacje", "reklamation", "rekrytointi", "relations", "remove",
    "renseignements", "rental", "rentals", "repair", "repairs", "reply", "report", "reporting",
    "reports", "request", "requests", "resale", "research", "reseller", "resellers", "resepsjon",
    "reservas", "reservation", "reservations", "reservierung", "reservierungen", "resource",
    "resources", "response", "restaurant", "resume", "resumes", "returns", "revenue", "review",
    "reviews", "rezeption", "rezervace", "rfp", "rh", "risk", "rma", "robot", "root", "rrhh",
    "rsvp", "safety", "sale", "sales", "sales-team", "sales.team", "sales1", "sales2",
    "salesdepartment", "salesinfo", "salesoffice", "salesperson", "salessupport", "salesteam",
    "salg", "salgs", "sample", "samples", "sav", "scan", "scanner", "scheduling", "scholarship",
    "scholarships", "schule", "secretaire", "secretaria", "secretariaat", "secretariado",
    "secretariat", "secretary", "secure", "security", "security-alerts", "segreteria", "seguridad",
    "sekretariat", "sekretarka", "seller", "sellers", "seminar", "seminare", "send", "sender",
    "seo", "serv", "server", "serveradmin", "servers", "service", "service-center",
    "servicecenter", "serviceclient", "servicedesk", "services", "servicio", "servicioalcliente",
    "servicos", "servis", "servisni", "servizi", "servizioclienti", "shipping", "shop", "shopping",
    "shopservice", "showroom", "signup", "sistemas", "site", "siteadmin", "sklad", "skola", "smtp",
    "social", "socialmedia", "software", "sollicitatie", "solutions", "soporte", "source", "spam",
    "spamtrap", "speakers", "specialist", "spedition", "sponsor", "sponsors", "sponsorship",
    "sprzedawca", "sprzedaz", "ssl-admin", "ssladmin", "ssladministrator", "sslwebmaster", "staff",
    "staffing", "standard", "starosta", "start", "startup", "statistics", "stats", "status",
    "stellen", "stock", "store", "storefront", "storemanager", "stores", "strategy", "student",
    "studenti", "students", "studentservices", "studio", "study", "styrelsen", "submissions",
    "subscribe", "subscriber", "subscribers", "subscription", "subscriptions", "success",
    "sugerencias", "suggestion", "suggestions", "supervisor", "supervisors", "suporte", "supplier",
    "suppliers", "supply", "support", "support-team", "support.team", "supportteam", "survey",
    "surveys", "sustainability", "svc", "sys", "sysadm", "sysadmin", "sysadmins", "sysop",
    "system", "systems", "talent", "talento", "tax", "team", "teamlead", "tech", "tech-support",
    "technical", "technicalsupport", "technicke", "technik", "technika", "technique",
    "technischer", "technology", "techsupport", "tecnico", "telecom", "tender", "tenders", "terms",
    "tesoreria", "test", "tester", "testing", "testuser", "thanks", "thebox", "theteam", "ticket",
    "tickets", "tienda", "tilaukset", "timesheets", "todos", "toimisto", "tools", "tourism",
    "trade", "trademark", "trading", "traffic", "trainee", "training", "transfer", "translation",
    "translations", "transport", "transportation", "travel", "treasurer", "treasury", "trial",
    "trouble", "trust", "trustees", "turismo", "ubytovani", "ucetni", "uctarna", "ufficio",
    "ufficiostampa", "undisclosed", "undisclosed-recipients", "unsubscribe", "unsubscribes",
    "update", "updates", "upgrade", "urad", "usenet", "user", "user1", "username", "users",
    "utbildning", "uucp", "vacancies", "vacatures", "valuation", "vedouci", "vendas", "vendite",
    "vendor", "vendors", "ventas", "vente", "ventes", "verification", "verify", "verkauf",
    "verkoop", "versand", "versicherung", "vertrieb", "verwaltung", "verzending", "video",
    "videos", "visitor", "voicemail", "voip", "volunteer", "volunteering", "volunteers",
    "vorstand", "vp", "vragen", "vyroba", "warehouse", "warranty", "web", "web1", "webadmin",
    "webb", "webcast", "webdesign", "webdev", "webinar", "webinars", "webmail", "webmaster",
    "webmasters", "webmestre", "webshop", "website", "websites", "webstore", "webteam", "welcome",
    "werbung", "werkstatt", "whois", "wholesale", "wifi", "wordpress", "work", "workers",
    "workshop", "worldwide", "www", "www-data", "yourname", "zahlung", "zahlungen", "zakazka",
    "zakazky", "zakaznickaservis", "zakaznik", "zam", "zamowienia", "zamowienie", "zapytania",
    "zarzad", "zentrale",
};

static const char *const disposable[] = {
    "0-mail.com", "027168.com", "0815.ru", "0clickemail.com", "0wnd.net", "0wnd.org", "10mail.com",
    "10mail.org", "10mail.tk", "10minmail.de", "10minut.com.pl", "10minut.xyz", "10minutemail.be",
    "10minutemail.cf", "10minutemail.co.uk", "10minutemail.com", "10minutemail.de",
    "10minutemail.ga", "10minutemail.gq", "10minutemail.info", "10minutemail.ml",
    "10minutemail.net", "10minutemail.nl", "10minutemail.org", "10minutemail.pro",
    "10minutemail.ru", "10minutemail.us", "10minutenemail.de", "10minutesmail.com",
    "10minutesmail.fr", "10x9.com", "12hourmail.com", "12minutemail.com", "15minutemail.net",
    "1secmail.com", "1secmail.net", "1secmail.org", "20email.eu", "20mail.eu", "20mail.in",
    "20mail.it", "20minutemail.com", "20minutemail.it", "24hourmail.com", "24hourmail.net",
    "2prong.com", "30mail.ir", "30minutemail.com", "33mail.com", "5mail.cf", "5mail.ga",
    "60minutemail.com", "abusemail.de", "abuser.eu", "abyssmail.com", "addr.email", "adpugh.org",
    "advantimo.com", "aegia.net", "afrobacon.com", "agedmail.com", "ajaxapp.net", "akapost.com",
    "alivance.com", "alldirectbuy.com", "ama-trade.de", "amail.club", "amilegit.com", "amiri.net",
    "amiriindustries.com", "anappfor.com", "anappthat.com", "ano-mail.net", "anonbox.net",
    "anonmails.de", "anonymail.dk", "anonymbox.com", "anonymousemail.me", "anonymousmail.org",
    "antichef.com", "antichef.net", "antireg.ru", "antispam.de", "antispam24.de",
    "antispammail.de", "armyspy.com", "asdasd.nl", "asdasd.ru", "azmeil.tk", "banit.club",
    "banit.me", "bareed.ws", "bccto.me", "beddly.com", "beefmilk.com", "bheps.com",
    "bigprofessor.so", "binkmail.com", "bio-muesli.info", "bio-muesli.net", "blackmarket.to",
    "blogmyway.org", "blondmail.com", "bobmail.info", "bofthew.com", "bootybay.de", "boun.cr",
    "bouncr.com", "boxformail.in", "boximail.com", "boxtemp.com.br", "breakthru.com",
    "brefmail.com", "brennendesreich.de", "broadbandninja.com", "bsnow.net", "bspamfree.org",
    "bugmenever.com", "bugmenot.com", "bumpymail.com", "bund.us", "burnermail.io",
    "burnthespam.info", "burstmail.info", "buspad.org", "byebyemail.com", "byom.de", "cars2.club",
    "casualdx.com", "cek.pm", "cellurl.com", "centermail.com", "centermail.net", "chacuo.net",
    "chammy.info", "chitthi.in", "chogmail.com", "choicemail1.com", "clixser.com", "clrmail.com",
    "cmail.club", "coinlink.club", "coldemail.info", "consumerriot.com", "cool.fr.nf",
    "correo.blogos.net", "correotemporal.org", "cosmorph.com", "courriel.fr.nf",
    "courrieltemporaire.com", "crapmail.org", "crazymailing.com", "cubiclink.com", "curryworld.de",
    "cust.in", "cuvox.de", "dayrep.com", "dcctb.com", "dcemail.com", "deadaddress.com",
    "deadspam.com", "delikkt.de", "despam.it", "despammed.com", "devnullmail.com",
    "digitalsanctuary.com", "dingbone.com", "disbox.net", "disbox.org", "discard.cf",
    "discard.email", "discard.ga", "discard.gq", "discard.ml", "discard.tk", "discardmail.com",
    "discardmail.de", "dispo.in", "disposable.email", "disposableaddress.com",
    "disposableemailaddresses.com", "disposableinbox.com", "dispose.it", "disposeamail.com",
    "disposemail.com", "dispostable.com", "dodgeit.com", "dodgemail.de", "dodgit.com",
    "dodgit.org", "dontreg.com", "dontsendmespam.de", "dpptd.com", "drdrb.com", "drdrb.net",
    "dropjar.com", "dropmail.click", "dropmail.me", "duck2.club", "dump-email.info",
    "dumpandjunk.com", "dumpmail.de", "dumpyemail.com", "e4ward.com", "easytrashmail.com",
    "eelmail.com", "einmalmail.de", "einrot.com", "einrot.de", "eintagsmail.de", "email-fake.cf",
    "email-fake.com", "email-fake.ga", "email-fake.gq", "email-fake.ml", "email-fake.tk",
    "email-temp.com", "email60.com", "emailage.cf", "emailage.ga", "emailage.gq", "emailage.ml",
    "emailage.tk", "emaildrop.io", "emailfake.com", "emailfake.ml", "emailgo.de", "emailias.com",
    "emailigo.de", "emailinfive.com", "emailisvalid.com", "emaillime.com", "emailmiser.com",
    "emailna.co", "emailnax.com", "emailo.pro", "emailondeck.com", "emailproxsy.com",
    "emailresort.com", "emails.ga", "emailsensei.com", "emailsingularity.net", "emailspam.cf",
    "emailspam.ga", "emailspam.gq", "emailspam.ml", "emailspam.tk", "emailtemporal.org",
    "emailtemporanea.com", "emailtemporanea.net", "emailtemporar.ro", "emailtemporario.com.br",
    "emailthe.net", "emailtmp.com", "emailto.de", "emailwarden.com", "emailx.at.hm",
    "emailxfer.com", "emailz.cf", "emailz.ga", "emailz.gq", "emailz.ml", "emeil.in", "emeil.ir",
    "emkei.cf", "emkei.ga", "emkei.gq", "emkei.ml", "emkei.tk", "eml.pp.ua", "emlhub.com",
    "emlpro.com", "emltmp.com", "enterto.com", "ephemail.net", "ephemeral.email", "ero-tube.org",
    "esiix.com", "evopo.com", "explodemail.com", "eyepaste.com", "ezztt.com", "fake-box.com",
    "fake-email.pp.ua", "fake-mail.cf", "fakedemail.com", "fakeinbox.cf", "fakeinbox.com",
    "fakeinbox.ga", "fakeinbox.info", "fakeinbox.ml", "fakeinbox.tk", "fakeinformation.com",
    "fakemail.fr", "fakemail.net", "fakemailgenerator.com", "fakemailz.com", "fammix.com",
    "fast-mail.fr", "fastacura.com", "femailtor.com", "fexbox.org", "fexpost.com", "fextemp.com",
    "figjs.com", "filzmail.com", "firste.ml", "fivermail.com", "fizmail.com", "fleckens.hu",
    "flymail.tk", "fr33mail.info", "frapmail.com", "freecat.net", "freemail.tweakly.net",
    "freeml.net", "front14.org", "fudgerub.com", "fux0ringduh.com", "fyii.de", "gafy.net",
    "garbagemail.org", "garliclife.com", "gelitik.in", "generator.email", "get-mail.cf",
    "get-mail.ga", "get-mail.ml", "get-mail.tk", "get1mail.com", "get2mail.fr", "getairmail.cf",
    "getairmail.com", "getairmail.ga", "getairmail.gq", "getairmail.ml", "getairmail.tk",
    "getmails.eu", "getnada.com", "getonemail.com", "getonemail.net", "ghosttexter.de",
    "girlsundertheinfluence.com", "gishpuppy.com", "givmail.com", "gorillaswithdirtyarmpits.com",
    "gotmail.net", "gotmail.org", "gowikibooks.com", "grandmamail.com", "grandmasmail.com",
    "great-host.in", "greenhousemail.com", "greensloth.com", "grr.la", "gsrv.co.uk",
    "guerillamail.biz", "guerillamail.com", "guerillamail.de", "guerillamail.info",
    "guerillamail.net", "guerillamail.org", "guerillamailblock.com", "guerrillamail.biz",
    "guerrillamail.com", "guerrillamail.de", "guerrillamail.info", "guerrillamail.net",
    "guerrillamail.org", "guerrillamailblock.com", "gufum.com", "gustr.com", "guysmail.com",
    "gynzi.com", "h8s.org", "haltospam.com", "harakirimail.com", "haribu.com", "haribu.net",
    "hartbot.de", "hatespam.org", "haydoo.com", "herp.in", "hidemail.de", "hidemail.pro",
    "hidzz.com", "hmamail.com", "hochsitze.com", "hopemail.biz", "hot-mail.cf", "hot-mail.ga",
    "hot-mail.gq", "hot-mail.ml", "hot-mail.tk", "hulapla.de", "humaility.com", "hushmail.cf",
    "icznn.com", "ieatspam.eu", "ieatspam.info", "ihateyoualot.info", "iheartspam.org",
    "imails.info", "imgof.com", "imstations.com", "inboxalias.com", "inboxbear.com",
    "inboxclean.com", "inboxclean.org", "inboxdesign.me", "inboxes.com", "inboxkitten.com",
    "inboxproxy.com", "incognitomail.com", "incognitomail.net", "incognitomail.org",
    "insorg-mail.info", "instaddr.ch", "instant-mail.de", "instantemailaddress.com",
    "instantmail.fr", "irish2me.com", "iroid.com", "itsmenotyou.com", "jetable.com", "jetable.de",
    "jetable.fr.nf", "jetable.net", "jetable.org", "jetable.pp.ua", "jourrapide.com",
    "kasmail.com", "kaspop.com", "keepmymail.com", "killmail.com", "killmail.net", "kir.ch.tc",
    "kismail.ru", "klassmaster.com", "klassmaster.net", "kludgemush.com", "klzlk.com",
    "kostenlosemailadresse.de", "koszmail.pl", "kuku.lu", "kulturbetrieb.info", "kurzepost.de",
    "kzccv.com", "laafd.com", "lackmail.net", "lackmail.ru", "landmail.co", "laste.ml",
    "lastmail.co", "lastmail.com", "lawlita.com", "letmeinonthis.com", "letthemeatspam.com",
    "lez.se", "lhsdv.com", "lifebyfood.com", "link2mail.net", "linshi-email.com", "linshiyou.com",
    "linshiyouxiang.net", "litedrop.com", "loadby.us", "login-email.cf", "login-email.ga",
    "login-email.ml", "login-email.tk", "lolfreak.net", "lookugly.com", "lortemail.dk",
    "lovemeleaveme.com", "lr7.us", "lr78.com", "lroid.com", "luckymail.org", "lukop.dk",
    "lyricspad.net", "m4ilweb.info", "mail-easy.fr", "mail-filter.com", "mail-temp.com",
    "mail-temporaire.com", "mail-temporaire.fr", "mail.gw", "mail.tm", "mail4trash.com",
    "mail666.ru", "mail7.app", "mail7.io", "mail707.com", "mail72.com", "mailbidon.com",
    "mailbox.in.ua", "mailboxy.fun", "mailbucket.org", "mailcatch.com", "mailchop.com",
    "mailde.info", "maildrop.cc", "maildrop.cf", "maildrop.ga", "maildrop.gq", "maildrop.ml",
    "maildu.de", "maildx.com", "maileater.com", "mailed.in", "mailed.ro", "mailexpire.com",
    "mailfa.tk", "mailforspam.com", "mailfreeonline.com", "mailfs.com", "mailguard.me",
    "mailhazard.com", "mailhazard.us", "mailhz.me", "mailimate.com", "mailin8r.com",
    "mailinater.com", "mailinator.com", "mailinator.gq", "mailinator.net", "mailinator.org",
    "mailinator.us", "mailinator2.com", "mailincubator.com", "mailismagic.com", "mailita.tk",
    "mailjunk.cf", "mailjunk.ga", "mailjunk.gq", "mailjunk.ml", "mailjunk.tk", "mailme.gq",
    "mailme.ir", "mailme.lv", "mailme24.com", "mailmetrash.com", "mailmoat.com", "mailms.com",
    "mailna.biz", "mailna.co", "mailna.in", "mailna.me", "mailnator.com", "mailnesia.com",
    "mailnow2.com", "mailnull.com", "mailorg.org", "mailpick.biz", "mailpoof.com",
    "mailproxsy.com", "mailpwr.com", "mailquack.com", "mailrock.biz", "mailsac.com",
    "mailscrap.com", "mailseal.de", "mailsiphon.com", "mailslapping.com", "mailslite.com",
    "mailtemp.info", "mailtemporaire.com", "mailtemporaire.fr", "mailto.plus", "mailtome.de",
    "mailtothis.com", "mailtrash.net", "mailtv.net", "mailtv.tv", "mailzilla.com", "mailzilla.org",
    "mbx.cc", "mega.zik.dj", "merepost.com", "mezimages.net", "midiharmonica.com",
    "mierdamail.com", "mimimail.me", "minimail.gq", "ministry-of-silly-walks.de", "mintemail.com",
    "minutemailbox.com", "mjukglass.nu", "moakt.cc", "moakt.co", "moakt.com", "moakt.ws",
    "moburl.com", "mohmal.com", "mohmal.im", "mohmal.in", "mohmal.tech", "moncourrier.fr.nf",
    "monemail.fr.nf", "monmail.fr.nf", "monumentmail.com", "msa.minsmail.com", "msgos.com",
    "mt2009.com", "mt2014.com", "mt2015.com", "mucincanon.com", "muell.email", "muellemail.com",
    "muellmail.com", "mvrht.com", "mvrht.net", "mx0.wwwnew.eu", "my10minutemail.com",
    "mycleaninbox.net", "myemailboxy.com", "mymail.infos.st", "mymailoasis.com", "mynetstore.de",
    "mypacks.net", "mypartyclip.de", "myphantomemail.com", "myspaceinc.com", "myspaceinc.net",
    "myspacepimpedup.com", "mytemp.email", "mytempemail.com", "mytempmail.com", "mytmp.email",
    "mytrashmail.com", "mytrashmail.net", "nada.email", "nada.ltd", "nbox.notif.me", "nepwk.com",
    "nervmich.net", "nervtmich.net", "netmails.net", "netzidiot.de", "neverbox.com",
    "nextmail.info", "nice-4u.com", "nincsmail.com", "nincsmail.hu", "nmail.cf", "no-spam.ws",
    "nobulk.com", "noclickemail.com", "nogmailspam.info", "nomail.pw", "nomail.xl.cx",
    "nomail2me.com", "nomorespamemails.com", "nonspam.eu", "nonspammer.de", "noref.in",
    "nospam.ze.tc", "nospam4.us", "nospamfor.us", "nospamme.com", "nospamthanks.info",
    "notmailinator.com", "notsharingmy.info", "nowmymail.com", "nowmymail.net", "nproxi.com",
    "nullbox.info", "nurfuerspam.de", "nwldx.com", "objectmail.com", "obobbo.com", "odaymail.com",
    "odnorazovoe.ru", "one-time.email", "oneoffemail.com", "oneoffmail.com", "onetimemail.org",
    "onewaymail.com", "onlatedotcom.info", "onqin.com", "oopi.org", "oosln.com", "opayq.com",
    "opentrash.com", "ordinaryamerican.net", "oshietechan.link", "otherinbox.com", "ourklips.com",
    "outlawspam.com", "ovpn.to", "owlpic.com", "owlymail.com", "pancakemail.com", "pastebitch.com",
    "pepbot.com", "pfui.ru", "pimpedupmyspace.com", "pjjkp.com", "plexolan.de", "plhk.ru",
    "plw.me", "pokemail.net", "politikerclub.de", "poofy.org", "pookmail.com", "postacin.com",
    "powered.name", "privatdemail.net", "privy-mail.com", "privy-mail.de", "privymail.de",
    "proxymail.eu", "proxyparking.com", "prtnx.com", "punkass.com", "purcell.email", "put2.net",
    "putthisinyourspamdatabase.com", "pwrby.com", "qiott.com", "qisdo.com", "qisoa.com",
    "qoika.com", "quickemail.info", "quickinbox.com", "rapt.be", "rcpt.at", "re-gister.com",
    "reallymymail.com", "realtyalerts.ca", "receiveee.com", "recode.me", "reconmail.com",
    "recursor.net", "recyclemail.dk", "regbypass.com", "rejectmail.com", "reliable-mail.com",
    "remail.cf", "remail.ga", "replyloop.com", "rhyta.com", "rklips.com", "rmqkr.net",
    "robot-mail.com", "rootfest.net", "rover.info", "rppkn.com", "rteet.com", "rtrtr.com",
    "rumgel.com", "rustydoor.com", "safe-mail.gq", "safersignup.de", "safetymail.info",
    "saynotospams.com", "scatmail.com", "schafmail.de", "secmail.pw", "secretemail.de",
    "secure-mail.biz", "secured-link.net", "selfdestructingmail.com", "selfdestructingmail.org",
    "sendfree.org", "sendingspecialflyers.com", "sendspamhere.com", "senseless-entertainment.com",
    "services391.com", "sharedmailbox.org", "sharklasers.com", "shieldedmail.com",
    "shieldemail.com", "shiftmail.com", "shitmail.de", "shitmail.me", "shitmail.org",
    "shitware.nl", "shmeriously.com", "shortmail.net", "showslow.de", "sinnlos-mail.de",
    "siteposter.net", "skeefmail.com", "slaskpost.se", "slave-auctions.net", "slipry.net",
    "slopsbox.com", "slushmail.com", "smailpro.com", "smashmail.de", "smellfear.com",
    "snakemail.com", "snapmail.cc", "sneakemail.com", "sneakmail.de", "snkmail.com",
    "sofimail.com", "sofort-mail.de", "sofortmail.de", "sogetthis.com", "soisz.com",
    "solvemail.info", "soodonims.com", "spam-be-gone.com", "spam.care", "spam.la", "spam.org.es",
    "spam.su", "spam4.me", "spamail.de", "spamavert.com", "spambob.com", "spambob.net",
    "spambob.org", "spambog.com", "spambog.de", "spambog.net", "spambog.ru", "spambooger.com",
    "spambox.info", "spambox.irishspringrealty.com", "spambox.me", "spambox.org", "spambox.us",
    "spamcannon.com", "spamcannon.net", "spamcero.com", "spamcon.org", "spamcorptastic.com",
    "spamcowboy.com", "spamcowboy.net", "spamcowboy.org", "spamday.com", "spamdecoy.net",
    "spamex.com", "spamfree.eu", "spamfree24.com", "spamfree24.de", "spamfree24.eu",
    "spamfree24.info", "spamfree24.net", "spamfree24.org", "spamgoes.in", "spamgourmet.com",
    "spamgourmet.net", "spamgourmet.org", "spamherelots.com", "spamhereplease.com", "spamhole.com",
    "spamify.com", "spaminator.de", "spamkill.info", "spaml.com", "spaml.de", "spamlot.net",
    "spammotel.com", "spamobox.com", "spamoff.de", "spamsalad.in", "spamslicer.com",
    "spamspameverywhere.org", "spamspot.com", "spamstack.net", "spamthis.co.uk",
    "spamthisplease.com", "spamtrail.com", "spamtrap.ro", "spamtroll.net", "speed.1s.fr",
    "spicysoda.com", "spoofmail.de", "spymail.one", "squizzy.de", "startkeys.com",
    "stinkefinger.net", "stop-my-spam.cf", "stop-my-spam.com", "stop-my-spam.ga",
    "stop-my-spam.ml", "stop-my-spam.tk", "streetwisemail.com", "stuffmail.de", "super-auswahl.de",
    "supergreatmail.com", "supermailer.jp", "superrito.com", "superstachel.de", "suremail.info",
    "svk.jp", "sweetxxx.de", "tafmail.com", "tagyourself.com", "teewars.org", "tefl.ro",
    "teleworm.com", "teleworm.us", "tellos.xyz", "teml.net", "temp-mail.com", "temp-mail.de",
    "temp-mail.io", "temp-mail.net", "temp-mail.org", "temp-mail.pp.ua", "temp-mail.ru",
    "temp-mails.com", "temp.emeraldwebmail.com", "tempail.com", "tempalias.com", "tempemail.biz",
    "tempemail.co.za", "tempemail.com", "tempemail.net", "tempinbox.co.uk", "tempinbox.com",
    "tempmail.co", "tempmail.com", "tempmail.de", "tempmail.dev", "tempmail.eu", "tempmail.it",
    "tempmail.net", "tempmail.ninja", "tempmail.org", "tempmail.plus", "tempmail.us",
    "tempmail2.com", "tempmailaddress.com", "tempmailapp.com", "tempmailer.com", "tempmailo.com",
    "tempomail.fr", "tempomail.org", "temporarily.de", "temporarioemail.com.br",
    "temporaryemail.com", "temporaryemail.net", "temporaryemail.us", "temporaryforwarding.com",
    "temporaryinbox.com", "temporarymailaddress.com", "tempr.email", "tempsky.com", "tempthe.net",
    "tempymail.com", "thanksnospam.info", "thankyou2010.com", "thc.st", "thelimestones.com",
    "thembones.com.au", "thereddoors.online", "thietbivanphong.asia", "thisisnotmyrealemail.com",
    "thisurl.website", "throam.com", "throwam.com", "throwaway.email", "throwawayemailaddress.com",
    "throwawaymail.com", "throwawaymail.pp.ua", "throya.com", "thunkinator.org", "tilien.com",
    "tittbit.in", "tmail.ws", "tmailcloud.com", "tmailinator.com", "tmails.net",
    "tmailservices.com", "tmp-mail.org", "tmpbox.net", "tmpeml.info", "tmpmail.net", "tmpmail.org",
    "tmpnator.live", "tokenmail.de", "tonymanso.com", "toomail.biz", "topikt.com",
    "topranklist.de", "tormail.org", "totesmail.com", "tp-qa-mail.com", "tradermail.info",
    "trash-mail.at", "trash-mail.cf", "trash-mail.com", "trash-mail.de", "trash-mail.ga",
    "trash-mail.gq", "trash-mail.ml", "trash-mail.tk", "trash-me.com", "trash2009.com",
    "trash2010.com", "trash2011.com", "trashcanmail.com", "trashdevil.com", "trashdevil.de",
    "trashemail.de", "trashinbox.com", "trashmail.at", "trashmail.com", "trashmail.de",
    "trashmail.fr", "trashmail.ga", "trashmail.gq", "trashmail.io", "trashmail.me",
    "trashmail.net", "trashmail.org", "trashmail.se", "trashmail.tk", "trashmail.ws",
    "trashmailer.com", "trashmails.com", "trashymail.com", "trashymail.net", "trbvm.com",
    "trbvn.com", "trillianpro.com", "tryalert.com", "ttszuo.xyz", "tualias.com", "tupmail.com",
    "turual.com", "tvchd.com", "twinmail.de", "twkly.ml", "txcct.com", "tyldd.com", "uggsrock.com",
    "unmail.ru", "upliftnow.com", "uplipht.com", "upozowac.info", "urfey.com", "uroid.com",
    "valemail.net", "vddaz.com", "venompen.com", "veryrealemail.com", "vidchart.com",
    "viditag.com", "viewcastmedia.com", "viewcastmedia.net", "viewcastmedia.org", "vintomaper.com",
    "viralplays.com", "visal007.tk", "vjuum.com", "vkcode.ru", "vmani.com", "vmpanda.com",
    "vomoto.com", "vorga.org", "vp.ycare.de", "vpn.st", "vps911.net", "vpslists.com", "vpsorg.top",
    "vsimcard.com", "vubby.com", "vztc.com", "walala.org", "walkmail.net",
    "watch-harry-potter.com", "webemail.me", "webm4il.info", "webuser.in",
    "wegwerf-email-addressen.de", "wegwerf-email.de", "wegwerf-email.net", "wegwerf-emails.de",
    "wegwerfadresse.de", "wegwerfemail.com", "wegwerfemail.de", "wegwerfemail.info",
    "wegwerfemail.net", "wegwerfemail.org", "wegwerfmail.de", "wegwerfmail.info",
    "wegwerfmail.net", "wegwerfmail.org", "wegwerpmailadres.nl", "wetrainbayarea.com",
    "wetrainbayarea.org", "wh4f.org", "whatiaas.com", "whatpaas.com", "whopy.com", "whyspam.me",
    "wilemail.com", "willhackforfood.biz", "willselfdestruct.com", "wimsg.com", "winemaven.info",
    "wolfsmail.tk", "wollan.info", "worldspace.link", "wpg.im", "writeme.us", "wronghead.com",
    "wuespdj.xyz", "wuzup.net", "wuzupmail.net", "wwjmp.com", "xagloo.co", "xagloo.com",
    "xemaps.com", "xents.com", "xjoi.com", "xmaily.com", "xojxe.com", "xoxox.cc", "xoxy.net",
    "xyzfree.net", "yapped.net", "yep.it", "yogamaven.com", "yoggm.com", "yomail.info",
    "yopmail.com", "yopmail.fr", "yopmail.net", "yopmail.org", "yopmail.pp.ua", "yroid.com",
    "yuurok.com", "z1p.biz", "zain.site", "zebins.com", "zebins.eu", "zehnminuten.de",
    "zehnminutenmail.de", "zeroe.ml", "zetmail.com", "zhcne.com", "zippymail.info",
    "zipsendtest.com", "zoaxe.com", "zoemail.com", "zoemail.net", "zoemail.org", "zomg.info",
    "zxcv.com", "zxcvbnm.com",
};
/* clang-format on */

static int
compare(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

#define IN(table, word)                                                                            \
    (bsearch((word), (table), sizeof(table) / sizeof *(table), sizeof *(table), compare) != NULL)

/* --- roles --------------------------------------------------------------------------------- */

enum { LOCAL_MAX = 64 };

/* Desks that also come with a place or a language behind them: "info.cz", "sales-uk". */
static bool
is_desk_of_many(const char *word)
{
    static const char *const desks[] = {
        "admin",      "billing", "contact", "hr",     "info",    "jobs",  "kontakt", "marketing",
        "newsletter", "noreply", "office",  "orders", "recepce", "sales", "service", "support"};
    return IN(desks, word);
}

bool
email_lists_is_role(const char *local)
{
    char word[LOCAL_MAX + 1];
    size_t n = strcspn(local, "+");
    if (n == 0 || n > LOCAL_MAX)
        return false;
    memcpy(word, local, n);
    word[n] = '\0';
    if (IN(roles, word))
        return true;
    while (n > 1 && word[n - 1] >= '0' && word[n - 1] <= '9')
        word[--n] = '\0';
    if (IN(roles, word))
        return true;
    word[strcspn(word, ".-_")] = '\0';
    return strlen(word) < n && is_desk_of_many(word);
}

/* --- throw-away domains -------------------------------------------------------------------- */

bool
email_lists_is_disposable(const char *domain)
{
    while (domain) {
        if (IN(disposable, domain))
            return true;
        domain = strchr(domain, '.');
        domain = domain ? domain + 1 : NULL;
    }
    return false;
}

/* --- typing errors ------------------------------------------------------------------------- */

enum { DOMAIN_MAX = 40 };

/* Domains so common that a near miss is more likely a slip than another company; `far` allows two
 * slips instead of one. */
static const struct {
    const char *domain;
    bool far;
} common[] = {
    {"gmail.com",      true },
    {"googlemail.com", true },
    {"yahoo.com",      false},
    {"hotmail.com",    true },
    {"outlook.com",    true },
    {"icloud.com",     false},
    {"aol.com",        false},
    {"live.com",       false},
    {"msn.com",        false},
    {"protonmail.com", true },
    {"comcast.net",    true },
    {"verizon.net",    true },
    {"bellsouth.net",  true },
    {"sbcglobal.net",  true },
    {"rocketmail.com", true },
    {"hotmail.co.uk",  true },
    {"yahoo.co.uk",    true },
    {"btinternet.com", true },
    {"hotmail.fr",     false},
    {"yahoo.fr",       false},
    {"wanadoo.fr",     true },
    {"laposte.net",    true },
    {"libero.it",      false},
    {"hotmail.it",     false},
    {"t-online.de",    true },
    {"freenet.de",     false},
    {"yahoo.de",       false},
    {"seznam.cz",      true },
    {"centrum.cz",     false},
    {"interia.pl",     false},
    {"yandex.ru",      false},
    {"rambler.ru",     false},
    {"yahoo.co.in",    true },
    {"rediffmail.com", true },
    {"bigpond.com",    false},
};

/* Real domains one slip away from a common one. Sorted. */
static const char *const innocent[] = {
    "aon.com",  "cloud.com", "email.com", "gail.com",   "gmai.com.br", "live.co.uk", "love.com",
    "mail.com", "msnbc.com", "olive.com", "outlook.in", "seznam.sk",   "ymail.com",
};

/* Edits between two words (insert, drop, change, swap neighbours), or limit + 1 when more. */
static int
edits(const char *a, const char *b, int limit)
{
    int n = (int)strlen(a), m = (int)strlen(b);
    if (n - m > limit || m - n > limit)
        return limit + 1;
    int rows[3][DOMAIN_MAX + 2];
    for (int k = 0; k <= m; k++)
        rows[0][k] = k;
    for (int i = 1; i <= n; i++) {
        int *row = rows[i % 3], *above = rows[(i - 1) % 3], *two = rows[(i + 1) % 3], best = i;
        row[0] = i;
        for (int k = 1; k <= m; k++) {
            int cost = above[k - 1] + (a[i - 1] != b[k - 1]);
            if (above[k] + 1 < cost)
                cost = above[k] + 1;
            if (row[k - 1] + 1 < cost)
                cost = row[k - 1] + 1;
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] &&
                two[k - 2] + 1 < cost)
                cost = two[k - 2] + 1;
            row[k] = cost;
            best = cost < best ? cost : best;
        }
        if (best > limit)
            return limit + 1;
    }
    return rows[n % 3][m];
}

/* Letters of a word as bits: words that share few need no closer look. */
static unsigned
letters(const char *word)
{
    unsigned bits = 0;
    for (; *word; word++)
        bits |= 1U << ((unsigned char)*word & 31U);
    return bits;
}

/* The ending that was meant by one that does not exist: ".con" is ".com". */
static const char *
meant_ending(const char *ending)
{
    static const struct {
        const char *wrong, *meant;
    } endings[] = {
        {"c0m",  "com" },
        {"ccom", "com" },
        {"cim",  "com" },
        {"clm",  "com" },
        {"cmo",  "com" },
        {"cok",  "com" },
        {"comn", "com" },
        {"coml", "com" },
        {"comm", "com" },
        {"con",  "com" },
        {"coom", "com" },
        {"copm", "com" },
        {"cpm",  "com" },
        {"dom",  "com" },
        {"ocm",  "com" },
        {"vom",  "com" },
        {"xom",  "com" },
        {"ent",  "net" },
        {"met",  "net" },
        {"ner",  "net" },
        {"nett", "net" },
        {"nte",  "net" },
        {"ogr",  "org" },
        {"orgg", "org" },
        {"ofg",  "org" },
        {"rog",  "org" },
        {"orf",  "org" },
        {"ifno", "info"},
        {"inof", "info"},
    };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (!strcmp(endings[i].wrong, ending))
            return endings[i].meant;
    return NULL;
}

/* "gmail.co", "gmail.cm", "gmail": the name is right, the ending is not. */
static const char *
by_name(const char *domain)
{
    static const char *const names[] = {"gmail",   "googlemail", "hotmail", "icloud",
                                        "outlook", "protonmail", "yahoo"};
    static const char *const never[] = {
        "c",    "cc",    "ccm",  "cm",   "cn", "co", "com.com", "coma", "comi", "comj",
        "comk", "commm", "como", "comq", "cs", "cx", "net",     "ney",  "om",   "org",
    };
    char name[DOMAIN_MAX + 1];
    size_t n = strcspn(domain, ".");
    memcpy(name, domain, n);
    name[n] = '\0';
    if (!IN(names, name))
        return NULL;
    bool wrong = !domain[n];
    for (size_t i = 0; !wrong && i < sizeof never / sizeof *never; i++)
        wrong = !strcmp(never[i], domain + n + 1);
    for (size_t i = 0; wrong && i < sizeof common / sizeof *common; i++)
        if (!strncmp(common[i].domain, name, n) && !strcmp(common[i].domain + n, ".com"))
            return common[i].domain;
    return NULL;
}

const char *
email_lists_suggestion(struct arena *arena, const char *domain)
{
    size_t length = strlen(domain);
    if (length > DOMAIN_MAX)
        return NULL;
    const char *named = by_name(domain);
    if (named || free_mail_is(domain) || IN(innocent, domain))
        return named;
    const char *best = NULL;
    int nearest = 3;
    unsigned bits = letters(domain);
    for (size_t i = 0; i < sizeof common / sizeof *common; i++) {
        int limit = common[i].far ? 2 : 1;
        if (__builtin_popcount(bits ^ letters(common[i].domain)) > 2 * limit)
            continue;
        int distance = edits(domain, common[i].domain, limit);
        if (distance > 0 && distance <= limit && distance < nearest) {
            nearest = distance;
            best = common[i].domain;
        }
    }
    const char *dot = strrchr(domain, '.');
    const char *ending = dot ? meant_ending(dot + 1) : NULL;
    if (best || !ending)
        return best;
    struct psl psl;
    psl_split(domain, &psl);
    return psl.listed ? NULL : arena_printf(arena, "%.*s.%s", (int)(dot - domain), domain, ending);
}
