package nl.mjpmonitor.dashboard.archive;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.mjpmonitor.dashboard.publications.EditionAct;
import nl.mjpmonitor.dashboard.publications.EditionFile;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.Retention;
import nl.mjpmonitor.dashboard.texts.Texts;

/**
 * Descriptions after MDTO (Metagegevens voor duurzaam toegankelijke overheidsinformatie) of Nationaal Archief, in its XML 1.0: an
 * edition is an informatieobject, each of its files a bestand. They name roles and never accounts. The order of the elements is that of
 * the schema; where MDTO has no list of terms the name of our own list stands with the term.
 *
 * @see <a href="https://www.nationaalarchief.nl/archiveren/mdto/xml-schema">the schema</a>
 */
final class MdtoXml {

    static final String NAMESPACE = "https://www.nationaalarchief.nl/mdto";

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String SCHEMA = NAMESPACE + " " + NAMESPACE + "/MDTO-XML1.0.1.xsd";
    private static final String SELF = "MJP-monitor";
    private static final String EVENTS = "Begrippenlijst EventTypeLijst MDTO";
    private static final String OWN_STEPS = SELF + " stappen van een publicatie";
    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final ArchivedEdition archived;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    private MdtoXml(ArchivedEdition archived) throws XMLStreamException {
        this.archived = archived;
        this.out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
    }

    /** A part of a description. */
    @FunctionalInterface
    private interface Part {
        void write() throws XMLStreamException;
    }

    /** The description of an edition, in UTF-8. */
    static byte[] ofEdition(ArchivedEdition archived) {
        try {
            MdtoXml xml = new MdtoXml(archived);
            return xml.document("informatieobject", xml::edition);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A description in memory cannot be written", impossible);
        }
    }

    /** The description of one of its files, in UTF-8. */
    static byte[] ofFile(ArchivedEdition archived, EditionFile file) {
        try {
            MdtoXml xml = new MdtoXml(archived);
            return xml.document("bestand", () -> xml.file(file));
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A description in memory cannot be written", impossible);
        }
    }

    private byte[] document(String kind, Part content) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.setDefaultNamespace(NAMESPACE);
        out.writeStartElement(NAMESPACE, "MDTO");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeNamespace("xsi", XSI);
        out.writeAttribute("xsi", XSI, "schemaLocation", SCHEMA);
        group(kind, content);
        out.writeEndElement();
        out.writeEndDocument();
        out.flush();
        return bytes.toByteArray();
    }

    private void edition() throws XMLStreamException {
        EditionSubject subject = archived.edition().subject();
        Retention retention = archived.report().retention();
        identification("identificatie", archived.identification(), SELF);
        value("naam", archived.name());
        term("aggregatieniveau", "Archiefstuk", "", "Begrippenlijst Aggregatieniveaus MDTO");
        term(
                "classificatie",
                archived.report().title(Texts.DUTCH),
                subject.report().value(),
                SELF + " rapporten");
        if (!archived.edition().reason().isEmpty()) {
            value("omschrijving", archived.edition().reason());
        }
        group("dekkingInTijd", () -> {
            term("dekkingInTijdType", "Verslagperiode", "", SELF + " dekking in tijd");
            value(
                    "dekkingInTijdBegindatum",
                    subject.period().firstMonth().atDay(1).toString());
            value(
                    "dekkingInTijdEinddatum",
                    subject.period().lastMonth().atEndOfMonth().toString());
        });
        reference("dekkingInRuimte", archived.areaName(), subject.area().value(), "CBS-gebiedscode");
        value("taal", "nl");
        for (EditionAct act : archived.edition().acts()) {
            event(act);
        }
        valuation(retention);
        term("informatiecategorie", retention.name(), retention.category(), retention.list());
        for (EditionFile file : archived.files()) {
            reference("heeftRepresentatie", file.name(), archived.identification(file), SELF);
        }
        if (archived.edition().corrects().isPresent()) {
            String corrected = "mjp-uitgave-" + archived.edition().corrects().get();
            group("gerelateerdInformatieobject", () -> {
                reference("gerelateerdInformatieobjectVerwijzing", corrected, corrected, SELF);
                term("gerelateerdInformatieobjectTypeRelatie", "Vervangt", "", SELF + " relaties");
            });
        }
        reference(
                "archiefvormer",
                "Gemeente " + archived.municipality().name(),
                archived.municipality().code().value().toLowerCase(Locale.ROOT),
                "TOOI register gemeenten compleet");
        group(
                "beperkingGebruik",
                () -> term(
                        "beperkingGebruikType",
                        archived.report().confidentiality().name().toLowerCase(Locale.ROOT),
                        "",
                        SELF + " vertrouwelijkheid"));
    }

    /** The first act makes it and the last one freezes it; what comes between is a step of ours. */
    private void event(EditionAct act) throws XMLStreamException {
        group("event", () -> {
            switch (act.state()) {
                case CONCEPT -> {
                    if (act.number() == 1) {
                        term("eventType", "Creatie", "", EVENTS);
                    } else {
                        term("eventType", "Wijziging", "", OWN_STEPS);
                    }
                }
                case GEDUID -> term("eventType", "Indiening", "", OWN_STEPS);
                case VASTGESTELD -> term("eventType", "Vaststelling", "", OWN_STEPS);
                case GEPUBLICEERD -> term("eventType", "Bevriezing", "", EVENTS);
            }
            value("eventTijd", moment(act.at()));
            reference(
                    "eventVerantwoordelijkeActor", act.role().word(), act.role().word(), SELF + " rollen");
        });
    }

    private void valuation(Retention retention) throws XMLStreamException {
        String list = "Begrippenlijst Waarderingen MDTO";
        if (retention.isPermanent()) {
            term("waardering", "Blijvend te bewaren", "B", list);
            return;
        }
        term("waardering", "Tijdelijk te bewaren", "V", list);
        LocalDate publishedOn = LocalDate.ofInstant(archived.edition().current().at(), DUTCH_TIME);
        group("bewaartermijn", () -> {
            term("termijnTriggerStartLooptijd", "Bevriezing", "", EVENTS);
            value("termijnStartdatumLooptijd", publishedOn.toString());
            value("termijnLooptijd", "P" + retention.years().orElseThrow() + "Y");
            value("termijnEinddatum", retention.endOf(publishedOn).orElseThrow().toString());
        });
    }

    private void file(EditionFile file) throws XMLStreamException {
        FileFormat format = FileFormat.of(file);
        identification("identificatie", archived.identification(file), SELF);
        value("naam", file.name());
        value("omvang", Long.toString(file.size()));
        term("bestandsformaat", format.label(), format.code(), format.list());
        group("checksum", () -> {
            term("checksumAlgoritme", "SHA-256", "", "Begrippenlijst ChecksumAlgoritme MDTO");
            value("checksumWaarde", file.sha256());
            value("checksumDatum", moment(archived.edition().current().at()));
        });
        reference("isRepresentatieVan", archived.name(), archived.identification(), SELF);
    }

    private void identification(String element, String mark, String source) throws XMLStreamException {
        group(element, () -> {
            value("identificatieKenmerk", mark);
            value("identificatieBron", source);
        });
    }

    private void reference(String element, String name, String mark, String source) throws XMLStreamException {
        group(element, () -> {
            value("verwijzingNaam", name);
            identification("verwijzingIdentificatie", mark, source);
        });
    }

    private void term(String element, String label, String code, String list) throws XMLStreamException {
        group(element, () -> {
            value("begripLabel", label);
            if (!code.isEmpty()) {
                value("begripCode", code);
            }
            group("begripBegrippenlijst", () -> value("verwijzingNaam", list));
        });
    }

    private void group(String element, Part content) throws XMLStreamException {
        out.writeStartElement(NAMESPACE, element);
        content.write();
        out.writeEndElement();
    }

    private void value(String element, String text) throws XMLStreamException {
        out.writeStartElement(NAMESPACE, element);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
