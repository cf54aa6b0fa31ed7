"""What a file is, by its name and its first bytes: a workbook, a mail, a zip, or none of these."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import PurePath
from typing import IO

from pipeline.archives import BROKEN_ZIP, TooMuchError, open_zip, read_member
from pipeline.limits import MAX_MEMBERS, MEGABYTE
from pipeline.problems import Code
from pipeline.properties import CSV_START, OWN_MARK, PROPERTIES_PART

# What programs and this tool leave in a folder, and nobody sent.
_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini", ".ds_store", "quickscan.toml"})
_SYSTEM_STARTS = ("~$", ".~lock", "._", ".quickscan-")  # "._" is what macOS adds to a zip
_MARKABLE = frozenset({".xlsx", ".xlsm", ".docx"})
_WORKBOOK_PART = "xl/workbook.xml"


class Kind(Enum):
    """What is done with a file."""

    WORKBOOK = auto()
    MAIL = auto()
    OUTLOOK_MAIL = auto()
    ZIP = auto()
    OTHER = auto()


_KIND_OF_SUFFIX = {
    ".xlsx": Kind.WORKBOOK,
    ".xlsm": Kind.WORKBOOK,
    ".eml": Kind.MAIL,
    ".msg": Kind.OUTLOOK_MAIL,
    ".zip": Kind.ZIP,
}
_PICTURES = ".jpg .jpeg .png .gif .bmp .tif .tiff .heic .heif .webp .svg .jfif"
_CODE_OF_SUFFIX = {
    ".xls": Code.FILE_IS_XLS,
    ".xlsb": Code.FILE_IS_XLSB,
    ".ods": Code.FILE_IS_ODS,
    ".numbers": Code.FILE_IS_NUMBERS,
    ".pdf": Code.FILE_IS_PDF,
    ".p7m": Code.FILE_IS_SEALED,
    **dict.fromkeys((".docx", ".doc", ".docm", ".odt", ".rtf"), Code.FILE_IS_WORD),
    **dict.fromkeys(_PICTURES.split(), Code.FILE_IS_PICTURE),
    **dict.fromkeys((".lnk", ".url", ".webloc", ".gsheet"), Code.FILE_IS_LINK),
    **dict.fromkeys((".rar", ".7z", ".gz", ".tar"), Code.FILE_IS_ARCHIVE),
}


def suffix_of(name: str) -> str:
    """Return the suffix of a name in small letters, with its dot."""
    return PurePath(name).suffix.casefold()


def kind_of(name: str, stream: IO[bytes]) -> Kind:
    """Return what is done with a file.

    Gateways and phones drop or change the suffix of an attachment: what has none that is known, or
    .zip, is a workbook when it is one inside.
    """
    kind = _KIND_OF_SUFFIX.get(suffix_of(name), Kind.OTHER)
    known = kind not in (Kind.ZIP, Kind.OTHER) or suffix_of(name) in _CODE_OF_SUFFIX
    return Kind.WORKBOOK if not known and _holds(_WORKBOOK_PART, stream) else kind


def _holds(part: str, stream: IO[bytes]) -> bool:
    try:
        with open_zip(stream, MAX_MEMBERS) as package:
            return part in package.NameToInfo
    except (TooMuchError, *BROKEN_ZIP):
        return False


def code_of(name: str) -> Code:
    """Return what to say about a file that is no workbook, mail or zip."""
    if name.casefold() == "winmail.dat":
        return Code.FILE_IS_WINMAIL
    return _CODE_OF_SUFFIX.get(suffix_of(name), Code.FILE_NOT_USABLE)


def is_picture(name: str) -> bool:
    """Tell whether a file is a picture, by its name."""
    return suffix_of(name) in _PICTURES.split()


def is_system_file(name: str) -> bool:
    """Tell whether a program left a file of this name, and nobody sent it."""
    name = name.casefold()
    return name in _SYSTEM_NAMES or name.startswith(_SYSTEM_STARTS)


def is_own(name: str, stream: IO[bytes]) -> bool:
    """Tell whether this tool wrote a file that is no scan: a report, a table of scores."""
    if suffix_of(name) == ".csv":
        return stream.read(len(CSV_START)) == CSV_START
    if suffix_of(name) not in _MARKABLE:
        return False
    try:
        with open_zip(stream, MAX_MEMBERS) as package:
            properties = package.getinfo(PROPERTIES_PART)
            return OWN_MARK.encode() in read_member(package, properties, MEGABYTE)
    except (KeyError, TooMuchError, *BROKEN_ZIP):
        return False
