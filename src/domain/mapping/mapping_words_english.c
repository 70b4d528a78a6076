/* English header words, with the column names that the common tools write. See mapping_headers.h for
 * the form; keys leave out blanks and marks, so "e-mail", "E_Mail" and "Email" are one phrase.
 * Read by mapping_headers.c only. */
#include "domain/mapping/mapping_headers.h"

/* clang-format off */
const struct mapping_words mapping_words_english[] = {
    {MEANS_FULL_NAME,
     "full name|fullname|person name|contact|contact name|contact person|contact full name|"
     "lead name|lead full name|prospect name|prospect|display name|file as|primary contact|"
     "main contact|key contact|point of contact|decision maker|key person|key contact person|"
     "person|attendee|attendee name|participant|employee name|candidate name|profile name|"
     "name of contact|name of person|member name|first and last name|first last name|"
     "complete name|customer full name|subscriber name|guest name|speaker|delegate name|"
     "delegate"},
    {MEANS_NAME,
     "name|names|title name|customer name|customer|client name|client|lead|record name"},
    {MEANS_FIRST_NAME,
     "first name|firstname|first|fname|f name|given name|given names|forename|forenames|"
     "christian name|contact first name|person first name|lead first name|first names|"
     "name first|preferred name|preferred first name|first name preferred"},
    {MEANS_MIDDLE_NAME,
     "middle name|middle names|middle initial|middle|mname|additional name|second name|"
     "initials|phonetic first name|phonetic middle name|phonetic last name|given name yomi|"
     "family name yomi|additional name yomi|yomi name|nickname|nick name|short name|"
     "maiden name|alias|first name yomi"},
    {MEANS_LAST_NAME,
     "last name|lastname|last|lname|l name|surname|family name|familyname|sur name|"
     "contact last name|person last name|lead last name|name last|last names|surnames"},
    {MEANS_PREFIX,
     "prefix|name prefix|salutation|honorific|honorific prefix|form of address|courtesy title|"
     "personal title|academic title|degree|mr mrs|mr ms"},
    {MEANS_SUFFIX, "suffix|name suffix|honorific suffix|generational suffix|post nominal"},
    {MEANS_TITLE, "title"},
    {MEANS_JOB_TITLE,
     "job title|jobtitle|job|position|role|occupation|profession|function|job function|"
     "job role|job position|contact title|person title|lead title|organization title|"
     "organization 1 title|company title|current title|current position|work title|designation|"
     "business title|position title|headline|contact job title|contact position|"
     "current job title|current job|job description|job name|professional title|"
     "person headline|linkedin headline|title at company|role title|post"},
    {MEANS_SENIORITY,
     "seniority|seniority level|management level|job level|level|job seniority|"
     "contact seniority|management position|career level|job title level"},
    {MEANS_DEPARTMENT,
     "department|departments|dept|division|team|business unit|organization department|"
     "organization 1 department|job department|unit|contact department|job area|"
     "functional area|department name|sub departments"},
    {MEANS_BIRTHDAY,
     "birthday|birth date|birthdate|date of birth|dob|born|birth day|d o b|day of birth|"
     "contact birthday"},
    {MEANS_MOBILE,
     "mobile|mobile phone|mobile number|cell|cell phone|cellphone|mobile phone number|"
     "cell number|cellular|mob|personal mobile|contact mobile|mobile no|mobile tel|gsm|"
     "whatsapp|whatsapp number|work mobile|direct mobile|whatsapp phone"},
    {MEANS_EMAIL,
     "email|email address|mail|mail address|emails|email id|email addresses|e mail 1|"
     "contact email|contact email address|work email|business email|personal email|"
     "primary email|email 1|email work|email home|email other|person email|lead email|"
     "email 1 value|email1 address|company email|verified email|electronic mail|"
     "professional email|corporate email|mailto|direct email|best email|user email|"
     "customer email|email contact|recipient|recipient email|to email|smtp|work email address|"
     "valid email|found email|final email|likely email|emails 1"},
    {MEANS_PHONE,
     "phone|phone number|telephone|tel|telephone number|tel no|phone no|phones|phone numbers|"
     "contact number|contact phone|work phone|business phone|direct phone|direct dial|"
     "direct line|direct number|home phone|other phone|primary phone|main phone|phone 1|"
     "phone 1 value|phone work|phone home|phone other|company phone|landline|switchboard|"
     "office phone|work direct phone|corporate phone|telephone 1|phone1|ph|callback|car phone|"
     "company main phone|direct phone number|company hq phone|company phone number|hq phone|"
     "phone direct|work number|office number|call|telephones|general phone|reception|"
     "contact phone number|phone main|fixed phone|land line|tel number|radio phone|"
     "phone contact|primary phone number"},
    {MEANS_LINKEDIN,
     "linkedin|linkedin url|linkedin profile|linkedin profile url|linked in|linkedin page|"
     "person linkedin url|linkedin link|linkedin contact profile url|linkedin address|"
     "contact linkedin|li url|li profile|company linkedin url|linkedin company page|"
     "company linkedin|company linkedin profile url|linkedin bio|linkedin id url|"
     "linkedin account|profile url linkedin|public profile url|linkedin public url|"
     "sales navigator url|default profile url|default linkedin url|linkedin company url|"
     "linkedin username|linkedinurl|linkedin person url|lkd|lkdn|linkedin personal url"},
    {MEANS_ADDRESS,
     "address|full address|postal address|mailing address|street address|addresses|"
     "home address|business address|work address|office address|company address|other address|"
     "address line|address line 1|address 1|address1|address formatted|address 1 formatted|"
     "formatted address|complete address|billing address|registered address|registered office|"
     "headquarters address|hq address|addr|physical address|visiting address|location address|"
     "postal street address|shipping address|contact address|street address 1|"
     "headquarter address"},
    {MEANS_STREET,
     "street|street 1|street name|road|mailing street|billing street|business street|"
     "home street|address street|address 1 street|company street|hq street|other street|"
     "shipping street|street and number|street line 1|street no and name|street address line 1|"
     "street and house number|street name and number"},
    {MEANS_CITY,
     "city|town|city name|suburb|municipality|locality|address city|address 1 city|"
     "mailing city|billing city|business city|home city|company city|hq city|town city|"
     "city town|other city|shipping city|contact city|person city|village|place|"
     "headquarters city|headquarter city|post town|postal town|city or town|city of residence|"
     "person location city|primary city|metro|metro area|metropolitan area|residence"},
    {MEANS_REGION,
     "state|region|province|county|state province|state or province|state region|address state|"
     "address region|address 1 region|mailing state|billing state|business state|home state|"
     "company state|hq state|territory|prefecture|us state|other state|shipping state|"
     "contact state|person state|state code|canton|mailing state province|"
     "billing state province|state county|province state|headquarters state|region state|"
     "state name|headquarters region|district|federal state|administrative area|company region|"
     "company state region|emirate"},
    {MEANS_POSTAL_CODE,
     "zip|zip code|zipcode|postal code|postcode|post code|postal|pin code|zip postal code|"
     "postal zip|address zip|address postal code|address 1 postal code|mailing zip|billing zip|"
     "mailing zip postal code|billing zip postal code|business postal code|home postal code|"
     "pincode|company postal code|company zip|company zip code|zip postcode|eircode|"
     "other postal code|shipping zip|mailing postal code|billing postal code|contact zip|"
     "person zip code|hq zip|hq postal code|postal zip code"},
    {MEANS_COUNTRY,
     "country|country name|nation|country region|country code|address country|"
     "address 1 country|mailing country|billing country|business country|home country|"
     "company country|hq country|country of residence|other country|shipping country|"
     "contact country|person country|iso country|country iso|headquarters country|"
     "headquarter country|country iso code|countries|country territory|country of origin|iso2|"
     "iso3|company hq country"},
    {MEANS_LOCATION,
     "location|locations|geo|geography|area|person location|contact location|company location|"
     "headquarters|hq|headquarter|hq location|head office|headquarters location|"
     "headquarter location|current location|office location|based in|city state|"
     "city state country|city country|city and state|lead location|geo location|"
     "company headquarters|company hq location|location name|market location"},
    {MEANS_LANGUAGE,
     "language|languages|preferred language|lang|locale|language code|communication language|"
     "spoken language|mother tongue|contact language"},
    {MEANS_SOURCE,
     "source|lead source|original source|contact source|data source|origin|record source|"
     "acquired from|account source|list source|channel|referral source|how did you hear|"
     "how did you hear about us|company source|source name|lead origin|acquisition source|"
     "referrer|utm source"},
    {MEANS_NOTES,
     "notes|note|comment|comments|remarks|remark|memo|annotation|observations|internal notes|"
     "contact notes|additional information|additional info|further information|account notes|"
     "company notes|misc|miscellaneous|info|other information|message|free text|lead notes|"
     "private notes|conversation notes"},
    {MEANS_TAGS,
     "tags|tag|labels|label|lists|list|groups|group membership|group|list name|contact tags|"
     "segment|segments|list membership|person label|organization label|list memberships|"
     "contact lists|account lists|company tags|contact groups|tag names"},
    {MEANS_URL,
     "url|link|links|profile url|profile link|profile|web|http|web link|hyperlink|urls|page|"
     "web profile|href|public url|external link|page url|profile page"},
    {MEANS_DESCRIPTION,
     "description|short description|long description|about|about us|bio|company description|"
     "summary|overview|tagline|one liner|business description|full description|descriptions|"
     "company overview|company summary|elevator pitch|pitch|what they do|activity description|"
     "account description|company bio|seo description|details|slogan|introduction|"
     "company about|linkedin description|product description|mission"},
    {MEANS_COMPANY,
     "company|company name|organization|organisation|organization name|organisation name|org|"
     "org name|account name|account|employer|business name|firm|corporation|business|"
     "company legal name|legal name|trading name|current company|organization 1 name|"
     "associated company|associated company name|company organization|company organisation|"
     "company account|parent company name|employer name|startup|startup name|startups|brand|"
     "brand name|companies|company name cleaned|cleaned company name|normalized company name|"
     "vendor|vendor name|supplier|supplier name|enterprise|enterprise name|workplace|"
     "company trading name|person organization|company school|institution|institution name|"
     "affiliation|agency|agency name|registered name|official name|account company|"
     "company current|contact company|lead company|company business name|firm name|"
     "name of company|current employer|exhibitor|exhibitor name|primary company|merchant|"
     "merchant name|retailer|manufacturer|registered company name|business organization|"
     "current organization|company name legal|org1 name|place of work"},
    {MEANS_LEGAL_FORM,
     "legal form|legal type|entity type|legal entity type|legal structure|form of company|"
     "company legal form|company structure|incorporation type|business entity type"},
    {MEANS_DOMAIN,
     "domain|domain name|company domain|company domain name|web domain|email domain|"
     "website domain|root domain|domains|organization domain|account domain|primary domain|"
     "clean domain|company email domain|companydomainname|hostname|host|domain url|"
     "corporate domain|company domains"},
    {MEANS_WEBSITE,
     "website|web site|website url|web page|webpage|company website|home page|homepage|site|"
     "homepage url|company url|company web site|corporate website|business website|"
     "business home page|site url|www|web address|internet address|organization website|"
     "account website|company website url|website 1 value|website 1|websites|company homepage|"
     "internet|website address|company link|personal web page|organization url|web url|"
     "company web|company site|official website|web site url|official site|company web address|"
     "website link"},
    {MEANS_INDUSTRY,
     "industry|industries|sector|branch|company industry|industry group|vertical|market|"
     "primary industry|industry sector|line of business|business sector|industry groups|"
     "primary sub industry|industry vertical|verticals|account industry|sectors|main industry|"
     "industry name|branch of industry|industry type|business industry|organization industry|"
     "sub industry|business type|niche|field of business|trade|company sector|type of business|"
     "nature of business"},
    {MEANS_KEYWORDS,
     "keywords|keyword|topics|specialties|specialities|company keywords|company specialties|"
     "products|services|products services|expertise|focus areas|markets|products and services|"
     "skills|capabilities|offerings"},
    {MEANS_CATEGORIES,
     "categories|category|company category|company categories|business category|sub category|"
     "subcategory|category list|business categories|main category|tags categories|"
     "category name|primary category"},
    {MEANS_EMPLOYEES,
     "employees|number of employees|no of employees|num employees|# employees|employee count|"
     "headcount|head count|company size|size|staff|staff count|employees count|"
     "company headcount|employee range|company employees|number of staff|employee size|"
     "team size|company employee count|company employee range|workforce|fte|"
     "estimated employees|total employees|estimated num employees|employees range|"
     "linkedin employees|company size range|number employees|employees total|"
     "employee number range|size of company|company staff count|people count|"
     "employee headcount|size range|employees on linkedin|estimated number of employees|"
     "nr of employees|organization size|staff size|staff number|full time employees|"
     "no employees|current employee estimate|total employee estimate|num of employees|"
     "company size employees|count of employees|numberofemployees"},
    {MEANS_REVENUE,
     "revenue|annual revenue|turnover|sales|company revenue|revenue range|yearly revenue|"
     "estimated revenue|annual sales|sales volume|revenues|annual turnover|"
     "estimated revenue range|revenue usd|revenue in 000s|company annual revenue|"
     "company revenue range|total revenue|revenue eur|arr|estimated annual revenue|"
     "sales revenue|net sales|annual revenue usd|revenue in 000s usd|annual revenue range|"
     "annual sales volume|net revenue"},
    {MEANS_FOUNDED,
     "founded|year founded|founded year|founding year|foundation year|established|"
     "year established|founded in|founded date|incorporation year|company founded|"
     "founding date|date founded|year of foundation|established in|date established|"
     "year of establishment|since|incorporation date|date of incorporation|foundation date|"
     "founded on|year of incorporation|inception|launch year|company founded year|"
     "company year founded|est|year started|start year|formation date|formation year|"
     "established year|incorporated"},
    {MEANS_REGISTRY_NUMBER,
     "registry number|registration number|company number|company id number|"
     "company registration number|business id|registered number|organization number|"
     "organisation number|business registration number|company reg no|reg no|"
     "commercial register|trade register number|registration no|ein|abn|acn|crn|"
     "companies house number|lei|uen|company registration no|trade register|registry code|duns|"
     "duns number|d u n s number|business number|commercial register number|cin|"
     "company registry number|registration id|legal entity identifier|enterprise number|"
     "employer identification number|company no|nzbn"},
    {MEANS_LOGO,
     "logo|logo url|company logo|company logo url|logo link|logo image|logo image url|icon url|"
     "brand logo|organization logo"},
    {MEANS_CRUNCHBASE,
     "crunchbase|crunchbase url|crunchbase profile|crunchbase page|crunchbase link|"
     "company crunchbase url|organization name url|cb url|crunchbase profile url|"
     "crunchbase company url"},
    {MEANS_OTHER,
     "status|stage|score|rating|type|priority|lead status|last state|contact status|"
     "account status|email status|confidence|confidence score|lead score|owner type|"
     "verification|verified|verification status|validation|valid|result|email confidence|"
     "catch all status|email sent|email open|email bounced|replied|demoed|opened|clicked|"
     "bounced|sent|open|unsubscribed|opt out|opt in|optin|optout|do not call|do not contact|"
     "do not email|has opted out of email|hidden|subsidiary of|parent company|parent account|"
     "ultimate parent|technologies|technology|tech stack|company technologies|funding|"
     "total funding|latest funding|latest funding amount|funding stage|funding rounds|"
     "number of funding rounds|funding amount|last funding|last funding type|"
     "total funding amount|amount|amount raised|amounts raised|raised|valuation|equity funding|"
     "funding status|last funding amount|total equity funding amount|"
     "number of retail locations|sic|sic code|sic codes|naics|naics code|naics codes|nace|"
     "nace code|industry code|sic description|naics description|rank|cb rank|cb rank company|"
     "batch|cohort|program|session|quarter|month|lifecycle stage|campaign|sequence|deals|"
     "open deals|closed deals|won deals|lost deals|activities|done activities|"
     "number of connections|connections|followers|likes|shares|photo|picture|image|image url|"
     "photo url|profile picture|avatar|avatar url|profile image url|profile photo|mileage|"
     "billing information|directory server|sensitivity|private|user 1|user 2|user 3|user 4|"
     "internet free busy|referred by|organizational id number|company name for emails|"
     "account number|ticker symbol|stock symbol|stock exchange|ownership|ownership type|"
     "currency|price|value|count|number|percentage|percent|ip|ip address|time zone|timezone|"
     "latitude|longitude|lat|lng|lon|coordinates|gps|exit|ipo|ipo status|acquired by|"
     "acquisitions|visits|traffic|monthly visits|alexa rank|growth|age|interests|education|"
     "school|university|certifications|years in position|years in company|degree of connection|"
     "connection degree|shared connections|premium|tenure|accreditation|operating status|"
     "company status|company type|organization type|account type|won|lost|next step|outcome|"
     "conversion|engagement|intent|tier|grade|class|classification|fit|qualified|disqualified|"
     "reason|response|reply|bounce|deal|deal value|opportunity|product|plan|subscription|"
     "invoice|order|orders|quantity|total|balance|payment|discount|supplier type|expense type|"
     "transaction|persona|icebreaker|personalization|ice breaker|snippet|first line|"
     "accuracy score|contact accuracy score|zoominfo score|gender guess|metric|kind|accuracy|"
     "relevance|direct phone status|quality|probability|duration|weight|height|model|version|"
     "color|colour|question|answer|attribute|parameter|investments|portfolio|market cap|profit|"
     "assets|ebitda|net income|expenses|budget"},
    {MEANS_SOCIAL,
     "facebook|facebook url|twitter|twitter url|twitter handle|instagram|instagram url|youtube|"
     "youtube url|xing|xing url|github|github url|tiktok|skype|telegram|blog|blog url|rss|"
     "pinterest|slack|facebook page|twitter username|angellist|angel list|angellist url|"
     "glassdoor|x url|x profile|medium|vimeo|social|social media|social links|social profile|"
     "facebook profile|wechat|twitter profile|facebook link|twitter link|facebook company page|"
     "im|instant messenger|quora|threads|bluesky|mastodon|contact page|careers page|jobs page|"
     "appstore|app store|google play|wikipedia|company twitter|company facebook|"
     "seed db profile|mattermark profile|owler|dealroom|pitchbook|zoominfo contact profile url|"
     "zoominfo company profile url|google maps|google maps url"},
    {MEANS_TAX_NUMBER,
     "vat|vat number|vat id|vat no|tax id|tax number|vat registration num|"
     "vat registration number|tin|gst|gst number|gstin|tax code|fiscal code|vat reg no|"
     "tax identification number|tax no|vatin|vat reg|fiscal number|tax registration number|"
     "eu vat"},
    {MEANS_FAX,
     "fax|fax number|business fax|home fax|other fax|company fax|work fax|fax no|telefax|pager|"
     "isdn|telex|tty tdd phone|ttytdd phone|fax phone"},
    {MEANS_DATE,
     "date|created|created at|created date|create date|updated|updated at|modified|"
     "last modified|last modified date|last contacted|last activity|last activity date|"
     "connected on|added on|added at|date added|timestamp|last updated|created on|"
     "last raised at|primary email last verified at|update time|add time|next activity date|"
     "last login|signup date|sign up date|subscribed on|expires|last seen|first seen|"
     "expiry date|start date|end date|last funding date|closed date|due date|last email sent|"
     "modified at|creation date|import date|date created|last engagement|registered on|"
     "registration date|join date|joined|last contact|next contact|time|year|"
     "last email received|job start date|last sync|last job change|job change date|"
     "date modified|updated on|modified on|entry date|last touched|next follow up|"
     "follow up date|last verified at"},
    {MEANS_PEOPLE,
     "founders|founder|investors|investor|founder names|founders names|team members|board|"
     "board members|executives|management|directors|director|ceo|ceo name|cto|cfo|shareholders|"
     "employees names|employee names|key people|key persons|partners|co founders|cofounders|"
     "top investors|top 5 investors|lead investors|leadership|manager|managers name|assistant|"
     "assistants name|assistants phone|reports to|manager name|assistant name|supervisor|"
     "partner|relationship|referee|members|president|owners name|managing director|"
     "managing directors|advisors|people|angel investors|investor names|lead investor|authors|"
     "author|advisers|vcs|assistant phone|asst phone|key contacts|contacts|principals|officers|"
     "leadership team|executive team|management team|angels|backers"},
    {MEANS_OWNER,
     "owner|contact owner|account owner|lead owner|record owner|company owner|assigned to|"
     "assignee|account manager|sales rep|sales owner|responsible|hubspot owner|person owner|"
     "organization owner|created by|modified by|agent|sales manager|rep|account executive|"
     "added by|owner name|user|relationship owner|last modified by|owner full name|owner email|"
     "imported by|sales representative|customer success manager|csm|sdr|bdr|ae"},
    {MEANS_ID,
     "id|uid|uuid|guid|unique id|record id|rec id|contact id|account id|lead id|company id|"
     "person id|organization id|external id|key|row|row number|index|no|nr|apollo contact id|"
     "apollo account id|zoominfo contact id|zoominfo company id|hubspot id|salesforce id|"
     "object id|customer id|customer number|client id|number id|cluster|group id|reference|ref|"
     "serial|sn|s no|sl no|sr no|line|row id|contact key|identifier|code|item|linkedin id|"
     "pipedrive id|entity id|user id|list id|source id|linkedin company id|record number|"
     "crm id|member id|member urn|linkedin urn|urn|entity number|sequence number|counter|"
     "position number|db id|database id|hash|slug|permalink|handle|client number|"
     "sales navigator id|rank number|primary key|case safe id|contact number id|duplicate|"
     "duplicate of|duplicates|match id|line no"},
    {MEANS_LABEL,
     "email 1 label|email 2 label|email 3 label|phone 1 label|phone 2 label|address 1 label|"
     "website 1 label|email 1 type|phone 1 type|phone type|email type|address type|"
     "website label|email label|phone label|address label|website type|organization 1 type|"
     "relation label|event label|custom field label|address 1 type|website 1 type|"
     "primary email source|email source|secondary email source|tertiary email source"},
    {MEANS_LINE_2,
     "address 2|address line 2|address2|street 2|street 3|address 3|address line 3|"
     "street address 2|house number|street number|street no|house no|apartment|unit number|"
     "building|floor|po box|p o box|suite|address 1 po box|address po box|apt|extended address|"
     "address 1 extended address|home address po box|business address po box|"
     "other address po box|business street 2|business street 3|home street 2|home street 3|"
     "other street 2|other street 3|room|door|flat|office location room|block|neighborhood|"
     "neighbourhood|address4"},
    {MEANS_PRIVATE,
     "gender|sex|spouse|children|religion|ethnicity|race|marital status|anniversary|hobby|"
     "hobbies|nationality|family|health|political party|citizenship|spouse name|wife|husband|"
     "kids|partner name|blood type|disability|sexual orientation|political affiliation|"
     "trade union|birthplace|place of birth"},
    {MEANS_SENSITIVE,
     "ssn|social security number|social security|soc sec id|soc sec|soc sec no|"
     "social security no|social insurance number|national id|national id number|"
     "national identity number|national identification number|personal id|personal id number|"
     "personal number|personal identification number|identity number|identity card|"
     "identity card number|id card|id card number|passport|passport number|passport no|"
     "driver license|drivers license|driving licence|driving license|national insurance number|"
     "ni number|nino|citizen id|iban|bank account|bank account number|credit card|"
     "credit card number|card number|cvv|password|pin|sin|medicare number|social id|nhs number|"
     "passwd|swift|bic|account iban|routing number|security number|secret|api key|aadhaar|"
     "aadhar|aadhaar number|pan number|emirates id|social security id|ss number|license number|"
     "tax file number|tfn"},
    {MEANS_OF_PERSON,
     "contact|person|lead|people|prospect|individual|member|employee|candidate|attendee|"
     "participant|contacts"},
    {MEANS_OF_COMPANY,
     "company|organization|organisation|org|account|employer|corporate|firm|headquarters|"
     "headquarter|hq|head office|registered|billing|startup|companies|business entity|"
     "enterprise|corporation|institution|agency"},
    {MEANS_AT_WORK, "work|office|business|direct|professional|mailing|job|current"},
    {MEANS_MAIN, "main|primary|preferred|official|full|complete|best|general|verified"},
    {MEANS_AT_HOME, "home|personal|private"},
    {MEANS_SECOND,
     "other|secondary|tertiary|additional|alternative|alternate|alt|second|third|shipping|2nd|"
     "3rd|backup|extra|further|previous|former|old|past"},
    {MEANS_FILLER,
     "the|of|a|an|your|my|our|for|in|at|to|and|or|value|field|required|optional|with|by|on|is|"
     "us|text|info|information|data|details|if any|enter|e g|new|known|public|found|eg|"
     "property|properties|column|mandatory|string|if known|attributes"},
    {MEANS_NOTHING, NULL},
};
/* clang-format on */
