package nl.mjpmonitor.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.HotspotSettings;
import nl.mjpmonitor.warehouse.thresholds.StepNorms;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarehouseJobOptionsTest {

    private static final String NEEDED =
            "--bootstrap 127.0.0.1:9092 --clickhouse-url jdbc:clickhouse://127.0.0.1:8123 --state-dir /var/state";

    @Test
    void whatIsNotGivenHasADefault() {
        WarehouseJobOptions options = parse(NEEDED);

        assertThat(options.bootstrap()).isEqualTo("127.0.0.1:9092");
        assertThat(options.clickHouseUrl()).isEqualTo("jdbc:clickhouse://127.0.0.1:8123");
        assertThat(options.stateDirectory()).isEqualTo(Path.of("/var/state").toUri());
        assertThat(options.embedded()).isFalse();
        assertThat(options.restore()).isEqualTo(WarehouseJobOptions.Restore.NEWEST);
        assertThat(options.contracts()).isEmpty();
        assertThat(options.checkpointInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.rejectedTopic()).isEqualTo("mjp.rejected");
        assertThat(options.signalTopic()).isEqualTo("mjp.signalen");
        assertThat(options.thresholds().signals()).isEqualTo(SignalSettings.USUAL);
    }

    @Test
    void everythingCanBeGiven(@TempDir Path folder) {
        WarehouseJobOptions options = parse(NEEDED + " --embedded true --rest-port 18081 --metrics-port 19249 --restore"
                + " none --parallelism 4 --checkpoint-interval-ms 500 --flush-interval-ms 50 --batch-rows 7"
                + " --max-event-bytes 2048 --rejected-topic bad --consumer-group mine --signal-topic seen"
                + " --signals per-dag=40,stil-minuten.melddesk=3 --contracts " + folder);

        assertThat(options.embedded()).isTrue();
        assertThat(options.restPort()).isEqualTo(18_081);
        assertThat(options.metricsPort()).hasValue(19_249);
        assertThat(options.restore()).isEqualTo(WarehouseJobOptions.Restore.NONE);
        assertThat(options.parallelism()).isEqualTo(4);
        assertThat(options.checkpointInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.flushInterval()).isEqualTo(Duration.ofMillis(50));
        assertThat(options.batchRows()).isEqualTo(7);
        assertThat(options.maxEventBytes()).isEqualTo(2_048);
        assertThat(options.rejectedTopic()).isEqualTo("bad");
        assertThat(options.signalTopic()).isEqualTo("seen");
        assertThat(options.thresholds().signals().value(SignalSetting.MOST_A_DAY))
                .isEqualTo(40);
        assertThat(options.thresholds().signals().silence("melddesk")).isEqualTo(Duration.ofMinutes(3));
        assertThat(options.consumerGroup()).isEqualTo("mine");
        assertThat(options.contracts()).hasValue(folder);
    }

    @Test
    void itCanGoOnFromASavepoint() {
        assertThat(parse(NEEDED + " --restore newest").restore()).isEqualTo(WarehouseJobOptions.Restore.NEWEST);
        assertThat(parse(NEEDED + " --restore file:/var/savepoints/one").restore())
                .isEqualTo(WarehouseJobOptions.Restore.from(URI.create("file:/var/savepoints/one")));
        assertThat(parse(NEEDED + " --restore /var/savepoints/one").restore())
                .isEqualTo(WarehouseJobOptions.Restore.from(
                        Path.of("/var/savepoints/one").toUri()));
    }

    @Test
    void whenSomethingIsPointedOutCanBeSet() {
        assertThat(parse(NEEDED).thresholds()).isEqualTo(StreamThresholds.USUAL);
        assertThat(parse(NEEDED
                                + " --hotspot-reports 8 --hotspot-days 4 --hotspot-window-days 14 --hotspot-close-days 40"
                                + " --hotspot-memory-days 100 --case-norm-lwo-days 1 --case-norm-atom-days 2"
                                + " --case-norm-mot-days 3 --case-norm-riec-days 4")
                        .thresholds())
                .isEqualTo(new StreamThresholds(
                        new HotspotSettings(8, 4, 14, 40, 100), new StepNorms(1, 2, 3, 4), SignalSettings.USUAL));
    }

    @Test
    void settingsThatContradictEachOtherAreRefusedAtOnce() {
        assertThatThrownBy(() -> parse(NEEDED + " --hotspot-reports 2 --hotspot-days 3 --hotspot-close-days 7"
                        + " --case-norm-mot-days 0"))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining("hotspot-days must be from 1 to hotspot-reports")
                .hasMessageContaining("hotspot-close-days must be at least 31")
                .hasMessageContaining("--case-norm-mot-days must be a whole number from 1 to 3650");
    }

    @Test
    void aStateDirectoryMayBeAUri() {
        assertThat(parse(NEEDED.replace("/var/state", "s3://bucket/state")).stateDirectory())
                .isEqualTo(URI.create("s3://bucket/state"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--embedded                    | --embedded must be followed by its value",
                "embedded true                 | 'embedded' stands where the name of an option",
                "--embedded yes                | --embedded must be true or false",
                "--rest-port 70000             | --rest-port must be a whole number from 1 to 65535",
                "--parallelism none            | --parallelism must be a whole number from 1 to 128",
                "--signals per-dag=0           | --signals: per-dag must be from 1 to 1000",
                "--signals snel=1              | --signals: 'snel' is no setting; choose of per-dag",
                "--contracts /no/such/folder   | --contracts must be a folder",
                "--paralelism 2                | --paralelism is no option of this job",
                "--bootstrap a:1               | --bootstrap must be given once",
                "--metrics-port 9249           | --metrics-port works with --embedded true only",
                "--rejected-topic a/b          | --rejected-topic must be the name of a topic",
                "--max-event-bytes 5000000     | --max-event-bytes must be a whole number from 1024 to 900000"
            })
    void aWrongOptionIsRefusedWithWhatToChange(String wrong, String problem) {
        assertThatThrownBy(() -> parse(NEEDED + ' ' + wrong))
                .isInstanceOf(InvalidOptionsException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndEachThingOnce() {
        assertThatThrownBy(() -> parse("--bootstrap nowhere --embedded maybe"))
                .hasMessageContaining("--bootstrap must be host:port")
                .hasMessageContaining("--clickhouse-url is missing")
                .hasMessageContaining("--state-dir is missing")
                .hasMessageContaining("--embedded must be true or false")
                .message()
                .doesNotContain("--bootstrap is missing");
    }

    @Test
    void anEmbeddedJobNeedsALocalStateDirectory() {
        assertThatThrownBy(() -> parse(NEEDED.replace("/var/state", "s3://bucket/state") + " --embedded true"))
                .hasMessageContaining("--state-dir must be a local folder");
    }

    private static WarehouseJobOptions parse(String line) {
        return WarehouseJobOptions.parse(line.split(" "));
    }
}
