"""How much of a stranger's file is read: each limit once, with its reason.

Together they keep one file within 200 MB of memory and 5 seconds. A QuickScan that was filled in
is some 40 kB, 150 kB unpacked, and holds about 4,000 XML elements.
"""

from __future__ import annotations

MEGABYTE = 1_000_000

# Mails. Most mail services stop at 20 MB, and a mail stands in memory six times over.
MAX_MAIL = 22 * MEGABYTE
# The email package keeps every line apart: of a mail of that size, in lines of 76 letters, 290,000.
MAX_LINES_OF_MAIL = 400_000
# Lines that may begin a part of a mail: the email package takes a second for so many.
MAX_BOUNDARIES = 25_000
# A header is a line; the address books that some programs write there say nothing about a scan.
MAX_HEADER = 20_000
# Nobody sends so many workbooks at once; what is counted is everything in one file on disk.
MAX_PARTS_OF_MAIL = 500
# Streams in a mail of Outlook: it has some 60, each attachment 20 and each receiver 15.
MAX_STREAMS = 100 * MAX_PARTS_OF_MAIL
# A round that somebody zips can be large: 10,000 workbooks, and some folders.
MAX_PARTS_OF_ZIP = 12_000
# A scan in a mail in a zip in a mail that was forwarded: three. One more is kept in hand.
MAX_DEPTH = 4
# What comes out of one file on disk, all in all: 10,000 workbooks of 40 kB.
MAX_TAKEN_OUT = 500 * MEGABYTE

# Workbooks, packed: pictures that people paste in make them large; 25 MB does not fit in a mail.
MAX_WORKBOOK = 25 * MEGABYTE
# A million rows with only a layout are 100 MB unpacked; they are not read, but they may be there.
MAX_UNPACKED = 300 * MEGABYTE
# Text packs 5 to 30 times smaller, rows that are all alike 100 times. A bomb packs 1,000 times.
MAX_RATIO = 200
# Below this size a ratio says nothing.
RATIO_COUNTS_FROM = 5 * MEGABYTE
# Parts that are read whole, sheets and their texts set apart: each is some 20 kB.
MAX_PART = 3 * MEGABYTE
# The texts of all cells together; a cell holds 32,767 letters at most.
MAX_TEXTS = 20 * MEGABYTE
# What is read of one sheet, up to its last row that counts.
MAX_SHEET = 40 * MEGABYTE
# Excel itself makes some 30 parts.
MAX_MEMBERS = 2_000
# XML elements in all that is read: what openpyxl reads in about 2 seconds.
MAX_ELEMENTS = 300_000
# Excel's own XML is 8 elements deep.
MAX_NESTING = 100
# A scan has some 40 rows; rows that only have a layout can run to a million.
MAX_ROWS = 3_000
MAX_COLUMNS = 60
MAX_SHEETS = 40
# Ranges of merged cells that are taken into account; our own workbook has none.
MAX_MERGES = 500
# Texts that are compared with stellingen in other words; a workbook of ours has some 250 texts.
MAX_COMPARED = 2_000
