"""One or two invented sentences in many languages, each with an encoding of old."""

# ruff: noqa: RUF001 - the sentences are written as their languages write them

# language, encoding, text
LEGACY = [
    (
        "fr",
        "cp1252",
        "Le ministre a déclaré qu’il n’avait pas rencontré l’ambassadeur.",
    ),
    (
        "de",
        "cp1252",
        "Der Bürgermeister erklärte: „Wir haben uns nie getroffen“. Größe.",
    ),
    (
        "es",
        "cp1252",
        "El ministro respondió: ¿qué reunión? ¡Ninguna! «No hubo», señaló.",
    ),
    ("en", "cp1252", "MZ Media: “naïve” – a café, £5, said Otterby’s spokesman."),
    ("en", "mac_roman", "The mayor said he “didn’t meet” the envoy — not once."),
    ("de", "cp850", "Der Bürgermeister erklärte, er habe den Gesandten nie getroffen."),
    (
        "pl",
        "cp1250",
        "Premier powiedział, że nie spotkał się w środę. „Źródło się myli”.",
    ),
    ("cs", "cp1250", "Ministr řekl, že se s velvyslancem v únoru nesešel."),
    (
        "hu",
        "cp1250",
        "A miniszter azt mondta, hogy nem találkozott. Őszintén szólva tűrhető.",
    ),
    ("ru", "cp1251", "Министр заявил, что не встречался с послом в феврале."),
    ("ru", "koi8_r", "Министр заявил, что не встречался с послом в феврале."),
    ("el", "cp1253", "Ο υπουργός είπε ότι δεν συνάντησε τον πρέσβη τον Φεβρουάριο."),
    ("tr", "cp1254", "Bakan, şubat ayında büyükelçiyle görüşmediğini söyledi."),
    ("he", "cp1255", "השר אמר כי לא נפגש עם השגריר בחודש פברואר."),
    ("ar", "cp1256", "قال الوزير إنه لم يلتق بالسفير في فبراير."),
    ("ja", "cp932", "大臣は二月に大使と会っていないと述べた。"),
    ("zh", "gb18030", "部长表示二月份没有会见大使。发言人拒绝置评。"),
    ("zh", "big5", "部長表示二月份沒有會見大使。發言人拒絕置評。"),
    ("ko", "cp949", "장관은 2월에 대사를 만나지 않았다고 말했다."),
]
IDS = [f"{language}-{encoding}" for language, encoding, _ in LEGACY]

# The first bytes of real files, each long enough to hold what makes it one.
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
ZIP = b"PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00!\x00word/document.xml"
ELF = b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00>\x00" + bytes(
    48
)
NOISE = bytes((i * 197 + i * i * 31) % 256 for i in range(4096))
