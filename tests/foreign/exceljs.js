// Opens and saves a workbook with exceljs: node exceljs.js IN OUT [CHANGE]
// A change: rich (answers in two kinds of type), bare (names gone), rows (a row spliced out).
"use strict";
const ExcelJS = require("exceljs");
const [source, target, change] = process.argv.slice(2);

async function main() {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(source);
  const scan = book.getWorksheet("QuickScan");
  if (change === "rich") {
    scan.getColumn(5).eachCell((cell) => {
      if (typeof cell.value === "string" && cell.value.length > 4) {
        const [first, rest] = [cell.value.slice(0, 3), cell.value.slice(3)];
        cell.value = { richText: [{ font: { bold: true }, text: first }, { text: rest }] };
      }
    });
  }
  if (change === "bare") book.definedNames.model = [];
  if (change === "rows") scan.spliceRows(9, 1);
  await book.xlsx.writeFile(target);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
