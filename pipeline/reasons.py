"""Why a file or folder can't be used, in the words of a user."""

from __future__ import annotations

import errno

_WORDS = {
    errno.EACCES: "het is in gebruik, of u mag er niet bij",
    errno.EPERM: "het is in gebruik, of u mag er niet bij",
    errno.EROFS: "deze plaats is alleen te lezen",
    errno.EBUSY: "het is in gebruik",
    errno.ENOENT: "de map of het bestand bestaat niet",
    errno.EEXIST: "er staat al iets met die naam",
    errno.ENOTDIR: "er staat een bestand met de naam van de map",
    errno.EISDIR: "er staat een map met de naam van het bestand",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EINVAL: "de naam kan hier niet",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw schijfruimte is op",
    errno.EFBIG: "de schijf is vol",
}


def reason_of(error: OSError) -> str:
    """Return the reason as part of a sentence, without a capital and without a full stop."""
    return _WORDS.get(error.errno or 0, f"de computer geeft fout {error.errno or 'onbekend'}")
