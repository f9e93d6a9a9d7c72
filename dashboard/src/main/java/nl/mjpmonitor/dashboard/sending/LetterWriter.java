package nl.mjpmonitor.dashboard.sending;

import java.util.Optional;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import nl.mjpmonitor.dashboard.publications.EditionStore;
import nl.mjpmonitor.dashboard.reports.ReportCatalogue;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;

/**
 * Writes the mail about an edition, in Dutch. Of a public report it says the title and has the PDF with it; of any other it says only
 * that there is a report, with a link behind the login.
 */
final class LetterWriter {

    private static final long LARGEST_ATTACHMENT = 10L << 20;
    private static final String PDF = "application/pdf";

    private final EditionStore editions;
    private final ReportCatalogue reports;
    private final Areas areas;
    private final Texts texts;
    private final String address;

    LetterWriter(EditionStore editions, ReportCatalogue reports, Areas areas, Texts texts, String address) {
        this.editions = editions;
        this.reports = reports;
        this.areas = areas;
        this.texts = texts;
        this.address = address;
    }

    /** The letter; empty when the edition is gone. */
    Optional<Letter> write(Mail mail) {
        return editions.find(mail.edition()).map(edition -> write(mail, edition));
    }

    private Letter write(Mail mail, Edition edition) {
        ReportDefinition report = reports.require(edition.subject().report());
        String link = address + "/publicaties/" + edition.id();
        if (report.confidentiality() != Confidentiality.OPENBAAR) {
            return new Letter(
                    mail.address(),
                    mail.messageId(),
                    text("mail.closed.subject"),
                    text("mail.closed.text", link),
                    Optional.empty());
        }
        Optional<EditionBytes> pdf = pdf(edition);
        String name = text(
                "mail.name",
                report.title(Texts.DUTCH),
                areas.find(edition.subject().area())
                        .map(Area::name)
                        .orElse(edition.subject().area().value()),
                edition.subject().period().label(Texts.DUTCH),
                Integer.toString(edition.number().orElse(1)));
        return new Letter(
                mail.address(),
                mail.messageId(),
                name,
                text(pdf.isPresent() ? "mail.open.text" : "mail.open.text.link", name, link),
                pdf);
    }

    /** Never a file that is not as it was published. */
    private Optional<EditionBytes> pdf(Edition edition) {
        return editions.files(edition.id()).stream()
                .filter(file -> file.mediaType().equals(PDF) && file.size() <= LARGEST_ATTACHMENT)
                .findFirst()
                .flatMap(file -> editions.file(edition.id(), file.name()))
                .filter(EditionBytes::areUnchanged);
    }

    private String text(String key, Object... parameters) {
        return texts.getTranslation(key, Texts.DUTCH, parameters);
    }
}
