package nl.mjpmonitor.dashboard.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.sail.Sail;
import org.eclipse.rdf4j.sail.SailConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DashboardTest
@AutoConfigureMockMvc
class OpenDataTest {

    private static final String CSV = "/opendata/zakkenrollerij.csv";

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private IndicatorCatalogue catalogue;

    @Autowired
    private Areas areas;

    @BeforeEach
    void fill() {
        warehouse.clear();
        PublishedFigures.fill(warehouse, areas, Instant.parse("2026-10-15T06:00:00Z"));
    }

    @Test
    void everybodyGetsThePublicFigures() {
        MvcTestResult result = mvc.get().uri(CSV).exchange();

        assertThat(result).hasStatusOk().hasContentTypeCompatibleWith(MediaType.parseMediaType("text/csv"));
        assertThat(text(result).lines())
                .hasSizeGreaterThan(60)
                .anyMatch(line -> line.startsWith("zakkenrollerij,GM0935,Maastricht,2023-12,"));
        assertThat(mvc.get().uri("/opendata/zakkenrollerij.json").exchange())
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
    }

    @Test
    void nothingElseIsGiven() {
        assertThat(catalogue.indicators())
                .filteredOn(indicator -> indicator.confidentiality() != Confidentiality.OPENBAAR)
                .isNotEmpty()
                .allSatisfy(indicator -> assertThat(mvc.get()
                                .uri("/opendata/" + indicator.id() + ".csv")
                                .exchange())
                        .hasStatus(404));
        assertThat(mvc.get().uri("/opendata/bestaat-niet.csv").exchange()).hasStatus(404);
        assertThat(mvc.post().uri(CSV).exchange()).hasStatus4xxClientError();
    }

    @Test
    void theTagLivesAsLongAsTheFigures() {
        String tag = tag(mvc.get().uri(CSV).exchange());
        long questions = warehouse.questions();

        MvcTestResult again =
                mvc.get().uri(CSV).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
        assertThat(again).hasStatus(304).hasHeader(HttpHeaders.ETAG, tag);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
        assertThat(warehouse.questions()).isEqualTo(questions);

        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 5), 1);
        MvcTestResult changed =
                mvc.get().uri(CSV).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
        assertThat(changed).hasStatusOk();
        assertThat(tag(changed)).isNotEqualTo(tag).doesNotStartWith("W/");
    }

    @Test
    void thePackedFileHasATagOfItsOwnAndTheSameContent() throws IOException {
        MvcTestResult plain = mvc.get().uri(CSV).exchange();
        MvcTestResult packed = mvc.get()
                .uri(CSV)
                .header(HttpHeaders.ACCEPT_ENCODING, "br, gzip;q=0.8")
                .exchange();

        assertThat(packed).hasHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        assertThat(varies(packed)).contains(HttpHeaders.ACCEPT_ENCODING);
        assertThat(tag(packed)).isNotEqualTo(tag(plain));
        try (GZIPInputStream in = new GZIPInputStream(
                new ByteArrayInputStream(packed.getResponse().getContentAsByteArray()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text(plain));
        }
        assertThat(mvc.get()
                        .uri(CSV)
                        .header(HttpHeaders.ACCEPT_ENCODING, "gzip;q=0")
                        .exchange())
                .doesNotContainHeader(HttpHeaders.CONTENT_ENCODING);
    }

    @Test
    void aReaderCanAskForTheHeadersOnly() {
        MvcTestResult result = mvc.head().uri(CSV).exchange();

        assertThat(result)
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, tag(mvc.get().uri(CSV).exchange()));
        assertThat(result).hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=60, public");
    }

    @Test
    void theCatalogueTellsOfEveryPublicIndicatorAndNoOther() {
        MvcTestResult result = mvc.get().uri("/opendata").exchange();
        assertThat(result).hasStatusOk().hasContentTypeCompatibleWith("application/ld+json");
        JsonNode root = mapper.readTree(text(result));

        assertThat(root.get("@type").asString()).isEqualTo("dcat:Catalog");
        assertThat(root.get("dcat:dataset")
                        .valueStream()
                        .map(dataset -> dataset.get("dct:identifier").asString()))
                .contains("http://localhost/opendata/zakkenrollerij")
                .doesNotContainAnyElementsOf(catalogue.indicators().stream()
                        .filter(indicator -> indicator.confidentiality() != Confidentiality.OPENBAAR)
                        .map(Indicator::id)
                        .map(id -> "http://localhost/opendata/" + id)
                        .toList());
        assertThat(root.get("dcat:dataset").valueStream()).allSatisfy(dataset -> {
            assertThat(dataset.get("dct:title").get("@value").asString()).isNotBlank();
            assertThat(dataset.get("dcat:distribution").valueStream()).hasSize(2);
        });
        String address = root.get("dcat:dataset")
                .get(0)
                .get("dcat:distribution")
                .get(0)
                .get("dcat:downloadURL")
                .get("@id")
                .asString();
        assertThat(mvc.get().uri(URI.create(address)).exchange()).hasStatusOk();
    }

    @Test
    void theCatalogueSaysTheSameInTurtle() throws IOException {
        MvcTestResult turtle = mvc.get().uri("/opendata/catalogus.ttl").exchange();
        assertThat(turtle).hasStatusOk().hasContentTypeCompatibleWith("text/turtle");
        Model said = Rio.parse(new StringReader(text(turtle)), RDFFormat.TURTLE);
        Model meant = Rio.parse(
                new StringReader(
                        text(mvc.get().uri("/opendata/catalogus.jsonld").exchange())),
                RDFFormat.JSONLD);

        assertThat(Models.isomorphic(said, meant)).isTrue();
        Set<Resource> datasets = said.filter(null, RDF.TYPE, DCAT.DATASET).subjects();
        assertThat(datasets).hasSizeGreaterThan(10).allSatisfy(dataset -> {
            assertThat(said.filter(dataset, DCTERMS.TITLE, null)).hasSize(1);
            assertThat(said.filter(dataset, DCAT.HAS_DISTRIBUTION, null)).hasSize(2);
        });
        assertThat(said.filter(null, DCTERMS.TITLE, null).objects())
                .contains(SimpleValueFactory.getInstance().createLiteral("Zakkenrollerij", "nl"));
    }

    /** What DCAT-AP-NL 3.0 calls required ('verplicht'), and how often: class, property, least, most. */
    @ParameterizedTest
    @CsvSource({
        "Catalog, dct:title, 1, 1",
        "Catalog, dct:description, 1, 1",
        "Catalog, dct:publisher, 1, 1",
        "Catalog, dcat:contactPoint, 1, 1",
        "Catalog, dcat:dataset, 1, 1000",
        "Dataset, dct:title, 1, 1",
        "Dataset, dct:description, 1, 1",
        "Dataset, dct:identifier, 1, 1",
        "Dataset, dct:accessRights, 1, 1",
        "Dataset, dct:publisher, 1, 1",
        "Dataset, dct:creator, 1, 1",
        "Dataset, dcat:contactPoint, 1, 1",
        "Dataset, dcat:theme, 1, 10",
        "Distribution, dcat:accessURL, 1, 1",
        "Distribution, dct:license, 1, 1"
    })
    void everythingThatTheProfileRequiresIsThere(String kind, String property, int least, int most) throws IOException {
        Model catalogued = Rio.parse(
                new StringReader(text(mvc.get().uri("/opendata/catalogus.ttl").exchange())), RDFFormat.TURTLE);
        IRI wanted = property.startsWith("dct:")
                ? Values.iri(DCTERMS.NAMESPACE, property.substring(4))
                : Values.iri(DCAT.NAMESPACE, property.substring(5));

        assertThat(catalogued
                        .filter(null, RDF.TYPE, Values.iri(DCAT.NAMESPACE, kind))
                        .subjects())
                .isNotEmpty()
                .allSatisfy(subject ->
                        assertThat(catalogued.filter(subject, wanted, null)).hasSizeBetween(least, most));
    }

    /** The shapes are not ours to spread: Geonovum gives them with the profile, at docs.geostandaarden.nl/dcat/dcat-ap-nl30. */
    @Test
    @EnabledIfEnvironmentVariable(
            named = "MJP_DCAT_SHAPES",
            matches = ".+",
            disabledReason = "Put the folder with the shapes of DCAT-AP-NL 3.0 (*.ttl) in MJP_DCAT_SHAPES")
    void theCatalogueHoldsToTheShapesOfTheProfile() throws IOException {
        Model catalogue = Rio.parse(
                new StringReader(text(mvc.get().uri("/opendata/catalogus.ttl").exchange())), RDFFormat.TURTLE);
        Model shapes = new LinkedHashModel();
        try (Stream<Path> files = Files.list(Path.of(System.getenv("MJP_DCAT_SHAPES")))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".ttl")).toList()) {
                shapes.addAll(Rio.parse(Files.newBufferedReader(file), RDFFormat.TURTLE));
            }
        }

        assertThat(violations(catalogue, shapes)).isEmpty();
        catalogue.remove(null, DCTERMS.IDENTIFIER, null);
        assertThat(violations(catalogue, shapes)).isNotEmpty();
    }

    /** What the profile demands and is not there; what it only recommends is left out. */
    private static List<String> violations(Model catalogue, Model shapes) {
        Model report = ShaclValidator.validate(kept(catalogue), kept(shapes)).asModel();
        return report.filter(null, SHACL.RESULT_SEVERITY, SHACL.VIOLATION).subjects().stream()
                .map(result -> report.filter(result, null, null).toString())
                .toList();
    }

    private static Sail kept(Model statements) {
        MemoryStore store = new MemoryStore();
        try (SailConnection connection = store.getConnection()) {
            connection.begin();
            statements.forEach(statement ->
                    connection.addStatement(statement.getSubject(), statement.getPredicate(), statement.getObject()));
            connection.commit();
        }
        return store;
    }

    @Test
    void whoPublishesHasANameAndWhoAnswersHasAnAddress() throws IOException {
        Model catalogued = Rio.parse(
                new StringReader(text(mvc.get().uri("/opendata/catalogus.ttl").exchange())), RDFFormat.TURTLE);

        for (IRI role : List.of(DCTERMS.PUBLISHER, DCTERMS.CREATOR)) {
            assertThat(catalogued.filter(null, role, null).objects())
                    .singleElement()
                    .satisfies(agent -> {
                        assertThat(catalogued.filter((Resource) agent, RDF.TYPE, FOAF.AGENT))
                                .hasSize(1);
                        assertThat(catalogued.filter((Resource) agent, FOAF.NAME, null))
                                .hasSize(1);
                    });
        }
        assertThat(catalogued.filter(null, DCAT.CONTACT_POINT, null).objects())
                .isNotEmpty()
                .allSatisfy(contact -> assertThat(catalogued.filter((Resource) contact, VCARD4.HAS_URL, null))
                        .hasSize(1));
    }

    @Test
    void theReaderChoosesTheForm() {
        assertThat(asked("/opendata", "text/turtle")).hasStatusOk().hasContentTypeCompatibleWith("text/turtle");
        assertThat(asked("/opendata", "text/html, application/xml;q=0.9, */*;q=0.8"))
                .hasContentTypeCompatibleWith("application/ld+json");
        assertThat(asked("/opendata", "application/json")).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(asked("/opendata", "text/turtle;q=0.3, application/ld+json;q=0.7"))
                .hasContentTypeCompatibleWith("application/ld+json");
        MvcTestResult figures = asked("/opendata/zakkenrollerij", "application/json");
        assertThat(figures).hasStatusOk().hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(varies(figures)).contains(HttpHeaders.ACCEPT);
        assertThat(asked("/opendata/zakkenrollerij", "*/*")).hasContentTypeCompatibleWith("text/csv");
    }

    @Test
    void whatThereIsNotInThatFormIsSaid() {
        for (String address : List.of("/opendata", "/opendata/zakkenrollerij")) {
            MvcTestResult result = asked(address, "application/rdf+xml");
            assertThat(result).hasStatus(406).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(text(result)).contains("Dit is er als");
        }
        assertThat(text(asked("/opendata/zakkenrollerij", "image/png"))).contains("text/csv, application/json");
        assertThat(asked("/opendata", "text/turtle;q=0")).hasStatus(406);
        assertThat(asked("/opendata", "dit is geen vorm")).hasStatus(406);
    }

    private MvcTestResult asked(String address, String accept) {
        return mvc.get().uri(address).header(HttpHeaders.ACCEPT, accept).exchange();
    }

    @Test
    void withoutTheWarehouseTheAnswerIsToTryAgain() {
        warehouse.goAway();

        assertThat(mvc.get().uri(CSV).exchange())
                .hasStatus(503)
                .hasHeader(HttpHeaders.RETRY_AFTER, "5")
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        warehouse.comeBack();
    }

    private static List<String> varies(MvcTestResult result) {
        return result.getResponse().getHeaders(HttpHeaders.VARY).stream()
                .flatMap(names -> Stream.of(names.split(", *")))
                .toList();
    }

    private static String tag(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader(HttpHeaders.ETAG));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
