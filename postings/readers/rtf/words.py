"""RTF's control words: which groups hold no text of the document, and which words are characters."""

# Groups that begin with one of these are no text.
NOT_TEXT = (
    "fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf"
    " footnote annotation atnid atnauthor listtable listoverridetable listpicture rsidtbl generator themedata"
    " datastore colorschememapping latentstyles objdata objclass xmlnstbl bkmkstart bkmkend tc xe rxe filetbl"
    " revtbl nonshppict pnseclvl pntxta pntxtb mmathPr datafield"
)
LEFT_OUT = frozenset(NOT_TEXT.split())
CHARACTERS = {
    "tab": " ", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
SYMBOLS = {"~": " ", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}"}
PARAGRAPH_ENDS = frozenset({"par", "page", "sect", "column"})
CHARSETS = {  # \fcharset of a font → how its bytes are to be read
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
SYMBOL_CHARSET = 2  # Symbol and Wingdings: their letters are pictures, most often bullets
