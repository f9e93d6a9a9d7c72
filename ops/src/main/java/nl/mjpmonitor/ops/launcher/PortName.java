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
    /** Prometheus metrics of the Kafka broker. */
    KAFKA_METRICS(19404),
    /** REST interface of Kafka Connect. */
    CONNECT(18083),
    /** Prometheus metrics of Kafka Connect and its connectors. */
    CONNECT_METRICS(18404),
    /** REST interface and web pages of Flink. */
    FLINK(18081),
    /** Prometheus metrics of Flink and its job. */
    FLINK_METRICS(18249),
    /** ClickHouse HTTP interface. */
    CLICKHOUSE(18123),
    /** Prometheus metrics of ClickHouse. */
    CLICKHOUSE_METRICS(18363),
    /** Dashboard and API. */
    DASHBOARD(8080),
    /** Prometheus metrics of the launcher itself: supervision, slots, lag, comparisons. */
    LAUNCHER_METRICS(18400);

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
