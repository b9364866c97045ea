"""Countries and regions with the words made from them, and names of one place that are disputed."""

from typing import Final

# `key: names | adjectives and peoples`.
COUNTRIES: Final = """
armenia: Armenia Yerevan-government | Armenian Armenians
azerbaijan: Azerbaijan Baku-government | Azerbaijani Azerbaijanis Azeri Azeris Azerbaijan-backed
nagorno-karabakh: Nagorno-Karabakh Karabakh | Karabakhi Karabakhis
turkey: Turkey Türkiye Ankara-government | Turkish Turks
russia: Russia Kremlin | Russian Russians
soviet: Soviet-Union USSR | Soviet
israel: Israel | Israeli Israelis
united-states: United-States U.S. US USA America | American Americans
iran: Iran | Iranian Iranians
georgia: Georgia | Georgian Georgians
ukraine: Ukraine | Ukrainian Ukrainians
belarus: Belarus | Belarusian Belarusians
kazakhstan: Kazakhstan | Kazakhstani Kazakh
kyrgyzstan: Kyrgyzstan | Kyrgyzstani Kyrgyz
tajikistan: Tajikistan | Tajikistani Tajik
uzbekistan: Uzbekistan | Uzbekistani Uzbek
turkmenistan: Turkmenistan | Turkmen
moldova: Moldova | Moldovan Moldovans
syria: Syria | Syrian Syrians
iraq: Iraq | Iraqi Iraqis
yemen: Yemen | Yemeni Yemenis
libya: Libya | Libyan
afghanistan: Afghanistan | Afghan Afghans
pakistan: Pakistan | Pakistani
saudi-arabia: Saudi-Arabia | Saudi Saudis
lebanon: Lebanon | Lebanese
palestine: Palestine Gaza | Palestinian Palestinians
china: China | Chinese
france: France | French
germany: Germany | German Germans
united-kingdom: United-Kingdom UK Britain | British
poland: Poland | Polish
czech: Czechia Czech-Republic | Czech
slovakia: Slovakia | Slovak
serbia: Serbia | Serbian Serbs
"""
# The same place by the name that one side gives it: the choice is not the editor's alone.
DISPUTED: Final = """
nagorno-karabakh: Artsakh Mountainous-Karabakh Daghlyg-Garabagh
stepanakert: Stepanakert Khankendi Xankəndi
shusha: Shusha Shushi Şuşa
martakert: Martakert Aghdara Ağdərə
martuni: Martuni Khojavend Xocavənd
lachin: Lachin Berdzor Laçın
hadrut: Hadrut
qubadli: Qubadli Kashunik
kalbajar: Kalbajar Kelbajar Karvachar Kəlbəcər
"""
ORGANISATIONS: Final = """
amnesty-international: Amnesty-International Amnesty the-organization the-organisation The-organization \
The-organisation
united-nations: United-Nations UN U.N.
european-union: European-Union EU E.U.
amnesty-international-usa: Amnesty-International-USA
"""
MAKERS: Final = (
    "made",
    "built",
    "manufactured",
    "produced",
    "supplied",
    "backed",
    "supported",
    "controlled",
    "held",
)
