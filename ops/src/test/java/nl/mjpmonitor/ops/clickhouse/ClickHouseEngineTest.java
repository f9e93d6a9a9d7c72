package nl.mjpmonitor.ops.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ClickHouseEngineTest {

    private static final Path NPM = Path.of("npm");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"http://server:8123", "jdbc:clickhouse://server:8123", "jdbc:ch://server:8123"})
    void aGivenServerComesFirst(String url) throws Exception {
        ClickHouseEngine engine =
                ClickHouseEngine.choose(Map.of("CLICKHOUSE_URL", url, "CLICKHOUSE_BIN", "/nowhere"), folder, NPM);
        assertThat(engine.process(site())).isEmpty();
        assertThat(engine.address(site())).isEqualTo(URI.create("http://server:8123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server:8123", "ftp://server", "http://", "not a url"})
    void anAddressThatCannotBeUsedIsRefused(String url) {
        assertThatThrownBy(() -> ClickHouseEngine.choose(Map.of("CLICKHOUSE_URL", url), folder, NPM))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("CLICKHOUSE_URL");
    }

    @Test
    void aProgramThatIsNamedMustBeThere() {
        assertThatThrownBy(() -> ClickHouseEngine.choose(Map.of("CLICKHOUSE_BIN", "/nowhere/clickhouse"), folder, NPM))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("/nowhere/clickhouse is not a program that can be run.");
    }

    @Test
    void theEmbeddedEngineComesLastAndTakesItsPasswordFromTheEnvironment() throws Exception {
        ClickHouseEngine engine = ClickHouseEngine.choose(
                Map.of("PATH", folder.toString(), EngineLibrary.INTEGRITY_VARIABLE, "sha512-x"), folder, NPM);
        ClickHouseProcess process = engine.process(site()).orElseThrow();
        assertThat(process.command())
                .contains(GatewayMain.class.getName(), "--port", "18123", "--metrics-port", "18363")
                .doesNotContain("secret & <more>");
        assertThat(process.environment()).containsEntry("CLICKHOUSE_PASSWORD", "secret & <more>");
        assertThat(process).asString().doesNotContain("secret");
        assertThat(engine.address(site())).isEqualTo(URI.create("http://127.0.0.1:18123"));
    }

    @ParameterizedTest
    @CsvSource({"25,3,true", "25,2,false", "26,1,true", "24,12,false", "18,16,false"})
    void versionsAreCompared(int major, int minor, boolean recentEnough) {
        assertThat(ClickHouseBinary.isRecentEnough(major, minor)).isEqualTo(recentEnough);
    }

    @Test
    void aServerOfOurOwnListensOnLoopbackForOneUser() throws Exception {
        ClickHouseProcess process = new ClickHouseBinary(Path.of("/usr/bin/clickhouse"), "25.8.1.1").serverFor(site());
        process.preparation().prepare();
        Path configuration = folder.resolve("data").resolve("configuration");
        assertThat(process.command())
                .containsExactly(
                        "/usr/bin/clickhouse", "server", "--config-file=" + configuration.resolve("config.xml"));
        Document config = parse(configuration.resolve("config.xml"));
        assertThat(text(config, "listen_host")).isEqualTo("127.0.0.1");
        assertThat(text(config, "http_port")).isEqualTo("18123");
        assertThat(config.getElementsByTagName("tcp_port").getLength()).isZero();
        assertThat(text(config, "endpoint")).isEqualTo("/metrics");
        assertThat(config.getElementsByTagName("prometheus").item(0).getTextContent())
                .contains("18363");
        Document users = parse(configuration.resolve("users.xml"));
        assertThat(users.getElementsByTagName("mjp").getLength()).isEqualTo(1);
        assertThat(text(users, "password_sha256_hex")).hasSize(64);
        assertThat(Files.readString(configuration.resolve("users.xml"))).doesNotContain("secret");
        assertThat(Files.getPosixFilePermissions(configuration.resolve("users.xml")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSiteNeedsAPlainUserAndAPassword() {
        assertThatThrownBy(() -> new ClickHouseSite(folder, 1, 2, "a><b", "x")).hasMessageContaining("CLICKHOUSE_USER");
        assertThatThrownBy(() -> new ClickHouseSite(folder, 1, 2, "a", " "))
                .hasMessageContaining("CLICKHOUSE_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,LINUX_X64",
        "Linux,aarch64,LINUX_ARM64",
        "Mac OS X,aarch64,MAC_ARM64",
        "Mac OS X,x86_64,MAC_X64",
        "Windows 11,amd64,",
        "Linux,riscv64,"
    })
    void knowsThePlatforms(String system, String architecture, EnginePlatform platform) {
        assertThat(EnginePlatform.of(system, architecture).orElse(null)).isEqualTo(platform);
    }

    private ClickHouseSite site() {
        return new ClickHouseSite(folder.resolve("data"), 18123, 18363, "mjp", "secret & <more>");
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static String text(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }
}
