"""Names in their parts: one table per kind of name. All people are invented."""

from __future__ import annotations

import pytest

from amanat.core.names.parsing import parse


def parts(text: str) -> str:
    """The parts as "role:stem" or "role:stem+marker", in written order."""
    return " ".join(
        f"{part.role}:{part.stem.replace(' ', '_')}"
        + (f"+{part.marker.replace(' ', '_')}" if part.marker else "")
        for part in parse(text).parts
    )


@pytest.mark.parametrize(
    ("text", "expected", "order", "gender"),
    [
        ("Gulnare Awulqanqizi", "given:Gulnare patronymic:Awulqan+qizi", "given-first", "f"),
        ("Gulnare Awulqan qizi", "given:Gulnare patronymic:Awulqan+qizi", "given-first", "f"),
        ("Gulnara Auelkhan-kyzy", "given:Gulnara patronymic:Auelkhan+qizi", "given-first", "f"),
        ("Gülzira Äuelhanqyzy", "given:Gülzira patronymic:Äuelhan+qizi", "given-first", "f"),
        ("Гүлнара Әуелханқызы", "given:Гүлнара patronymic:Әуелхан+qizi", "given-first", "f"),
        ("Гүлнара Әуелхан қызы", "given:Гүлнара patronymic:Әуелхан+qizi", "given-first", "f"),
        ("Гульнара Ауельханкызы", "given:Гульнара patronymic:Ауельхан+qizi", "given-first", "f"),
        ("گۈلنارە ئاۋۇلقانقىزى", "given:گۈلنارە patronymic:ئاۋۇلقان+qizi", "given-first", "f"),
        ("گۈلنارە ئاۋۇلقان قىزى", "given:گۈلنارە patronymic:ئاۋۇلقان+qizi", "given-first", "f"),
        ("古丽娜拉·阿吾勒汗克孜", "given:古丽娜拉 patronymic:阿吾勒汗+qizi", "given-first", "f"),
        ("Dolqun Semetoghli", "given:Dolqun patronymic:Semet+oghli", "given-first", "m"),
        ("دولقۇن سەمەت ئوغلى", "given:دولقۇن patronymic:سەمەت+oghli", "given-first", "m"),
        ("Нұрлан Серікұлы", "given:Нұрлан patronymic:Серік+oghli", "given-first", "m"),
        ("Nurlan Serikuly", "given:Nurlan patronymic:Serik+oghli", "given-first", "m"),
        ("Нурлан Серик улы", "given:Нурлан patronymic:Серик+oghli", "given-first", "m"),
        ("Бакыт Асан уулу", "given:Бакыт patronymic:Асан+oghli", "given-first", "m"),
        ("Otabek Rustam oʻgʻli", "given:Otabek patronymic:Rustam+oghli", "given-first", "m"),
        ("Otabek Rustam o'g'li", "given:Otabek patronymic:Rustam+oghli", "given-first", "m"),
        ("Отабек Рустам ўғли", "given:Отабек patronymic:Рустам+oghli", "given-first", "m"),
        ("Нигора Рустам қизи", "given:Нигора patronymic:Рустам+qizi", "given-first", "f"),
        ("Ayna Merdan gyzy", "given:Ayna patronymic:Merdan+qizi", "given-first", "f"),
        ("Elvin Samir oğlu", "given:Elvin patronymic:Samir+oghli", "given-first", "m"),
        ("努尔兰别克·波拉提乌勒", "given:努尔兰别克 patronymic:波拉提+oghli", "given-first", "m"),
        ("买买提江·吐尔逊奥格里", "given:买买提江 patronymic:吐尔逊+oghli", "given-first", "m"),
        ("Омаров Нұрлан Серікұлы", "family:Омар+ov given:Нұрлан patronymic:Серік+oghli", "family-first", "m"),
        ("Қасым Нұрлан Серікұлы", "family:Қасым given:Нұрлан patronymic:Серік+oghli", "family-first", "m"),
        ("Сидоров Илья Петрович", "family:Сидор+ov given:Илья patronymic:Петр+ovich", "family-first", "m"),
        ("Илья Петрович Сидоров", "given:Илья patronymic:Петр+ovich family:Сидор+ov", "given-first", "m"),
        (
            "Анна Игоревна Ковалевская",
            "given:Анна patronymic:Игор+ovna family:Ковалев+skij",
            "given-first",
            "f",
        ),
        (
            "Anna Igorevna Kovalevskaya",
            "given:Anna patronymic:Igor+ovna family:Kovalev+skij",
            "given-first",
            "f",
        ),
        ("Ilya Petrovich Borodin", "given:Ilya patronymic:Petr+ovich family:Borod+in", "given-first", "m"),
        ("Марина Петровна Бородина", "given:Марина patronymic:Петр+ovna family:Бород+in", "given-first", "f"),
        ("Марина Динара", "unknown:Марина unknown:Динара", "unknown", ""),
        ("Bolatova Ainur", "family:Bolat+ov given:Ainur", "family-first", "f"),
        ("Айгуль Серикбаева", "given:Айгуль family:Серикбай+ov", "given-first", "f"),
        ("Aigul Serikbayeva", "given:Aigul family:Serikbay+ov", "given-first", "f"),
        ("Олег Сергеевич Лесной", "given:Олег patronymic:Сергей+ovich family:Лесной", "given-first", "m"),
        ("Нұрлан Сыдықұлы", "given:Нұрлан patronymic:Сыдық+oghli", "given-first", "m"),
        ("Nurlan Abbasuly", "given:Nurlan patronymic:Abbas+oghli", "given-first", "m"),
        ("Nursulu Serik", "given:Nursulu father:Serik", "given-first", ""),
        ("Sami Mellouli", "unknown:Sami unknown:Mellouli", "unknown", ""),
        ("Rosa Jankovich", "unknown:Rosa unknown:Jank+ovich", "unknown", "m"),
        ("Фирдавс Каримзода", "given:Фирдавс family:Карим+zada", "given-first", ""),
        ("رضا کریم‌زاده", "given:رضا family:کریم+zada", "given-first", ""),
    ],
)
def test_fathers_names_and_family_names_by_their_markers(
    text: str, expected: str, order: str, gender: str
) -> None:
    name = parse(text)
    assert (parts(text), name.order, name.gender) == (expected, order, gender)


@pytest.mark.parametrize(
    ("text", "expected", "order"),
    [
        ("محمد بن خالد المصري", "given:محمد patronymic:خالد+ibn family:مصري+al", "given-first"),
        ("Khalid ibn Yusuf al-Masri", "given:Khalid patronymic:Yusuf+ibn family:Masri+al", "given-first"),
        ("Ibn Harun", "patronymic:Harun+ibn", "unknown"),
        ("Huda bint Samir", "given:Huda patronymic:Samir+bint", "given-first"),
        ("Abd al-Rahman Yusuf", "given:Abd_al-Rahman unknown:Yusuf", "given-first"),
        ("Abdul Rahman al-Masri", "given:Abdul_Rahman family:Masri+al", "given-first"),
        ("عبد الرحمن أحمد المصري", "given:عبد_الرحمن father:أحمد family:مصري+al", "given-first"),
        ("Nur al-Din Hassan", "given:Nur_al-Din unknown:Hassan", "given-first"),
        ("نور الدين الحلبي", "given:نور_الدين family:حلبي+al", "given-first"),
        ("Umm Huda", "unknown:Umm_Huda", "unknown"),
        ("Anna van der Velden", "given:Anna family:Velden+van_der", "given-first"),
        ("Maria de la Cruz", "given:Maria family:Cruz+de_la", "given-first"),
        ("Greta von Altdorf", "given:Greta family:Altdorf+von", "given-first"),
        ("De La Cruz Maria", "family:Cruz+de_la given:Maria", "family-first"),
        ("Nguyen Van Lam", "family:Nguyen given:Van given:Lam", "family-first"),
        ("عبدالرحمن آل سعيد", "given:عبدالرحمن family:سعيد+al", "given-first"),
        ("James O'Rourke", "given:James family:O'Rourke", "given-first"),
        ("Mary MacLeish", "given:Mary family:MacLeish", "given-first"),
    ],
)
def test_words_that_make_one_part(text: str, expected: str, order: str) -> None:
    assert (parts(text), parse(text).order) == (expected, order)


@pytest.mark.parametrize(
    ("text", "expected", "order"),
    [
        ("Нұрлан Серік", "given:Нұрлан father:Серік", "given-first"),
        ("Mihrigul Tursun", "given:Mihrigul father:Tursun", "given-first"),
        ("گۈلنۇر تۇرسۇن", "given:گۈلنۇر father:تۇرسۇن", "given-first"),
        ("Memet jan Tursun", "given:Memet_jan father:Tursun", "given-first"),
        ("TURSUN Mihrigul", "family:TURSUN given:Mihrigul", "family-first"),
        ("Mihrigul TURSUN", "given:Mihrigul family:TURSUN", "given-first"),
        ("Tursun, Mihrigul", "family:Tursun given:Mihrigul", "family-first"),
        (
            "Aygul Tursun, Kazakh herder",
            "given:Aygul father:Tursun unknown:Kazakh unknown:herder",
            "given-first",
        ),
        ("Millford, Robert James", "family:Millford given:Robert given:James", "family-first"),
        ("A. Tursun", "initial:A family:Tursun", "given-first"),
        ("Tursun A.", "family:Tursun initial:A", "family-first"),
        ("J.S. Bachmann", "initial:J initial:S family:Bachmann", "given-first"),
        ("А.Т. Нұрланов", "initial:А initial:Т family:Нұрлан+ov", "given-first"),
        ("Нұрланов А.Т.", "family:Нұрлан+ov initial:А initial:Т", "family-first"),
        ("Robert J. Millford", "given:Robert initial:J family:Millford", "given-first"),
        ("Millford Qarvon", "unknown:Millford unknown:Qarvon", "unknown"),
        ("Ferhat Yılmaz", "given:Ferhat family:Yılmaz", "given-first"),
    ],
)
def test_order(text: str, expected: str, order: str) -> None:
    assert (parts(text), parse(text).order) == (expected, order)


@pytest.mark.parametrize(
    ("text", "titles", "expected"),
    [
        ("Dr. Anna Velden", ("Dr.",), "given:Anna family:Velden"),
        ("Mrs Gulnare Awulqanqizi", ("Mrs",), "given:Gulnare patronymic:Awulqan+qizi"),
        ("Adil Hajim", ("Hajim",), "given:Adil"),
        ("Adil Haji Tursun", ("Haji",), "given:Adil father:Tursun"),
        ("Damolla Adil Tursun", ("Damolla",), "given:Adil father:Tursun"),
        ("Tursun Axun", ("Axun",), "given:Tursun"),
        ("Tursunaxun", (), "given:Tursunaxun"),
        ("Aygulxan", (), "given:Aygulxan"),
        ("Imam Adil Tursun", ("Imam",), "given:Adil father:Tursun"),
        ("Imam Tursun", (), "given:Imam father:Tursun"),
        ("Robert Millford Jr.", ("Jr.",), "given:Robert family:Millford"),
        ("Robert Millford III", ("III",), "given:Robert family:Millford"),
        ("Velden, Dr. Anna B., Jr.", ("Dr.", "Jr."), "family:Velden given:Anna initial:B"),
        ("Mihrigul Tursun, 29", (), "given:Mihrigul father:Tursun unknown:29"),
        ("господин Илья Сидоров", ("господин",), "given:Илья family:Сидор+ov"),
        ("Серікұлы мырза", ("мырза",), "patronymic:Серік+oghli"),
        ("Гүлнара ханым", ("ханым",), "given:Гүлнара"),
        ("الدكتور محمد المصري", ("الدكتور",), "given:محمد family:مصري+al"),
        ("السيدة هدى", ("السيدة",), "unknown:هدى"),
        ("جناب رضا", ("جناب",), "unknown:رضا"),
        ("王小明先生", ("先生",), "family:王 given:小明"),
        ("李女士", ("女士",), "unknown:李"),
        ("买买提阿吉", ("阿吉",), "given:买买提"),
        ("阿訇马文", ("阿訇",), "family:马 given:文"),
        ("Dr", (), "unknown:Dr"),
    ],
)
def test_titles_are_no_part_of_the_name(text: str, titles: tuple[str, ...], expected: str) -> None:
    assert (parse(text).titles, parts(text)) == (titles, expected)


@pytest.mark.parametrize(
    ("text", "first", "others"),
    [
        ("Gulnar Omirzakh (古丽努尔·奥米尔扎克)", "given:Gulnar father:Omirzakh", ["古丽努尔·奥米尔扎克"]),
        ("Adil Tursun aka Haji Adil", "given:Adil father:Tursun", ["Haji Adil"]),
        ("Adil Tursun, also known as Abu Huda", "given:Adil father:Tursun", ["Abu Huda"]),
        ("Adil Tursun alias Ghopur alias Semet", "given:Adil father:Tursun", ["Ghopur", "Semet"]),
        ('Robert "Bob" Millford', "given:Robert family:Millford", ["Bob"]),
        ("Анна «Нюша» Сидорова", "given:Анна family:Сидор+ov", ["Нюша"]),
        ("Anna Velden née Holmen", "given:Anna family:Velden", ["Holmen"]),
        ("Anna Velden (née Holmen)", "given:Anna family:Velden", ["Holmen"]),
        ("张伟，又名李强", "family:张 given:伟", ["李强"]),
        ("张伟也叫李强", "family:张 given:伟", ["李强"]),
        ("李娜（原名王丽）", "family:李 given:娜", ["王丽"]),
        ("Илья Петров, он же Сергей Сидоров", "given:Илья family:Петр+ov", ["Сергей Сидоров"]),
        ("Илья Петров, известный как Седой", "given:Илья family:Петр+ov", ["Седой"]),
        ("محمد خالد المعروف بـ أبو عمر", "given:محمد unknown:خالد", ["أبو عمر"]),
        ("محمد خالد المعروف بأبو عمر", "given:محمد unknown:خالد", ["أبو عمر"]),
        ("محمد خالد لقبه الصقر", "given:محمد unknown:خالد", ["الصقر"]),
        ("Tursun / Tursunjan", "given:Tursun", ["Tursunjan"]),
        ("Adil [Chinese: 阿迪力; Uyghur: ئادىل]", "given:Adil", ["阿迪力; Uyghur: ئادىل", "ئادىل"]),
        ("(Mihrigul)", "given:Mihrigul", []),
        ("alias Mihrigul", "given:Mihrigul", []),
    ],
)
def test_known_as(text: str, first: str, others: list[str]) -> None:
    assert (parts(text), [name.text for name in parse(text).also]) == (first, others)


def test_a_birth_name_of_one_word_is_the_familys() -> None:
    (born,) = parse("Anna Velden née Holmen").also
    assert [(part.text, part.role) for part in born.parts] == [("Holmen", "family")]


def test_text_is_what_was_written_and_stem_is_set_right() -> None:
    part = parse("Gulnare Awulqan-qizi").parts[1]
    assert (part.text, part.stem) == ("Awulqan-qizi", "Awulqan")
    part = parse("Robert J. Millford").parts[1]
    assert (part.text, part.stem) == ("J.", "J")


def test_of_role() -> None:
    name = parse("Илья Петрович Сидоров")
    assert [part.text for part in name.of_role("given", "family")] == ["Илья", "Сидоров"]
