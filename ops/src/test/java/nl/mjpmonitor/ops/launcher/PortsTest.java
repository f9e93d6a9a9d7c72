package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void withoutWishesThePortsAreTheStandardOnes() {
        Ports ports = Ports.of(Map.of(), Map.of());

        assertThat(PortName.values())
                .allSatisfy(name -> assertThat(ports.port(name)).isEqualTo(name.standard()));
    }

    @Test
    void anOptionOverrulesTheEnvironment() {
        Ports ports = Ports.of(
                Map.of("MJP_PORT_KAFKA_CONTROLLER", "9093", "MJP_PORT_DASHBOARD", "9090"), Map.of("dashboard", 9191));

        assertThat(ports.port(PortName.KAFKA_CONTROLLER)).isEqualTo(9093);
        assertThat(ports.port(PortName.DASHBOARD)).isEqualTo(9191);
    }

    @Test
    void aPortThatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> Ports.of(Map.of("MJP_PORT_KAFKA", "many"), Map.of()))
                .hasMessage("MJP_PORT_KAFKA is 'many', which is no port number.");
        assertThatThrownBy(() -> Ports.of(Map.of(), Map.of("kafka", 70000)))
                .hasMessage("kafka is 70000; a port lies between 1 and 65535.");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Ports.of(Map.of(), Map.of("kafak", 9092)))
                .hasMessageContaining("'kafak'")
                .hasMessageContaining("kafka-controller");
    }

    @Test
    void onePortForTwoIsRefused() {
        assertThatThrownBy(() -> Ports.of(Map.of(), Map.of("connect", 9000, "flink", 9000)))
                .hasMessage("Port 9000 is given to connect and to flink; each needs its own.");
    }

    @Test
    void freePortsAreAllDifferent() {
        Ports ports = Ports.free();

        assertThat(Arrays.stream(PortName.values()).map(ports::port)).doesNotHaveDuplicates();
    }
}
