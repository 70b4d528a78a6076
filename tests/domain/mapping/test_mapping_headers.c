/* Header words in many languages: lists as people keep them, with and without values. */
#include "support/mapping.h"

#include "domain/mapping/mapping_headers.h"

#define PERSON RECORD_CONTACT
#define COMPANY RECORD_COMPANY

static const struct mapping_case cases[] = {
    {"English people",
     PERSON,  NULL,
     "Full Name=contact.full_name\nPosition=contact.job_title\nE-mail=contact.email\n"
     "Cell phone=contact.mobile_phone\nTelephone=contact.phone\nOrganisation=company.name\n"
     "Homepage=company.website_url\nStreet=contact.address\nTown=contact.city\nCounty=contact."
     "region\n"
     "Postcode=contact.postal_code\nCountry=contact.country\nComments=contact.notes\nLead "
     "source=contact.source\n"
     "Date added=-\nStatus=-",                                                                                                   {NULL}            },
    {"English companies",
     COMPANY, NULL,
     "Business Name=company.name\nCompany Number=company.registry_number\nIncorporation "
     "Date=company.founded_year\n"
     "SIC Code=-\nHead count=company.employees\nTurnover=company.revenue\nSector=company.industry\n"
     "Web site=company.website_url\nRegistered address=company.address\nPost town=company.city\n"
     "Post code=company.postal_code\nTelephone=company.phone\nGeneral e-mail=company.email\nVAT "
     "number=-\n"
     "About us=company.description",                                                                                             {"Acme Widgets Ltd|01234567|2004-05-06|62012|45|£2.1m|Software|www.acmewidgets.co.uk|1 High "
      "Street|Leeds|"
      "LS1 1AA|0113 496 0000|info@acmewidgets.co.uk|GB123456789|Makers of fine widgets since 2004.",
      "Beta Holdings plc|07654321|1999-01-02|70100|1,200|£90m|Finance|www.beta.co.uk|2 Low "
      "Road|York|YO1 7AB|"
      "01904 960 001|office@beta.co.uk|GB987654321|A holding company."}                                        },
    {"German people",
     PERSON,  NULL,
     "Anrede=contact.name_prefix\nVorname=contact.first_name\nName=contact.last_name\nFirma="
     "company.name\n"
     "Funktion=contact.job_title\nE-Mail-Adresse=contact.email\nTelefonnummer=contact.phone\n"
     "Handynummer=contact.mobile_phone\nStraße und "
     "Hausnummer=contact.address\nPLZ=contact.postal_code\n"
     "Ort=contact.city\nLand=contact.country\nWebseite=company.website_url\nBemerkungen=contact."
     "notes\n"
     "Geburtsdatum=contact.birthday\nAbteilung=contact.department",                                                              {"Herr|Hans|Müller|Müller GmbH|Geschäftsführer|h.mueller@mueller.de|+49 30 123456|0171 "
      "1234567|"
      "Hauptstraße 5|10115|Berlin|Deutschland|www.mueller.de|ruft zurück|03.02.1970|Leitung",
      "Frau|Anna|Schmidt|Schmidt AG|Einkauf|a.schmidt@schmidt.de|+49 40 654321|0172 7654321|Ring "
      "7|20095|"
      "Hamburg|Deutschland|www.schmidt.de||04.05.1982|Einkauf"}                 },
    {"German companies",
     COMPANY, NULL,
     "Firmenname=company.name\nRechtsform=company.legal_form\nBranche=company.industry\n"
     "Mitarbeiterzahl=company.employees\nUmsatz in "
     "Mio=company.revenue\nGründungsjahr=company.founded_year\n"
     "Handelsregisternummer=company.registry_number\nUSt-IdNr.=-\nStraße=company.address\n"
     "Postleitzahl=company.postal_code\nStadt=company.city\nBundesland=company.region\nTelefon="
     "company.phone\n"
     "E-Mail=company.email\nInternetadresse=company.website_url\nBeschreibung=company.description\n"
     "Geschäftsführer=-",                                                                                                      {"Müller Maschinenbau|GmbH|Maschinenbau|51-200|12,5|1978|HRB 12345|DE123456789|Industriestr. "
      "1|70565|"
      "Stuttgart|Baden-Württemberg|0711 123456|info@mueller.de|www.mueller.de|Baut Maschinen.|Hans "
      "Müller",
      "Schmidt Logistik|AG|Logistik|201-500|80|1990|HRB 54321|DE987654321|Hafen "
      "2|20457|Hamburg|Hamburg|"
      "040 654321|kontakt@schmidt.de|www.schmidt.de|Fährt Waren.|Anna Schmidt"}                                        },
    {"German, without umlauts",
     PERSON,  NULL,
     "Ansprechpartner=contact.full_name\nUnternehmen=company.name\nStrasse=contact.address\n"
     "Groesse=company.employees\nGruendungsjahr=company.founded_year\nTaetigkeit=contact.job_title",                             {NULL}            },
    {"French people",
     PERSON,  NULL,
     "Civilité=contact.name_prefix\nNom=contact.last_name\nPrénom=contact.first_name\nSociété="
     "company.name\n"
     "Fonction=contact.job_title\nCourriel=contact.email\nTéléphone=contact.phone\nPortable="
     "contact.mobile_phone\n"
     "Adresse=contact.address\nCode "
     "postal=contact.postal_code\nVille=contact.city\nPays=contact.country\n"
     "Site web=company.website_url\nRemarques=contact.notes",                                                                    {NULL}            },
    {"French companies",
     COMPANY, NULL,
     "Raison sociale=company.name\nForme "
     "juridique=company.legal_form\nSIREN=company.registry_number\n"
     "Secteur d'activité=company.industry\nEffectif=company.employees\nChiffre "
     "d'affaires=company.revenue\n"
     "Année de création=company.founded_year\nAdresse du "
     "siège=company.address\nCP=company.postal_code\n"
     "Ville=company.city\nRégion=company.region\nSite "
     "internet=company.website_url\nTéléphone=company.phone\n"
     "Numéro de TVA=-\nCode NAF=-\nDirigeants=-\nPrésentation=company.description",                                            {NULL}            },
    {"Spanish people",
     PERSON,  NULL,
     "Nombre=contact.first_name\nApellidos=contact.last_name\nEmpresa=company.name\nCargo=contact."
     "job_title\n"
     "Correo electrónico=contact.email\nTeléfono=contact.phone\nMóvil=contact.mobile_phone\n"
     "Dirección=contact.address\nCiudad=contact.city\nProvincia=contact.region\n"
     "Código postal=contact.postal_code\nPaís=contact.country\nObservaciones=contact.notes\nDNI=-",
     {NULL}                                                                                                                                        },
    {"Spanish companies",
     COMPANY, NULL,
     "Nombre de la empresa=company.name\nCIF=-\nSector=company.industry\nNº de "
     "empleados=company.employees\n"
     "Facturación=company.revenue\nAño de fundación=company.founded_year\nPágina "
     "web=company.website_url\n"
     "Domicilio social=company.address\nPoblación=company.city\nComunidad autónoma=company.region\n"
     "Teléfono=company.phone\nDescripción=company.description",                                                                {NULL}            },
    {"Italian people",
     PERSON,  NULL,
     "Nome=contact.first_name\nCognome=contact.last_name\nAzienda=company.name\nRuolo=contact.job_"
     "title\n"
     "Indirizzo email=contact.email\nTelefono=contact.phone\nCellulare=contact.mobile_phone\n"
     "Indirizzo=contact.address\nCAP=contact.postal_code\nCittà=contact.city\nProvincia=contact."
     "region\n"
     "Paese=contact.country\nNote=contact.notes\nCodice fiscale=-\nData di "
     "nascita=contact.birthday",                                                                                                 {NULL}            },
    {"Italian companies",
     COMPANY, NULL,
     "Ragione sociale=company.name\nPartita IVA=-\nForma giuridica=company.legal_form\n"
     "Settore=company.industry\nNumero dipendenti=company.employees\nFatturato=company.revenue\n"
     "Anno di fondazione=company.founded_year\nSito web=company.website_url\nSede "
     "legale=company.address\n"
     "Comune=company.city\nRegione=company.region\nTelefono=company.phone\nCodice ATECO=-",                                      {NULL}            },
    {"Portuguese people",
     PERSON,  NULL,
     "Nome=contact.first_name\nSobrenome=contact.last_name\nEmpresa=company.name\nCargo=contact."
     "job_title\n"
     "E-mail=contact.email\nTelefone=contact.phone\nCelular=contact.mobile_phone\nEndereço=contact."
     "address\n"
     "Cidade=contact.city\nEstado=contact.region\nCEP=contact.postal_code\nPaís=contact.country\n"
     "Observações=contact.notes\nCPF=-\nData de nascimento=contact.birthday",                                                  {NULL}            },
    {"Portuguese companies",
     COMPANY, NULL,
     "Razão social=company.name\nCNPJ=company.registry_number\nSetor=company.industry\n"
     "Número de funcionários=company.employees\nFaturamento=company.revenue\n"
     "Ano de fundação=company.founded_year\nSite=company.website_url\nMorada=company.address\n"
     "Localidade=company.city\nDistrito=company.region\nTelefone=company.phone\nDescrição=company."
     "description",                                                                                                              {NULL}            },
    {"Dutch people",
     PERSON,  NULL,
     "Aanhef=contact.name_prefix\nVoornaam=contact.first_name\nTussenvoegsel=-\nAchternaam=contact."
     "last_name\n"
     "Bedrijfsnaam=company.name\nFunctie=contact.job_title\nE-mailadres=contact.email\n"
     "Telefoonnummer=contact.phone\nMobiel "
     "nummer=contact.mobile_phone\nStraat=contact.address\nHuisnummer=-\n"
     "Postcode=contact.postal_code\nPlaats=contact.city\nLand=contact.country\nOpmerkingen=contact."
     "notes\nBSN=-",                                                                                                             {NULL}            },
    {"Dutch companies",
     COMPANY, NULL,
     "Bedrijf=company.name\nKvK-nummer=company.registry_number\nRechtsvorm=company.legal_form\n"
     "Branche=company.industry\nAantal medewerkers=company.employees\nOmzet=company.revenue\n"
     "Oprichtingsjaar=company.founded_year\nVestigingsadres=company.address\nVestigingsplaats="
     "company.city\n"
     "Provincie=company.region\nBTW-nummer=-\nOmschrijving=company.description",                                                 {NULL}            },
    {"Polish people",
     PERSON,  NULL,
     "Imię=contact.first_name\nNazwisko=contact.last_name\nFirma=company.name\nStanowisko=contact."
     "job_title\n"
     "Adres e-mail=contact.email\nTelefon=contact.phone\nTelefon komórkowy=contact.mobile_phone\n"
     "Ulica=contact.address\nKod pocztowy=contact.postal_code\nMiasto=contact.city\n"
     "Województwo=contact.region\nKraj=contact.country\nUwagi=contact.notes\nPESEL=-",                                          {NULL}            },
    {"Polish companies",
     COMPANY, NULL,
     "Nazwa firmy=company.name\nNIP=-\nREGON=company.registry_number\nForma "
     "prawna=company.legal_form\n"
     "Branża=company.industry\nLiczba pracowników=company.employees\nPrzychody=company.revenue\n"
     "Rok założenia=company.founded_year\nStrona www=company.website_url\nAdres "
     "siedziby=company.address\n"
     "Miejscowość=company.city\nKraj=company.country\nOpis=company.description",                                               {NULL}            },
    {"Czech people",
     PERSON,  NULL,
     "Titul=contact.name_prefix/"
     "-\nJméno=contact.first_name\nPříjmení=contact.last_name\nSpolečnost=company.name\n"
     "Pozice=contact.job_title\nE-mail=contact.email\nTelefon=contact.phone\nMobil=contact.mobile_"
     "phone\n"
     "Ulice=contact.address\nPSČ=contact.postal_code\nMěsto=contact.city\nKraj=contact.region\n"
     "Země=contact.country\nPoznámka=contact.notes\nRodné číslo=-\nOddělení=contact.department",
     {"Ing.|Jan|Novák|Acme s.r.o.|jednatel|jan.novak@acme.cz|+420 222 333 444|+420 777 123 "
      "456|Dlouhá 1|110 00|"
      "Praha|Praha|Česko|volat ráno|800101/1234|vedení",
      "Mgr.|Eva|Malá|Beta a.s.|obchodní ředitelka|eva@beta.cz|+420 544 333 222|+420 777 123 "
      "457|Krátká 2|602 00|"
      "Brno|Jihomoravský kraj|Česko||805202/1235|obchod"}                                                                                        },
    {"Czech companies",
     COMPANY, NULL,
     "Název společnosti=company.name\nIČO=company.registry_number\nDIČ=-\nPrávní "
     "forma=company.legal_form\n"
     "Obor činnosti=company.industry\nPočet zaměstnanců=company.employees\nObrat=company.revenue\n"
     "Datum "
     "vzniku=company.founded_year\nSídlo=company.address\nObec=company.city\nOkres=company.region\n"
     "Web=company.website_url\nTelefon=company.phone\nE-mail=company.email\nJednatelé=-",                                       {"Acme s.r.o.|12345678|CZ12345678|s.r.o.|výroba|11-50|20 mil. Kč|1995-02-03|Dlouhá 1, "
      "Praha|Praha|Praha 1|"
      "www.acme.cz|222 333 444|info@acme.cz|Jan Novák",
      "Beta a.s.|87654321|CZ87654321|a.s.|obchod|51-200|90 mil. Kč|2001-05-06|Krátká 2, "
      "Brno|Brno|Brno-město|"
      "www.beta.cz|544 333 222|obchod@beta.cz|Eva Malá"}},
    {"Slovak people",
     PERSON,  NULL,
     "Meno=contact.first_name\nPriezvisko=contact.last_name\nSpoločnosť=company.name\nPozícia="
     "contact.job_title\n"
     "E-mailová adresa=contact.email\nTelefónne číslo=contact.phone\nUlica=contact.address\n"
     "PSČ=contact.postal_code\nMesto=contact.city\nKraj=contact.region\nKrajina=contact."
     "country\nRodné číslo=-",                                                                                                {NULL}            },
    {"Slovak companies",
     COMPANY, NULL,
     "Názov firmy=company.name\nIČO=company.registry_number\nIČ DPH=-\nPrávna "
     "forma=company.legal_form\n"
     "Odvetvie=company.industry\nPočet zamestnancov=company.employees\nTržby=company.revenue\n"
     "Rok založenia=company.founded_year\nSídlo=company.address\nObec=company.city\n"
     "Webová stránka=company.website_url\nŠtát=company.country",                                                             {NULL}            },
    {"Swedish people",
     PERSON,  NULL,
     "Förnamn=contact.first_name\nEfternamn=contact.last_name\nFöretag=company.name\nBefattning="
     "contact.job_title\n"
     "E-post=contact.email\nTelefonnummer=contact.phone\nMobilnummer=contact.mobile_phone\n"
     "Gatuadress=contact.address\nPostnummer=contact.postal_code\nOrt=contact.city\nLän=contact."
     "region\n"
     "Land=contact.country\nAnteckningar=contact.notes\nPersonnummer=-",                                                         {NULL}            },
    {"Swedish companies",
     COMPANY, NULL,
     "Företagsnamn=company.name\nOrganisationsnummer=company.registry_number\nBransch=company."
     "industry\n"
     "Antal anställda=company.employees\nOmsättning=company.revenue\nHemsida=company.website_url\n"
     "Besöksadress=company.address\nPostort=company.city\nBolagsform=company.legal_form\nVD=-",                                 {NULL}            },
    {"Danish people",
     PERSON,  NULL,
     "Fornavn=contact.first_name\nEfternavn=contact.last_name\nVirksomhed=company.name\nStilling="
     "contact.job_title\n"
     "E-mailadresse=contact.email\nTelefon=contact.phone\nMobil=contact.mobile_phone\nAdresse="
     "contact.address\n"
     "Postnr.=contact.postal_code\nBy=contact.city\nLand=contact.country\nBemærkninger=contact."
     "notes\nCPR-nr.=-",                                                                                                         {NULL}            },
    {"Danish companies",
     COMPANY, NULL,
     "Virksomhedsnavn=company.name\nCVR-nr.=company.registry_number\nBranche=company.industry\n"
     "Antal ansatte=company.employees\nOmsætning=company.revenue\nStiftet=company.founded_year\n"
     "Hjemmeside=company.website_url\nAdresse=company.address\nPostnummer=company.postal_code\nBy="
     "company.city\n"
     "Telefon=company.phone",                                                                                                    {NULL}            },
    {"Norwegian people",
     PERSON,  NULL,
     "Fornavn=contact.first_name\nEtternavn=contact.last_name\nBedrift=company."
     "name\nStillingstittel=contact.job_title\n"
     "E-post=contact.email\nTelefon=contact.phone\nMobilnummer=contact.mobile_phone\nAdresse="
     "contact.address\n"
     "Postnummer=contact.postal_code\nPoststed=contact.city\nFylke=contact.region\nLand=contact."
     "country\n"
     "Merknader=contact.notes\nFødselsnummer=-",                                                                                {NULL}            },
    {"Norwegian companies",
     COMPANY, NULL,
     "Selskapsnavn=company.name\nOrganisasjonsnummer=company.registry_number\nBransje=company."
     "industry\n"
     "Antall "
     "ansatte=company.employees\nOmsetning=company.revenue\nStiftelsesdato=company.founded_year\n"
     "Nettside=company.website_url\nForretningsadresse=company.address\nKommune=company.city\n"
     "Organisasjonsform=company.legal_form\nDaglig leder=-",                                                                     {NULL}            },
    {"Finnish people",
     PERSON,  NULL,
     "Etunimi=contact.first_name\nSukunimi=contact.last_name\nYritys=company.name\nTehtävänimike="
     "contact.job_title\n"
     "Sähköposti=contact.email\nPuhelinnumero=contact.phone\nMatkapuhelin=contact.mobile_phone\n"
     "Katuosoite=contact.address\nPostinumero=contact.postal_code\nPostitoimipaikka=contact.city\n"
     "Maa=contact.country\nLisätiedot=contact.notes\nHenkilötunnus=-",                                                         {NULL}            },
    {"Finnish companies",
     COMPANY, NULL,
     "Yrityksen nimi=company.name\nY-tunnus=company.registry_number\nToimiala=company.industry\n"
     "Henkilöstömäärä=company.employees\nLiikevaihto=company.revenue\nPerustettu=company.founded_"
     "year\n"
     "Kotisivut=company.website_url\nKäyntiosoite=company.address\nKaupunki=company.city\n"
     "Yhtiömuoto=company.legal_form\nToimitusjohtaja=-",                                                                        {NULL}            },
    {"Hungarian people",
     PERSON,  NULL,
     "Vezetéknév=contact.last_name\nKeresztnév=contact.first_name\nCég=company.name\nBeosztás="
     "contact.job_title\n"
     "E-mail "
     "cím=contact.email\nTelefonszám=contact.phone\nMobil=contact.mobile_phone\nIrányítószám="
     "contact.postal_code\n"
     "Város=contact.city\nUtca=contact.address\nOrszág=contact.country\nMegjegyzés=contact."
     "notes\nTAJ szám=-",                                                                                                       {NULL}            },
    {"Hungarian companies",
     COMPANY, NULL,
     "Cégnév=company.name\nCégjegyzékszám=company.registry_number\nAdószám=-\nIparág=company."
     "industry\n"
     "Létszám=company.employees\nÁrbevétel=company.revenue\nAlapítás éve=company.founded_year\n"
     "Honlap=company.website_url\nSzékhely=company.address\nTelepülés=company.city\nMegye=company."
     "region\n"
     "Cégforma=company.legal_form\nÜgyvezető=-",                                                                              {NULL}            },
    {"Romanian people",
     PERSON,  NULL,
     "Nume=contact.last_name\nPrenume=contact.first_name\nCompanie=company.name\nFuncție=contact."
     "job_title\n"
     "Email=contact.email\nTelefon=contact.phone\nTelefon "
     "mobil=contact.mobile_phone\nAdresă=contact.address\n"
     "Oraș=contact.city\nJudeț=contact.region\nCod "
     "poștal=contact.postal_code\nȚară=contact.country\n"
     "Observații=contact.notes\nCNP=-",                                                                                         {NULL}            },
    {"Romanian companies",
     COMPANY, NULL,
     "Denumire firmă=company.name\nCUI=-\nNr. Reg. Com.=company.registry_number\n"
     "Domeniu de activitate=company.industry\nNumăr de angajați=company.employees\n"
     "Cifra de afaceri=company.revenue\nAnul înființării=company.founded_year\nSite "
     "web=company.website_url\n"
     "Sediu social=company.address\nLocalitate=company.city\nJudeț=company.region\nAdministrator=-",
     {NULL}                                                                                                                                        },
    {"Turkish people",
     PERSON,  NULL,
     "Ad=contact.first_name\nSoyad=contact.last_name\nŞirket=company.name\nUnvan=contact.job_"
     "title\n"
     "E-posta=contact.email\nTelefon=contact.phone\nCep "
     "telefonu=contact.mobile_phone\nAdres=contact.address\n"
     "Şehir=contact.city\nPosta "
     "kodu=contact.postal_code\nÜlke=contact.country\nNotlar=contact.notes\n"
     "TC Kimlik No=-\nDoğum tarihi=contact.birthday",                                                                           {NULL}            },
    {"Turkish companies",
     COMPANY, NULL,
     "Şirket adı=company.name\nVergi no=-\nTicaret sicil "
     "no=company.registry_number\nSektör=company.industry\n"
     "Çalışan sayısı=company.employees\nCiro=company.revenue\nKuruluş yılı=company.founded_year\n"
     "Web sitesi=company.website_url\nAdres=company.address\nİl=company.city\nİlçe=company.region\n"
     "Telefon=company.phone",                                                                                                    {NULL}            },
    {"Ukrainian people",
     PERSON,  NULL,
     "Прізвище=contact.last_name\nІм'я=contact.first_name\nПо батькові=-\nКомпанія=company.name\n"
     "Посада=contact.job_title\nЕлектронна пошта=contact.email\nТелефон=contact.phone\n"
     "Мобільний телефон=contact.mobile_phone\nАдреса=contact.address\nМісто=contact.city\n"
     "Область=contact.region\nІндекс=contact.postal_code\nКраїна=contact.country\nПримітки=contact."
     "notes\n"
     "Номер паспорта=-",                                                                                            {NULL}            },
    {"Ukrainian companies",
     COMPANY, NULL,
     "Назва компанії=company.name\nКод ЄДРПОУ=company.registry_number\nГалузь=company.industry\n"
     "Кількість працівників=company.employees\nДохід=company.revenue\nРік "
     "заснування=company.founded_year\n"
     "Сайт=company.website_url\nЮридична адреса=company.address\nМісто=company.city\nДиректор=-",
     {NULL}                                                                                                                                        },
    {"Russian people",
     PERSON,  NULL,
     "Фамилия=contact.last_name\nИмя=contact.first_name\nОтчество=-\nОрганизация=company.name\n"
     "Должность=contact.job_title\nЭл. почта=contact.email\nТелефон=contact.phone\n"
     "Мобильный "
     "телефон=contact.mobile_phone\nАдрес=contact.address\nГород=contact.city\nСтрана=contact."
     "country\n"
     "Индекс=contact.postal_code\nПримечание=contact.notes\nСНИЛС=-",                                       {NULL}            },
    {"Russian companies",
     COMPANY, NULL,
     "Название "
     "компании=company.name\nИНН=-\nОГРН=company.registry_number\nОтрасль=company.industry\n"
     "Количество сотрудников=company.employees\nВыручка=company.revenue\nГод "
     "основания=company.founded_year\n"
     "Сайт=company.website_url\nЮридический "
     "адрес=company.address\nГород=company.city\nОписание=company.description",                                {NULL}            },
    {"misspelt",
     PERSON,  NULL,
     "Frist Name=contact.first_name\nLastt Name=contact.last_name\nCompnay Name=company.name\n"
     "Emial "
     "Address=contact.email\nTelehpone=contact.phone\nAdress=contact.address\nCoutnry=contact."
     "country\n"
     "Postal Cdoe=contact.postal_code\nWebiste=company.website_url\nLinkdin "
     "Profile=contact.linkedin_url\n"
     "Emplyees=company.employees\nIndsutry=company.industry\nJob Titel=contact.job_title",                                       {NULL}            },
    {"as programs write",
     PERSON,  NULL,
     "first_name=contact.first_name\nlast_name=contact.last_name\nemailAddress=contact.email\n"
     "company_name=company.name\nCOMPANY_WEBSITE=company.website_url\nphone-number=contact.phone\n"
     "jobTitle=contact.job_title\nlinkedin_profile_url=contact.linkedin_url\ncompany.country="
     "company.country\n"
     "contact.city=contact.city\nCompanyIndustry=company.industry\ncreated_at=-\nuuid=-\nnum_"
     "employees=company.employees",                                                                                              {NULL}            },
    {"required and hinted",
     PERSON,  NULL,
     "First Name*=contact.first_name\nLast Name (required)=contact.last_name\nE-Mail "
     "(work)=contact.email\n"
     "Phone no.=contact.phone\nCompany / Organization=company.name\nWebsite "
     "(https://...)=company.website_url\n"
     "ZIP/Postal code=contact.postal_code\nCity *=contact.city",                                                                 {NULL}            },
};

static void
maps_lists_in_many_languages(void **state)
{
    struct mapping_score score = {0, 0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        mapping_run(*state, &cases[i], &score);
    printf("# languages: %zu of %zu columns right (%.1f %%)\n", score.right, score.columns,
           100.0 * (double)score.right / (double)score.columns);
    assert_true(score.right * 100 >= score.columns * 95);
}

static void
says_the_language_of_a_word(void **state)
{
    static const char *const headers[] = {"Firma", "Ansprechpartner", "Strasse"};
    static const char *const rows[] = {"Müller GmbH|Hans Müller|Ring 1", "Alpha AG|Eva Kern|Weg 2",
                                       NULL};
    struct import_mapping mapping;
    mapping_propose(*state, headers, 3, rows, &mapping);
    assert_string_equal(mapping.columns[0].reason,
                        "Header means company name in German; all 2 values looked at can be read as names.");
}

/* Short words must be right: one letter makes another word of them. */
static void
keeps_its_hands_off_short_words(void **state)
{
    static const char *const headers[] = {"Cite",  "Nam",    "Plan", "Pho",
                                          "Color", "Weight", "A",    "1"};
    struct mapping_reading readings[8];
    mapping_headers_read(*state, headers, 8, readings);
    for (size_t i = 0; i < 8; i++)
        assert_null(mapping_meaning_target(readings[i].meaning, RECORD_CONTACT));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(maps_lists_in_many_languages, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(says_the_language_of_a_word, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_its_hands_off_short_words, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
