package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenDataSourceConnectorTest {
    private static final String SERVERS = "dataderden=https://a.example,opendata=https://b.example";

    @TempDir
    Path folder;

    private final OpenDataSourceConnector connector = new OpenDataSourceConnector();

    private Map<String, String> settings(String... tables) {
        Map<String, String> settings = Fixtures.settings(folder, tables);
        settings.put("servers", SERVERS);
        return settings;
    }

    private Map<String, List<String>> errors(Map<String, String> settings) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (ConfigValue value : connector.validate(settings).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }

    @Test
    void isFoundByConnect() {
        assertThat(ServiceLoader.load(SourceConnector.class))
                .extracting(Object::getClass)
                .contains((Class) OpenDataSourceConnector.class);
    }

    @Test
    void isExactlyOnceWithOneTransactionAPoll() {
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.canDefineTransactionBoundaries(Map.of()))
                .isEqualTo(ConnectorTransactionBoundaries.UNSUPPORTED);
    }

    @Test
    void acceptsGoodSettings() {
        assertThat(errors(settings(Fixtures.MONTHLY_OFFENCES, Fixtures.SURVEY))).isEmpty();
    }

    @Test
    void refusesATableOnAServerWithoutAddress() {
        Map<String, String> settings = settings(Fixtures.OBSERVATIONS);
        assertThat(errors(settings))
                .containsOnly(Map.entry(
                        "servers",
                        List.of("Table '47022NED' is on server 'datasets', which is not among [dataderden, opendata]: "
                                + "add its address.")));
    }

    @ParameterizedTest
    @CsvSource({
        "dataderden, Write each server as name=address",
        "dataderden=, The address must begin with https://",
        "dataderden=ftp://a.example, The address must begin with https://",
        "dataderden=https://a b.example, This is no address",
        "dataderden=${env:MJP_OPENDATA_SERVERS}, This is no address"
    })
    void refusesAnAddressThatIsNone(String servers, String message) {
        Map<String, String> settings = settings(Fixtures.MONTHLY_OFFENCES);
        settings.put("servers", servers);
        assertThat(errors(settings)).containsOnlyKeys("servers");
        assertThat(errors(settings).get("servers").get(0)).contains(message);
    }

    @Test
    void refusesFilesWithoutAFolder() {
        Map<String, String> settings = settings(Fixtures.SURVEY);
        settings.put("files.folder", "");
        assertThat(errors(settings)).containsOnlyKeys("files.folder");
        settings.put(
                "tables",
                Fixtures.definitions(folder, Fixtures.SURVEY, Fixtures.MONTHLY_OFFENCES)
                        .toString());
        settings.put("tables.include", "47022NED");
        assertThat(errors(settings)).isEmpty();
    }

    @Test
    void refusesATableThatIsNotDefined() {
        Map<String, String> settings = settings(Fixtures.SURVEY);
        settings.put("tables.include", "47022NED");
        assertThat(errors(settings).get("tables.include").get(0))
                .contains("No such table; there are [veiligheidsmonitor]");
    }

    @Test
    void refusesDefinitionsThatCannotBeReadAndSaysWhere() {
        Map<String, String> settings =
                settings(Fixtures.SURVEY.replace("\"kind\": \"perception\"", "\"kind\": \"mood\""));
        assertThat(errors(settings).get("tables").get(0)).startsWith("line 3: ").contains("mood", "perception");
        settings.put("tables", folder.resolve("nowhere.json").toString());
        assertThat(errors(settings).get("tables").get(0)).contains("cannot be read", "nowhere.json");
    }

    @Test
    void givesEachTableToOneTask() {
        connector.start(settings(Fixtures.MONTHLY_OFFENCES, Fixtures.SURVEY, Fixtures.PORTAL_POPULATION));
        assertThat(connector.taskConfigs(2))
                .extracting(task -> task.get("tables.include"))
                .containsExactly("47022NED,veiligheidsmonitor", "bevolking");
        assertThat(connector.taskConfigs(9)).hasSize(3);
    }

    @Test
    void letsOffsetsBeResetButNotEdited() {
        Map<Map<String, ?>, Map<String, ?>> reset = new HashMap<>();
        reset.put(Map.of("table", "47022NED"), null);
        assertThat(connector.alterOffsets(Map.of(), reset)).isTrue();
        Map<Map<String, ?>, Map<String, ?>> edit = Map.of(Map.of("table", "47022NED"), Map.of("revision", 7));
        assertThatThrownBy(() -> connector.alterOffsets(Map.of(), edit))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("reset them instead");
    }

    /** The definition in connectors/ is one this connector accepts, with what the worker's environment must add. */
    @Test
    void acceptsItsOwnDefinition() {
        JsonNode definition = JsonMapper.shared().readTree(Path.of("connectors/opendata.json"));
        Map<String, String> config = new HashMap<>();
        definition
                .path("config")
                .propertyStream()
                .forEach(setting ->
                        config.put(setting.getKey(), setting.getValue().asString()));
        config.put("files.folder", folder.toString());
        config.put("servers", SERVERS);
        assertThat(errors(config)).isEmpty();
        config.put("servers", "");
        assertThat(errors(config)).isEmpty();
    }

    @Test
    void leavesServicesAloneWhenNoServerIsGiven() {
        Map<String, String> settings = settings(Fixtures.MONTHLY_OFFENCES, Fixtures.SURVEY);
        settings.put("servers", "");

        assertThat(errors(settings)).isEmpty();
        connector.start(settings);
        assertThat(connector.taskConfigs(2))
                .extracting(task -> task.get("tables.include"))
                .containsExactly("veiligheidsmonitor");
    }

    @Test
    void refusesToReadNothing() {
        Map<String, String> settings = settings(Fixtures.MONTHLY_OFFENCES);
        settings.put("servers", "");
        assertThat(errors(settings)).containsOnlyKeys("servers");
    }
}
