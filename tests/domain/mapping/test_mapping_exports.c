/* Exports of the tools that people come from: every column of each, with the wanted target. */
#include "support/mapping.h"

#define PERSON RECORD_CONTACT
#define COMPANY RECORD_COMPANY

static const struct mapping_case cases[] = {
    {"LinkedIn",
     PERSON,  "LinkedIn connections",
     "First Name=contact.first_name\nLast Name=contact.last_name\nURL=contact.linkedin_url\n"
     "Email Address=contact.email\nCompany=company.name\nPosition=contact.job_title\n"
     "Connected On=-",                                                                              {"Jan|Novák|https://www.linkedin.com/in/jnovak||Acme, Inc.|Head of Sales|12 Mar 2024",
      "Eva|Malá|https://www.linkedin.com/in/eva-mala-1|eva@beta.cz|Beta|CEO|7-Feb-22",
      "||https://www.linkedin.com/in/x1||||02 Jan 2020"}                                                                                                    },
    {"LinkedIn, before 2019",
     PERSON,  "LinkedIn connections",
     "First Name=contact.first_name\nLast Name=contact.last_name\nEmail Address=contact.email\n"
     "Company=company.name\nPosition=contact.job_title\nConnected On=-",                            {NULL}                                                                        },
    {"Sales Navigator by PhantomBuster",
     PERSON,  NULL,
     "profileUrl=-\nfullName=-/"
     "contact.full_name\nfirstName=contact.first_name\nlastName=contact.last_name\n"
     "companyName=company.name\ntitle=contact.job_title\ncompanyId=-\ncompanyUrl=-\n"
     "regularCompanyUrl=company.linkedin_url\nsummary=contact.notes/-\ntitleDescription=-/"
     "contact.notes\n"
     "industry=company.industry\ncompanyLocation=company.city/company.address\n"
     "location=contact.city/contact.address\ndurationInRole=-\ndurationInCompany=-\n"
     "connectionDegree=-\nprofileImageUrl=-\nsharedConnectionsCount=-\nname=-\nvmid=-\n"
     "linkedInProfileUrl=contact.linkedin_url\nisPremium=-\nisOpenLink=-\nquery=-\ntimestamp=-\n"
     "defaultProfileUrl=-",                                                                         {"https://www.linkedin.com/sales/lead/ACw,NAME_SEARCH|Jan Novák|Jan|Novák|Acme|CTO|123|"
      "https://www.linkedin.com/sales/company/123|https://www.linkedin.com/company/123|Builds "
      "things.|"
      "Leads|Software|Prague, Czechia|Prague, Czechia|1 year|3 "
      "years|2nd|https://media.licdn.com/a.jpg|"
      "4|Jan Novák|ACw|https://www.linkedin.com/in/jnovak|false|true|q|2024-02-03T10:00:00Z|"
      "https://www.linkedin.com/in/ACw"}                                                                                                               },
    {"Sales Navigator by Evaboot",
     PERSON,  NULL,
     "First Name=contact.first_name\nLast Name=contact.last_name\nFull Name=-\n"
     "Current Job=contact.job_title\nEmail=contact.email\nEmail Status=-\nPhone=contact.phone\n"
     "Prospect Linkedin URL=contact.linkedin_url\nLocation=contact.city/contact.address\n"
     "Years in Position=-\nYears in Company=-\nCompany Name=company.name\n"
     "Company Domain=company.domain\nCompany Website=company.website_url\n"
     "Company Employee Count=company.employees\nCompany Employee Range=-\n"
     "Company Founded=company.founded_year\nCompany Industry=company.industry\nCompany "
     "Type=-/company.legal_form\n"
     "Company Headquarters=company.city/company.address\nCompany Linkedin "
     "URL=company.linkedin_url\n"
     "Company Description=company.description\nCompany Specialties=company.keywords\nConnection "
     "Degree=-",                                                                                    {NULL}                                                                        },
    {"Apollo contacts",
     PERSON,  "Apollo contacts",
     "First Name=contact.first_name\nLast Name=contact.last_name\nTitle=contact.job_title\n"
     "Company=company.name\nCompany Name for Emails=-\nEmail=contact.email\nEmail Status=-\n"
     "Primary Email Source=-\nEmail Confidence=-\nPrimary Email Catch-all Status=-\n"
     "Primary Email Last Verified "
     "At=-\nSeniority=contact.seniority\nDepartments=contact.department\n"
     "Contact Owner=-\nWork Direct Phone=contact.phone\nHome Phone=contact.other_phones\n"
     "Mobile Phone=contact.mobile_phone\nCorporate Phone=company.phone\nOther "
     "Phone=contact.other_phones\n"
     "Stage=-\nLists=tags\nLast Contacted=-\nAccount Owner=-\n# Employees=company.employees\n"
     "Industry=company.industry\nKeywords=company.keywords\nPerson Linkedin "
     "Url=contact.linkedin_url\n"
     "Website=company.website_url\nCompany Linkedin Url=company.linkedin_url\nFacebook "
     "Url=-\nTwitter Url=-\n"
     "City=contact.city\nState=contact.region\nCountry=contact.country\nCompany "
     "Address=company.address\n"
     "Company City=company.city\nCompany State=company.region\nCompany Country=company.country\n"
     "Company Phone=-/company.phone\nTechnologies=-\nAnnual Revenue=company.revenue\nTotal "
     "Funding=-\n"
     "Latest Funding=-\nLatest Funding Amount=-\nLast Raised At=-\nSubsidiary of=-\nEmail Sent=-\n"
     "Email Open=-\nEmail Bounced=-\nReplied=-\nDemoed=-\nNumber of Retail Locations=-\n"
     "Apollo Contact Id=-\nApollo Account Id=-\nSecondary Email=contact.other_emails\n"
     "Secondary Email Source=-\nTertiary Email=contact.other_emails\nTertiary Email Source=-",      {"Ana|Silva|VP Sales|Acme|Acme|ana@acme.com|Verified|Apollo|0.97|Not "
      "Catch-all|2024-05-01T10:00:00Z|"
      "VP|Sales|me@us.com|+1 415 555 0101||+1 415 555 0102|+1 415 555 0100||Cold|Q1 leads|||120|"
      "computer software|crm, sales|http://www.linkedin.com/in/anasilva|http://www.acme.com|"
      "http://www.linkedin.com/company/acme|||Lisbon|Lisbon|Portugal|1 Main St, Boston, MA|Boston|"
      "Massachusetts|United States|+1 415 555 0100|AWS, "
      "Slack|12000000||||||false|false|false|false|false||"
      "64ab|64ac||||",
      "Bo|Li|Engineer|Beta|Beta|bo@beta.io|Verified|Apollo|0.9|Catch-all|2024-05-01T10:00:00Z|"
      "Entry|Engineering|me@us.com|||+45 22 33 44 55|||Cold|Q1 leads|||11|internet|ai, data|"
      "http://www.linkedin.com/in/boli|http://www.beta.io|http://www.linkedin.com/company/"
      "beta|||Copenhagen|"
      "Capital Region|Denmark|Vej "
      "1|Copenhagen||Denmark||Python|900000||||||false|false|false|false|false||"
      "64ad|64ae||||"}                                                              },
    {"Apollo accounts",
     COMPANY, "Apollo accounts",
     "Company=company.name\nCompany Name for Emails=-\nAccount Stage=-\nLists=tags\n"
     "# Employees=company.employees\nIndustry=company.industry\nAccount Owner=-\n"
     "Website=company.website_url\nCompany Linkedin Url=company.linkedin_url\nFacebook Url=-\n"
     "Twitter Url=-\nCompany Street=company.address\nCompany City=company.city\n"
     "Company State=company.region\nCompany Country=company.country\nCompany Postal "
     "Code=company.postal_code\n"
     "Company Address=-\nKeywords=company.keywords\nCompany Phone=company.phone\nTechnologies=-\n"
     "Total Funding=-\nLatest Funding=-\nLatest Funding Amount=-\nLast Raised At=-\n"
     "Annual Revenue=company.revenue\nNumber of Retail Locations=-\nApollo Account Id=-\nSIC "
     "Codes=-\n"
     "NAICS Codes=-\nShort Description=company.description\nFounded Year=company.founded_year\n"
     "Logo Url=company.logo_url\nSubsidiary of=-\nPrimary Intent Topic=-\nPrimary Intent Score=-",  {NULL}                                                                        },
    {"Google Contacts",
     PERSON,  "Google Contacts",
     "First Name=contact.first_name\nMiddle Name=-\nLast Name=contact.last_name\nPhonetic First "
     "Name=-\n"
     "Phonetic Middle Name=-\nPhonetic Last Name=-\nName Prefix=contact.name_prefix\n"
     "Name Suffix=contact.name_suffix\nNickname=-\nFile As=-\nOrganization Name=company.name\n"
     "Organization Title=contact.job_title\nOrganization Department=contact.department\n"
     "Birthday=contact.birthday\nNotes=contact.notes\nPhoto=-\nLabels=tags\nE-mail 1 - Label=-\n"
     "E-mail 1 - Value=contact.email\nE-mail 2 - Label=-\nE-mail 2 - Value=contact.other_emails\n"
     "Phone 1 - Label=-\nPhone 1 - Value=contact.phone\nAddress 1 - Label=-\n"
     "Address 1 - Formatted=-\nAddress 1 - Street=contact.address\nAddress 1 - City=contact.city\n"
     "Address 1 - PO Box=-\nAddress 1 - Region=contact.region\n"
     "Address 1 - Postal Code=contact.postal_code\nAddress 1 - Country=contact.country\n"
     "Address 1 - Extended Address=-\nWebsite 1 - Label=-\nWebsite 1 - Value=company.website_url",  {"Jan||Novák||||Dr.|||Novák, Jan|Acme|CTO|R&D|1980-02-03|Met in Brno||* myContacts ::: "
      "Friends|* Work|"
      "jan@acme.cz ::: jan@home.cz|Home|jn@example.org|Work|+420 777 123 456 ::: +420 222 333 "
      "444|Work|"
      "Dlouhá 1, Praha|Dlouhá 1|Praha|||110 00|CZ||Work|https://acme.cz",
      "Eva||Malá||||||||Beta|CEO|||||* myContacts|* "
      "Work|eva@beta.cz|Home|em@example.org|Mobile|+420 777 123 457|"
      "Work|Krátká 2, Brno|Krátká 2|Brno|||602 00|CZ||Work|https://beta.cz"}},
    {"Google Contacts, before 2024",
     PERSON,  "Google Contacts",
     "Name=-\nGiven Name=contact.first_name\nAdditional Name=-\nFamily "
     "Name=contact.last_name\nYomi Name=-\n"
     "Given Name Yomi=-\nAdditional Name Yomi=-\nFamily Name Yomi=-\nName "
     "Prefix=contact.name_prefix\n"
     "Name Suffix=contact.name_suffix\nInitials=-\nNickname=-\nShort Name=-\nMaiden Name=-\n"
     "Birthday=contact.birthday\nGender=-\nLocation=-\nBilling Information=-\nDirectory Server=-\n"
     "Mileage=-\nOccupation=-\nHobby=-\nSensitivity=-\nPriority=-\nSubject=-\nNotes=contact.notes\n"
     "Language=contact.language\nPhoto=-\nGroup Membership=tags\nE-mail 1 - Type=-\n"
     "E-mail 1 - Value=contact.email\nPhone 1 - Type=-\nPhone 1 - Value=contact.phone\n"
     "Phone 2 - Type=-\nPhone 2 - Value=contact.other_phones\nOrganization 1 - Type=-\n"
     "Organization 1 - Name=company.name\nOrganization 1 - Yomi Name=-\n"
     "Organization 1 - Title=contact.job_title\nOrganization 1 - Department=contact.department\n"
     "Organization 1 - Symbol=-\nOrganization 1 - Location=-\nOrganization 1 - Job Description=-",  {NULL}                                                                        },
    {"Outlook",
     PERSON,  "Outlook contacts",
     "First Name=contact.first_name\nMiddle Name=-\nLast "
     "Name=contact.last_name\nTitle=contact.name_prefix\n"
     "Suffix=contact.name_suffix\nInitials=-\nWeb Page=company.website_url\nGender=-\n"
     "Birthday=contact.birthday\nAnniversary=-\nLocation=-\nLanguage=contact.language\n"
     "Internet Free Busy=-\nNotes=contact.notes\nE-mail Address=contact.email\n"
     "E-mail 2 Address=contact.other_emails\nE-mail 3 Address=contact.other_emails\n"
     "Primary Phone=contact.other_phones/contact.phone\nHome Phone=contact.other_phones\n"
     "Home Phone 2=contact.other_phones\nMobile Phone=contact.mobile_phone\nPager=-\nHome Fax=-\n"
     "Home Address=-\nHome Street=-\nHome Street 2=-\nHome Street 3=-\nHome Address PO Box=-\nHome "
     "City=-\n"
     "Home State=-\nHome Postal Code=-\nHome Country=-\nSpouse=-\nChildren=-\nManager's Name=-\n"
     "Assistant's Name=-\nReferred By=-\nCompany Main Phone=company.phone\n"
     "Business Phone=contact.phone/contact.other_phones\nBusiness Phone 2=contact.other_phones\n"
     "Business Fax=-\nAssistant's Phone=-\nCompany=company.name\nJob Title=contact.job_title\n"
     "Department=contact.department\nOffice Location=-\nOrganizational ID Number=-\nProfession=-\n"
     "Account=-\nBusiness Address=-\nBusiness Street=contact.address\nBusiness Street 2=-\n"
     "Business Street 3=-\nBusiness Address PO Box=-\nBusiness City=contact.city\n"
     "Business State=contact.region\nBusiness Postal Code=contact.postal_code\n"
     "Business Country=contact.country\nOther Phone=contact.other_phones\nOther Fax=-\nOther "
     "Address=-\n"
     "Other Street=-\nOther Street 2=-\nOther Street 3=-\nOther Address PO Box=-\nOther "
     "City=-\nOther State=-\n"
     "Other Postal Code=-\nOther Country=-\nCallback=-/contact.other_phones\nCar "
     "Phone=-/contact.other_phones\n"
     "ISDN=-\nRadio Phone=-/contact.other_phones\nTTY/TDD Phone=-\nTelex=-\nUser 1=-\nUser "
     "2=-\nUser 3=-\nUser 4=-\n"
     "Keywords=-\nMileage=-\nHobby=-\nBilling Information=-\nDirectory Server=-\nSensitivity=-\n"
     "Priority=-\nPrivate=-\nCategories=tags",                                                      {NULL}                                                                        },
    {"Outlook, German",
     PERSON,  NULL,
     "Anrede=contact.name_prefix\nVorname=contact.first_name\nWeitere "
     "Vornamen=-\nNachname=contact.last_name\n"
     "Suffix=contact.name_suffix\nFirma=company.name\nAbteilung=contact.department\n"
     "Position=contact.job_title\nStraße geschäftlich=contact.address\nOrt "
     "geschäftlich=contact.city\n"
     "Region geschäftlich=contact.region\nPostleitzahl geschäftlich=contact.postal_code\n"
     "Land/Region geschäftlich=contact.country\nStraße privat=-\nOrt privat=-\nRegion privat=-\n"
     "Postleitzahl privat=-\nLand/Region privat=-\nFax geschäftlich=-\n"
     "Telefon geschäftlich=contact.phone\nTelefon geschäftlich 2=contact.other_phones\n"
     "Telefon Firma=company.phone\nMobiltelefon=contact.mobile_phone\nTelefon "
     "privat=contact.other_phones\n"
     "E-Mail-Adresse=contact.email\nE-Mail 2: "
     "Adresse=contact.other_emails\nGeburtstag=contact.birthday\n"
     "Geschlecht=-\nKategorien=-/tags/"
     "company.keywords\nNotizen=contact.notes\nWebseite=company.website_url",                       {NULL}                                                                        },
    {"HubSpot contacts",
     PERSON,  "HubSpot contacts",
     "Record ID=-\nFirst Name=contact.first_name\nLast "
     "Name=contact.last_name\nEmail=contact.email\n"
     "Phone Number=contact.phone\nContact owner=-\nAssociated Company=company.name\n"
     "Last Activity Date=-\nLead Status=-\nMarketing contact status=-\nCreate Date=-\n"
     "Job Title=contact.job_title\nLifecycle "
     "Stage=-\nCity=contact.city\nState/Region=contact.region\n"
     "Country/Region=contact.country\nMobile Phone Number=contact.mobile_phone\n"
     "Company Name=-/company.name\nWebsite URL=company.website_url\nOriginal "
     "Source=contact.source\n"
     "LinkedIn URL=contact.linkedin_url\nPreferred language=contact.language\nPostal "
     "Code=contact.postal_code\n"
     "Street Address=contact.address\nNumber of "
     "Employees=company.employees\nIndustry=company.industry",                                      {NULL}                                                                        },
    {"HubSpot companies",
     COMPANY, "HubSpot companies",
     "Record ID=-\nCompany name=company.name\nCompany owner=-\nCreate Date=-\nPhone "
     "Number=company.phone\n"
     "Last Activity "
     "Date=-\nCity=company.city\nCountry/Region=company.country\nIndustry=company.industry\n"
     "Company Domain Name=company.domain\nNumber of Employees=company.employees\n"
     "Annual Revenue=company.revenue\nLifecycle Stage=-\nState/Region=company.region\n"
     "Street Address=company.address\nPostal Code=company.postal_code\nYear "
     "Founded=company.founded_year\n"
     "Website URL=company.website_url\nDescription=company.description\nLinkedIn Company "
     "Page=company.linkedin_url\n"
     "Type=-\nAssociated Contact=-\nTime Zone=-\nTwitter Handle=-",                                 {NULL}                                                                        },
    {"Salesforce leads",
     PERSON,  "Salesforce leads",
     "Lead Owner=-\nSalutation=contact.name_prefix\nFirst Name=contact.first_name\n"
     "Last Name=contact.last_name\nTitle=contact.job_title\nCompany / Account=company.name\n"
     "Lead Source=contact.source\nRating=-\nStreet=contact.address\nCity=contact.city\n"
     "State/Province=contact.region\nZip/Postal Code=contact.postal_code\nCountry=contact.country\n"
     "Phone=contact.phone\nMobile=contact.mobile_phone\nEmail=contact.email\nLead Status=-\n"
     "Industry=company.industry\nAnnual Revenue=company.revenue\nNo. of "
     "Employees=company.employees\n"
     "Website=company.website_url\nDescription=contact.notes/company.description\nCreate Date=-\n"
     "Email Opt Out=-\nDo Not Call=-\nFax=-\nLead ID=-",                                            {NULL}                                                                        },
    {"Salesforce contacts",
     PERSON,  "Salesforce contacts",
     "Contact ID=-\nSalutation=contact.name_prefix\nFirst Name=contact.first_name\n"
     "Last Name=contact.last_name\nTitle=contact.job_title\nAccount Name=company.name\n"
     "Mailing Street=contact.address\nMailing City=contact.city\nMailing "
     "State/Province=contact.region\n"
     "Mailing Zip/Postal Code=contact.postal_code\nMailing "
     "Country=contact.country\nPhone=contact.phone\n"
     "Fax=-\nMobile=contact.mobile_phone\nEmail=contact.email\nAccount "
     "Owner=-\nDepartment=contact.department\n"
     "Birthdate=contact.birthday\nLead Source=contact.source\nReports To=-\nOther Street=-\nOther "
     "City=-\n"
     "Assistant=-\nAsst. Phone=-\nLast Activity=-\nDescription=contact.notes/company.description",  {NULL}                                                                        },
    {"Salesforce data loader",
     PERSON,  NULL,
     "Id=-\nIsDeleted=-\nAccountId=-\nLastName=contact.last_name\nFirstName=contact.first_name\n"
     "Salutation=contact.name_prefix\nName=-\nMailingStreet=contact.address\nMailingCity=contact."
     "city\n"
     "MailingState=contact.region\nMailingPostalCode=contact.postal_code\nMailingCountry=contact."
     "country\n"
     "Phone=contact.phone\nMobilePhone=contact.mobile_phone\nEmail=contact.email\nTitle=contact."
     "job_title\n"
     "Department=contact.department\nLeadSource=contact.source\nBirthdate=contact."
     "birthday\nOwnerId=-\n"
     "CreatedDate=-\nLastModifiedDate=-\nHasOptedOutOfEmail=-",                                     {NULL}                                                                        },
    {"Salesforce accounts",
     COMPANY, "Salesforce accounts",
     "Account ID=-\nAccount Name=company.name\nAccount Owner=-\nBilling Street=company.address\n"
     "Billing City=company.city\nBilling State/Province=company.region\n"
     "Billing Zip/Postal Code=company.postal_code\nBilling Country=company.country\nShipping "
     "Street=-\n"
     "Shipping City=-\nShipping "
     "Country=-\nPhone=company.phone\nFax=-\nWebsite=company.website_url\n"
     "Industry=company.industry\nType=-\nEmployees=company.employees\nAnnual "
     "Revenue=company.revenue\n"
     "Description=company.description\nAccount Source=company.source\nParent Account=-\nTicker "
     "Symbol=-\n"
     "Ownership=-\nRating=-\nSIC Code=-\nLast Modified Date=-\nAccount Number=-",                   {NULL}                                                                        },
    {"Pipedrive people",
     PERSON,  "Pipedrive people",
     "Person - ID=-\nPerson - Name=contact.full_name\nPerson - Label=tags\nPerson - "
     "Organization=company.name\n"
     "Person - Email - Work=contact.email\nPerson - Email - Home=contact.other_emails\n"
     "Person - Email - Other=contact.other_emails\nPerson - Phone - Work=contact.phone\n"
     "Person - Phone - Home=contact.other_phones\nPerson - Phone - Mobile=contact.mobile_phone\n"
     "Person - Phone - Other=contact.other_phones\nPerson - Owner=-\nPerson - Job "
     "title=contact.job_title\n"
     "Person - Closed deals=-\nPerson - Open deals=-\nPerson - Next activity date=-\n"
     "Person - Person created=-\nPerson - Notes=contact.notes",                                     {NULL}                                                                        },
    {"Pipedrive organizations",
     COMPANY, "Pipedrive organizations",
     "Organization - ID=-\nOrganization - Name=company.name\nOrganization - Label=tags\n"
     "Organization - Address=company.address\nOrganization - People=-\nOrganization - Closed "
     "deals=-\n"
     "Organization - Open deals=-\nOrganization - Next activity date=-\nOrganization - Owner=-\n"
     "Organization - Website=company.website_url\nOrganization - Industry=company.industry\n"
     "Organization - Annual revenue=company.revenue\nOrganization - Number of "
     "employees=company.employees\n"
     "Organization - LinkedIn profile=company.linkedin_url\nOrganization - "
     "City/town/village/locality of Address=company.city\n"
     "Organization - Country of Address=company.country\nOrganization - ZIP/Postal code of "
     "Address=company.postal_code",                                                                 {NULL}                                                                        },
    {"Lemlist",
     PERSON,  "Lemlist",
     "email=contact.email\nfirstName=contact.first_name\nlastName=contact.last_name\npicture=-\n"
     "phone=contact.phone\nlinkedinUrl=contact.linkedin_url\ncompanyName=company.name\nicebreaker=-"
     "\n"
     "companyDomain=company.domain\njobTitle=contact.job_title\ntimezone=-\nstatus=-\nlastState=-", {NULL}                                                                        },
    {"Hunter",
     PERSON,  "Hunter",
     "Domain "
     "name=company.domain\nOrganization=company.name\nCountry=contact.country/company.country\n"
     "State=contact.region/company.region\nCity=contact.city/company.city\n"
     "Postal code=contact.postal_code/company.postal_code\nStreet=contact.address/company.address\n"
     "Email address=contact.email\nType=-\nConfidence score=-\nFirst name=contact.first_name\n"
     "Last name=contact.last_name\nDepartment=contact.department\nPosition=contact.job_title\n"
     "Twitter handle=-\nLinkedIn URL=contact.linkedin_url\nPhone number=contact.phone\n"
     "Company type=-/company.legal_form\nIndustry=company.industry\nVerification status=-",         {NULL}                                                                        },
    {"Clay",
     PERSON,  NULL,
     "Find people=-\nFirst Name=contact.first_name\nLast Name=contact.last_name\nFull Name=-\n"
     "Job Title=contact.job_title\nLocation=contact.city/contact.address\nCompany "
     "Domain=company.domain\n"
     "LinkedIn Profile=contact.linkedin_url\nCompany Name=company.name\nEnrich person=-\n"
     "Work Email=contact.email\nFinal Email=contact.other_emails\nHeadcount=company.employees\n"
     "Company LinkedIn URL=company.linkedin_url",                                                   {NULL}                                                                        },
    {"ZoomInfo contacts",
     PERSON,  "ZoomInfo contacts",
     "ZoomInfo Contact ID=-\nLast Name=contact.last_name\nFirst Name=contact.first_name\nMiddle "
     "Name=-\n"
     "Salutation=contact.name_prefix\nSuffix=contact.name_suffix\nJob Title=contact.job_title\n"
     "Job Title Hierarchy Level=-\nManagement Level=contact.seniority\nJob Start Date=-\nJob "
     "Function=-\n"
     "Department=contact.department\nCompany Division Name=-\nDirect Phone Number=contact.phone\n"
     "Email Address=contact.email\nEmail Domain=-\nMobile phone=contact.mobile_phone\n"
     "Contact Accuracy Score=-\nZoomInfo Contact Profile URL=-\n"
     "LinkedIn Contact Profile URL=contact.linkedin_url\nPerson Street=contact.address\n"
     "Person City=contact.city\nPerson State=contact.region\nPerson Zip Code=contact.postal_code\n"
     "Country=contact.country\nZoomInfo Company ID=-\nCompany Name=company.name\n"
     "Company Description=company.description\nWebsite=company.website_url\n"
     "Founded Year=company.founded_year\nCompany HQ Phone=company.phone\nFax=-\nTicker=-\n"
     "Revenue (in 000s USD)=company.revenue\nRevenue Range (in "
     "USD)=-\nEmployees=company.employees\n"
     "Employee Range=-\nSIC Code 1=-\nNAICS Code 1=-\nPrimary Industry=company.industry\n"
     "Primary Sub-Industry=-\nAll Industries=company.keywords/-\nZoomInfo Company Profile URL=-\n"
     "LinkedIn Company Profile URL=company.linkedin_url\nFacebook Company Profile URL=-\n"
     "Twitter Company Profile URL=-\nOwnership Type=-\nBusiness Model=-\nCompany Street "
     "Address=company.address\n"
     "Company City=company.city\nCompany State=company.region\nCompany Zip "
     "Code=company.postal_code\n"
     "Company Country=company.country\nFull Address=-\nNumber of Locations=-",                      {NULL}                                                                        },
    {"Crunchbase",
     COMPANY, "Crunchbase",
     "Organization Name=company.name\nOrganization Name URL=company.crunchbase_url\n"
     "Industries=company.industry\nHeadquarters Location=company.city/company.address\n"
     "Description=company.description/-\nCB Rank (Company)=-\nFounded Date=company.founded_year\n"
     "Founded Date Precision=-\nOperating Status=-\nCompany Type=-/company.legal_form\n"
     "Website=company.website_url\nTwitter=-\nFacebook=-\nLinkedIn=company.linkedin_url\n"
     "Contact Email=company.email\nPhone Number=company.phone\nFull "
     "Description=-/company.description\n"
     "Number of Employees=company.employees\nFounders=-\nTop 5 Investors=-\n"
     "Last Funding Date=-\nLast Funding Amount=-\nTotal Funding Amount=-\nEstimated Revenue "
     "Range=company.revenue\n"
     "Number of Funding Rounds=-\nIndustry Groups=-\nExit Date=-\nStage=-",                         {NULL}                                                                        },
};

static void
maps_the_exports_of_other_tools(void **state)
{
    struct mapping_score score = {0, 0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        mapping_run(*state, &cases[i], &score);
    printf("# export formats: %zu of %zu columns right (%.1f %%)\n", score.right, score.columns,
           100.0 * (double)score.right / (double)score.columns);
    assert_true(score.right * 100 >= score.columns * 95);
}

/* The header lines that others collected: each is known, and each column has a reason. */
static void
knows_headers_that_others_collected(void **state)
{
    static const struct {
        const char *begin, *name;
    } tools[] = {
        {"LinkedIn Conn", "LinkedIn connections"},
        {"Apollo",        "Apollo contacts"     },
        {"Google",        "Google Contacts"     },
        {"Outlook",       "Outlook contacts"    },
    };
    const char *dir = test_data_dir();
    char line[8192];
    size_t seen = 0;
    if (!dir)
        return;
    FILE *file = fopen(arena_printf(*state, "%s/export-headers/headers.tsv", dir), "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        for (size_t t = 0; t < sizeof tools / sizeof *tools; t++) {
            const char *headers[MAPPING_CELLS];
            struct import_mapping mapping;
            char *header = strrchr(line, '\t');
            if (!text_starts(line, tools[t].begin) || !header)
                continue;
            header[strcspn(header, "\r\n")] = '\0';
            size_t n = mapping_split(*state, header + 1, ',', headers);
            mapping_propose(*state, headers, n, NULL, &mapping);
            assert_string_equal(mapping.known_export ? mapping.known_export : "", tools[t].name);
            assert_int_equal(mapping.entity, RECORD_CONTACT);
            for (size_t i = 0; i < n; i++)
                assert_true(mapping.columns[i].reason && *mapping.columns[i].reason);
            seen++;
        }
    fclose(file);
    assert_true(seen >= 5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(maps_the_exports_of_other_tools, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(knows_headers_that_others_collected, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
