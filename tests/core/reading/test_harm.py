"""What was done to people and what is said of them, in the usual words of agencies, bodies, witnesses and kin.

Each row: what act or status, told in which sentences, and whom it happened to or holds for. Everybody is invented.
"""

from __future__ import annotations

import pytest

TOLD = [
    (
        "killing",
        "Soldiers opened fire on the crowd, killing at least twelve people.",
        "at least twelve people",
    ),
    ("killing", "Two protesters were shot and killed in Lomé on Friday.", "Two protesters"),
    (
        "killing",
        "Karim Bayev was arrested in May. He was gunned down outside his home in 2017.",
        "Karim Bayev",
    ),
    ("killing", "Their bodies were found in a ditch with gunshot wounds.", "their"),
    (
        "killing",
        "Karim Bayev was arrested in May. His body was found two days later near the river.",
        "Karim Bayev",
    ),
    ("killing", "The bodies of the three brothers were recovered from a mass grave.", "the three brothers"),
    ("killing", "Three villagers lost their lives in the air strike.", "Three villagers"),
    ("killing", "My father was stoned to death by the mob.", "My father"),
    ("killing", "The drone strike left nine civilians dead.", "nine civilians"),
    (
        "killing",
        "Ana Ruiz was arrested in May. Her son died from gunshot wounds on the way to the hospital.",
        "Ana Ruiz’s son",
    ),
    ("killing", "They slit his throat in front of his children.", "his"),
    ("killing", "Karim Bayev was arrested in May. He was beaten to death by police officers.", "Karim Bayev"),
    ("killing", "The death penalty was carried out against Omar Said on 3 May.", "Omar Said"),
    ("killing", "A dozen people were burned alive in the church.", "A dozen people"),
    ("killing", "Five miners were hacked to death with machetes.", "Five miners"),
    (
        "killing",
        "Ana Ruiz was arrested in May. She was one of nine people who died in the attack.",
        "nine people",
    ),
    ("killing", "Omar was executed by firing squad in 2015.", "Omar"),
    ("killing", "They killed my two sons and threw them in the well.", "my two sons"),
    ("killing", "Among the dead was a teacher, Pedro Tzul.", "Pedro Tzul"),
    ("killing", "Shelling killed four people and injured ten others.", "four people"),
    ("killing", "Karim Bayev was arrested in May. He was stabbed to death by fellow inmates.", "Karim Bayev"),
    ("death in custody", "Karim Bayev died in a pre-trial detention centre on 4 June.", "Karim Bayev"),
    ("death in custody", "Karim Bayev died three days after his arrest.", "Karim Bayev"),
    ("death in custody", "The family learned that he had died in prison.", "he"),
    (
        "death in custody",
        "Karim Bayev was arrested in May. His death in prison was announced in May.",
        "Karim Bayev",
    ),
    (
        "death in custody",
        "At least 36 of the detainees died of thirst inside the container.",
        "At least 36 of the detainees",
    ),
    ("death in custody", "Prison officials said he hanged himself in his cell.", "he"),
    ("death in custody", "Karim Bayev was found dead in his cell.", "Karim Bayev"),
    ("death in custody", "Omar died in hospital after being transferred from prison.", "Omar"),
    ("death in custody", "Prison staff returned his body to the family in May.", "his"),
    ("death in custody", "Omar Said succumbed to his injuries while in custody.", "Omar Said"),
    ("torture and ill-treatment", "They gave him electric shocks for three hours.", "him"),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was given electric shocks by officers.",
        "Karim Bayev",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was forced to stand in a stress position for hours.",
        "Karim Bayev",
    ),
    ("torture and ill-treatment", "Guards poured cold water on the detainees.", "the detainees"),
    ("torture and ill-treatment", "They pulled out his fingernails.", "his"),
    ("torture and ill-treatment", "They put a plastic bag over my head.", "my"),
    ("torture and ill-treatment", "They did not let me sleep for four nights.", "me"),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was not allowed to sleep.",
        "Karim Bayev",
    ),
    ("torture and ill-treatment", "The men, beaten and blindfolded, were put in a truck.", "The men"),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was subjected to beatings and electric shocks.",
        "Karim Bayev",
    ),
    ("torture and ill-treatment", "They beat me up and broke two of my ribs.", "me"),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. His ribs were broken during interrogation.",
        "Karim Bayev",
    ),
    (
        "torture and ill-treatment",
        "Ana Ruiz was arrested in May. She was dragged by the hair to a car.",
        "Ana Ruiz",
    ),
    ("torture and ill-treatment", "Officers set a dog on the prisoners.", "the prisoners"),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was burnt with cigarettes.",
        "Karim Bayev",
    ),
    ("torture and ill-treatment", "They injected him with unknown drugs.", "him"),
    ("torture and ill-treatment", "Police fired tear gas at the mourners.", "the mourners"),
    ("torture and ill-treatment", "Guards used batons against the women.", "the women"),
    ("torture and ill-treatment", "Inmates were crammed forty to a cell.", "Inmates"),
    ("torture and ill-treatment", "Detainees were denied food for three days.", "Detainees"),
    ("torture and ill-treatment", "They hung him upside down from a pipe.", "him"),
    ("torture and ill-treatment", "Karim Bayev was arrested in May. He received 74 lashes.", "Karim Bayev"),
    (
        "torture and ill-treatment",
        "Ana Ruiz was arrested in May. Her arm was broken when officers twisted it.",
        "Ana Ruiz",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was left in the sun for hours without water.",
        "Karim Bayev",
    ),
    ("torture and ill-treatment", "I was struck with rifle butts.", "i"),
    ("sexual violence", "Ana Ruiz was arrested in May. She was raped by two guards.", "Ana Ruiz"),
    ("sexual violence", "They forced themselves on me.", "me"),
    ("sexual violence", "Karim Bayev was arrested in May. He was threatened with rape.", "Karim Bayev"),
    ("sexual violence", "The women were sexually abused.", "The women"),
    ("sexual violence", "Ana Ruiz was arrested in May. She was kept as a sex slave for a year.", "Ana Ruiz"),
    (
        "forced labour",
        "Karim Bayev was arrested in May. He was sent to work in a textile factory against his will.",
        "Karim Bayev",
    ),
    ("forced labour", "The prisoners have to work twelve hours a day without pay.", "The prisoners"),
    ("forced labour", "Detainees were put to work in brick kilns.", "Detainees"),
    ("forced labour", "They worked us from dawn until night.", "us"),
    ("forced labour", "Villagers were used as porters by the army.", "Villagers"),
    ("forced labour", "Inmates sew uniforms for the police.", "Inmates"),
    (
        "forced labour",
        "Karim Bayev was arrested in May. He was transferred to a factory under a labour transfer scheme.",
        "Karim Bayev",
    ),
    (
        "forced labour",
        "Ana Ruiz was arrested in May. Her passport was taken and she was not paid for nine months.",
        "Ana Ruiz",
    ),
    (
        "forced labour",
        "Karim Bayev was arrested in May. He performs hard labour in a stone quarry.",
        "Karim Bayev",
    ),
    ("forced labour", "Students are mobilised every autumn to pick cotton.", "Students"),
    ("forced breach of religion", "They were not allowed to pray or fast.", "they"),
    (
        "forced breach of religion",
        "Karim Bayev was arrested in May. He was punished for praying.",
        "Karim Bayev",
    ),
    ("forced breach of religion", "Guards shaved off his beard.", "his"),
    ("forced breach of religion", "The men had to shave their beards.", "The men"),
    ("forced breach of religion", "They tore off her headscarf.", "her"),
    ("forced breach of religion", "The monks were forced to denounce the Dalai Lama.", "The monks"),
    ("forced breach of religion", "They burned our Bibles.", "our"),
    ("forced breach of religion", "The detainees were fed pork.", "The detainees"),
    ("indoctrination", "Detainees had to memorise the speeches of the president.", "Detainees"),
    ("indoctrination", "They have to attend political education classes.", "they"),
    ("indoctrination", "The children are taught to love the Party.", "The children"),
    ("indoctrination", "We were taught Mandarin and Party slogans.", "we"),
    ("indoctrination", "Karim Bayev was arrested in May. He was sent for re-education.", "Karim Bayev"),
    ("coercion", "Karim Bayev was arrested in May. He was made to sign a confession.", "Karim Bayev"),
    ("coercion", "Ana Ruiz was arrested in May. She had to put her thumbprint on a paper.", "Ana Ruiz"),
    ("coercion", "Karim Bayev was arrested in May. He signed a confession under torture.", "Karim Bayev"),
    ("coercion", "Investigators extracted a confession from him.", "him"),
    (
        "coercion",
        "Karim Bayev was arrested in May. His confession was obtained under torture.",
        "Karim Bayev",
    ),
    ("coercion", "Police warned the family not to speak to journalists.", "the family"),
    (
        "coercion",
        "Karim Bayev was arrested in May. He was paraded before cameras and confessed on television.",
        "Karim Bayev",
    ),
    ("coercion", "Villagers were ordered to hand over their phones.", "Villagers"),
    ("coercion", "Karim Bayev was arrested in May. He was forced to record a video.", "Karim Bayev"),
    ("coercion", "They threatened to kill me.", "me"),
    ("coercion", "Ana Ruiz was arrested in May. She received death threats.", "Ana Ruiz"),
    ("coercion", "Karim Bayev was arrested in May. He was pressed to become an informer.", "Karim Bayev"),
    (
        "separation of family",
        "Karim Bayev was arrested in May. He has not been allowed to see his family.",
        "Karim Bayev",
    ),
    (
        "separation of family",
        "Karim Bayev was arrested in May. He has not been allowed visits.",
        "Karim Bayev",
    ),
    (
        "separation of family",
        "Ana Ruiz was arrested in May. Her children were taken away from her.",
        "Ana Ruiz’s children",
    ),
    ("separation of family", "The children were sent to a state orphanage.", "The children"),
    ("separation of family", "My baby was taken from me.", "My baby"),
    (
        "separation of family",
        "Karim Bayev was arrested in May. He is barred from contacting his wife.",
        "Karim Bayev",
    ),
    (
        "separation of family",
        "Ana Ruiz was arrested in May. Her three children are now in a state boarding school.",
        "Ana Ruiz’s children",
    ),
    ("denial of medical care", "No doctor has examined him.", "him"),
    (
        "denial of medical care",
        "Karim Bayev was arrested in May. He has not received any medical treatment.",
        "Karim Bayev",
    ),
    ("denial of medical care", "Ana Ruiz was arrested in May. She has no access to medication.", "Ana Ruiz"),
    (
        "denial of medical care",
        "Karim Bayev was arrested in May. His requests to see a doctor were ignored.",
        "Karim Bayev",
    ),
    (
        "denial of medical care",
        "Karim Bayev was arrested in May. He was left without insulin.",
        "Karim Bayev",
    ),
    (
        "denial of medical care",
        "Karim Bayev was arrested in May. He is being held without access to medical care.",
        "Karim Bayev",
    ),
    ("denial of medical care", "The prison refused to let him see a doctor.", "him"),
    (
        "denial of medical care",
        "Ana Ruiz was arrested in May. She never saw a doctor in all those months.",
        "Ana Ruiz",
    ),
    ("denial of medical care", "Authorities have denied her requests for surgery.", "her"),
    (
        "forced contraception or sterilisation",
        "The women were fitted with IUDs against their will.",
        "The women",
    ),
    (
        "forced contraception or sterilisation",
        "Ana Ruiz was arrested in May. She was sterilised without her consent.",
        "Ana Ruiz",
    ),
    (
        "forced contraception or sterilisation",
        "Women were given injections that stopped their periods.",
        "Women",
    ),
    ("forced contraception or sterilisation", "They made her have an abortion.", "her"),
    (
        "forced contraception or sterilisation",
        "Ana Ruiz was arrested in May. She was given pills and her period stopped.",
        "Ana Ruiz",
    ),
    (
        "reprisal against relatives",
        "Ana Ruiz was arrested in May. Her brother was detained because of her activism.",
        "Ana Ruiz’s brother",
    ),
    ("reprisal against relatives", "Police questioned her parents about her work abroad.", "her parents"),
    (
        "reprisal against relatives",
        "Karim Bayev was arrested in May. His daughter was expelled from university because of him.",
        "Karim Bayev’s daughter",
    ),
    ("reprisal against relatives", "My mother was fired because of me.", "My mother"),
    (
        "reprisal against relatives",
        "Karim Bayev was arrested in May. His relatives back home have been harassed.",
        "Karim Bayev’s relatives",
    ),
    (
        "notification",
        "Karim Bayev was arrested in May. His family was not informed of his transfer.",
        "Karim Bayev’s family",
    ),
    ("notification", "Ana Ruiz was arrested in May. She was given no explanation.", "Ana Ruiz"),
    (
        "notification",
        "Karim Bayev was arrested in May. His lawyer was not notified of the hearing.",
        "His lawyer",
    ),
    ("notification", "The authorities informed the family of his death.", "the family of his death"),
    ("notification", "They never told his mother that he had been moved.", "his mother"),
    ("denial", "The ministry denied that anyone had been tortured.", "that anyone had been tortured"),
    ("denial", "The government says the men are not in custody.", "the men"),
    ("denial", "Karim Bayev was arrested in May. He pleaded not guilty.", "Karim Bayev"),
    ("denial", "The embassy dismissed the report as fabricated.", "the report"),
    ("denial", "The army rejected the allegations.", "the allegations"),
    ("denial", "Both defendants denied the charges.", "the charges"),
    ("denial", "At the police station they told her that nobody by that name was there.", "nobody"),
    ("assessment", "The UN Working Group found his detention arbitrary.", "his detention"),
    ("assessment", "Experts say the trial was a sham.", "the trial"),
    ("assessment", "The court ruled that the arrest was unlawful.", "the arrest"),
    ("assessment", "The doctor found that the scars were consistent with torture.", "the scars"),
    ("policy", "The authorities have banned the Uyghur language in schools.", "the Uyghur language"),
    ("policy", "A new law bars women from working for NGOs.", "women"),
    ("policy", "The government imposed a curfew on the district.", ""),
    ("intervention", "The Special Rapporteur has asked the government to open an inquiry.", ""),
    ("intervention", "The ICRC visited the prison in March.", ""),
    ("intervention", "Amnesty International has urged the authorities to free her.", ""),
    ("intervention", "The embassy raised her case with the foreign ministry.", ""),
    ("residence", "Ana Ruiz was arrested in May. She now lives in Berlin.", "Ana Ruiz"),
    (
        "residence",
        "Karim Bayev was arrested in May. He had been living in Istanbul since 2015.",
        "Karim Bayev",
    ),
    ("residence", "Karim Bayev, from Osh, was arrested in May.", "Karim Bayev"),
    ("residence", "Karim Bayev, who lives in exile in Germany, spoke to us.", "Karim Bayev"),
    ("residence", "Karim Bayev is staying with relatives in Goma.", "Karim Bayev"),
    ("residence", "The couple live in a camp outside Tripoli.", "The couple"),
    ("residence", "Karim Bayev of Gaza City was shot.", "Karim Bayev"),
    ("residence", "Ana Ruiz was arrested in May. She has settled in Canada.", "Ana Ruiz"),
    ("health", "Karim Bayev was arrested in May. He suffers from a heart condition.", "Karim Bayev"),
    ("health", "Karim Bayev is seriously ill.", "Karim Bayev"),
    ("health", "Ana Ruiz was arrested in May. She has lost 20 kilograms.", "Ana Ruiz"),
    ("health", "Karim Bayev was arrested in May. His health has deteriorated sharply.", "Karim Bayev"),
    ("health", "Karim Bayev was arrested in May. He is in good health.", "Karim Bayev"),
    ("health", "Karim Bayev was arrested in May. He can barely walk.", "Karim Bayev"),
    ("health", "Ana Ruiz was arrested in May. She needs insulin twice a day.", "Ana Ruiz"),
    ("health", "Karim Bayev was arrested in May. He contracted tuberculosis in prison.", "Karim Bayev"),
    ("health", "Karim Bayev was arrested in May. He went blind in one eye.", "Karim Bayev"),
    ("health", "Ana Ruiz was arrested in May. She has a tumour in her breast.", "Ana Ruiz"),
    ("health", "Karim Bayev, who is diabetic, was denied insulin.", "Karim Bayev"),
    ("health", "Ana Ruiz was arrested in May. She lost her baby in prison.", "Ana Ruiz"),
    ("health", "Karim Bayev was arrested in May. He has been in a coma since Monday.", "Karim Bayev"),
    ("ethnicity", "The Rohingya teacher Karim Bayev was shot.", "Karim Bayev"),
    ("ethnicity", "Karim Bayev is of Uyghur origin.", "Karim Bayev"),
    ("nationality", "Karim Bayev, a Nigerian, was jailed.", "Karim Bayev"),
    ("nationality", "The Sudanese refugee Karim Bayev was deported.", "Karim Bayev"),
    ("citizenship", "Karim Bayev, who holds dual British-Iranian citizenship, was jailed.", "Karim Bayev"),
    ("citizenship", "Karim Bayev, a citizen of Nicaragua, was jailed.", "Karim Bayev"),
    ("religion", "Karim Bayev, a Christian convert, was flogged.", "Karim Bayev"),
    ("religion", "The couple belong to the Bahá'í faith.", "The couple"),
    ("religion", "The Ahmadi teacher Karim Bayev was shot.", "Karim Bayev"),
    ("killing", "Government troops massacred villagers in Kani township in March.", "villagers"),
    (
        "killing",
        "Nine people, including three children, were killed when a mortar hit the market.",
        "Nine people",
    ),
    ("killing", "The bullet struck Amina Diallo in the chest and she died instantly.", "Amina Diallo"),
    (
        "killing",
        "Karim Bayev was arrested in May. He was last seen alive at a checkpoint; his charred remains turned up a week later.",
        "Karim Bayev",
    ),
    ("killing", "The regime has put to death at least 400 people this year.", "at least 400 people"),
    ("killing", "The two men were put to death on 4 June.", "The two men"),
    ("killing", "Four farmers were killed and seven wounded.", "Four farmers"),
    ("killing", "Security forces took the lives of 43 demonstrators.", "43 demonstrators"),
    (
        "killing",
        "Ana Ruiz was arrested in May. Her grandfather was burnt to death inside his house.",
        "Ana Ruiz’s grandfather",
    ),
    ("killing", "Jan Dvorak's execution was carried out at dawn.", "Jan Dvorak"),
    ("killing", "Jan Dvorak was hanged in Karaj prison on Monday.", "Jan Dvorak"),
    ("killing", "The victims, all of them herders, had been shot at close range.", "The victims"),
    ("death in custody", "Jan Dvorak, who had been held since May, has died.", "Jan Dvorak"),
    (
        "death in custody",
        "Prison authorities told the family that Jan Dvorak had died of a stroke.",
        "Jan Dvorak",
    ),
    ("death in custody", "Jan Dvorak lost his life in custody.", "Jan Dvorak"),
    ("death in custody", "Two more prisoners have died in Tora this month.", "Two more prisoners"),
    ("death in custody", "Jan Dvorak died on 3 May in the colony's hospital.", "Jan Dvorak"),
    (
        "death in custody",
        "Karim Bayev was arrested in May. His lifeless body was handed over to the family a month after his arrest.",
        "Karim Bayev",
    ),
    ("death in custody", "Jan Dvorak passed away in Osh Prison.", "Jan Dvorak"),
    (
        "torture and ill-treatment",
        "Jan Dvorak says he was repeatedly beaten and given electric shocks.",
        "Jan Dvorak",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. Interrogators kept him awake for five days.",
        "Karim Bayev",
    ),
    (
        "torture and ill-treatment",
        "Ana Ruiz was arrested in May. Agents punched and kicked her in the stomach.",
        "Ana Ruiz",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was hooded and chained to a radiator.",
        "Karim Bayev",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. The guards stripped us naked and made us stand in the snow.",
        "us",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. They submerged his head in a bucket of water.",
        "Karim Bayev",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. Officers used a Taser on him.",
        "Karim Bayev",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was made to squat for hours.",
        "Karim Bayev",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. They trampled on my hands with their boots.",
        "my",
    ),
    (
        "torture and ill-treatment",
        "Karim Bayev was arrested in May. He was tortured into confessing.",
        "Karim Bayev",
    ),
    (
        "torture and ill-treatment",
        "Jan Dvorak suffered severe torture at the hands of intelligence agents.",
        "Jan Dvorak",
    ),
    ("sexual violence", "Ana Ruiz was arrested in May. Two officers raped her in turn.", "Ana Ruiz"),
    ("sexual violence", "Karim Bayev was arrested in May. He was sodomised with a baton.", "Karim Bayev"),
    (
        "sexual violence",
        "Ana Ruiz was arrested in May. A guard forced her to undress and touched her.",
        "Ana Ruiz",
    ),
    ("sexual violence", "Several of the women said they had been assaulted sexually.", "the women"),
    (
        "sexual violence",
        "Ana Ruiz was arrested in May. She became pregnant after being raped by a fighter.",
        "Ana Ruiz",
    ),
    ("forced labour", "My brother is forced to work in a tungsten mine.", "My brother"),
    ("forced labour", "The children carried ammunition for the fighters.", "The children"),
    ("forced labour", "Prisoners at the colony sew police uniforms 16 hours a day.", "Prisoners"),
    ("forced breach of religion", "Soldiers forced the imam to shave his beard.", "the imam"),
    (
        "forced breach of religion",
        "Ana Ruiz was arrested in May. She was ordered to take off her hijab.",
        "Ana Ruiz",
    ),
    ("indoctrination", "Nuns were made to attend re-education sessions.", "Nuns"),
    ("indoctrination", "Every morning detainees had to praise the president.", "detainees"),
    (
        "indoctrination",
        "Ana Ruiz was arrested in May. She spent eleven months in political re-education.",
        "Ana Ruiz",
    ),
    (
        "coercion",
        "Ana Ruiz was arrested in May. Investigators made her write a statement against her husband.",
        "Ana Ruiz",
    ),
    (
        "coercion",
        "Karim Bayev was arrested in May. He was blackmailed with photographs of his wife.",
        "Karim Bayev",
    ),
    (
        "coercion",
        "Karim Bayev was arrested in May. They told him he would never see his daughter again unless he signed.",
        "Karim Bayev",
    ),
    (
        "coercion",
        "Karim Bayev was arrested in May. He confessed on state television after ten days incommunicado.",
        "Karim Bayev",
    ),
    ("coercion", "Village chiefs were pressured to hand over young men.", "Village chiefs"),
    ("coercion", "Ana Ruiz was arrested in May. She was compelled to spy on her neighbours.", "Ana Ruiz"),
    ("coercion", "Karim Bayev was arrested in May. His signature was obtained by force.", "Karim Bayev"),
    ("separation of family", "I have not seen my children for six years.", "i"),
    (
        "separation of family",
        "Ana Ruiz was arrested in May. Her newborn was taken by the guards and never returned.",
        "Her newborn",
    ),
    (
        "separation of family",
        "Karim Bayev was arrested in May. Authorities removed the girls from their grandmother.",
        "the girls",
    ),
    (
        "separation of family",
        "Karim Bayev was arrested in May. He has had no contact with his family since March.",
        "Karim Bayev",
    ),
    (
        "separation of family",
        "Ana Ruiz was arrested in May. She is only allowed a five-minute call a month.",
        "Ana Ruiz",
    ),
    (
        "separation of family",
        "Karim Bayev was arrested in May. The prison banned all visits in April.",
        "Karim Bayev",
    ),
    (
        "denial of medical care",
        "Karim Bayev was arrested in May. Despite his worsening condition, prison officials refused to take him to hospital.",
        "Karim Bayev",
    ),
    (
        "denial of medical care",
        "Karim Bayev was arrested in May. He has been denied adequate medical care.",
        "Karim Bayev",
    ),
    ("denial of medical care", "Ana Ruiz was arrested in May. Her insulin was confiscated.", "Ana Ruiz"),
    (
        "denial of medical care",
        "Karim Bayev was arrested in May. Prison authorities are withholding his heart medication.",
        "Karim Bayev",
    ),
    (
        "denial of medical care",
        "Karim Bayev was arrested in May. He was returned to his cell without treatment.",
        "Karim Bayev",
    ),
    (
        "forced contraception or sterilisation",
        "Ana Ruiz was arrested in May. Officials took her to a clinic where an IUD was implanted.",
        "Ana Ruiz",
    ),
    (
        "forced contraception or sterilisation",
        "Ana Ruiz was arrested in May. After the third child they sterilised her.",
        "Ana Ruiz",
    ),
    (
        "forced contraception or sterilisation",
        "Ana Ruiz was arrested in May. She underwent a forced sterilisation in 2019.",
        "Ana Ruiz",
    ),
    (
        "reprisal against relatives",
        "Ana Ruiz was arrested in May. Her father has been arrested in retaliation for her reporting.",
        "Ana Ruiz’s father",
    ),
    (
        "reprisal against relatives",
        "Karim Bayev was arrested in May. Police raided the home of his parents after he spoke out.",
        "Karim Bayev’s parents",
    ),
    (
        "reprisal against relatives",
        "Karim Bayev was arrested in May. His siblings have lost their jobs because of his activism.",
        "Karim Bayev’s siblings",
    ),
    (
        "reprisal against relatives",
        "The authorities froze the bank accounts of her relatives.",
        "her relatives",
    ),
    (
        "notification",
        "Karim Bayev was arrested in May. The prison notified his wife of the execution by telephone.",
        "Karim Bayev’s wife",
    ),
    (
        "notification",
        "Karim Bayev was arrested in May. His lawyers were informed only after the hearing.",
        "His lawyers",
    ),
    (
        "notification",
        "Ana Ruiz was arrested in May. She received a death certificate from the clerk.",
        "Ana Ruiz",
    ),
    ("notification", "Relatives say they have been told nothing.", "Relatives"),
    ("denial", "The Foreign Ministry rejected the report as groundless.", "the report"),
    ("denial", '"These allegations are completely false," a spokesman said.', "These allegations"),
    ("denial", "Police denied using force.", "using force"),
    ("denial", "The junta has denied responsibility for the strike.", "responsibility"),
    ("denial", "Jan Dvorak denies all charges.", "all charges"),
    ("assessment", "UN experts called the trial a travesty of justice.", "the trial"),
    (
        "assessment",
        "Human Rights Watch said the killings may amount to crimes against humanity.",
        "the killings",
    ),
    ("assessment", "The panel found that he had been detained arbitrarily.", "he"),
    (
        "assessment",
        "A forensic expert concluded that the injuries were consistent with beatings.",
        "the injuries",
    ),
    (
        "policy",
        "Under the decree, gatherings of more than five people are banned.",
        "gatherings of more than five people",
    ),
    ("intervention", "The UN human rights office called on Thailand to halt the deportation.", "Thailand"),
    ("occupation", "Jan Dvorak, an electrical engineer and father of two, was hanged.", "Jan Dvorak"),
    ("occupation", "Opposition politician Jan Dvorak was jailed.", "Jan Dvorak"),
    ("occupation", "Jan Dvorak, who runs a bookshop in Shiraz, was arrested.", "Jan Dvorak"),
    ("occupation", "Jan Dvorak earned his living as a porter.", "Jan Dvorak"),
    ("occupation", "Jan Dvorak was employed by the state railway.", "Jan Dvorak"),
    ("occupation", "Jan Dvorak, deputy editor of the weekly Sobh, was arrested.", "Jan Dvorak"),
    ("occupation", "Before his arrest Jan Dvorak studied law in Tehran.", "Jan Dvorak"),
    ("occupation", "Jan Dvorak is a third-year student of medicine.", "Jan Dvorak"),
    ("occupation", "Jan Dvorak, an imam at the Omar mosque, was taken.", "Jan Dvorak"),
    ("occupation", "A former schoolteacher, Jan Dvorak was arrested in May.", "Jan Dvorak"),
    ("occupation", "Jan Dvorak, chairman of the bar association, was arrested.", "Jan Dvorak"),
    ("occupation", "Jan Dvorak taught at the village school for 20 years.", "Jan Dvorak"),
    ("residence", "Jan Dvorak, a resident of Kobani, was shot.", "Jan Dvorak"),
    ("residence", "Jan Dvorak fled and now resides in Ankara.", "Jan Dvorak"),
    ("residence", "Jan Dvorak has lived in Sweden since 2014.", "Jan Dvorak"),
    ("residence", "Jan Dvorak's home in Herat was searched.", "Jan Dvorak"),
    ("residence", "Jan Dvorak, who is based in London, was sentenced.", "Jan Dvorak"),
    ("residence", "Jan Dvorak, 30, from Kobani, was shot.", "Jan Dvorak"),
    ("health", "Jan Dvorak, who has epilepsy, was arrested.", "Jan Dvorak"),
    ("health", "Jan Dvorak has developed serious heart problems in prison.", "Jan Dvorak"),
    ("health", "Jan Dvorak's eyesight is failing.", "Jan Dvorak"),
    ("health", "Jan Dvorak weighs only 45 kilograms.", "Jan Dvorak"),
    ("health", "Jan Dvorak had a stroke in prison.", "Jan Dvorak"),
    ("health", "Jan Dvorak was left paralysed by the beating.", "Jan Dvorak"),
    ("health", "Jan Dvorak was badly injured in the raid.", "Jan Dvorak"),
    ("health", "Jan Dvorak was seven months pregnant.", "Jan Dvorak"),
    ("health", "Doctors found that Jan Dvorak had two broken ribs.", "Jan Dvorak"),
    ("ethnicity", "Jan Dvorak, a Hazara, was shot.", "Jan Dvorak"),
    ("ethnicity", "Jan Dvorak, an ethnic Kurd from Mahabad, was hanged.", "Jan Dvorak"),
    ("ethnicity", "Jan Dvorak, 41, Uyghur, was deported.", "Jan Dvorak"),
    ("nationality", "Jan Dvorak, a Sudanese national, was held.", "Jan Dvorak"),
    ("citizenship", "Jan Dvorak has dual Iranian and Swedish citizenship.", "Jan Dvorak"),
    ("citizenship", "Jan Dvorak, a naturalised Dutch citizen, was jailed.", "Jan Dvorak"),
    ("religion", "Jan Dvorak, a Muslim convert to Christianity, was jailed.", "Jan Dvorak"),
    ("religion", "Jan Dvorak is a devout Muslim.", "Jan Dvorak"),
]

NOTHING = [
    ("The women worked at a factory in Osh.", "forced labour"),
    ("Farmers pick cotton every autumn.", "forced labour"),
    ("The villagers carried stones to the river to build a wall.", "forced labour"),
    ("They sang songs at the wedding.", "indoctrination"),
    ("The old man died at home in May.", "death in custody"),
    ("He could carry two sacks up the hill.", "forced labour"),
    ("The teacher lost her book.", "killing"),
    ("She has not seen her doctor's letter.", "denial of medical care"),
    ("The children live with their grandmother in Osh.", "separation of family"),
    ("Nobody hurts old people here.", "torture and ill-treatment"),
    ("The barber cut the customer's hair.", "torture and ill-treatment"),
    ("The student had to go to the market.", "coercion"),
    ("The worker signed a contract in May.", "coercion"),
    ("The mother was questioned by the teacher about homework.", "reprisal against relatives"),
    ("The couple shaved costs.", "forced breach of religion"),
]


def holders(reading, text, kind):
    """Every name by which those of the kind's claims are known."""
    read = reading(text)
    names = {one.id: {*one.names, one.description} for one in read.people}
    return [
        set().union(*(names.get(who, {who}) for who in one.who)) for one in read.claims if one.kind == kind
    ]


@pytest.mark.parametrize(("kind", "text", "who"), TOLD)
def test_what_is_told_and_of_whom(kind, text, who, reading):
    found = holders(reading, text, kind)
    assert found
    assert not who or any(who in one for one in found), found


@pytest.mark.parametrize(("text", "kind"), NOTHING)
def test_the_same_words_in_an_ordinary_life_claim_nothing(text, kind, reading):
    assert holders(reading, text, kind) == []


CAMP = "Jan Dvorak was held in a labour camp. "

HELD = [
    ("The men sorted scrap from dawn to dusk.", "forced labour"),
    ("They learned songs about the Party.", "indoctrination"),
    ("Prayer was forbidden.", "forced breach of religion"),
    ("Family visits have been cancelled.", "separation of family"),
    ("Two of the men did not survive the winter.", "death in custody"),
    ("They had to carry logs.", "forced labour"),
    ("The men were not allowed to sleep.", "torture and ill-treatment"),
]


@pytest.mark.parametrize(("text", "kind"), HELD)
def test_what_people_held_do_is_no_choice(text, kind, reading):
    assert kind in [one.kind for one in reading(CAMP + text).claims]


STANCES = [
    (
        "The prisoner has not received any medical treatment.",
        "denial of medical care",
        "affirmed",
        "asserted",
    ),
    ("No doctor has examined the prisoner.", "denial of medical care", "affirmed", "asserted"),
    ("The prisoner was not beaten.", "torture and ill-treatment", "denied", "asserted"),
    ("Ana Ruiz was arrested in May. She was given no explanation.", "notification", "denied", "asserted"),
    ("The family has not been informed of his transfer.", "notification", "denied", "asserted"),
    ("The family fears that the prisoner will be killed.", "killing", "affirmed", "feared"),
    ("The brothers may have been tortured.", "torture and ill-treatment", "affirmed", "possible"),
    ("Ana Ruiz could no longer hold a spoon.", "health", "affirmed", "asserted"),
]


@pytest.mark.parametrize(("text", "kind", "polarity", "modality"), STANCES)
def test_how_it_is_held(text, kind, polarity, modality, reading):
    found = [(one.polarity.value, one.modality.value) for one in reading(text).claims if one.kind == kind]
    assert (polarity, modality) in found


def test_nothing_given_to_a_deed_that_would_lie_after_the_report(reading):
    text = "30 November 2020\n\nMaria Lopes was brought to the field and came back after forty days.\n"
    assert not any((one.when or "").startswith("2021") for one in reading(text).claims)
