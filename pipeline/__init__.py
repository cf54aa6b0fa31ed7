"""QuickScan: from a mailed workbook to an editable Word advice report."""
