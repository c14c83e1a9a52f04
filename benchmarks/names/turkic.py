"""Which Latin tokens count as Turkic and Muslim names: a stated rule, and the same for every task.

A folded token counts where it is
- one of the whole names below (common Muslim and Turkic ones, in the spellings that the sources use),
- or has at least five letters and begins or ends with an element that such names are built of (abd-, gul-, nur-;
  -bek, -zhan, -khan, -ullah), the elements chosen so that hardly a name of another origin has them,
- or is a person's token of the Kazakh list whose Kazakh form has a letter that Russian lacks.

The rule looks at the spelling alone: it is a way to choose queries, not a statement about anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from names.splits import folded, kazakh_rows

_WHOLE = frozenset(
    """
    aziz aziza azizi ahmad ahmed ahmet akhmet akhmat amina aminah aisha ayesha aysha anwar anvar asif asghar
    ayub ayyub bakr bakir bashir bilal burhan daud dawud dawood emin enver fahd faisal farid farida faruk farouk
    fatih fatima fatma fatimah ghani gani habib habiba hadi hafiz hakim halil hamid hamida hamza hanifa hasan hasan
    hassan haydar hussein husayn hussain husain huseyin hosseini ibrahim ibragim idris ilham ilyas imam imran isa
    iskandar iskander ismail ismael jalil jamal jamila javid jawad kadir kamal kamil karim karima kasim qasim khadija
    khalid khalil lutfi mahdi mahmud mahmoud mahmut majid malik mansur mansour maryam masud medina mehmed mehmet
    memet mirza muhammad mohammad mohammed mohamed muhammed mahomet muhammet muhtar mukhtar murad murat musa mustafa
    moustafa mubarak nasir nasser nasr nazar nadir naim najib nizam omar omer osman othman uthman qadir qahhar qurban
    kurban rabia rabiya rebiya rahim rahman rahmat rahmon ramadan ramazan rashid rasul rauf reza riza rustam rustem
    ruslan sabir sadiq sadik safar said sayyid sayid salam saleh salih salim salima salman samad samir sattar sharif
    sherif shamil suleiman suleyman sulaiman süleyman sultan sultana taha tahir talib tariq tarik timur temur tursun
    turgun umar umer usman vali wali yahya yakub yaqub yunus younis yusuf yusup youssef yosef zahir zaki zakir zaynab
    zeynep zulfiya zuhra zohra akbar akram alim alisher altan arslan aslan askar asqar aybek ayhan aygul aigul ainur
    aynur baki barat batur bahadur baurzhan bayan bekzat beybit bolat bulat chingiz daniyar dilnur dilshat dolkun
    dauren erbol erdogan erdoğan ergin erkin ermek eren erlan erman gulnar gulnara guzel hojamberdi jelil kairat kayrat
    kanat kasym kenan kerim kudaibergen kuat marat merdan merve nurlan nursultan nazarbayev oguz orhan orkhan
    osmon ozgur parhat perhat qeyser rakhat reyhan sabit sayat selim semet serik serikbol tashmemet tohti togrul tokay
    toktar tolegen turan turdi turgay uraz yalkun yerlan yerzhan yildiz yilmaz yilmaz zhaksylyk zhanar zholdas zordun
    abbas abbasi abbass abidin adil afshar agha aizaz akhmadieva akhmadulina akkari alim alimi alijev aliyev aliev
    altay altintop arman ashraf asif asly atalay ataturk ayaz aybike babur bahar bahmanov bahram bakhsh bakhtiyar bakri
    bamir basharat bashiri bashkirov behzad beka bibi bilge buyuk buzurg dalilah damir daniyar daria demir demirel
    dilara dinara doğan dogan dostum emre enes ersin esad eskandari estemirova fadhel fadhilah fahad fairuz fairuza
    fakhri farhad farhod farrukh fawzi fazil ferhat fevzi fikret fuad furkan gadzhev galimov ghazi ghobadi ghulam
    gurbangul haci hadji hajji hakan hamam hamina haris hasani hashim hassnain hatefi hicham hikmet hosni husak husam
    hussen idrizaj ilahi ilgar ilkham imanaliyev inanc iraj isayeva ishaq issa jabari jabir jaber jahan jahanbakhsh
    jahandar kaabi kabir kalbi karabey karagoz karat karayilan karimi karimov kariuki kasimdzhanov kazakova kazim kemal
    khagush khairul khaled khalifa khamenei khanzada khatami khayyam khurshid khoja kurd kurmanbek lale latif leyla
    lutfi madina magomed mahbub mamadie mamet mamedov mamoun maskhadov marzieh masood masoud mekhimar mesut metin
    mikayil mirjalol mirziyoyev mosharraf muhsin mullajanov munir muslim mustafin mutlu nabi nabil naci nafisa najafi
    najm naji nargiz nasim nasriddin navoi nazarov nazrul nazim nazyr nemati nihat niyazi nizami nurul oguzhan onur
    otar otkur ozan ozgurgun panahi pasha payami qahhor qahtani qasem qutaybah qutuz rafik rahimi rahimov rakhmonov
    ramdan ramdhan rami ramil ramiz ramzan ramzi ramzy rasim rasulov rauf ravshan razi rinat riyad rizki rizky rifat
    rostami rudaki rzayev saad saadi sabri saeed safet safaryan saidiyeva sakhi salah salam salem sami samin sardar
    sareh seda sedat selcuk selim semih serhat serkan seyfi seyit shaban shabir shahin shahrukh shamil shamsid shavkat
    shaybani shirin shukri sitora sohail sohrab sukru suhail suna sunay tabriz tahsin tair taleb taleh taleb tamerlan
    tamir taner taraki tarkan tarmashirin tarzi tayyip tekin telman tojiyev tokay tokhtamysh tolga toqtaqiya toqtamish
    tughluq tuncay ulug ulugbek umit unal uzeyir vahid vakhit vali vildan vokhid volkan walid yaghmur yashar yasin
    yasmin yassin yassine yazdi yeşim yesim yigit yoʻldosheva yoldosheva yucel yuldash yuldashev zahi zahid zahiri
    zahreddine zain zakaria zaman zamira zaur zayd zeki zeyd zeynalov zhakypov zharka zia ziya ziyad ziyech zubayr
    """.split()
)
_BEGINNINGS = tuple(
    """
    abde abdi abdo abdr abdu abul aybek bekz beibi beybi dosz erzh gulbah gulj gulm guln gulsh gulz hoja khoja jumab
    kudai qudai khuda makhmu mahmu mambet mamat muham mukham mohamm moham mustaf mirza myrza nasre nasri nurb nurg nurj
    nurk nurl nurm nurs nurt nurz nusip orazb qurban gurban rahma rakhm rakhim saifu sayfu sadri seyit shamsu sheikh
    shaikh suleim suleym temirb toktar tursu yerzh yerb yerk yesen zhanb zhum zulf zelimkh fakhru burhan alaudd
    """.split()
)
_ENDINGS = tuple(
    """
    abad allah ullah ulla uddin eddin iddin addin eddine qizi kyzy kizi oglu oglou oghli ogly buly kuly muly nuly ruly
    suly tuly bayev bayeva baev baeva bekov bekova begov berdi berdiev bergen bek gul mjan zhan nzhan djan mjon khan
    khanov khanova xon murad murat muradov muratov mammadov qul quli guli ghali galiev galiyev temirov rahman rahmani
    rahmanov rahmon rakhmanov rahim bakhyt bakyt niyaz niyazov nazarov mirzaev mirzayev hmetov hmedov babaev babayev
    sultan turdi verdi yarov zada zade zadeh islam islami alinur ulfiya shah
    """.split()
)
# Names of other origins that the rule, or the Kazakh list (which has Solomon as Сүлеймен), would let in.
_NOT = frozenset("strakhan astrakhan paroubek zhan dzhan damjan edixon hixon gilman solomon adi".split())
_LEAST = 5
_KAZAKH_LETTERS = frozenset("әғқңөұүһӘҒҚҢӨҰҮҺ")


def is_turkic_or_muslim(latin: str) -> bool:
    token = folded(latin)
    if token in _WHOLE:
        return True
    if len(token) < _LEAST or token in _NOT:
        return False
    return token.startswith(_BEGINNINGS) or token.endswith(_ENDINGS)


def kazakh_tokens(folder: Path) -> frozenset[str]:
    """Folded Latin tokens of the Kazakh list's people whose Kazakh form has a letter that Russian lacks."""
    people = (row for row in kazakh_rows(folder) if row["type"] in ("ant", "cog"))
    return frozenset(folded(row["latin"]) for row in people if _KAZAKH_LETTERS & set(row["kazakh"]))


def turkic_tokens(folder: Path, tokens: Iterable[str]) -> set[str]:
    """Those of the Latin tokens that count, folded."""
    kazakh = kazakh_tokens(folder) - _NOT
    return {token for token in map(folded, tokens) if is_turkic_or_muslim(token) or token in kazakh}
