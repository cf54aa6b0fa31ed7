"""The document property by which this tool knows what it wrote itself and is no scan."""

PROPERTY_NAME = "QuickScan"
CORE_PART = "docProps/core.xml"
PROPERTIES_PART = "docProps/custom.xml"
OWN_MARK = f'name="{PROPERTY_NAME}"'
# A csv has no properties; a table of scores and an overview are known by how they begin.
CSV_START = "\ufefforganisatie;onderdeel;invullers;".encode()
