"""Merges a letter of lines with |columns| in them and a table of people into one PDF, and prints how long that took. Run by
LibreOffice's own Python beside an office that listens."""
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, of):
    one = PropertyValue()
    one.Name = name
    one.Value = of
    return one


def connected():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve("uno:pipe,name=guichet;urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    raise SystemExit("no office answered")


folder = sys.argv[1]
context = connected()
manager = context.ServiceManager
desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
sources = manager.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
source = sources.createInstance()
source.URL = "sdbc:flat:" + uno.systemPathToFileUrl(folder + "/data")
source.Info = (
    value("Extension", "csv"),
    value("CharSet", "UTF-8"),
    value("FieldDelimiter", ";"),
    value("HeaderLine", True),
    value("StringDelimiter", '"'),
)
source.DatabaseDocument.storeAsURL(uno.systemPathToFileUrl(folder + "/people.odb"), ())
sources.registerObject("people", source)

letter = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (value("Hidden", True),))
text = letter.Text
cursor = text.createTextCursor()
columns = {}


def field(column):
    if column not in columns:
        columns[column] = letter.createInstance("com.sun.star.text.FieldMaster.Database")
        columns[column].DataBaseName = "people"
        columns[column].DataTableName = "people"
        columns[column].DataColumnName = column
    one = letter.createInstance("com.sun.star.text.TextField.Database")
    one.attachTextFieldMaster(columns[column])
    text.insertTextContent(cursor, one, False)


for line in open(folder + "/letter.txt", encoding="utf-8"):
    for i, part in enumerate(line.rstrip("\n").split("|")):
        if i % 2:
            field(part)
        else:
            text.insertString(cursor, part, False)
    text.insertControlCharacter(cursor, 0, False)
letter.storeToURL(uno.systemPathToFileUrl(folder + "/letter.odt"), ())
letter.close(False)

merge = manager.createInstanceWithContext("com.sun.star.text.MailMerge", context)
merge.DataSourceName = "people"
merge.CommandType = 0
merge.Command = "people"
merge.DocumentURL = uno.systemPathToFileUrl(folder + "/letter.odt")
merge.OutputType = 2
merge.OutputURL = uno.systemPathToFileUrl(folder)
merge.FileNamePrefix = "letters"
merge.SaveAsSingleFile = True
merge.SaveFilter = "writer_pdf_Export"
begun = time.time()
merge.execute(())
print("%.1f" % (time.time() - begun))
