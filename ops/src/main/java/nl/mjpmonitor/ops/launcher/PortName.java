package nl.mjpmonitor.ops.launcher;

import java.util.Locale;

/** Every port the stack listens on, all on the loopback interface. */
public enum PortName {
    /** PostgreSQL with the demo sources. */
    POSTGRES(15432),
    /** Kafka broker. */
    KAFKA(19092),
    /** Kafka controller quorum of one. */
    KAFKA_CONTROLLER(19093),
    /** REST interface of Kafka Connect. */
    CONNECT(18083),
    /** REST interface and web pages of Flink. */
    FLINK(18081),
    /** ClickHouse HTTP interface. */
    CLICKHOUSE(18123),
    /** Dashboard and API. */
    DASHBOARD(8080);

    private final int standard;

    PortName(int standard) {
        this.standard = standard;
    }

    /** The port used when nothing else is asked for. */
    public int standard() {
        return standard;
    }

    /** The name on the command line, such as {@code kafka-controller}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable that sets it, such as {@code MJP_PORT_KAFKA_CONTROLLER}. */
    public String variable() {
        return "MJP_PORT_" + name();
    }
}
