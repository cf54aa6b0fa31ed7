"""QuickScan: from a mailed workbook to an editable Word advice report."""

__version__ = "0.1.0"
