package nl.mjpmonitor.dashboard.opendata;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.mjpmonitor.dashboard.figures.DemoMark;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of the open data in the terms of DCAT-AP-NL 3.0, as JSON-LD and as Turtle, so that data portals can take it over. */
@Component
class OpenDataCatalogue {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DUTCH = "http://publications.europa.eu/resource/authority/language/NLD";
    private static final String PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
    private static final String JUSTICE = "http://publications.europa.eu/resource/authority/data-theme/JUST";
    private static final String FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/";
    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String MEDIA_TYPE = "http://www.iana.org/assignments/media-types/";
    private static final String MUNICIPALITY = "https://identifier.overheid.nl/tooi/id/gemeente/";

    private static final Map<String, String> PREFIXES = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "vcard", "http://www.w3.org/2006/vcard/ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#")));

    private final OpenFigures figures;
    private final Areas areas;
    private final DemoMark.Setting demo;
    private final Texts texts;
    private final String licence;

    OpenDataCatalogue(
            OpenFigures figures,
            Areas areas,
            DemoMark.Setting demo,
            Texts texts,
            @Value("${mjp.opendata.licence}") String licence) {
        this.figures = figures;
        this.areas = areas;
        this.demo = demo;
        this.texts = texts;
        this.licence = licence;
    }

    /** @param root address of the open data, as the reader knows it */
    String jsonLd(String root) {
        ObjectNode catalogue = MAPPER.createObjectNode();
        ObjectNode context = catalogue.putObject("@context");
        PREFIXES.forEach(context::put);
        catalogue.put("@id", root);
        catalogue.put("@type", "dcat:Catalog");
        texts(catalogue, "dct:title", word("opendata.title"));
        texts(catalogue, "dct:description", description(word("opendata.description")));
        publisher(catalogue.putObject("dct:publisher"));
        contact(catalogue.putObject("dcat:contactPoint"), root);
        reference(catalogue, "dct:language", DUTCH);
        reference(catalogue, "dct:license", licence);
        reference(catalogue, "foaf:homepage", root);
        reference(catalogue, "dcat:themeTaxonomy", "http://publications.europa.eu/resource/authority/data-theme");
        ArrayNode datasets = catalogue.putArray("dcat:dataset");
        figures.indicators().forEach(indicator -> dataset(datasets.addObject(), indicator, root));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(catalogue);
    }

    /**
     * The same statements, no more and no less.
     *
     * @param root address of the open data, as the reader knows it
     */
    String turtle(String root) {
        return Turtle.of(jsonLd(root), PREFIXES);
    }

    private void dataset(ObjectNode dataset, Indicator indicator, String root) {
        String address = root + "/" + indicator.id();
        dataset.put("@id", address);
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:identifier", address);
        texts(dataset, "dct:title", indicator.name().in(Texts.DUTCH));
        texts(
                dataset,
                "dct:description",
                description(indicator.definition().in(Texts.DUTCH) + " "
                        + texts.getTranslation(
                                "opendata.unit",
                                Texts.DUTCH,
                                indicator.unit().label().in(Texts.DUTCH),
                                word("source." + indicator.source()))));
        publisher(dataset.putObject("dct:publisher"));
        reference(dataset, "dct:creator", municipality());
        contact(dataset.putObject("dcat:contactPoint"), root);
        reference(dataset, "dcat:theme", JUSTICE);
        reference(dataset, "dct:accessRights", PUBLIC);
        reference(dataset, "dct:license", licence);
        reference(dataset, "dct:language", DUTCH);
        reference(dataset, "dct:accrualPeriodicity", FREQUENCY + frequency(OpenFigures.grain(indicator)));
        reference(dataset, "dct:spatial", municipality());
        ObjectNode period = dataset.putObject("dct:temporal");
        period.put("@type", "dct:PeriodOfTime");
        ObjectNode start = period.putObject("dcat:startDate");
        start.put("@type", "xsd:gYearMonth");
        start.put("@value", indicator.definedFrom().toString());
        ArrayNode keywords = dataset.putArray("dcat:keyword");
        keyword(keywords, indicator.theme());
        indicator.aliases().forEach(alias -> keyword(keywords, alias));
        ArrayNode distributions = dataset.putArray("dcat:distribution");
        distribution(distributions.addObject(), address + ".csv", "CSV", "text/csv");
        distribution(distributions.addObject(), address + ".json", "JSON", "application/json");
    }

    private void distribution(ObjectNode distribution, String address, String form, String mediaType) {
        distribution.put("@id", address);
        distribution.put("@type", "dcat:Distribution");
        texts(distribution, "dct:title", form);
        reference(distribution, "dcat:accessURL", address);
        reference(distribution, "dcat:downloadURL", address);
        reference(distribution, "dct:format", FILE_TYPE + form);
        reference(distribution, "dcat:mediaType", MEDIA_TYPE + mediaType);
        reference(distribution, "dct:license", licence);
    }

    private void publisher(ObjectNode publisher) {
        publisher.put("@id", municipality());
        publisher.put("@type", "foaf:Agent");
        texts(publisher, "foaf:name", organisation());
    }

    private void contact(ObjectNode contact, String root) {
        contact.putArray("@type").add("vcard:Organization").add("vcard:Kind");
        contact.put("vcard:fn", organisation());
        reference(contact, "vcard:hasURL", root);
    }

    private String organisation() {
        return texts.getTranslation(
                "report.organisation", Texts.DUTCH, areas.municipality().name());
    }

    private String municipality() {
        return MUNICIPALITY + areas.municipality().code().value().toLowerCase(Locale.ROOT);
    }

    private String description(String text) {
        return demo.isDemonstration() ? text + " " + word("app.demo") + "." : text;
    }

    private static String frequency(PeriodGrain grain) {
        return switch (grain) {
            case MONTH, YEAR_TO_DATE, ROLLING_YEAR -> "MONTHLY";
            case QUARTER -> "QUARTERLY";
            case YEAR -> "ANNUAL";
            case SPAN -> "IRREG";
        };
    }

    private static void keyword(ArrayNode keywords, String word) {
        ObjectNode keyword = keywords.addObject();
        keyword.put("@language", "nl");
        keyword.put("@value", word);
    }

    private static void texts(ObjectNode node, String property, String dutch) {
        ObjectNode text = node.putObject(property);
        text.put("@language", "nl");
        text.put("@value", dutch);
    }

    private static void reference(ObjectNode node, String property, String address) {
        node.putObject(property).put("@id", address);
    }

    private String word(String key) {
        return texts.getTranslation(key, Texts.DUTCH);
    }
}
