// Opens and saves a workbook with SheetJS: node sheetjs.js IN OUT [CHANGE]
// A change: numbers (answers typed as numbers), shifted (everything one column to the right, names
// gone), values (only what stands in the cells, names gone, as an online tool exports it).
"use strict";
const XLSX = require("xlsx");
const [source, target, change] = process.argv.slice(2);
const NUMBERS = { "Niet of nauwelijks": 1, Deels: 2, Grotendeels: 3, "Volledig en geborgd": 4 };

const book = XLSX.readFile(source, { cellStyles: true, cellFormula: true, cellDates: true });
const scan = book.Sheets.QuickScan;

if (change === "numbers") {
  for (const [address, cell] of Object.entries(scan)) {
    if (/^E\d+$/.test(address) && NUMBERS[cell.v]) {
      scan[address] = { t: "n", v: NUMBERS[cell.v] };
    }
  }
}
if (change === "shifted" || change === "values") {
  book.Workbook.Names = [];
  for (const name of book.SheetNames) {
    const rows = XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1, defval: null });
    const moved = change === "shifted" ? rows.map((row) => [null, ...row]) : rows;
    book.Sheets[name] = XLSX.utils.aoa_to_sheet(moved);
  }
}
XLSX.writeFile(book, target);
