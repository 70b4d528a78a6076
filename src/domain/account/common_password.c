/* The passwords that everybody guesses first. See common_password.h. Taken from the frequency list
 * of zxcvbn 4.4.2 (MIT, Dan Wheeler and Dropbox), which counts passwords of public leaks: the most
 * common ones of ten letters and more, and the most common words that people lengthen. */
#include "domain/account/common_password.h"

#include <ctype.h>
#include <string.h>

/* Sorted, each between blanks. */
static const char *const lines[] = {
    " 0000000000d 0000000000o 000777fffa 0102030405 010203040506 012345678910 0147258369 ",
    " 0147852369 0147896325 0192837465 01telemike01 0987654321a 0987654321q 0o9i8u7y6t ",
    " 1020304050 102030405060 1029384756 1029384756q 1111111111zz 1111122222 11111aaaaa ",
    " 1112131415 111222333a 1122112211 1122334455 112233445566 1123581321 1133557799 1213141516 ",
    " 1223334444 123123123a 123123123q 123123qweqwe 123321qweewq 1234509876 1234554321 ",
    " 1234554321q 12345654321 123456654321 123456782000 1234567890 12345678900 ",
    " 12345678900987654321 1234567890a 1234567890m 1234567890q 1234567890qaz 1234567890qw ",
    " 1234567890qwe 1234567890s 1234567890w 1234567890z 1234567890zzz 1234567891 12345678910 ",
    " 123456789101 12345678912 123456789123 12345678987654321 1234567899 123456789987654321 ",
    " 123456789a 123456789aa 123456789abc 123456789as 123456789b 123456789c 123456789d ",
    " 123456789e 123456789f 123456789g 123456789i 123456789k 123456789l 123456789m 123456789n ",
    " 123456789o 123456789p 123456789q 123456789qaz 123456789qq 123456789qqq 123456789qw ",
    " 123456789qwe 123456789qwerty 123456789r 123456789s 123456789t 123456789v 123456789w ",
    " 123456789x 123456789y 123456789z 123456789zx 123456789zxc 12345678qwe 123456qwer ",
    " 123456qwert 123456qwerty 12345abcde 12345asdfg 12345qwert 12345qwerty 12345trewq ",
    " 12345zxcvb 1234qwerasdf 1234qwerty 1236547890 123hfjdk147 123qwe456rty 123qweasdzx ",
    " 123qweasdzxc 12qw34er56ty 1357908642 1357924680 1357997531 1472583690 1597532486 ",
    " 159753456852 17171717aa 1958proman 1986irachka 19952009sa 19mtpgam19 1a2a3a4a5a ",
    " 1a2b3c4d5e 1a2s3d4f5g 1a2s3d4f5g6h 1pass1page 1q2q3q4q5q 1q2w3e4r5t 1q2w3e4r5t6y ",
    " 1qa2ws3ed4rf 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 1qazxsw23edcvfr4 1qwertyuiop ",
    " 1z2x3c4v5b 23176djivanfros 26429vadim 31217221027711 3141592654 3216732167 32615948worms ",
    " 38gjgeuftd 3f3fpht7op 3rjs1la7qe 3syqo15hil 41d8cd98f00b 4294967296 42qwerty42 4815162342 ",
    " 4815162342a 4815162342lost 4904s677075 51051051051 541233432442 5432112345 5544332211 ",
    " 5hsu75kpot 5t4r3e2w1q 7418529630 742617000027 7777755102q 7894561230 7elephants ",
    " 7jokx7b9du 7ugd5hip2j 80070633pc 80637852730 80988218126 87e5nclizry 88002000600 ",
    " 89015173454 89172735872 89211375759 89231243658s 89600506779 89876065093rax 8phrowz622 ",
    " 8phrowz624 9293709b13 987654321a 987654321q 987654321z 989244342a 999111999q a123456789 ",
    " a1234567890 a1a2a3a4a5 a1b2c3d4e5 a1s2d3f4g5 a3eilm2s2y a987654321 abc123456789 ",
    " abcde12345 abracadabra abrakadabra access action adidas admin18533362 airborne ajcuivd289 ",
    " ajnjuhfabz alabama123 alaska aleksander aleksandra alessandro alexande alexander1 alexis ",
    " alphaomega america amsterdam1 an83546921an13 anastasija anastasiya andrewjackie andrey ",
    " angel angelochek angelofwar angels animal apokalipsis apollo apple apples applesauce ",
    " armageddon arsenal asdasd asdfasdf asdfg12345 asdfgh asdfghjk asdfghjkl asdfghjkl1 ",
    " asdfghjkl123 astalavista astonmartin astonvilla auckland2010 austin australia1 ",
    " avrillavigne azerty azertyuiop azsxdcfvgb azwebitalia babemagnet babygirl badass badboy ",
    " badger badnaamhere banana bandit barney baseball baseball12 batman beatles beautiful1 ",
    " beaver beavis berezuckiy bestfriend bigboy bigdog bigred birdie birthday10 birthday100 ",
    " birthday21 birthday299 birthday54 biteme blackberry blackmetal bladerunner blazer ",
    " blingbling blowme bluedevils bluedragon bollocks bondarenko booger boomer boston ",
    " boy4u2ownnyc brandy braveheart braves bronco broncos brooklyn brucewayne brutus bubba ",
    " bubbles buddha buddy budlight buffalo bulldog bulldogs businessbabe buster byajhvfnbrf ",
    " c43qpul5rz callofduty camaro cameron canada cannondale captain carolina cartman ",
    " casablanca casper cassie cegthgegth cegthgfhjkm celtic celtic1888 cfkfvfylhf champion ",
    " charlie charlie123 cheburashka cheerleaers cheese chelsea cherokee cherry chessmaster ",
    " chester chevy chicago chicken chicken123 chickenwing101 chocolate1 chrisbrown christian1 ",
    " christin christophe christopher1 clubpenguin cnjvfnjkju cocacola coffee combat123654 ",
    " comicbookdb compaq computador computadora computer contortionist cookie coorslight copper ",
    " corvette cougar counterstrike cowboy cowboys creative cricket ctdfcnjgjkm cvzefh1gkc ",
    " cxfcnkbdfz cxfcnmttcnm cyberonline cyecvevhbr cyjdsvujljv cytuehjxrf dakota dallas ",
    " darkknight darkness darthvader dashadasha dbrnjhjdbx dbrnjhjdyf dctvghbdtn deeppurple ",
    " deepthroat deerhunter deltaforce depechemode desperados destiny deutschland devildriver ",
    " devilmaycry devilmaycry4 dexter dfktynbyrf dhjnvytyjub diablo diamond diesel digger ",
    " digital digitalprodu disney dkflbdjcnjr dkflbvbhjdbx dkflbvbhjdyf doctor dodgeviper ",
    " doggie doggystyle dolphin dolphins domainlock2005 domino donkey dragon dragonball ",
    " dragonballz dragonfire dreams driver drowssap drummer eagle eagles eclipse efbcapa201 ",
    " einstein ejaculation ekaterina20 elephant elizabeth1 eminem enigma enter enterprise ",
    " evanescence evangelion explorer falcon fallenangel fantasy fartripper fcbarcelona fender ",
    " fenerbahce ferrari fgjrfkbgcbc fighting54 finalfantasy firefighter fireman firestarter ",
    " firstone123 fishing fkg7h4f3v6 fkmnthyfnbdf fktrcfylh fktrcfylh1 fktrcfylhf fktrcfylhjdbx ",
    " fktrcfylhjdyf flintstone florida flower fluffy flvbybcnhfnjh flyers football football12 ",
    " forest forever freddy frederiksberg freedom friday friendster froinlaven fynfyfyfhbde ",
    " galatasara galatasaray gandalf gangbanged garfield gateway gators gblfhfcbyf gemini ",
    " genesis genius gfhfcjkmrf gfhjkm gfhjkmgfhjkm ghbdtn ghbdtndctv ghbdtnghbdtn ghbdtngjrf ",
    " ghbdtnrfrltkf ghhh47hj764 ghhh47hj7649 ghjcnbnenrf ghjcnbvtyz ghjcnjgfhjkm ghjcnjghjcnj ",
    " ghjcnjnfr1 ghjcnjqgfhjkm ghjcnjrdfibyj ghjcnjrdfif ghjrehfnehf ghostrider giants ginger ",
    " girls gjikbdctyf gjkysqgbpltw gjytltkmybr godisgreat godzilla golden goldfinger golfer ",
    " goober good123654 goodfellas google gordolee85 grandorgue greedisgood groupd2013 ",
    " gthtcnhjqrf gthtrhtcnjr guinness guitar gunner gunslinger gxlmxbewym gy3yt2rgls hammer ",
    " hannah hardwareid harley harrypotter hawaii hd764nw5d7e1vb1 heaven hedimaptfcor hello ",
    " hellokitty hellothere helloworld hellraiser helpme highlander hitman hockey honda ",
    " hondacivic horney horses hotdog hotrod housewifes hshfd4n279 htubcnhfwbz hummer hunter ",
    " hypnodanny iaapptfcor iceman iddqdiddqd iddqdidkfa illuminati ilovegirls ilovejesus ",
    " ilovemusic ilovemylife ilovemyself iloveyou iloveyou123 infinity ingodwetrust insertions ",
    " installdevic installsqlst installutil intelinside interacial intercourse internet ",
    " ironmaiden ironman iseedeadpeople iwantu j3qq4h7h2v jackass jackdaniels jaguar ",
    " jamesbond007 jasmine jasper jediknight jester jesuschrist jesusislord jetbalance ",
    " jigei743ks jimandanne jlbyjxtcndj jordan juggernaut junior jupiter justforfun justice ",
    " justinbiebe justinbieber k123456789 kamehameha karina kawasaki kbnthfnehf kd189nlcih ",
    " kingfisher kitten kitty klapaucius klaster knickerless kobebryant konstantin kurtcobain ",
    " lacrosse ladyffesta lakers lamborghini lamborgini lasvegas leavemealone ledzeppelin ",
    " left4dead2 legend letmein letmeinnow lfplhfgthvf lhbjkjubz2957704 liberty lifehack ",
    " lifeisgood lightsaber limpbizkit liverpoo liverpool liverpool1 liverpoolfc livestrong ",
    " lizard lkjhgfdsaz lockerroom lololyo123 london losangeles lost4815162342 lotrfotr34 ",
    " loveforever loveislife lovely loveme lover lovers loveyou lp2568cskt lsia9dnb9y ",
    " lucifer666 lucky luckycharm luojianhua m6cjy69u35 madagaskar maddog madison maggie magic ",
    " magical123 magnum mailcreated5240 manchester mandragora mangust6403 mapet123456 ",
    " mapleleafs marina marine marines markhegarty marlboro marley maryjane massimiliano master ",
    " masterbaiting masterbate masterbating mastercard masterchief mastermind masturbation ",
    " matematica matematika matrix maurolarastefy maverick maximilian maximus maxwell mercedes ",
    " mercury merlin metallic metallica metallica1 mevefalkcakk mexico michigan mickey ",
    " mickeymouse microphone midnight millerlite millertime minecraft minecraft123 minhasenha ",
    " mnbvcxz monday money moneymaker monkey monster montana montecarlo montgom240 mostwanted ",
    " motdepasse mother motherlode mountain mozart muffin multiplelo multiplelog murcielago ",
    " mustang mypassword naruto nascar nastya1995 natasha naughtyboy nccpl25282 necromancer ",
    " needforspeed nemvxyheqdd5oqxyxyzi networkingpe neveragain neverwinter neworleans ",
    " newpassword newproject2004 newyork newzealand nhfdvfnjkju123 nightcrawler nikita ",
    " nikita1998 nikita2000 nintendo nintendo64 nirvana nissan nissan350z nokia6230i nopassword ",
    " nthvbyfnjh nuttertools oc247ngucz oksana olcrackmaster oldsmobile olegnaruto oliver ",
    " omgkremidia online ontherocks opensesame orange packers paintball1 pakistan pantera ",
    " panther panties paradise parolparol passion passmaster passport password password00 ",
    " password01 password10 password11 password12 password123 password1234 password13 ",
    " password21 password23 password69 password99 patches pathfinder peaches peanut penetrating ",
    " penetration penguin pepper peternorth phantom phoenix platinum player playstation ",
    " playstation2 playstation3 poiuytrewq pokemon pokemon123 police polniypizdec0211 ",
    " polniypizdec110211 polopolo09 poohbear pookie poopoo popcorn porsche porsche911 ",
    " postov1000 premiumcash prettygirl primetime21 prince princess prisonbreak private ",
    " psychnaut1 ptybnxtvgbjy puertorico pufunga7782 pumpkin punksnotdead purple q123456789 ",
    " q1234567890 q1q2q3q4q5 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 qawsedrftg ",
    " qawsedrftgyh qazwsx qazwsx1234 qazwsxedc qazwsxedc1 qazwsxedc12 qazwsxedc123 qazwsxedcrfv ",
    " qazwsxedcrfvtgb qazxsw qazxswedcvfr qpwoeiruty qq123456789 quant4307s quicksilver ",
    " quiksilver qwaszx qwe1234567 qweasd qweasdzxc qweasdzxc1 qweasdzxc123 qweqwe qwerasdfzxcv ",
    " qwert qwert12345 qwert54321 qwertasdfg qwerttrewq qwerty qwerty1234 qwerty12345 ",
    " qwerty123456 qwerty123456789 qwerty2010 qwertyasdfgh qwertyu qwertyui qwertyuiop ",
    " qwertyuiop1 qwertyuiop123 qwertyytrewq r3vi3wpass rabbit racing raider raiders rainbow ",
    " rammstein1 ranger rangers rascal realmadrid reanimator reddog redrum redskins redsox ",
    " redwings residentevil respublika rfhfrfnbwf rfhfvtkmrf rfkmrekznjh rfnfcnhjaf rfnfgekmnf ",
    " rhbcnbyjxrf riverplate rjhjkmbien rjirfrgbde rjycnbnewbz rjycnfynby rkfdbfnehf roadrunner ",
    " rocket roflcopter ronaldinho rosebud runescape1 runner ruslan russia s123456789 ",
    " s456123789 sailormoon salamander salamandra samantha samson samsung samsung123 sanandreas ",
    " sandman sanfrancisco sasha12345 saturn saun24865709 scarface scooby scooter scorpio ",
    " scorpion scotland scotty scoubidou2 scoubidou6 sebastian1 secret security selfok2013 ",
    " semperfi serendipity sergey sersolution sevastopol shadow shadow1212 shamanking shelby ",
    " shevchenko shorty sidewinder sierra silenthill silver simple simpleplan simpsons ",
    " skateboard skippy skorpion39 slayer slipknot slipknot666 smallville smokey snickers ",
    " sniper snoopy snowball snusmumrik soccer softball sojdlg123aljg solidsnake sonyericsson ",
    " sophie soso123aljg spam967888 spanky sparky spartan117 speedy spider spiderman1 spirit ",
    " spitfire spooky stalingrad stalker stalker123 stargate startrek starwars steelers ",
    " stomatolog stratocaster strawberry streetball studioworks studmuffin stupid success ",
    " summer summertime sundaypunch sunshine super superduper superman superman123 supermanboy ",
    " superpuper supersonic surfer suzuki svetlana sweetdream sydney syncmaster t34vfrc1991 ",
    " tadmichaels tamwsn3sja telecaster temppassword tennis terminator tester testing ",
    " testing123 theman therock thumper thunder thunderbird ticketmaster tiger tigers ",
    " tigerwoods tigger timberland timberwolf tinker tinkerbell tokiohotel tombraider tomcat ",
    " topgun toyota translator trinity trouble trustnoone turtle ufhhbgjnnth ujkjdjkjvrf ",
    " uncencored undertaker unforgiven vampire vanyarespekt venom121293 verygoodbot vfhbyf ",
    " vfhufhbnrf vfhvtkflrf vflfufcrfh vfntvfnbrf vfvfgfgf123 vfvfvskfhfve vfylfhbyrf viking ",
    " vikings viper virtuagirl vladimir vladislava volkswagen voodoo voyager vqsablpzla ",
    " vsjasnel12 vyjujnjxbt w2dlww3v5p wachtwoord walkman555 warrior watermelon webhompass ",
    " websolutions weihnachte welcome welcome123 wenef45313 westside whatever whatthehell ",
    " whitepower whosyourdaddy wildcats willow winner winnipeg261 winston winter wishmaster ",
    " wizard xavier xpressmusic yamaha yankee yankees yanshi1982 ybrjkftdbx yellow yfcnzyfcnz ",
    " yfnfitymrf yjdsqgfhjkm z123456789 z1x2c3v4b5 zaq1xsw2cde3 zaratustra zcxfcnkbdf ",
    " zqjphsyf6ctifgu zx123456789 zxcasdqwe123 zxcvb12345 zxcvbn zxcvbnm zxcvbnm123 ",
};

enum { WORD_MOST = 32 };

static bool
is_listed(const char *word, size_t length)
{
    char wanted[WORD_MOST + 3];
    if (!length || length > WORD_MOST)
        return false;
    wanted[0] = ' ';
    memcpy(wanted + 1, word, length);
    memcpy(wanted + 1 + length, " ", 2);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (strstr(lines[i], wanted))
            return true;
    return false;
}

/* abcabcabc, 1111111111: one piece of up to four characters again and again. */
static bool
is_repetition(const char *text, size_t length)
{
    for (size_t piece = 1; piece <= 4; piece++) {
        size_t i = piece;
        while (i < length && text[i] == text[i - piece])
            i++;
        if (i == length)
            return true;
    }
    return false;
}

/* abcdefghij, 9876543210: every character is the one beside the one before. */
static bool
is_sequence(const char *text, size_t length)
{
    for (int step = -1; step <= 1; step += 2) {
        size_t i = 1;
        while (i < length && text[i] == text[i - 1] + step)
            i++;
        if (i == length)
            return true;
    }
    return false;
}

bool
common_password_is(struct arena *arena, const char *password)
{
    size_t length = strlen(password);
    char *lower = arena_strndup(arena, password, length);
    for (char *c = lower; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    if (is_repetition(lower, length) || is_sequence(lower, length) || is_listed(lower, length))
        return true;
    size_t end = length, start = 0;
    while (end && !isalpha((unsigned char)lower[end - 1]))
        end--;
    while (start < end && !isalpha((unsigned char)lower[start]))
        start++;
    return is_listed(lower + start, end - start);
}
