"""Makes the files of this folder with a real LibreOffice: /usr/bin/python3 make.py (package python3-uno).

One sheet with what a table has not: a merged title, a filter that hides a row, a hidden column, dates and texts that are
formulas, dates as date cells, and a total under the rows.
"""
import os
import subprocess
import time

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.table import CellRangeAddress

HERE = os.path.dirname(os.path.abspath(__file__))
PASSWORD = "hemmelig æøå"
HEADINGS = ["CPR-nr.", "Ydelse", "Dato for overgang til aktuel ydelse", "Dato for seneste samtale", "Afsluttet forløb",
            "Telefonnr.", "Passiv", "Bemærkning"]
PEOPLE = ["0106890149", "0207750148", "0308810147", "0409920146"]


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def fill(document):
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "Udtræk"
    sheet.getCellByPosition(0, 0).String = "Udtræk fra fagsystemet"
    sheet.getCellRangeByPosition(0, 0, 5, 0).merge(True)
    for column, heading in enumerate(HEADINGS):
        sheet.getCellByPosition(column, 2).String = heading
    dates = document.NumberFormats.queryKey("DD-MM-YYYY", document.CharLocale, False)
    if dates == -1:
        dates = document.NumberFormats.addNew("DD-MM-YYYY", document.CharLocale)
    for i, cpr in enumerate(PEOPLE):
        row = i + 3
        sheet.getCellByPosition(0, row).String = cpr
        sheet.getCellByPosition(1, row).Formula = '="Kontanthjælp" & ", jobparat"' if i == 1 else "Kontanthjælp, jobparat"
        sheet.getCellByPosition(2, row).Formula = "=DATE(2026;1;%d)" % (i + 5) if i < 2 else "2026-01-%02d" % (i + 5)
        sheet.getCellByPosition(2, row).NumberFormat = dates
        sheet.getCellByPosition(3, row).String = "01-06-2026"
        sheet.getCellByPosition(4, row).String = "nej"
        sheet.getCellByPosition(5, row).String = "67 12 34 5%d" % i
        sheet.getCellByPosition(6, row).String = "nej"
        sheet.getCellByPosition(7, row).String = "kun til os selv"
    sheet.getCellByPosition(0, 8).String = "I alt"
    sheet.getCellByPosition(1, 8).Formula = "=COUNTA(B4:B7)"
    sheet.Rows.getByIndex(5).IsVisible = False
    sheet.Columns.getByIndex(7).IsVisible = False
    ranges = document.DatabaseRanges
    ranges.addNewByName("udtraek", CellRangeAddress(0, 0, 2, 7, 6))
    ranges.getByName("udtraek").AutoFilter = True


def save(document, name, filter_name, *more):
    document.storeToURL("file://" + os.path.join(HERE, name), (prop("FilterName", filter_name), *more))


office = subprocess.Popen(["soffice", "--headless", "--norestore", "--accept=pipe,name=borgersvar;urp;",
                           "-env:UserInstallation=file:///tmp/borgersvar-make-office"])
resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for _ in range(120):
    try:
        context = resolver.resolve("uno:pipe,name=borgersvar;urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(1)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (prop("Hidden", True),))
fill(document)
save(document, "0825.ods", "calc8")
save(document, "0825.xlsx", "Calc MS Excel 2007 XML")
data = uno.Any(
    "[]com.sun.star.beans.NamedValue",
    (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", PASSWORD)),
)
save(document, "0825 laast.xlsx", "Calc MS Excel 2007 XML", prop("EncryptionData", data))
save(document, "0825 laast.ods", "calc8", prop("Password", PASSWORD))
save(document, "0825.xls", "MS Excel 97")
document.close(True)
desktop.terminate()
office.wait()
