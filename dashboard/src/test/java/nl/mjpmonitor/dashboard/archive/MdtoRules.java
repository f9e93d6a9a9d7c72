package nl.mjpmonitor.dashboard.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The rules of the XML schema of MDTO, version 1.0.1 and 1.0.2: which elements stand in which, in this order, how often, and what a value
 * looks like. {@code ?} is at most once, {@code *} any number, {@code +} at least once.
 */
final class MdtoRules {

    private static final Map<String, List<String>> CONTENT = Map.ofEntries(
            Map.entry(
                    "informatieobject",
                    List.of(
                            "identificatie+",
                            "naam",
                            "aggregatieniveau?",
                            "classificatie*",
                            "trefwoord*",
                            "omschrijving*",
                            "raadpleeglocatie?",
                            "dekkingInTijd*",
                            "dekkingInRuimte*",
                            "taal*",
                            "event*",
                            "waardering",
                            "bewaartermijn?",
                            "informatiecategorie?",
                            "isOnderdeelVan*",
                            "bevatOnderdeel*",
                            "heeftRepresentatie*",
                            "aanvullendeMetagegevens*",
                            "gerelateerdInformatieobject*",
                            "archiefvormer+",
                            "betrokkene*",
                            "activiteit?",
                            "beperkingGebruik+")),
            Map.entry(
                    "bestand",
                    List.of(
                            "identificatie+",
                            "naam",
                            "omvang",
                            "bestandsformaat",
                            "checksum+",
                            "URLBestand?",
                            "isRepresentatieVan")),
            Map.entry("identificatie", List.of("identificatieKenmerk", "identificatieBron")),
            Map.entry("verwijzing", List.of("verwijzingNaam", "verwijzingIdentificatie?")),
            Map.entry("begrip", List.of("begripLabel", "begripCode?", "begripBegrippenlijst")),
            Map.entry(
                    "dekkingInTijd",
                    List.of("dekkingInTijdType", "dekkingInTijdBegindatum", "dekkingInTijdEinddatum?")),
            Map.entry("event", List.of("eventType", "eventTijd?", "eventVerantwoordelijkeActor?", "eventResultaat?")),
            Map.entry(
                    "gerelateerdInformatieobject",
                    List.of("gerelateerdInformatieobjectVerwijzing", "gerelateerdInformatieobjectTypeRelatie")),
            Map.entry(
                    "beperkingGebruik",
                    List.of(
                            "beperkingGebruikType",
                            "beperkingGebruikNadereBeschrijving?",
                            "beperkingGebruikDocumentatie*",
                            "beperkingGebruikTermijn?")),
            Map.entry(
                    "termijn",
                    List.of(
                            "termijnTriggerStartLooptijd?",
                            "termijnStartdatumLooptijd?",
                            "termijnLooptijd?",
                            "termijnEinddatum?")),
            Map.entry("checksum", List.of("checksumAlgoritme", "checksumWaarde", "checksumDatum")));

    /** Of which kind an element is, where its name does not say so. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("verwijzingIdentificatie", "identificatie"),
            Map.entry("begripBegrippenlijst", "verwijzing"),
            Map.entry("dekkingInRuimte", "verwijzing"),
            Map.entry("eventVerantwoordelijkeActor", "verwijzing"),
            Map.entry("heeftRepresentatie", "verwijzing"),
            Map.entry("isRepresentatieVan", "verwijzing"),
            Map.entry("archiefvormer", "verwijzing"),
            Map.entry("gerelateerdInformatieobjectVerwijzing", "verwijzing"),
            Map.entry("aggregatieniveau", "begrip"),
            Map.entry("classificatie", "begrip"),
            Map.entry("dekkingInTijdType", "begrip"),
            Map.entry("eventType", "begrip"),
            Map.entry("waardering", "begrip"),
            Map.entry("informatiecategorie", "begrip"),
            Map.entry("gerelateerdInformatieobjectTypeRelatie", "begrip"),
            Map.entry("beperkingGebruikType", "begrip"),
            Map.entry("termijnTriggerStartLooptijd", "begrip"),
            Map.entry("bestandsformaat", "begrip"),
            Map.entry("checksumAlgoritme", "begrip"),
            Map.entry("bewaartermijn", "termijn"));

    private static final Map<String, Consumer<String>> VALUES = Map.of(
            "dekkingInTijdBegindatum", LocalDate::parse,
            "dekkingInTijdEinddatum", LocalDate::parse,
            "termijnStartdatumLooptijd", LocalDate::parse,
            "termijnEinddatum", LocalDate::parse,
            "termijnLooptijd", Period::parse,
            "eventTijd", OffsetDateTime::parse,
            "checksumDatum", OffsetDateTime::parse,
            "omvang", Long::parseUnsignedLong,
            "URLBestand", URI::create,
            "taal", text -> assertThat(text).matches("[a-z]{2}"));

    private MdtoRules() {}

    /** Holds a description to the rules, and gives the informatieobject or bestand in it. */
    static Element hold(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        assertThat(root.getLocalName()).isEqualTo("MDTO");
        List<Element> objects = children(root);
        assertThat(objects).extracting(Element::getLocalName).singleElement().isIn("informatieobject", "bestand");
        hold(objects.getFirst());
        return objects.getFirst();
    }

    private static void hold(Element element) {
        assertThat(element.getNamespaceURI()).isEqualTo("https://www.nationaalarchief.nl/mdto");
        String name = element.getLocalName();
        List<String> content = CONTENT.get(KINDS.getOrDefault(name, name));
        List<Element> children = children(element);
        if (content == null) {
            assertThat(children).as(name).isEmpty();
            assertThat(element.getTextContent()).as(name).isNotBlank();
            VALUES.getOrDefault(name, text -> {}).accept(element.getTextContent());
            return;
        }
        String pattern = String.join(
                "",
                content.stream()
                        .map(rule -> rule.matches(".*[?*+]")
                                ? "(" + rule.substring(0, rule.length() - 1) + ";)" + rule.substring(rule.length() - 1)
                                : "(" + rule + ";)")
                        .toList());
        assertThat(String.join(
                        "",
                        children.stream()
                                .map(child -> child.getLocalName() + ";")
                                .toList()))
                .as("content of " + name)
                .matches(pattern);
        children.forEach(MdtoRules::hold);
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                children.add(one);
            }
        }
        return children;
    }

    /** The first text below these elements, from outside to inside. */
    static String text(Element element, String... path) {
        Element at = element;
        for (String name : path) {
            at = children(at).stream()
                    .filter(child -> child.getLocalName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + name));
        }
        return at.getTextContent();
    }
}
