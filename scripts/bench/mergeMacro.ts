/** The macro with which LibreOffice merges a letter with a list as a person would: Tools, Mail Merge Wizard. */

const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Merge"/>
</library:library>
`;

/** Merges once into a PDF to look at and once into text to compare; what happens stands in merge.log. */
const MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Merge" script:language="StarBasic">
Sub Run(sBook As String, sLetter As String, sFolder As String)
  Dim oContext, oSource, oMerge, n
  n = FreeFile
  Open ConvertFromURL(sFolder &amp; "/merge.log") For Output As #n
  On Error GoTo Failed
  oContext = CreateUnoService("com.sun.star.sdb.DatabaseContext")
  oSource = oContext.createInstance()
  oSource.URL = "sdbc:calc:" &amp; sBook
  oSource.DatabaseDocument.storeAsURL(sFolder &amp; "/list.odb", Array())
  oContext.registerObject("list", oSource)
  oMerge = CreateUnoService("com.sun.star.text.MailMerge")
  oMerge.DataSourceName = "list"
  oMerge.CommandType = 0
  oMerge.Command = "Flettefil"
  oMerge.DocumentURL = sLetter
  oMerge.OutputType = 2
  oMerge.OutputURL = sFolder
  oMerge.FileNamePrefix = "merged"
  oMerge.SaveAsSingleFile = True
  oMerge.SaveFilter = "writer_pdf_Export"
  oMerge.execute(Array())
  oMerge.SaveFilter = "Text (encoded)"
  oMerge.SaveFilterOptions = "UTF8,LF,,,"
  oMerge.execute(Array())
  Print #n, "merged"
  Close #n
  StarDesktop.terminate()
  Exit Sub
Failed:
  Print #n, "failed: " &amp; Error$
  Close #n
  StarDesktop.terminate()
End Sub
</script:module>
`;

/** The files of the macro, to be put into `user/basic/Standard` of a profile that LibreOffice has made. */
export const MERGE_MACRO: Readonly<Record<string, string>> = { "script.xlb": LIBRARY, "Merge.xba": MODULE };
