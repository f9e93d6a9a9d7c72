package nl.mjpmonitor.dashboard.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a file. */
public final class PdfVerdict {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfVerdict() {}

    /** Fails with veraPDF's own words unless the file is PDF/A-2a and PDF/UA-1 at once. */
    public static void isArchivableAndAccessible(byte[] pdf) throws Exception {
        conforms(pdf, PDFAFlavour.PDFA_2_A);
        conforms(pdf, PDFAFlavour.PDFUA_1);
    }

    private static void conforms(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions())
                    .filteredOn(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .extracting(one -> flavour + " " + one.getRuleId().getClause() + ": " + one.getMessage() + " "
                            + one.getLocation().getContext())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }
}
