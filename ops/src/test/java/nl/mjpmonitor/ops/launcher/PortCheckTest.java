package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTest {

    private static final Set<PortName> ALL = EnumSet.allOf(PortName.class);

    @Test
    void freePortsPass() {
        Ports ports = Ports.free();

        assertThatCode(() -> PortCheck.requireFree(ports, ALL)).doesNotThrowAnyException();
    }

    @Test
    void aBusyPortIsNamedWithAnotherToTake() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.of(Map.of(), Map.of("flink", holder.getLocalPort()));

            assertThatThrownBy(() -> PortCheck.requireFree(ports, Set.of(PortName.FLINK)))
                    .hasMessageContaining("Port %d (flink) is in use", holder.getLocalPort())
                    .hasMessageContaining("Nothing was started.")
                    .hasMessageContaining("--port flink=")
                    .hasMessageContaining("MJP_PORT_FLINK=");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theHolderIsNamed() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.of(Map.of(), Map.of("flink", holder.getLocalPort()));

            assertThat(PortCheck.busy(ports, Set.of(PortName.FLINK)))
                    .singleElement()
                    .satisfies(busy -> assertThat(busy.holder().orElse(""))
                            .contains(
                                    "(pid %d)".formatted(ProcessHandle.current().pid())));
        }
    }

    @Test
    void aPortNobodyNeedsMayBeBusy() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.of(Map.of(), Map.of("clickhouse", holder.getLocalPort()));

            assertThat(PortCheck.busy(ports, Set.of(PortName.FLINK)))
                    .noneMatch(busy -> busy.name() == PortName.CLICKHOUSE);
        }
    }
}
