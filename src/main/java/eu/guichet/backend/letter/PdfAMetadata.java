package eu.guichet.backend.letter;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What makes a PDF a PDF/A-2u: its metadata, its language and what its colours mean. Nothing about the recipient. */
final class PdfAMetadata {
    private static final String SRGB = "sRGB IEC61966-2.1";

    private PdfAMetadata() {}

    static void mark(PDDocument document, String title, Locale language) throws IOException {
        document.getDocumentInformation().setTitle(title);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.toLanguageTag());
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title, language));
        catalog.setMetadata(metadata);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
    }

    private static byte[] xmp(String title, Locale language) throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        var core = xmp.createAndAddDublinCoreSchema();
        core.setTitle(title);
        core.addLanguage(language.toLanguageTag());
        PDFAIdentificationSchema identification = xmp.createAndAddPDFAIdentificationSchema();
        var bytes = new ByteArrayOutputStream();
        try {
            identification.setPart(2);
            identification.setConformance("U");
            // Java's own factories by name: to look for others reads through every library, once for each letter.
            new XmpSerializer(TransformerFactory.newDefaultInstance(), DocumentBuilderFactory.newDefaultInstance())
                    .serialize(xmp, bytes, true);
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("the letter's metadata cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
