package nl.mjpmonitor.ops.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * What veraPDF says of a file.
 *
 * @param flavour the standard
 * @param failures what is against it; none for a file that conforms
 */
record PdfVerdict(String flavour, List<String> failures) {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    PdfVerdict {
        failures = List.copyOf(failures);
    }

    boolean isConforming() {
        return failures.isEmpty();
    }

    /** For archives and for readers with a handicap: PDF/A-2a and PDF/UA-1. */
    static List<PdfVerdict> of(byte[] pdf) throws IOException {
        try {
            return List.of(of(pdf, PDFAFlavour.PDFA_2_A), of(pdf, PDFAFlavour.PDFUA_1));
        } catch (ModelParsingException | EncryptedPdfException | ValidationException unreadable) {
            throw new IOException("veraPDF cannot read the file", unreadable);
        }
    }

    private static PdfVerdict of(byte[] pdf, PDFAFlavour flavour)
            throws IOException, ModelParsingException, EncryptedPdfException, ValidationException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> failures = result.getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + ": " + one.getMessage())
                    .toList();
            return new PdfVerdict(
                    flavour.toString(),
                    result.isCompliant() || !failures.isEmpty()
                            ? failures
                            : List.of("not compliant, without a reason"));
        }
    }
}
