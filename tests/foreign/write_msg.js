// Writes a mail as Outlook saves it: node write_msg.js OUT.msg < MAIL.json
// A mail: subject, name, mail, id, text, html, sent (ISO), headers, parts. A part: name, data
// (base64), shown (its content id), or message: a mail again. Format: Microsoft's [MS-OXMSG].
"use strict";
const fs = require("fs");
const CFB = require("cfb");

const FIRST_DAY_OF_1601 = 11644473600000;
const [TEXT, BYTES, NUMBER, TIME] = [0x001f, 0x0102, 0x0003, 0x0040];

function entry(id, type, fixed, length) {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(type, 0);
  bytes.writeUInt16LE(id, 2);
  bytes.writeUInt32LE(6, 4);
  if (type === TIME) bytes.writeBigUInt64LE(BigInt(fixed + FIRST_DAY_OF_1601) * 10000n, 8);
  else bytes.writeUInt32LE(type === NUMBER ? fixed : length, 8);
  return bytes;
}

function put(file, folder, properties, header) {
  const entries = [];
  for (const [id, type, value] of properties) {
    if (value === undefined || value === null) continue;
    if (type === NUMBER || type === TIME) {
      entries.push(entry(id, type, value));
      continue;
    }
    const bytes = type === TEXT ? Buffer.from(value, "utf16le") : value;
    const tag = id.toString(16).padStart(4, "0") + type.toString(16).padStart(4, "0");
    CFB.utils.cfb_add(file, `${folder}__substg1.0_${tag.toUpperCase()}`, bytes);
    entries.push(entry(id, type, 0, bytes.length + (type === TEXT ? 2 : 0)));
  }
  const all = Buffer.concat([header, ...entries]);
  CFB.utils.cfb_add(file, `${folder}__properties_version1.0`, all);
}

function putMail(file, folder, mail, headerLength) {
  const parts = mail.parts || [];
  const header = Buffer.alloc(headerLength);
  header.writeUInt32LE(parts.length, 12);
  header.writeUInt32LE(parts.length, 20);
  put(file, folder, [
    [0x001a, TEXT, "IPM.Note"],
    [0x0037, TEXT, mail.subject],
    [0x0039, TIME, mail.sent ? Date.parse(mail.sent) : null],
    [0x007d, TEXT, mail.headers],
    [0x0c1a, TEXT, mail.name],
    [0x0c1f, TEXT, mail.exchange || mail.mail],
    [0x5d01, TEXT, mail.mail],
    [0x1000, TEXT, mail.text],
    [0x1013, BYTES, mail.html ? Buffer.from(mail.html) : null],
    [0x1035, TEXT, mail.id],
    [0x3fde, NUMBER, 65001],
  ], header);
  parts.forEach((part, index) => {
    const place = `${folder}__attach_version1.0_#${index.toString(16).padStart(8, "0")}/`;
    put(file, place, [
      [0x3701, BYTES, part.data ? Buffer.from(part.data, "base64") : null],
      [0x3704, TEXT, part.short],
      [0x3705, NUMBER, part.message ? 5 : part.method || 1],
      [0x3707, TEXT, part.name],
      [0x3712, TEXT, part.shown],
    ], Buffer.alloc(8));
    if (part.message) putMail(file, `${place}__substg1.0_3701000D/`, part.message, 24);
  });
}

const file = CFB.utils.cfb_new();
CFB.utils.cfb_del(file, "Sh33tJ5");
putMail(file, "/", JSON.parse(fs.readFileSync(0, "utf8")), 32);
CFB.writeFile(file, process.argv[2]);
