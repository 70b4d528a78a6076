/* Short forms of given names. See nickname.h. */
#include "domain/enrich/nickname.h"

#include <stddef.h>
#include <string.h>

/* The short form and a name that it stands for; sorted. */
/* clang-format off */
static const struct {
    const char *nick, *name;
} nicknames[] = {
    {"abby", "abigail"}, {"abe", "abraham"}, {"achim", "joachim"}, {"al", "albert"},
    {"al", "alfred"}, {"albi", "albrecht"}, {"alec", "alexander"}, {"aleks", "alexander"},
    {"ales", "alexander"}, {"alex", "alexander"}, {"alex", "alexandra"}, {"alf", "alfred"},
    {"ali", "alice"}, {"ali", "alison"}, {"andi", "andreas"}, {"andy", "andrea"},
    {"andy", "andreas"}, {"andy", "andrew"}, {"angie", "angela"}, {"ania", "anna"},
    {"anja", "anna"}, {"anka", "anna"}, {"anni", "anna"}, {"annie", "ann"}, {"annie", "anna"},
    {"art", "arthur"}, {"asia", "joanna"}, {"babs", "barbara"}, {"bara", "barbara"},
    {"bara", "barbora"}, {"barb", "barbara"}, {"barbie", "barbara"}, {"basia", "barbara"},
    {"basti", "sebastian"}, {"bastian", "sebastian"}, {"becca", "rebecca"}, {"becky", "rebecca"},
    {"bella", "isabella"}, {"ben", "benjamin"}, {"benny", "benjamin"}, {"beppe", "giuseppe"},
    {"bernd", "bernhard"}, {"bernie", "bernard"}, {"bert", "albert"}, {"bert", "hubert"},
    {"bert", "robert"}, {"bess", "elizabeth"}, {"beth", "elizabeth"}, {"beto", "roberto"},
    {"betty", "elisabeth"}, {"betty", "elizabeth"}, {"bill", "william"}, {"billy", "william"},
    {"bob", "robert"}, {"bobby", "robert"}, {"bohous", "bohumil"}, {"brad", "bradley"},
    {"bronek", "bronislaw"}, {"cam", "cameron"}, {"cat", "catherine"}, {"cathy", "catherine"},
    {"cesco", "francesco"}, {"charlie", "charles"}, {"charlie", "charlotte"}, {"chas", "charles"},
    {"checo", "sergio"}, {"chris", "christian"}, {"chris", "christina"}, {"chris", "christine"},
    {"chris", "christoph"}, {"chris", "christopher"}, {"chrissy", "christina"},
    {"christl", "christine"}, {"chuck", "charles"}, {"cindy", "cynthia"}, {"claus", "klaus"},
    {"cliff", "clifford"}, {"connie", "constance"}, {"conny", "cornelia"}, {"dan", "daniel"},
    {"dani", "daniela"}, {"danny", "daniel"}, {"dave", "david"}, {"davy", "david"},
    {"deb", "deborah"}, {"debbie", "deborah"}, {"debora", "deborah"}, {"den", "dennis"},
    {"dick", "richard"}, {"dieter", "dietrich"}, {"dom", "dominic"}, {"don", "donald"},
    {"donny", "donald"}, {"dot", "dorothy"}, {"dottie", "dorothy"}, {"doug", "douglas"},
    {"drew", "andrew"}, {"ed", "edmund"}, {"ed", "edward"}, {"eda", "eduard"}, {"eddie", "edward"},
    {"edi", "eduard"}, {"eliza", "elizabeth"}, {"elli", "elisabeth"}, {"else", "elisabeth"},
    {"em", "emily"}, {"enzo", "vincenzo"}, {"erni", "ernst"}, {"evi", "eva"}, {"evka", "eva"},
    {"ewka", "ewa"}, {"flo", "florian"}, {"fran", "frances"}, {"fran", "francis"},
    {"fran", "francisco"}, {"franck", "francois"}, {"franco", "francesco"}, {"frank", "francis"},
    {"franta", "frantisek"}, {"franzl", "franz"}, {"fred", "alfred"}, {"fred", "frederick"},
    {"fred", "friedrich"}, {"freddy", "frederick"}, {"fritz", "frederick"}, {"fritz", "friedrich"},
    {"gabi", "gabriela"}, {"gabi", "gabriele"}, {"gabka", "gabriela"}, {"gail", "abigail"},
    {"geli", "angelika"}, {"gene", "eugene"}, {"geoff", "geoffrey"}, {"georgie", "george"},
    {"gerd", "gerhard"}, {"gerd", "gerrit"}, {"gerry", "gerald"}, {"gianni", "giovanni"},
    {"gosia", "malgorzata"}, {"greg", "gregory"}, {"greta", "margaret"}, {"greta", "margarete"},
    {"grete", "margarete"}, {"grete", "margarethe"}, {"gretel", "margarete"},
    {"grzesiek", "grzegorz"}, {"gunter", "gunther"}, {"gus", "gustav"}, {"hal", "harold"},
    {"hal", "henry"}, {"hank", "henry"}, {"hanna", "hannah"}, {"hannes", "johannes"},
    {"hans", "jan"}, {"hans", "johannes"}, {"hansi", "hans"}, {"harry", "harald"},
    {"harry", "harold"}, {"harry", "henry"}, {"heiner", "heinrich"}, {"heinz", "heinrich"},
    {"helmut", "wilhelm"}, {"henke", "henrik"}, {"hias", "matthias"}, {"honza", "jan"},
    {"isa", "isabella"}, {"isa", "isabelle"}, {"jack", "john"}, {"jake", "jacob"},
    {"jamie", "james"}, {"jan", "johan"}, {"janka", "jana"}, {"jarda", "jaroslav"},
    {"jarek", "jaroslaw"}, {"jeanne", "jean"}, {"jedrek", "andrzej"}, {"jeff", "jeffrey"},
    {"jen", "jennifer"}, {"jenda", "jan"}, {"jenn", "jennifer"}, {"jenny", "jennifer"},
    {"jerry", "gerald"}, {"jerry", "jeremy"}, {"jess", "jessica"}, {"jessie", "jessica"},
    {"jim", "james"}, {"jimmy", "james"}, {"jirka", "jiri"}, {"jo", "johannes"},
    {"joaozinho", "joao"}, {"joasia", "joanna"}, {"jochen", "joachim"}, {"joe", "joseph"},
    {"joey", "joseph"}, {"johann", "johannes"}, {"john", "jack"}, {"johnny", "john"},
    {"jon", "john"}, {"jon", "johnathan"}, {"jon", "jonathan"}, {"jonny", "jonathan"},
    {"jorg", "georg"}, {"josh", "joshua"}, {"jozek", "jozef"}, {"judy", "judith"},
    {"jule", "julia"}, {"jupp", "josef"}, {"just", "justin"}, {"kacka", "katerina"},
    {"kasia", "katarzyna"}, {"kat", "catherine"}, {"kat", "katherine"}, {"kate", "catherine"},
    {"kate", "katherine"}, {"kathi", "katharina"}, {"kathrin", "katharina"},
    {"kathy", "katherine"}, {"kathy", "kathleen"}, {"katie", "catherine"}, {"katie", "katherine"},
    {"katja", "katharina"}, {"katka", "katarina"}, {"katka", "katerina"}, {"ken", "kenneth"},
    {"kenny", "kenneth"}, {"kim", "kimberly"}, {"kit", "christopher"}, {"kitty", "katherine"},
    {"klaus", "nikolaus"}, {"kris", "kristina"}, {"krzysiek", "krzysztof"}, {"kuba", "jakob"},
    {"kuba", "jakub"}, {"lada", "ladislav"}, {"larry", "lawrence"}, {"len", "leonard"},
    {"lena", "magdalena"}, {"leni", "helene"}, {"lenny", "leonard"}, {"leo", "leonard"},
    {"leo", "leonardo"}, {"leo", "leonhard"}, {"leo", "leopold"}, {"lex", "alexander"},
    {"lexi", "alexandra"}, {"liam", "william"}, {"libby", "elizabeth"}, {"lisa", "elisabeth"},
    {"lisa", "elizabeth"}, {"liv", "olivia"}, {"liz", "elisabeth"}, {"liz", "elizabeth"},
    {"lizzie", "elizabeth"}, {"lotte", "charlotte"}, {"lou", "louis"}, {"lou", "louise"},
    {"lubos", "lubomir"}, {"lucho", "luis"}, {"lucka", "lucie"}, {"luk", "lukas"},
    {"luki", "lukas"}, {"magda", "magdalena"}, {"maggie", "margaret"}, {"mandy", "amanda"},
    {"manolo", "manuel"}, {"manu", "emanuel"}, {"manu", "immanuel"}, {"manu", "manuel"},
    {"manu", "manuela"}, {"marc", "marcel"}, {"marge", "margaret"}, {"mari", "maria"},
    {"mari", "mariana"}, {"marie", "maria"}, {"marki", "marketa"}, {"marty", "martin"},
    {"mati", "mateusz"}, {"matous", "matej"}, {"mats", "mathias"}, {"matt", "matthew"},
    {"matti", "matthias"}, {"matty", "matthew"}, {"max", "maxim"}, {"max", "maximilian"},
    {"meg", "margaret"}, {"mel", "melanie"}, {"mel", "melissa"}, {"memo", "guillermo"},
    {"mia", "maria"}, {"micha", "michael"}, {"michi", "michael"}, {"michi", "michaela"},
    {"michi", "michele"}, {"mick", "michael"}, {"mickey", "michael"}, {"mike", "michael"},
    {"mike", "miguel"}, {"mikey", "michael"}, {"miki", "mikolaj"}, {"milos", "miloslav"},
    {"mirek", "miroslav"}, {"mirek", "miroslaw"}, {"misa", "michaela"}, {"misa", "michal"},
    {"missy", "melissa"}, {"mitch", "mitchell"}, {"nacho", "ignacio"}, {"nan", "ann"},
    {"nat", "natalia"}, {"natasha", "natalia"}, {"nate", "nathaniel"}, {"nathan", "jonathan"},
    {"nathan", "nathaniel"}, {"ned", "edward"}, {"nele", "cornelia"}, {"netti", "annette"},
    {"nici", "nicole"}, {"nick", "dominic"}, {"nick", "nicholas"}, {"nick", "nicolas"},
    {"nick", "nikolaus"}, {"nicki", "nicole"}, {"nicky", "nicholas"}, {"nico", "nicholas"},
    {"nico", "nicolas"}, {"niko", "nikolaus"}, {"nino", "antonio"}, {"norb", "norbert"},
    {"olli", "oliver"}, {"ollie", "oliver"}, {"ondra", "ondrej"}, {"ossi", "oskar"},
    {"paco", "francisco"}, {"paddy", "patrick"}, {"pam", "pamela"}, {"pancho", "francisco"},
    {"pat", "patricia"}, {"pat", "patrick"}, {"patty", "patricia"}, {"pavlik", "pavel"},
    {"pawelek", "pawel"}, {"peggy", "margaret"}, {"pepa", "josef"}, {"pepe", "jose"},
    {"perico", "pedro"}, {"peta", "petr"}, {"peta", "petra"}, {"pete", "peter"},
    {"phil", "philip"}, {"phil", "philipp"}, {"phil", "philippe"}, {"pierrot", "pierre"},
    {"pino", "giuseppe"}, {"piotrek", "piotr"}, {"pip", "philip"}, {"pit", "peter"},
    {"poldi", "leopold"}, {"quino", "joaquin"}, {"radek", "radoslav"}, {"radek", "radoslaw"},
    {"rafa", "rafael"}, {"rafi", "rafael"}, {"ray", "raymond"}, {"reini", "reinhard"},
    {"resi", "teresa"}, {"resi", "theresa"}, {"resi", "therese"}, {"rich", "richard"},
    {"richie", "richard"}, {"rick", "richard"}, {"ricky", "ricardo"}, {"rike", "ulrike"},
    {"rob", "robert"}, {"robbie", "robert"}, {"rod", "rodney"}, {"roli", "roland"},
    {"ron", "ronald"}, {"ronnie", "ronald"}, {"rosi", "rosemarie"}, {"rudi", "rudolf"},
    {"rupi", "rupert"}, {"russ", "russell"}, {"sam", "samantha"}, {"sam", "samuel"},
    {"sammy", "samuel"}, {"sandra", "alexandra"}, {"sandy", "alexander"}, {"sandy", "sandra"},
    {"sanne", "susanne"}, {"sascha", "alexander"}, {"sasha", "alexander"}, {"sasha", "alexandra"},
    {"schorsch", "georg"}, {"seb", "sebastian"}, {"sepp", "josef"}, {"siggi", "siegfried"},
    {"sigi", "siegfried"}, {"sigi", "sigmund"}, {"simi", "simone"}, {"sissi", "elisabeth"},
    {"sofi", "sofia"}, {"soph", "sophie"}, {"standa", "stanislav"}, {"staszek", "stanislaw"},
    {"steffen", "stefan"}, {"steffen", "stephan"}, {"steffi", "stefanie"}, {"steffi", "stephanie"},
    {"steph", "stephanie"}, {"steve", "stephen"}, {"steve", "steven"}, {"stevie", "stephen"},
    {"stevie", "steven"}, {"stu", "stuart"}, {"sue", "susan"}, {"susi", "susanne"},
    {"susie", "susan"}, {"suzie", "susan"}, {"sylvie", "sylvia"}, {"tadek", "tadeusz"},
    {"ted", "edward"}, {"ted", "theodore"}, {"teddy", "theodore"}, {"terry", "terence"},
    {"terry", "teresa"}, {"terry", "theresa"}, {"tess", "theresa"}, {"theo", "theodore"},
    {"tim", "timotheus"}, {"tim", "timothy"}, {"timmy", "timothy"}, {"tina", "christina"},
    {"tina", "kristina"}, {"tina", "martina"}, {"tine", "christine"}, {"tobi", "tobias"},
    {"tom", "thomas"}, {"tom", "tomas"}, {"tomek", "tomasz"}, {"tommy", "thomas"},
    {"tonda", "antonin"}, {"toni", "antonio"}, {"tonio", "antonio"}, {"tony", "anthony"},
    {"topher", "christopher"}, {"tori", "victoria"}, {"toto", "salvatore"}, {"tricia", "patricia"},
    {"trish", "patricia"}, {"uli", "ulrich"}, {"uli", "ulrike"}, {"ursel", "ursula"},
    {"uschi", "ursula"}, {"vali", "valentin"}, {"vanni", "giovanni"}, {"vasek", "vaclav"},
    {"verca", "veronika"}, {"verka", "vera"}, {"vic", "victor"}, {"vick", "victor"},
    {"vicky", "victoria"}, {"vicky", "viktoria"}, {"vik", "viktor"}, {"vince", "vincent"},
    {"vinnie", "vincent"}, {"vlada", "vladimir"}, {"vojta", "vojtech"}, {"vroni", "veronika"},
    {"waldi", "waldemar"}, {"wally", "walter"}, {"walt", "walter"}, {"wern", "werner"},
    {"will", "william"}, {"willi", "wilhelm"}, {"willie", "william"}, {"willy", "wilhelm"},
    {"wojtek", "wojciech"}, {"wolf", "wolfgang"}, {"xander", "alexander"}, {"yve", "yvonne"},
    {"zach", "zachary"}, {"zack", "zachary"}, {"zbyszek", "zbigniew"}, {"zdenka", "zdenek"},
    {"zuzka", "zuzana"},
};
/* clang-format on */

enum { NICKNAMES = sizeof nicknames / sizeof *nicknames };

/* The first row whose short form is not before the word. */
static size_t
first_of(const char *word)
{
    size_t from = 0, to = NICKNAMES;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (strcmp(nicknames[middle].nick, word) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static bool
stands_for(const char *nick, const char *name)
{
    for (size_t i = first_of(nick); i < NICKNAMES && !strcmp(nicknames[i].nick, nick); i++)
        if (!strcmp(nicknames[i].name, name))
            return true;
    return false;
}

bool
nickname_same(const char *a, const char *b)
{
    if (!strcmp(a, b) || stands_for(a, b) || stands_for(b, a))
        return true;
    /* "Bob" and "Rob" are both "Robert" */
    for (size_t i = first_of(a); i < NICKNAMES && !strcmp(nicknames[i].nick, a); i++)
        if (stands_for(b, nicknames[i].name))
            return true;
    return false;
}
