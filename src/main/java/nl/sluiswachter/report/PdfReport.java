package nl.sluiswachter.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The report as PDF: the very page of {@link HtmlReport}, tagged for readers (PDF/UA), with the proof file attached. It loads
 * nothing, whatever the page would say.
 */
public final class PdfReport {

    /** What the attached proof is called. */
    public static final String ATTACHMENT = "bewijs.json";

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        // It would write lines of its own, and what it writes may repeat the page.
        XRLog.setLoggingEnabled(false);
    }

    private PdfReport() {}

    /**
     * @param html of {@link HtmlReport}
     * @param proof of {@link ReportProof}
     */
    public static byte[] of(byte[] html, byte[] proof) {
        try (PdfBoxRenderer renderer = builder(html).buildPdfRenderer();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                attach(document, proof);
                document.save(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be made into a PDF", e);
        }
    }

    private static PdfRendererBuilder builder(byte[] html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(font(), "Report");
        builder.usePdfUaAccessibility(true);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withProducer("Sluiswachter");
        builder.withHtmlContent(new String(html, StandardCharsets.UTF_8), null);
        return builder;
    }

    /** PDFBox brings one free font (Liberation Sans, SIL OFL), which a tagged PDF has to embed. */
    private static FSSupplier<InputStream> font() {
        return () -> PdfReport.class.getResourceAsStream(FONT);
    }

    private static void attach(PDDocument document, byte[] proof) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(proof), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(proof.length);
        PDComplexFileSpecification attachment = new PDComplexFileSpecification();
        attachment.setFile(ATTACHMENT);
        attachment.setFileUnicode(ATTACHMENT);
        attachment.setFileDescription("sluiswachter/report-proof/1");
        attachment.setEmbeddedFile(file);
        attachment.setEmbeddedFileUnicode(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHMENT, attachment));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
