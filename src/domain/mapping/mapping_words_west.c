/* Header words in German, French, Spanish, Italian, Portuguese and Dutch. See mapping_headers.h for
 * the form. Words common with English stand there only. Read by mapping_headers.c only. */
#include "domain/mapping/mapping_headers.h"

/* clang-format off */
static const struct mapping_words german[] = {
    {MEANS_FULL_NAME,
     "ansprechpartner|ansprechperson|kontaktperson|kontakt|vollständiger name|vor und nachname|"
     "vorname nachname|vorname name|name vorname|ganzer name|kontaktname|personenname|"
     "ansprechpartner name|name des ansprechpartners|nachname vorname|voller name|"
     "name ansprechpartner|name der person|gesamtname"},
    {MEANS_NAME, "name|namen|kunde|kundenname|bezeichnung"},
    {MEANS_FIRST_NAME,
     "vorname|vornamen|rufname|ansprechpartner vorname|kontakt vorname|vorname ansprechpartner"},
    {MEANS_MIDDLE_NAME,
     "zweiter vorname|weitere vornamen|mittelname|geburtsname|spitzname|initialen"},
    {MEANS_LAST_NAME,
     "nachname|familienname|zuname|ansprechpartner nachname|kontakt nachname|"
     "nachname ansprechpartner"},
    {MEANS_PREFIX,
     "anrede|akademischer titel|akad titel|namenszusatz|titel anrede|briefanrede|anrede titel|"
     "grußformel"},
    {MEANS_SUFFIX, "namenssuffix|suffix"},
    {MEANS_TITLE, "titel"},
    {MEANS_JOB_TITLE,
     "position|funktion|beruf|berufsbezeichnung|stellenbezeichnung|jobtitel|tätigkeit|rolle|"
     "stelle|funktionsbezeichnung|positionsbezeichnung|berufstitel"},
    {MEANS_SENIORITY, "karrierestufe|hierarchieebene|führungsebene|karrierelevel"},
    {MEANS_DEPARTMENT, "abteilung|fachbereich|bereich|geschäftsbereich"},
    {MEANS_BIRTHDAY, "geburtstag|geburtsdatum|geb datum|geboren am|geboren"},
    {MEANS_MOBILE,
     "handy|handynummer|mobil|mobiltelefon|mobilnummer|mobilfunk|mobilfunknummer|handynr|"
     "mobilnr|mobil nr|handy nr|mobiltelefonnummer"},
    {MEANS_EMAIL,
     "e mail adresse|mailadresse|e mail geschäftlich|e mail privat|elektronische post|"
     "firmenmail|e mail firma|kontakt e mail|e mail ansprechpartner|mail adresse"},
    {MEANS_PHONE,
     "telefon|telefonnummer|tel nr|rufnummer|telefon nr|telefonnr|festnetz|"
     "telefon geschäftlich|telefon firma|telefon privat|telefon zentrale|durchwahl|telefon 1|"
     "zentrale|festnetznummer|telefon direkt|fon|fernsprecher|tel direkt|telefon büro"},
    {MEANS_LINKEDIN, "linkedin profil|linkedin adresse|linkedin link"},
    {MEANS_ADDRESS,
     "adresse|anschrift|postanschrift|postadresse|firmenadresse|geschäftsadresse|"
     "rechnungsadresse|firmenanschrift|lieferadresse|privatadresse|firmensitz"},
    {MEANS_STREET,
     "straße|strasse|straße hausnummer|straße und hausnummer|strasse nr|straße nr|"
     "strasse und hausnummer|strasse hausnummer|str|straße geschäftlich|straße und nr|"
     "strasse hausnr|strasse und nr|straße hausnr"},
    {MEANS_CITY,
     "ort|stadt|wohnort|ortschaft|gemeinde|ort geschäftlich|stadt ort|ort stadt|firmenort"},
    {MEANS_REGION, "bundesland|kanton|region|landkreis|kreis|provinz|gebiet|bezirk"},
    {MEANS_POSTAL_CODE, "plz|postleitzahl|post leitzahl|plz ort nr|postleitzahl geschäftlich"},
    {MEANS_COUNTRY,
     "land|staat|länderkennzeichen|ländercode|länderkürzel|nation|land region|"
     "land geschäftlich|herkunftsland|lkz"},
    {MEANS_LOCATION, "standort|sitz|hauptsitz|plz ort|plz und ort|ort plz|hauptniederlassung"},
    {MEANS_LANGUAGE, "sprache|korrespondenzsprache|muttersprache"},
    {MEANS_SOURCE, "quelle|herkunft|leadquelle|kontaktquelle|datenquelle|ursprung"},
    {MEANS_NOTES,
     "notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|anmerkung|anmerkungen|hinweis|"
     "hinweise|sonstiges|interne notiz|zusatzinformation|infos"},
    {MEANS_TAGS, "schlagwort|gruppe|gruppen|verteiler|liste|listen|etikett|kennzeichen"},
    {MEANS_URL, "verweis|profil|profil link"},
    {MEANS_DESCRIPTION,
     "beschreibung|kurzbeschreibung|unternehmensbeschreibung|firmenbeschreibung|über uns|"
     "unternehmensgegenstand|gegenstand|firmenprofil|profiltext|unternehmensprofil|"
     "geschäftsgegenstand"},
    {MEANS_COMPANY,
     "firma|unternehmen|firmenname|unternehmensname|organisation|betrieb|arbeitgeber|"
     "gesellschaft|firmenbezeichnung|name des unternehmens|firma name|name der firma|"
     "firmierung|institution|unternehmung|konto|firmen|firma organisation|firmenname 1|firma 1|"
     "aussteller|lieferant|einrichtung|verein|marke"},
    {MEANS_LEGAL_FORM, "rechtsform|gesellschaftsform"},
    {MEANS_DOMAIN, "domäne|internetdomain"},
    {MEANS_WEBSITE,
     "webseite|internetseite|internetadresse|firmenwebseite|webadresse|netzseite|webauftritt|"
     "homepage adresse|firmenhomepage|internetauftritt"},
    {MEANS_INDUSTRY,
     "branche|wirtschaftszweig|industrie|sektor|branchen|branchenbezeichnung|geschäftsfeld|"
     "tätigkeitsfeld|gewerbe"},
    {MEANS_KEYWORDS,
     "schlagworte|schlagwörter|stichworte|stichwörter|schlüsselwörter|produkte|leistungen|"
     "dienstleistungen"},
    {MEANS_CATEGORIES, "kategorie|kategorien"},
    {MEANS_EMPLOYEES,
     "mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter|mitarbeiteranzahl|beschäftigte|"
     "unternehmensgröße|firmengröße|ma zahl|zahl der mitarbeiter|belegschaft|"
     "anzahl der mitarbeiter|größe|anzahl beschäftigte|mitarbeitende|anzahl mitarbeitende|"
     "zahl der beschäftigten|betriebsgröße"},
    {MEANS_REVENUE,
     "umsatz|jahresumsatz|umsatz eur|umsatz in eur|umsatz mio eur|umsatzklasse|umsatz in mio|"
     "umsatzerlöse"},
    {MEANS_FOUNDED,
     "gründungsjahr|gegründet|gründung|gründungsdatum|gegründet am|baujahr|jahr der gründung|"
     "gegründet im jahr|gegründet in"},
    {MEANS_REGISTRY_NUMBER,
     "handelsregisternummer|registernummer|hrb|hr nummer|handelsregister|handelsregister nr|"
     "hrb nummer|uid nummer|firmenbuchnummer|firmennummer|hrb nr|registergericht nummer"},
    {MEANS_LOGO, "firmenlogo|logo adresse"},
    {MEANS_OTHER,
     "zustand|bewertung|priorität|phase|anzahl|preis|betrag|typ|art|ergebnis|branchencode|"
     "wz code|klassifizierung|kundentyp|interesse|interessen|foto|bild|konkurrent|zuständig|"
     "abgemeldet|werbesperre|briefkasten|gewinn|bilanzsumme|stammkapital"},
    {MEANS_TAX_NUMBER,
     "ust idnr|ust id|ustid|umsatzsteuer id|steuernummer|ust idnr nr|"
     "umsatzsteueridentifikationsnummer|ust id nr|mwst nummer|uid|ust nr"},
    {MEANS_FAX, "faxnummer|telefax|fax nr|fax geschäftlich|telefaxnummer|faxnr"},
    {MEANS_DATE,
     "datum|erstellt|erstellt am|geändert|geändert am|letzter kontakt|angelegt am|"
     "letzte änderung|hinzugefügt am|aktualisiert|vernetzt am|jahr|erstkontakt"},
    {MEANS_PEOPLE,
     "geschäftsführer|gründer|investoren|gesellschafter|vorstand|inhaber|geschäftsführung|"
     "geschäftsleitung|leiter|vorgesetzter|assistent|assistenz"},
    {MEANS_OWNER,
     "betreuer|verantwortlicher|zuständiger|besitzer|kundenbetreuer|bearbeiter|sachbearbeiter|"
     "vertriebsmitarbeiter|eigentümer|angelegt von"},
    {MEANS_ID,
     "kundennummer|kunden nr|kundennr|lfd nr|laufende nummer|nummer|datensatz id|nr|"
     "kontaktnummer|adressnummer|schlüssel|kd nr|kdnr|satznummer|debitorennummer"},
    {MEANS_LINE_2,
     "hausnummer|hausnr|hnr|adresszusatz|postfach|adresse 2|zusatz|etage|gebäude|anschrift 2|"
     "straße 2|ortsteil|stadtteil|haus nr|adresszeile 2|raum|büro nr"},
    {MEANS_PRIVATE,
     "geschlecht|familienstand|religion|staatsangehörigkeit|konfession|kinder|ehepartner|"
     "nationalität|staatsbürgerschaft|geburtsort|ehefrau"},
    {MEANS_SENSITIVE,
     "sozialversicherungsnummer|steuer id|steueridentifikationsnummer|personalausweisnummer|"
     "ausweisnummer|reisepassnummer|kontonummer|svnr|sv nummer|ahv nummer|"
     "rentenversicherungsnummer|passwort|kennwort|bankverbindung|steuer identifikationsnummer|"
     "personalausweis|kreditkarte|sozialversicherungsnr|krankenversicherungsnummer|"
     "kreditkartennummer"},
    {MEANS_OF_PERSON, "kontakt|person|ansprechpartner|ansprechperson|mitarbeiter"},
    {MEANS_OF_COMPANY, "firma|unternehmen|firmen|organisation|hauptsitz|zentrale|konto"},
    {MEANS_AT_WORK, "geschäftlich|dienstlich|beruflich|büro|arbeit|direkt"},
    {MEANS_MAIN, "haupt|allgemein|standard"},
    {MEANS_AT_HOME, "privat|persönlich|private"},
    {MEANS_SECOND, "weitere|weiterer|zweite|zweiter|andere|alternativ|zusätzlich|sonstige"},
    {MEANS_FILLER,
     "der|die|das|des|den|dem|von|vom|und|oder|im|in|am|zum|zur|ihre|ihr|angabe|pflichtfeld|"
     "falls vorhanden"},
    {MEANS_NOTHING, NULL},
};

static const struct mapping_words french[] = {
    {MEANS_FULL_NAME,
     "nom complet|contact|interlocuteur|personne de contact|nom et prénom|prénom et nom|"
     "nom prénom|prénom nom|nom du contact|contact principal|nom prénoms|personne à contacter|"
     "nom contact|responsable nom"},
    {MEANS_NAME, "nom|noms|dénomination|nom client|client|intitulé|libellé"},
    {MEANS_FIRST_NAME, "prénom|prénoms|prénom du contact|prénom contact|petit nom"},
    {MEANS_MIDDLE_NAME, "deuxième prénom|second prénom|autres prénoms|surnom|nom de jeune fille"},
    {MEANS_LAST_NAME, "nom de famille|nom patronymique|nom d usage"},
    {MEANS_PREFIX, "civilité|titre de civilité|formule de politesse"},
    {MEANS_TITLE, "titre"},
    {MEANS_JOB_TITLE,
     "poste|fonction|intitulé du poste|intitulé de poste|métier|profession|titre du poste|"
     "emploi|titre professionnel|rôle|poste occupé|poste actuel|fonction du contact"},
    {MEANS_SENIORITY, "niveau hiérarchique|niveau de poste|séniorité"},
    {MEANS_DEPARTMENT, "service|département|direction|pôle|unité"},
    {MEANS_BIRTHDAY, "date de naissance|anniversaire|né le|naissance|née le|né e le"},
    {MEANS_MOBILE,
     "portable|téléphone portable|mobile|tél portable|téléphone mobile|gsm|tel mobile|"
     "numéro de portable|numéro de mobile|tél mobile"},
    {MEANS_EMAIL,
     "courriel|adresse mail|adresse e mail|adresse email|mél|adresse électronique|"
     "email professionnel|adresse courriel|e mail professionnel|mail pro|email pro|"
     "courrier électronique|adresse de messagerie|email contact|mail contact|"
     "email de l entreprise"},
    {MEANS_PHONE,
     "téléphone|tél|numéro de téléphone|téléphone fixe|fixe|n téléphone|n de téléphone|"
     "téléphone professionnel|téléphone bureau|ligne directe|standard|tel fixe|téléphone 1|"
     "tél fixe|téléphone direct|num tel|téléphone société"},
    {MEANS_LINKEDIN, "profil linkedin|lien linkedin|url linkedin|page linkedin"},
    {MEANS_ADDRESS,
     "adresse|adresse postale|adresse complète|siège social|adresse du siège|adresse 1|"
     "adresse ligne 1|adresse de l entreprise|adresse professionnelle"},
    {MEANS_STREET, "rue|voie|numéro et rue|n et rue|rue et numéro|numéro et nom de rue"},
    {MEANS_CITY, "ville|commune|localité|municipalité"},
    {MEANS_REGION, "région|département administratif|province|canton|état|nom région"},
    {MEANS_POSTAL_CODE, "code postal|cp|c p|codepostal|npa"},
    {MEANS_COUNTRY, "pays|code pays|pays région|nom du pays"},
    {MEANS_LOCATION, "localisation|lieu|emplacement|siège|zone géographique|cp ville|implantation"},
    {MEANS_LANGUAGE, "langue|langues|langue préférée|langue parlée"},
    {MEANS_SOURCE, "provenance|origine|source du lead|origine du contact|source du contact"},
    {MEANS_NOTES,
     "remarque|remarques|commentaire|commentaires|observation|observations|notes internes|"
     "informations complémentaires|mémo"},
    {MEANS_TAGS, "étiquette|étiquettes|groupe|groupes|liste|listes|libellés"},
    {MEANS_URL, "lien|liens|profil|lien profil"},
    {MEANS_DESCRIPTION,
     "description|présentation|descriptif|à propos|résumé|objet social|"
     "description de l entreprise|activité détaillée"},
    {MEANS_COMPANY,
     "entreprise|société|raison sociale|nom de l entreprise|nom de la société|organisation|"
     "employeur|établissement|organisme|compagnie|nom entreprise|nom société|"
     "dénomination sociale|compte|enseigne|nom du compte|structure|nom commercial|entité|"
     "fournisseur|exposant|marque|association"},
    {MEANS_LEGAL_FORM, "forme juridique|statut juridique|catégorie juridique|nature juridique"},
    {MEANS_DOMAIN, "domaine|nom de domaine|domaine web"},
    {MEANS_WEBSITE,
     "site web|site internet|site|page web|adresse web|adresse internet|"
     "site web de l entreprise|url site|url du site|site de l entreprise"},
    {MEANS_INDUSTRY,
     "secteur|secteur d activité|industrie|branche|activité|domaine d activité|"
     "activité principale|secteurs|secteur activité|filière"},
    {MEANS_KEYWORDS, "mots clés|mots clefs|spécialités|produits|services proposés|thèmes"},
    {MEANS_CATEGORIES, "catégorie|catégories|rubrique"},
    {MEANS_EMPLOYEES,
     "effectif|effectifs|nombre d employés|nombre de salariés|salariés|taille de l entreprise|"
     "nb employés|nb salariés|taille|tranche d effectif|nombre employés|tranche effectif|"
     "nombre de collaborateurs|taille entreprise|tranche effectif salarié"},
    {MEANS_REVENUE,
     "chiffre d affaires|ca|chiffre affaires|ca annuel|chiffre d affaires annuel|revenu|"
     "ca en euros|revenu annuel"},
    {MEANS_FOUNDED,
     "année de création|date de création|créée en|fondée en|année de fondation|"
     "date de fondation|création|année création|fondation"},
    {MEANS_REGISTRY_NUMBER,
     "siren|siret|numéro siren|numéro siret|rcs|n siren|n siret|numéro d entreprise|numéro rcs|"
     "numéro d immatriculation|ide"},
    {MEANS_OTHER,
     "statut|état du lead|score|priorité|type|code naf|code ape|naf|ape|étape|montant|nombre|"
     "prix|résultat|photo|note qualité|désinscrit|sujet|levée de fonds"},
    {MEANS_TAX_NUMBER,
     "numéro de tva|n tva|tva intracommunautaire|numéro tva|tva|numéro tva intracommunautaire|"
     "n tva intracommunautaire"},
    {MEANS_FAX, "télécopie|numéro de fax|télécopieur"},
    {MEANS_DATE,
     "date de modification|date d ajout|créé le|modifié le|dernier contact|"
     "date de création du contact|ajouté le|mis à jour le|année|connecté le"},
    {MEANS_PEOPLE,
     "fondateurs|dirigeants|dirigeant|investisseurs|actionnaires|gérant|représentant légal|"
     "nom du dirigeant|fondateur|directeur|équipe"},
    {MEANS_OWNER,
     "propriétaire|commercial|responsable|chargé de compte|assigné à|créé par|suivi par"},
    {MEANS_ID,
     "identifiant|numéro client|n client|code client|référence|réf|id contact|numéro fiche|"
     "matricule"},
    {MEANS_LINE_2,
     "complément d adresse|complément adresse|adresse 2|bâtiment|boîte postale|adresse ligne 2|"
     "bp|numéro de rue|n de rue|étage|cedex|lieu dit"},
    {MEANS_PRIVATE,
     "sexe|genre|situation familiale|nationalité|conjoint|enfants|religion|état civil|"
     "lieu de naissance"},
    {MEANS_SENSITIVE,
     "numéro de sécurité sociale|sécurité sociale|nir|numéro d identité|carte d identité|"
     "numéro de passeport|passeport|mot de passe|compte bancaire|rib|carte bancaire|"
     "numéro de carte|n sécurité sociale|permis de conduire|numéro de carte d identité"},
    {MEANS_OF_PERSON, "contact|personne|interlocuteur"},
    {MEANS_OF_COMPANY, "entreprise|société|organisation|compte|siège|siège social|établissement"},
    {MEANS_AT_WORK, "professionnel|professionnelle|pro|bureau|travail|direct|directe"},
    {MEANS_MAIN, "principal|principale|général|générale"},
    {MEANS_AT_HOME, "personnel|personnelle|privé|privée|domicile"},
    {MEANS_SECOND, "autre|autres|secondaire|deuxième|supplémentaire"},
    {MEANS_FILLER, "le|la|les|l|du|de|des|d|au|aux|et|ou|votre|vos|son|sa|n|num"},
    {MEANS_NOTHING, NULL},
};

static const struct mapping_words spanish[] = {
    {MEANS_FULL_NAME,
     "nombre completo|nombre y apellidos|nombre y apellido|contacto|persona de contacto|"
     "nombre del contacto|nombre de contacto|apellidos y nombre|nombre contacto|"
     "nombre apellidos|contacto principal|persona contacto"},
    {MEANS_NAME, "nombre|nombres|denominación|cliente|nombre cliente|nombre del cliente"},
    {MEANS_FIRST_NAME, "nombre de pila|primer nombre|nombre propio"},
    {MEANS_MIDDLE_NAME, "segundo nombre|apodo"},
    {MEANS_LAST_NAME, "apellido|apellidos|primer apellido|apellido paterno|apellidos del contacto"},
    {MEANS_PREFIX, "tratamiento|saludo|trato|título académico"},
    {MEANS_TITLE, "título"},
    {MEANS_JOB_TITLE,
     "cargo|puesto|puesto de trabajo|función|profesión|ocupación|rol|título del puesto|"
     "cargo del contacto|posición|título profesional"},
    {MEANS_SENIORITY, "nivel jerárquico|nivel de cargo|nivel"},
    {MEANS_DEPARTMENT, "departamento|área|sección"},
    {MEANS_BIRTHDAY, "fecha de nacimiento|cumpleaños|nacimiento|fecha nacimiento"},
    {MEANS_MOBILE,
     "móvil|celular|teléfono móvil|número de móvil|teléfono celular|tel móvil|"
     "número de celular|número móvil"},
    {MEANS_EMAIL,
     "correo|correo electrónico|e mail de contacto|dirección de correo|"
     "dirección de correo electrónico|correo de contacto|correo de empresa|correo corporativo|"
     "dirección email|correo e|email de contacto"},
    {MEANS_PHONE,
     "teléfono|teléfonos|número de teléfono|teléfono fijo|fijo|tlf|tfno|teléfono de contacto|"
     "teléfono empresa|teléfono 1|telf|tfn|núm teléfono|teléfono oficina|número telefónico"},
    {MEANS_LINKEDIN, "perfil de linkedin|perfil linkedin|enlace linkedin"},
    {MEANS_ADDRESS,
     "dirección|domicilio|dirección postal|domicilio social|dirección completa|"
     "dirección fiscal|domicilio fiscal|dirección de la empresa|dirección 1"},
    {MEANS_STREET, "calle|vía|calle y número|avenida"},
    {MEANS_CITY, "ciudad|población|localidad|municipio|comuna"},
    {MEANS_REGION,
     "provincia|región|comunidad autónoma|estado|estado provincia|estado región|ccaa|comunidad"},
    {MEANS_POSTAL_CODE, "código postal|cp|c p|cód postal|codigo postal"},
    {MEANS_COUNTRY, "país|código de país|nombre del país|país región"},
    {MEANS_LOCATION, "ubicación|localización|lugar|sede|zona"},
    {MEANS_LANGUAGE, "idioma|idiomas|lengua"},
    {MEANS_SOURCE, "fuente|origen|procedencia|origen del contacto|fuente del lead"},
    {MEANS_NOTES, "notas|nota|observaciones|comentarios|comentario|observación"},
    {MEANS_TAGS, "etiqueta|etiquetas|grupo|grupos|lista|listas"},
    {MEANS_URL, "enlace|vínculo|perfil|enlaces"},
    {MEANS_DESCRIPTION,
     "descripción|resumen|acerca de|descripción de la empresa|objeto social|presentación|"
     "sobre nosotros"},
    {MEANS_COMPANY,
     "empresa|razón social|compañía|nombre de la empresa|sociedad|organización|nombre empresa|"
     "empleador|nombre de empresa|negocio|nombre comercial|cuenta|entidad|nombre de la cuenta|"
     "institución|denominación social|proveedor|marca|nombre de la organización|"
     "nombre de la compañía|empresas|expositor"},
    {MEANS_LEGAL_FORM, "forma jurídica|tipo de sociedad|forma legal|tipo de empresa"},
    {MEANS_DOMAIN, "dominio|nombre de dominio|dominio web"},
    {MEANS_WEBSITE,
     "sitio web|página web|web|dirección web|url de la web|sitio|pagina web|web de la empresa|"
     "sitio web de la empresa"},
    {MEANS_INDUSTRY,
     "sector|industria|rubro|ramo|actividad|actividad principal|giro|sector actividad|"
     "sector de actividad|actividad económica"},
    {MEANS_KEYWORDS, "palabras clave|especialidades|productos|servicios"},
    {MEANS_CATEGORIES, "categoría|categorías"},
    {MEANS_EMPLOYEES,
     "empleados|número de empleados|núm empleados|plantilla|nº de empleados|"
     "tamaño de la empresa|tamaño|trabajadores|nº empleados|rango de empleados|"
     "cantidad de empleados|num empleados|número de trabajadores|tamaño empresa|"
     "no de empleados|n de empleados|n empleados"},
    {MEANS_REVENUE,
     "facturación|ingresos|ingresos anuales|ventas|cifra de negocios|facturación anual|"
     "ventas anuales|volumen de ventas"},
    {MEANS_FOUNDED,
     "año de fundación|fundada|fundada en|fundación|fecha de constitución|fecha de fundación|"
     "año de constitución|año fundación|constitución|año de creación"},
    {MEANS_REGISTRY_NUMBER, "número de registro|registro mercantil|nº registro|número registral"},
    {MEANS_LOGO, "logotipo"},
    {MEANS_OTHER,
     "estatus|puntuación|prioridad|tipo|etapa|cantidad|precio|importe|resultado|foto|cnae|"
     "código cnae|situación|fase|monto|valoración"},
    {MEANS_TAX_NUMBER,
     "cif|nif|cif nif|nif cif|rfc|cuit|rut|número de iva|nit|identificación fiscal|"
     "número de identificación fiscal|ruc|nif iva"},
    {MEANS_FAX, "número de fax"},
    {MEANS_DATE,
     "fecha|fecha de creación|última actividad|último contacto|fecha de alta|creado el|"
     "fecha de modificación|modificado|año|actualizado|fecha alta|creado"},
    {MEANS_PEOPLE,
     "fundadores|inversores|administradores|directivos|socios|gerente|fundador|"
     "representante legal|accionistas|consejeros|director|equipo"},
    {MEANS_OWNER,
     "propietario|responsable|comercial|asignado a|vendedor|creado por|gestor|ejecutivo"},
    {MEANS_ID,
     "número de cliente|código de cliente|identificador|referencia|número|código|"
     "id de registro|nº cliente|código cliente|clave"},
    {MEANS_LINE_2,
     "dirección 2|complemento|piso|puerta|colonia|apartado de correos|barrio|portal|"
     "apartado postal|número exterior|número interior"},
    {MEANS_PRIVATE,
     "sexo|género|estado civil|nacionalidad|religión|hijos|cónyuge|lugar de nacimiento"},
    {MEANS_SENSITIVE,
     "dni|curp|nie|número de seguridad social|seguridad social|pasaporte|cédula|"
     "cédula de identidad|documento de identidad|contraseña|cuenta bancaria|nss|dni nie|"
     "número de pasaporte|tarjeta de crédito|número de documento|cédula ciudadanía"},
    {MEANS_OF_PERSON, "contacto|persona"},
    {MEANS_OF_COMPANY,
     "empresa|compañía|organización|sociedad|sede|cuenta|corporativo|corporativa"},
    {MEANS_AT_WORK, "trabajo|oficina|profesional|directo|laboral"},
    {MEANS_MAIN, "principal|general"},
    {MEANS_AT_HOME, "personal|particular|casa|privado"},
    {MEANS_SECOND, "otro|otra|otros|secundario|secundaria|segundo|alternativo|adicional"},
    {MEANS_FILLER, "el|la|los|las|de|del|y|o|su|en|nº|núm|por|para|al"},
    {MEANS_NOTHING, NULL},
};

static const struct mapping_words italian[] = {
    {MEANS_FULL_NAME,
     "nome completo|nome e cognome|cognome e nome|contatto|referente|nominativo|"
     "persona di riferimento|persona di contatto|nome cognome|nome contatto|cognome nome|"
     "nome del contatto|nome referente|nome e cognome referente"},
    {MEANS_NAME, "nome|nomi|denominazione|cliente|nome cliente"},
    {MEANS_FIRST_NAME, "nome di battesimo|nome proprio|primo nome"},
    {MEANS_MIDDLE_NAME, "secondo nome|soprannome"},
    {MEANS_LAST_NAME, "cognome|cognome del contatto|cognome contatto|cognomi"},
    {MEANS_PREFIX, "titolo di cortesia|appellativo|titolo accademico"},
    {MEANS_TITLE, "titolo"},
    {MEANS_JOB_TITLE,
     "ruolo|qualifica|posizione|mansione|funzione|professione|incarico|carica|ruolo aziendale|"
     "titolo di lavoro|titolo professionale|posizione lavorativa"},
    {MEANS_SENIORITY, "livello|anzianità|livello gerarchico"},
    {MEANS_DEPARTMENT, "reparto|dipartimento|area aziendale|ufficio|divisione"},
    {MEANS_BIRTHDAY, "data di nascita|compleanno|nascita|data nascita|nato il"},
    {MEANS_MOBILE,
     "cellulare|telefono cellulare|numero di cellulare|cell|telefono mobile|telefonino"},
    {MEANS_EMAIL,
     "posta elettronica|indirizzo email|indirizzo e mail|indirizzo di posta|email aziendale|"
     "pec|email pec|indirizzo mail|indirizzo di posta elettronica"},
    {MEANS_PHONE,
     "telefono|numero di telefono|tel|telefono fisso|recapito telefonico|recapito|"
     "telefono aziendale|telefono ufficio|telefono 1|numero telefono|n telefono|fisso"},
    {MEANS_LINKEDIN, "profilo linkedin|pagina linkedin|link linkedin"},
    {MEANS_ADDRESS,
     "indirizzo|indirizzo completo|sede legale|indirizzo postale|domicilio|indirizzo sede|"
     "indirizzo sede legale|indirizzo azienda|sede operativa"},
    {MEANS_STREET, "via|strada|via e numero|via e numero civico|via piazza"},
    {MEANS_CITY, "città|comune|località|paese città"},
    {MEANS_REGION, "provincia|regione|prov|stato provincia|pr|sigla provincia"},
    {MEANS_POSTAL_CODE, "cap|codice postale|c a p|codice avviamento postale"},
    {MEANS_COUNTRY, "paese|nazione|stato|codice paese|paese regione|stato estero"},
    {MEANS_LOCATION, "sede|luogo|ubicazione|posizione geografica|zona|localizzazione"},
    {MEANS_LANGUAGE, "lingua|lingue|lingua preferita"},
    {MEANS_SOURCE, "fonte|origine|provenienza|fonte contatto|fonte lead|sorgente"},
    {MEANS_NOTES, "note|nota|commenti|commento|osservazioni|annotazioni"},
    {MEANS_TAGS, "etichetta|etichette|gruppo|gruppi|lista|liste"},
    {MEANS_URL, "collegamento|profilo"},
    {MEANS_DESCRIPTION,
     "descrizione|descrizione azienda|chi siamo|oggetto sociale|presentazione|riepilogo|"
     "descrizione attività"},
    {MEANS_COMPANY,
     "azienda|ragione sociale|società|nome azienda|impresa|ditta|organizzazione|nome società|"
     "nome dell azienda|datore di lavoro|ente|compagnia|denominazione sociale|"
     "nome della società|denominazione azienda|account azienda|fornitore|espositore|marchio|"
     "aziende|nome impresa"},
    {MEANS_LEGAL_FORM, "forma giuridica|natura giuridica|tipo di società|forma societaria"},
    {MEANS_DOMAIN, "dominio|nome a dominio|dominio web"},
    {MEANS_WEBSITE,
     "sito|sito web|sito internet|pagina web|indirizzo web|sito aziendale|url sito|"
     "sito web aziendale"},
    {MEANS_INDUSTRY,
     "settore|industria|settore di attività|attività|settore merceologico|comparto|ramo|"
     "attività principale|settore attività"},
    {MEANS_KEYWORDS, "parole chiave|specialità|prodotti|servizi"},
    {MEANS_CATEGORIES, "categoria|categorie|categoria merceologica"},
    {MEANS_EMPLOYEES,
     "dipendenti|numero dipendenti|numero di dipendenti|n dipendenti|addetti|"
     "dimensione azienda|dimensioni azienda|numero addetti|organico|dimensione|"
     "fascia dipendenti|dimensioni|n addetti|numero di addetti|classe di addetti"},
    {MEANS_REVENUE,
     "fatturato|ricavi|fatturato annuo|volume d affari|entrate|fatturato annuale|"
     "classe di fatturato|fascia fatturato"},
    {MEANS_FOUNDED,
     "anno di fondazione|fondata|fondazione|fondata nel|anno di costituzione|"
     "data di costituzione|anno fondazione|data di fondazione|anno costituzione"},
    {MEANS_REGISTRY_NUMBER, "numero rea|rea|numero di registrazione|registro imprese|n rea"},
    {MEANS_OTHER,
     "punteggio|priorità|tipo|fase|importo|quantità|prezzo|risultato|stato lead|ateco|"
     "codice ateco|tipologia|valutazione|esito|stato attività"},
    {MEANS_TAX_NUMBER,
     "partita iva|p iva|piva|numero di partita iva|codice sdi|codice destinatario|partitaiva"},
    {MEANS_FAX, "numero di fax|numero fax"},
    {MEANS_DATE,
     "data|data di creazione|data creazione|ultima attività|ultimo contatto|anno|data modifica|"
     "creato il|modificato il|ultima modifica|data inserimento"},
    {MEANS_PEOPLE,
     "fondatori|investitori|soci|amministratori|dirigenti|titolare|fondatore|"
     "legale rappresentante|amministratore|direttore"},
    {MEANS_OWNER, "proprietario|responsabile|agente|commerciale|assegnato a|creato da|venditore"},
    {MEANS_ID,
     "codice cliente|identificativo|numero cliente|riferimento|codice|numero|progressivo|"
     "id cliente"},
    {MEANS_LINE_2,
     "indirizzo 2|numero civico|civico|casella postale|interno|frazione|n civico|scala|piano"},
    {MEANS_PRIVATE,
     "sesso|genere|stato civile|nazionalità|cittadinanza|figli|coniuge|luogo di nascita|"
     "religione"},
    {MEANS_SENSITIVE,
     "codice fiscale|numero di passaporto|passaporto|carta d identità|cod fiscale|"
     "conto corrente|password|carta di credito|tessera sanitaria|cf|numero carta d identità|"
     "documento di identità"},
    {MEANS_OF_PERSON, "contatto|persona|referente"},
    {MEANS_OF_COMPANY, "azienda|società|impresa|organizzazione|sede|aziendale|ditta"},
    {MEANS_AT_WORK, "lavoro|ufficio|professionale|diretto|diretta"},
    {MEANS_MAIN, "principale|generale"},
    {MEANS_AT_HOME, "personale|privato|privata|casa|abitazione"},
    {MEANS_SECOND, "altro|altra|altri|secondario|secondaria|alternativo|aggiuntivo"},
    {MEANS_FILLER, "il|lo|la|i|gli|le|l|di|del|della|dell|dello|dei|delle|da|e|o|n|num|nel"},
    {MEANS_NOTHING, NULL},
};

static const struct mapping_words portuguese[] = {
    {MEANS_FULL_NAME,
     "nome completo|contato|contacto|pessoa de contato|pessoa de contacto|nome do contato|"
     "nome do contacto|nome e sobrenome|nome e apelido|nome contato|contato principal|"
     "responsável pelo contato"},
    {MEANS_NAME, "nome|nomes|denominação|cliente|nome do cliente"},
    {MEANS_FIRST_NAME, "primeiro nome|nome próprio|nome de batismo|primeiros nomes"},
    {MEANS_MIDDLE_NAME, "nome do meio|segundo nome"},
    {MEANS_LAST_NAME, "sobrenome|apelido|último nome|nome de família|apelidos|sobrenomes"},
    {MEANS_PREFIX, "tratamento|forma de tratamento|saudação|título acadêmico"},
    {MEANS_TITLE, "título"},
    {MEANS_JOB_TITLE,
     "cargo|função|profissão|ocupação|posição|cargo do contato|título do cargo|posto"},
    {MEANS_SENIORITY, "senioridade|nível hierárquico|nível"},
    {MEANS_DEPARTMENT, "departamento|setor interno|área|seção"},
    {MEANS_BIRTHDAY, "data de nascimento|aniversário|nascimento|data nascimento"},
    {MEANS_MOBILE, "celular|telemóvel|telefone celular|número de celular|telefone móvel|móvel"},
    {MEANS_EMAIL,
     "correio eletrônico|correio eletrónico|endereço de e mail|endereço de email|"
     "e mail corporativo|endereço eletrônico|e mail do contato|e mail da empresa"},
    {MEANS_PHONE,
     "telefone|número de telefone|telefone fixo|fone|telefone comercial|telefones|"
     "telefone da empresa|telefone 1|contato telefônico|tel fixo"},
    {MEANS_LINKEDIN, "perfil linkedin|perfil do linkedin|link do linkedin"},
    {MEANS_ADDRESS,
     "endereço|morada|endereço completo|logradouro|endereço comercial|endereço da empresa|"
     "endereço postal|morada fiscal|sede social"},
    {MEANS_STREET, "rua|avenida|rua e número"},
    {MEANS_CITY, "cidade|município|localidade|concelho"},
    {MEANS_REGION, "estado|província|distrito|região|uf|estado uf|unidade federativa"},
    {MEANS_POSTAL_CODE, "cep|código postal|c e p|cód postal"},
    {MEANS_COUNTRY, "país|código do país|nome do país|país região"},
    {MEANS_LOCATION, "localização|local|sede|lugar|cidade estado|cidade uf"},
    {MEANS_LANGUAGE, "idioma|língua|idiomas"},
    {MEANS_SOURCE, "fonte|origem|origem do lead|proveniência|origem do contato"},
    {MEANS_NOTES, "notas|nota|observações|observação|comentários|comentário|anotações|obs"},
    {MEANS_TAGS, "etiqueta|etiquetas|marcadores|grupo|grupos|lista|listas"},
    {MEANS_URL, "ligação|perfil"},
    {MEANS_DESCRIPTION, "descrição|resumo|sobre|descrição da empresa|objeto social|apresentação"},
    {MEANS_COMPANY,
     "empresa|razão social|nome da empresa|companhia|organização|sociedade|nome fantasia|"
     "empregador|firma|nome empresa|conta|nome da conta|entidade|nome da organização|"
     "fornecedor|marca|instituição|empresas|expositor"},
    {MEANS_LEGAL_FORM, "forma jurídica|natureza jurídica|tipo de empresa|tipo de sociedade"},
    {MEANS_DOMAIN, "domínio|nome de domínio|domínio da empresa"},
    {MEANS_WEBSITE,
     "site|sítio web|página web|página|endereço web|site da empresa|sítio|website da empresa"},
    {MEANS_INDUSTRY,
     "setor|indústria|ramo|ramo de atividade|segmento|área de atuação|sector|"
     "setor de atividade|atividade|atividade principal|ramo de atuação"},
    {MEANS_KEYWORDS, "palavras chave|especialidades|produtos|serviços"},
    {MEANS_CATEGORIES, "categoria|categorias"},
    {MEANS_EMPLOYEES,
     "funcionários|número de funcionários|colaboradores|nº de funcionários|tamanho da empresa|"
     "quantidade de funcionários|número de colaboradores|porte|empregados|número de empregados|"
     "trabalhadores|dimensão|nº funcionários|n de funcionários|qtd funcionários|tamanho|"
     "porte da empresa|n funcionários|número de trabalhadores"},
    {MEANS_REVENUE,
     "faturamento|receita|receita anual|volume de negócios|faturação|faturamento anual|vendas|"
     "faturação anual"},
    {MEANS_FOUNDED,
     "ano de fundação|fundada em|fundação|data de fundação|data de abertura|ano de abertura|"
     "fundada|data de constituição|ano fundação"},
    {MEANS_REGISTRY_NUMBER, "cnpj|nipc|inscrição estadual|número de registro|número de registo"},
    {MEANS_LOGO, "logotipo|logomarca"},
    {MEANS_OTHER,
     "situação|pontuação|prioridade|tipo|etapa|quantidade|preço|valor|resultado|foto|cnae|"
     "código cnae|estágio|fase|status do lead|avaliação"},
    {MEANS_TAX_NUMBER, "nif|número de contribuinte|contribuinte|número fiscal"},
    {MEANS_FAX, "número de fax"},
    {MEANS_DATE,
     "data|data de criação|última atividade|último contato|data de cadastro|criado em|ano|"
     "modificado em|data de atualização|atualizado em"},
    {MEANS_PEOPLE,
     "fundadores|investidores|sócios|diretores|administradores|gerente|fundador|"
     "representante legal|acionistas|sócio|diretor"},
    {MEANS_OWNER, "proprietário|responsável|vendedor|comercial|atribuído a|criado por|gestor"},
    {MEANS_ID, "código do cliente|identificador|número do cliente|referência|código|registro"},
    {MEANS_LINE_2, "complemento|bairro|endereço 2|caixa postal|andar|apartado|morada 2|freguesia"},
    {MEANS_PRIVATE,
     "sexo|gênero|género|estado civil|nacionalidade|religião|filhos|cônjuge|naturalidade"},
    {MEANS_SENSITIVE,
     "cpf|rg|número do cartão de cidadão|passaporte|senha|conta bancária|cartão de cidadão|"
     "número de segurança social|segurança social|niss|pis|bilhete de identidade|"
     "número de identificação civil|cartão de crédito|cnh|cpf do contato|palavra passe"},
    {MEANS_OF_PERSON, "contato|contacto|pessoa"},
    {MEANS_OF_COMPANY, "empresa|organização|companhia|conta|sede|corporativo|corporativa"},
    {MEANS_AT_WORK, "trabalho|comercial|escritório|profissional|direto"},
    {MEANS_MAIN, "principal|geral"},
    {MEANS_AT_HOME, "pessoal|residencial|particular|casa"},
    {MEANS_SECOND, "outro|outra|outros|secundário|secundária|segundo|alternativo|adicional"},
    {MEANS_FILLER, "o|a|os|as|de|do|da|dos|das|e|ou|seu|sua|em|nº|no|na"},
    {MEANS_NOTHING, NULL},
};

static const struct mapping_words dutch[] = {
    {MEANS_FULL_NAME,
     "volledige naam|contactpersoon|contact|naam contactpersoon|voor en achternaam|"
     "naam contact|aanspreekpunt|voornaam achternaam|contactnaam|naam persoon|"
     "voornaam en achternaam"},
    {MEANS_NAME, "naam|namen|klant|klantnaam|benaming"},
    {MEANS_FIRST_NAME, "voornaam|voornamen|roepnaam|voornaam contactpersoon"},
    {MEANS_MIDDLE_NAME,
     "tussenvoegsel|tweede naam|initialen|voorletters|voorletter|tussenvoegsels|bijnaam"},
    {MEANS_LAST_NAME, "achternaam|familienaam|achternaam contactpersoon|achternamen"},
    {MEANS_PREFIX, "aanhef|aanspreekvorm|aanspreektitel"},
    {MEANS_TITLE, "titel"},
    {MEANS_JOB_TITLE, "functie|functietitel|beroep|positie|rol|functienaam|functieomschrijving"},
    {MEANS_SENIORITY, "senioriteit|functieniveau"},
    {MEANS_DEPARTMENT, "afdeling"},
    {MEANS_BIRTHDAY, "geboortedatum|verjaardag|geboren"},
    {MEANS_MOBILE,
     "mobiel|mobiele telefoon|mobiel nummer|mobiele nummer|06 nummer|mobielnummer|gsm|"
     "gsm nummer|mobiel telefoonnummer"},
    {MEANS_EMAIL,
     "e mailadres|mailadres|emailadres|elektronisch adres|zakelijk e mailadres|e mail adres|"
     "e mailadressen"},
    {MEANS_PHONE,
     "telefoon|telefoonnummer|tel nr|telefoon zakelijk|vaste telefoon|telefoonnr|"
     "telefoonnummers|telefoon werk|algemeen nummer|zakelijk telefoonnummer|vast nummer"},
    {MEANS_LINKEDIN, "linkedin profiel|linkedin pagina"},
    {MEANS_ADDRESS,
     "adres|bezoekadres|postadres|vestigingsadres|volledig adres|adresgegevens|bedrijfsadres|"
     "factuuradres"},
    {MEANS_STREET, "straat|straatnaam|straat en huisnummer|straat en nummer|straat huisnummer"},
    {MEANS_CITY, "stad|plaats|woonplaats|gemeente|plaatsnaam|vestigingsplaats"},
    {MEANS_REGION, "provincie|regio|staat|staat provincie"},
    {MEANS_POSTAL_CODE, "postcode|post code"},
    {MEANS_COUNTRY, "land|landcode|land regio|landnaam"},
    {MEANS_LOCATION, "locatie|vestiging|hoofdkantoor|hoofdvestiging"},
    {MEANS_LANGUAGE, "taal|talen|voorkeurstaal"},
    {MEANS_SOURCE, "bron|herkomst|leadbron|oorsprong"},
    {MEANS_NOTES,
     "opmerking|opmerkingen|notitie|notities|aantekening|aantekeningen|commentaar|"
     "bijzonderheden"},
    {MEANS_TAGS, "label|groep|groepen|lijst|lijsten"},
    {MEANS_URL, "koppeling|profiel"},
    {MEANS_DESCRIPTION,
     "omschrijving|beschrijving|bedrijfsomschrijving|over ons|samenvatting|bedrijfsbeschrijving"},
    {MEANS_COMPANY,
     "bedrijf|bedrijfsnaam|organisatie|onderneming|firma|werkgever|naam bedrijf|"
     "organisatienaam|naam organisatie|handelsnaam|instelling|accountnaam|naam onderneming|"
     "leverancier|vennootschap|bedrijven|merk|exposant"},
    {MEANS_LEGAL_FORM, "rechtsvorm|juridische vorm"},
    {MEANS_DOMAIN, "domein|domeinnaam"},
    {MEANS_WEBSITE, "webpagina|internetadres|webadres|internetpagina|bedrijfswebsite|webstek"},
    {MEANS_INDUSTRY,
     "branche|sector|industrie|bedrijfstak|sbi omschrijving|activiteit|vakgebied|"
     "hoofdactiviteit"},
    {MEANS_KEYWORDS, "trefwoorden|sleutelwoorden|specialismen|zoekwoorden|producten|diensten"},
    {MEANS_CATEGORIES, "categorie|categorieën|rubriek"},
    {MEANS_EMPLOYEES,
     "medewerkers|aantal medewerkers|aantal werknemers|werknemers|bedrijfsgrootte|personeel|"
     "aantal personeelsleden|grootte|bedrijfsomvang|werkzame personen|grootteklasse"},
    {MEANS_REVENUE, "omzet|jaaromzet|omzet per jaar|omzetklasse"},
    {MEANS_FOUNDED,
     "oprichtingsjaar|opgericht|oprichtingsdatum|opgericht in|jaar van oprichting|oprichting|"
     "jaar opgericht"},
    {MEANS_REGISTRY_NUMBER,
     "kvk|kvk nummer|kvknummer|kvk nr|ondernemingsnummer|kamer van koophandel|"
     "handelsregisternummer|kbo nummer"},
    {MEANS_LOGO, "bedrijfslogo"},
    {MEANS_OTHER,
     "fase|prioriteit|type|soort|aantal|bedrag|prijs|resultaat|foto|sbi|sbi code|waardering|"
     "afgemeld|interesse|winst"},
    {MEANS_TAX_NUMBER, "btw nummer|btw|btwnummer|btw nr|btw id"},
    {MEANS_FAX, "faxnummer"},
    {MEANS_DATE,
     "datum|aangemaakt|aangemaakt op|laatst gewijzigd|laatste contact|gewijzigd|jaar|"
     "aanmaakdatum|toegevoegd op|gewijzigd op"},
    {MEANS_PEOPLE,
     "oprichters|investeerders|bestuurders|directeur|aandeelhouders|directie|eigenaren|"
     "leidinggevende|oprichter|bestuurder"},
    {MEANS_OWNER,
     "eigenaar|accountmanager|verantwoordelijke|toegewezen aan|beheerder|aangemaakt door|"
     "relatiebeheerder"},
    {MEANS_ID, "klantnummer|nummer|kenmerk|referentie|volgnummer|relatienummer|debiteurnummer"},
    {MEANS_LINE_2,
     "huisnummer|toevoeging|postbus|adres 2|adresregel 2|huisnr|huisnummer toevoeging|bus|"
     "verdieping|huisnummertoevoeging"},
    {MEANS_PRIVATE,
     "geslacht|burgerlijke staat|nationaliteit|kinderen|partner|geloof|geboorteplaats"},
    {MEANS_SENSITIVE,
     "bsn|burgerservicenummer|sofinummer|rijksregisternummer|paspoortnummer|rekeningnummer|"
     "wachtwoord|paspoort|sofi nummer|identiteitskaart|rijbewijsnummer|bankrekening|creditcard|"
     "bsn nummer"},
    {MEANS_OF_PERSON, "contactpersoon|persoon|contact"},
    {MEANS_OF_COMPANY, "bedrijf|bedrijfs|organisatie|onderneming|hoofdkantoor|firma"},
    {MEANS_AT_WORK, "zakelijk|zakelijke|werk|kantoor|direct"},
    {MEANS_MAIN, "hoofd|algemeen"},
    {MEANS_AT_HOME, "privé|prive|persoonlijk|thuis"},
    {MEANS_SECOND, "ander|andere|tweede|overig|overige|alternatief|extra"},
    {MEANS_FILLER, "de|het|een|van|der|den|en|of|uw|in|op|aantal|per"},
    {MEANS_NOTHING, NULL},
};
/* clang-format on */

const struct mapping_language mapping_words_west[] = {
    {"German",     german    },
    {"French",     french    },
    {"Spanish",    spanish   },
    {"Italian",    italian   },
    {"Portuguese", portuguese},
    {"Dutch",      dutch     },
    {NULL,         NULL      },
};
